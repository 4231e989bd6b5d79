package org.jiedui.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.census.Census;
import org.jiedui.census.CensusForm;
import org.jiedui.census.CensusSheet;
import org.jiedui.census.ParentAnswer;
import org.jiedui.id.CensusAnswerId;
import org.jiedui.id.ChildId;
import org.jiedui.id.DerivedId;
import org.jiedui.id.StaffId;
import org.jiedui.intake.CensusDraft.ParentDraft;

/** Checks rows of a survey against a school. */
final class CensusIntake {

  private final DraftValidator validator;

  CensusIntake(DraftValidator validator) {
    this.validator = validator;
  }

  IntakeResult<CensusSheet> check(
      List<DraftRow<CensusDraft>> rows,
      SchoolDirectory directory,
      SchoolCalendar calendar,
      Recording recording) {
    return new RowCheck<CensusDraft, CensusSheet>()
        .run(
            rows,
            validator,
            "studentNumber",
            draft ->
                RowKeys.of(
                    Texts.studentNumberKey(draft.studentNumber()), Texts.dateKey(draft.day())),
            (draft, row) -> {
              Optional<ChildId> child = directory.child(draft.studentNumber(), row);
              StaffId staff = directory.staff(draft.surveyedBy(), "surveyedBy", row);
              LocalDate day = Texts.date(draft.day()).orElseThrow();
              if (Census.findTerm(calendar, day).isEmpty()) {
                row.report("day", DraftRule.NO_TERM);
              }
              check(draft.father(), "father", day, row);
              check(draft.mother(), "mother", day, row);
              if (!row.isGood() || child.isEmpty()) {
                return Optional.empty();
              }
              CensusForm form =
                  new CensusForm(
                      day,
                      staff,
                      parent(draft.father()),
                      parent(draft.mother()),
                      Optional.empty(),
                      Texts.present(draft.note()));
              return Optional.of(
                  new CensusSheet(id(child.get(), form), child.get(), form, recording.of(day)));
            });
  }

  private static void check(
      ParentDraft parent, String which, LocalDate day, RowCheck<CensusDraft, CensusSheet>.Row row) {
    Optional<LocalDate> away = Texts.date(parent.awaySince());
    Optional<LocalDate> back = Texts.date(parent.returnedOn());
    if (away.filter(day::isBefore).isPresent()) {
      row.report(which + ".awaySince", DraftRule.AFTER_END, "#day");
    }
    if (back.filter(day::isBefore).isPresent()) {
      row.report(which + ".returnedOn", DraftRule.AFTER_END, "#day");
    }
    if (away.isPresent() && away.equals(back)) {
      row.report(which + ".returnedOn", DraftRule.SAME_DAY, "#" + which + ".awaySince");
    }
  }

  private static Optional<ParentAnswer> parent(ParentDraft draft) {
    Optional<LocalDate> away = Texts.date(draft.awaySince());
    Optional<LocalDate> back = Texts.date(draft.returnedOn());
    Optional<Boolean> able =
        Texts.coded(YesNo.class, draft.ableToCare()).map(answer -> answer == YesNo.YES);
    return away.isEmpty() && back.isEmpty() && able.isEmpty()
        ? Optional.empty()
        : Optional.of(new ParentAnswer(away, back, Optional.empty(), able));
  }

  /** The same statements of one child on one day are the same answer. */
  private static CensusAnswerId id(ChildId child, CensusForm form) {
    return CensusAnswerId.of(
        "s-"
            + DerivedId.digest(
                child,
                form.day(),
                form.surveyedBy(),
                digest(form.father()),
                digest(form.mother()),
                form.note().orElse("")));
  }

  private static String digest(Optional<ParentAnswer> parent) {
    return parent
        .map(answer -> RowKeys.join(answer.awaySince(), answer.returnedOn(), answer.ableToCare()))
        .orElse("");
  }
}
