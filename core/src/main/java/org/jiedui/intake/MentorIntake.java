package org.jiedui.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.mentor.MentorAssignment.Closing;

/** Checks mentor assignments against a school. */
final class MentorIntake {

  private static final String TAKEN_IN_AS_ENDED = "taken in as ended";

  private final DraftValidator validator;

  MentorIntake(DraftValidator validator) {
    this.validator = validator;
  }

  IntakeResult<MentorAssignment> check(
      List<DraftRow<MentorDraft>> rows,
      SchoolDirectory directory,
      Recording recording,
      Instant now) {
    return new RowCheck<MentorDraft, MentorAssignment>()
        .run(
            rows,
            validator,
            "studentNumber",
            draft ->
                RowKeys.of(
                    Texts.studentNumberKey(draft.studentNumber()),
                    draft.staffNumber().strip(),
                    Texts.dateKey(draft.from())),
            (draft, row) -> {
              Optional<ChildId> child = directory.child(draft.studentNumber(), row);
              StaffId staff = directory.staff(draft.staffNumber(), "staffNumber", row);
              LocalDate from = Texts.date(draft.from()).orElseThrow();
              Optional<LocalDate> until = Texts.date(draft.until());
              if (until.isPresent() && until.get().isBefore(from)) {
                row.report("until", DraftRule.ENDS_BEFORE_START, "#from");
              }
              if (!row.isGood() || child.isEmpty()) {
                return Optional.empty();
              }
              AssignmentId id = AssignmentId.of("m-" + RowKeys.digest(child.get(), staff, from));
              MentorAssignment known = directory.assignments().get(id);
              if (known != null) {
                return Optional.of(continued(known, until, row, now));
              }
              MentorAssignment open =
                  MentorAssignment.open(
                      directory.school().id(), id, child.get(), staff, from, recording.of(from));
              return Optional.of(
                  until
                      .map(
                          last ->
                              open.closed(new Closing(last, TAKEN_IN_AS_ENDED, recording.of(last))))
                      .orElse(open));
            });
  }

  /** What is stored stays, but that it has ended meanwhile. */
  private static MentorAssignment continued(
      MentorAssignment known,
      Optional<LocalDate> until,
      RowCheck<MentorDraft, MentorAssignment>.Row row,
      Instant now) {
    if (until.equals(known.closing().map(Closing::lastDay))) {
      return known;
    }
    if (until.isEmpty() || known.closing().isPresent()) {
      row.report("until", DraftRule.STORED_KEPT);
      return known;
    }
    row.report("until", DraftRule.STORED_CHANGED, until.get().plusDays(1));
    return known.closed(new Closing(until.get(), TAKEN_IN_AS_ENDED, now));
  }
}
