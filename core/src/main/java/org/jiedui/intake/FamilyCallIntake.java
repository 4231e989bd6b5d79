package org.jiedui.intake;

import java.util.List;
import java.util.Optional;
import org.jiedui.contact.CallRegister;
import org.jiedui.contact.Channel;
import org.jiedui.contact.FamilyCall;
import org.jiedui.contact.Party;
import org.jiedui.id.ChildId;

/** Checks lines of the register of the family phone against a school. */
final class FamilyCallIntake {

  private final DraftValidator validator;
  private final SchoolDirectory directory;

  FamilyCallIntake(DraftValidator validator, SchoolDirectory directory) {
    this.validator = validator;
    this.directory = directory;
  }

  /** Lines that agree are told apart by their order, so a register is taken as a whole. */
  IntakeResult<FamilyCall> check(List<DraftRow<FamilyCallDraft>> rows) {
    return new RowCheck<FamilyCallDraft, FamilyCall>()
        .run(
            rows,
            validator,
            "studentNumber",
            draft -> Optional.empty(), // two calls to the same parent are two calls
            this::call)
        .allOrNone();
  }

  private Optional<FamilyCall> call(
      FamilyCallDraft draft, RowCheck<FamilyCallDraft, FamilyCall>.Row row) {
    Optional<ChildId> child = directory.child(draft.studentNumber(), row);
    Party caller = Texts.coded(Party.class, draft.caller()).orElseThrow();
    Party called = Texts.coded(Party.class, draft.called()).orElseThrow();
    if (!FamilyCall.isBetween(caller, called)) {
      boolean mayCall = caller == Party.CHILD || FamilyCall.isBetween(caller, Party.CHILD);
      row.report(mayCall ? "called" : "caller", DraftRule.NOT_OF_FAMILY);
    }
    Channel channel = Texts.coded(Channel.class, draft.channel()).orElse(Channel.CALL);
    if (!CallRegister.CHANNELS.contains(channel)) {
      row.report("channel", DraftRule.NOT_ONE_OF, TextValidators.oneOf(CallRegister.CHANNELS));
    }
    boolean connected = Texts.isYes(draft.connected());
    int minutes = Texts.number(draft.minutes()).orElse(0);
    if (!connected && minutes > 0) {
      row.report("minutes", DraftRule.NOT_CONNECTED);
    }
    if (!row.isGood()) {
      return Optional.empty();
    }
    return child.map(
        id ->
            new FamilyCall(
                id, caller, called, channel, Texts.time(draft.startedAt()), connected, minutes));
  }
}
