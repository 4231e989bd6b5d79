package org.jiedui.intake;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Multimaps;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.Party;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.id.DerivedId;
import org.jiedui.id.StaffId;
import org.jiedui.text.Coded;

/** Checks contacts that were recorded elsewhere against a school. */
final class ContactIntake {

  private final DraftValidator validator;

  ContactIntake(DraftValidator validator) {
    this.validator = validator;
  }

  IntakeResult<Contact> check(
      List<DraftRow<ContactDraft>> rows,
      SchoolDirectory directory,
      ActorId recordedBy,
      Function<ChildId, ImmutableList<Contact>> visits) {
    int[] occurrences = occurrences(rows);
    ContactFormIntake forms = new ContactFormIntake(visits);
    IntakeResult<Contact> result =
        new RowCheck<ContactDraft, Contact>()
            .run(
                rows,
                validator,
                "studentNumber",
                draft -> Optional.empty(), // two calls on one day are two contacts
                (draft, row) -> contact(draft, row, directory, recordedBy, occurrences, forms));
    return result.with(beside(rows, result));
  }

  /** The how-manieth of its kind each row is. */
  private static int[] occurrences(List<DraftRow<ContactDraft>> rows) {
    Map<String, Integer> counts = new HashMap<>();
    return rows.stream()
        .map(DraftRow::draft)
        .map(
            draft ->
                RowKeys.join(
                    occasion(draft),
                    draft.staffNumber().strip(),
                    ImmutableSortedSet.copyOf(
                        Texts.words(draft.with()).stream()
                            .map(word -> code(Party.class, word))
                            .toList()),
                    code(YesNo.class, draft.reached())))
        .mapToInt(kind -> counts.merge(kind, 1, Integer::sum))
        .toArray();
  }

  /** Child, day, channel and who made it: what people would call the same occasion. */
  private static String occasion(ContactDraft draft) {
    return RowKeys.join(
        Texts.dateKey(draft.day()),
        Texts.studentNumberKey(draft.studentNumber()),
        code(Channel.class, draft.channel()),
        code(Party.class, draft.madeBy()));
  }

  private static <E extends Enum<E> & Coded> String code(Class<E> type, String text) {
    return Texts.coded(type, text).map(Coded::code).orElseGet(text::strip);
  }

  /**
   * Rows of one occasion are numbered, so they must be taken in together: if one of them has a
   * fault, so have the others, or it would later pass for one of them.
   */
  private static ImmutableList<Violation> beside(
      List<DraftRow<ContactDraft>> rows, IntakeResult<Contact> result) {
    Set<Integer> faulty = result.faultyRows();
    ImmutableList.Builder<Violation> violations = ImmutableList.builder();
    Multimaps.index(rows, row -> occasion(row.draft()))
        .asMap()
        .values()
        .forEach(
            same ->
                same.stream()
                    .map(DraftRow::row)
                    .filter(faulty::contains)
                    .findFirst()
                    .ifPresent(
                        fault ->
                            same.stream()
                                .map(DraftRow::row)
                                .filter(row -> !faulty.contains(row))
                                .forEach(
                                    row ->
                                        violations.add(
                                            Violation.of(
                                                row,
                                                "studentNumber",
                                                DraftRule.SAME_OCCASION_FAULTY,
                                                fault)))));
    return violations.build();
  }

  private static Optional<Contact> contact(
      ContactDraft draft,
      RowCheck<ContactDraft, Contact>.Row row,
      SchoolDirectory directory,
      ActorId recordedBy,
      int[] occurrences,
      ContactFormIntake forms) {
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
    Channel channel = Texts.coded(Channel.class, draft.channel()).orElseThrow();
    YesNo reached = Texts.coded(YesNo.class, draft.reached()).orElseThrow();
    ContactFormIntake.checkForm(draft, channel, reached, row);
    if (!row.isGood() || child.isEmpty()) {
      return Optional.empty();
    }
    ImmutableList<Party> with = Texts.allCoded(Party.class, draft.with());
    String content =
        DerivedId.digest(
            child.get(),
            day,
            channel.code(),
            madeBy.code(),
            member.map(StaffId::value).orElse(""),
            with.stream().map(Party::code).collect(toImmutableSortedSet(naturalOrder())),
            reached.code());
    int occurrence = occurrences[row.index()];
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
    forms.fillIn(contact, draft.detail(), channel, child.get(), row);
    return row.isGood() ? Optional.of(forms.remember(contact.build())) : Optional.empty();
  }
}
