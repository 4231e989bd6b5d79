package org.jiedui.intake;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.Party;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.id.StaffId;

/** Checks contacts that were recorded elsewhere against a school. */
final class ContactIntake {

  private final DraftValidator validator;

  ContactIntake(DraftValidator validator) {
    this.validator = validator;
  }

  IntakeResult<Contact> check(
      List<DraftRow<ContactDraft>> rows, SchoolDirectory directory, ActorId recordedBy) {
    IdentityHashMap<ContactDraft, Integer> occurrences = occurrences(rows);
    return new RowCheck<ContactDraft, Contact>()
        .run(
            rows,
            validator,
            "studentNumber",
            draft -> Optional.empty(), // two calls on one day are two contacts
            (draft, row) -> contact(draft, row, directory, recordedBy, occurrences));
  }

  /**
   * The how-manieth of its kind each row is. Rows with faults count too: corrected and fed in again
   * by themselves, they must not pass for the good rows beside which they stood.
   */
  private static IdentityHashMap<ContactDraft, Integer> occurrences(
      List<DraftRow<ContactDraft>> rows) {
    IdentityHashMap<ContactDraft, Integer> occurrences = new IdentityHashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (DraftRow<ContactDraft> row : rows) {
      ContactDraft draft = row.draft();
      String kind =
          RowKeys.join(
              Texts.dateKey(draft.day()),
              Texts.studentNumberKey(draft.studentNumber()),
              draft.channel().strip(),
              draft.madeBy().strip(),
              draft.staffNumber().strip(),
              ImmutableSortedSet.copyOf(Texts.words(draft.with())),
              draft.reached().strip());
      occurrences.put(draft, counts.merge(kind, 1, Integer::sum));
    }
    return occurrences;
  }

  private static Optional<Contact> contact(
      ContactDraft draft,
      RowCheck<ContactDraft, Contact>.Row row,
      SchoolDirectory directory,
      ActorId recordedBy,
      IdentityHashMap<ContactDraft, Integer> occurrences) {
    Optional<ChildId> child = directory.child(draft.studentNumber(), row);
    LocalDate day = Texts.date(draft.day()).orElseThrow();
    LocalDate recordedOn = Texts.date(draft.recordedOn()).orElseThrow();
    if (recordedOn.isBefore(day)) {
      row.report("recordedOn", DraftRule.RECORDED_BEFORE_MADE);
    }
    Party madeBy = Texts.coded(Party.class, draft.madeBy()).orElseThrow();
    Optional<StaffId> member =
        Texts.present(draft.staffNumber()).map(text -> directory.staff(text, "staffNumber", row));
    if (member.isPresent() && !madeBy.isStaff()) {
      row.report("staffNumber", DraftRule.STAFF_NOT_EXPECTED);
    }
    if (member.isEmpty() && madeBy.isStaff()) {
      row.report("staffNumber", DraftRule.STAFF_NUMBER_MISSING);
    }
    if (!row.isGood() || child.isEmpty()) {
      return Optional.empty();
    }
    Channel channel = Texts.coded(Channel.class, draft.channel()).orElseThrow();
    ImmutableList<Party> with = Texts.allCoded(Party.class, draft.with());
    YesNo reached = Texts.coded(YesNo.class, draft.reached()).orElseThrow();
    String content =
        RowKeys.digest(
            child.get(),
            day,
            channel.code(),
            madeBy.code(),
            member.map(StaffId::value).orElse(""),
            with.stream().map(Party::code).collect(toImmutableSortedSet(naturalOrder())),
            reached.code());
    int occurrence = occurrences.getOrDefault(draft, 1);
    Contact.Builder contact =
        Contact.builder(
                directory.school().id(),
                child.get(),
                ContactId.of("k-" + content + "-" + occurrence))
            .day(day)
            .channel(channel)
            .madeBy(madeBy)
            .with(with)
            .recorded(recordedOn.atStartOfDay(directory.school().zone()).toInstant(), recordedBy);
    member.ifPresent(who -> contact.madeBy(madeBy, who));
    if (reached == YesNo.NO) {
      contact.notReached();
    }
    Texts.present(draft.note()).ifPresent(contact::note);
    return Optional.of(contact.build());
  }
}
