package org.jiedui.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.DerivedId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.mentor.MentorPair;
import org.jiedui.mentor.MentorRole;
import org.jiedui.time.Tenure.Closing;

/** Checks mentor assignments against a school. */
final class MentorIntake {

  private static final String TAKEN_IN_AS_ENDED = "按登记表结束 / taken in as ended";

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
                    Texts.dateKey(draft.from()),
                    role(draft) == MentorRole.ACTING_PARENT ? "acting" : "mentor"),
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
              MentorPair pair = MentorPair.of(child.get(), staff, role(draft));
              AssignmentId id = id(pair, from);
              MentorAssignment known = directory.assignments().get(id);
              if (known != null) {
                if (known.role() != pair.role()) {
                  row.report("role", DraftRule.STORED_KEPT);
                }
                return Optional.of(continued(known, until, row, now));
              }
              MentorAssignment open =
                  MentorAssignment.open(
                      directory.school().id(), id, pair, from, recording.of(from));
              return Optional.of(
                  until
                      .map(
                          last ->
                              open.closed(new Closing(last, TAKEN_IN_AS_ENDED, recording.of(last))))
                      .orElse(open));
            });
  }

  /** Files that have no such column, or leave it empty, speak of primary mentors. */
  private static MentorRole role(MentorDraft draft) {
    return Texts.coded(MentorRole.class, draft.role()).orElse(MentorRole.PRIMARY);
  }

  /** A teacher is a child's mentor, primary or supporting, once a day; and its acting parent. */
  private static AssignmentId id(MentorPair pair, LocalDate from) {
    return AssignmentId.of(
        "m-"
            + (pair.role() == MentorRole.ACTING_PARENT
                ? DerivedId.digest(pair.child(), pair.mentor(), from, pair.role().code())
                : DerivedId.digest(pair.child(), pair.mentor(), from)));
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
