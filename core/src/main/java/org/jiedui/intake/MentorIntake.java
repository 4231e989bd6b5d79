package org.jiedui.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.MentorAssignment;

/** Checks mentor assignments against a school. */
final class MentorIntake {

  private final DraftValidator validator;

  MentorIntake(DraftValidator validator) {
    this.validator = validator;
  }

  IntakeResult<MentorAssignment> check(
      List<DraftRow<MentorDraft>> rows, SchoolDirectory directory, Recording recording) {
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
              if (directory.assignments().contains(id)) {
                row.report("studentNumber", DraftRule.ALREADY_THERE);
                return Optional.empty();
              }
              MentorAssignment open =
                  MentorAssignment.open(
                      directory.school().id(), id, child.get(), staff, from, recording.of(from));
              return Optional.of(
                  until
                      .map(
                          last ->
                              open.closed(
                                  new MentorAssignment.Closing(
                                      last, "taken in as ended", recording.of(last))))
                      .orElse(open));
            });
  }
}
