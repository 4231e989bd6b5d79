package org.jiedui.intake;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.time.DateRange;

/** Checks the terms of a calendar, each by itself and all with each other. */
final class TermIntake {

  private final DraftValidator validator;

  TermIntake(DraftValidator validator) {
    this.validator = validator;
  }

  IntakeResult<Term> check(List<DraftRow<TermDraft>> rows) {
    IntakeResult<Term> each =
        new RowCheck<TermDraft, Term>()
            .run(rows, validator, "label", draft -> Texts.present(draft.label()), TermIntake::term);
    IntakeResult<Term> terms = each.with(overlaps(each.accepted()));
    if (terms.accepted().isEmpty()) {
      return terms;
    }
    try {
      SchoolCalendar.of(terms.values());
      return terms;
    } catch (IllegalArgumentException e) {
      Violation contradiction =
          Violation.of(
              terms.accepted().get(0).row(),
              "label",
              DraftRule.TERM_CONTRADICTION,
              String.valueOf(e.getMessage()));
      return IntakeResult.<Term>of(List.of(), terms.violations()).with(List.of(contradiction));
    }
  }

  private static ImmutableList<Violation> overlaps(List<IntakeResult.Accepted<Term>> terms) {
    ImmutableList.Builder<Violation> violations = ImmutableList.builder();
    for (IntakeResult.Accepted<Term> term : terms) {
      for (IntakeResult.Accepted<Term> other : terms) {
        if (!term.equals(other) && term.value().days().overlaps(other.value().days())) {
          violations.add(Violation.of(term.row(), "label", DraftRule.TERMS_OVERLAP, other.row()));
        }
      }
    }
    return violations.build();
  }

  private static Optional<Term> term(TermDraft draft, RowCheck<TermDraft, Term>.Row row) {
    LocalDate first = Texts.date(draft.first()).orElseThrow();
    LocalDate last = Texts.date(draft.last()).orElseThrow();
    if (last.isBefore(first)) {
      row.report("last", DraftRule.ENDS_BEFORE_START, "#first");
    }
    String label = draft.label().strip();
    if (!label.matches("[0-9]{4}-.+")) {
      row.report("label", DraftRule.TERM_LABEL);
    }
    if (!row.isGood()) {
      return Optional.empty();
    }
    try {
      Term term =
          Term.of(label, Integer.parseInt(label.substring(0, 4)), DateRange.ofClosed(first, last));
      return Optional.of(Texts.present(draft.name()).map(term::withName).orElse(term));
    } catch (IllegalArgumentException e) {
      row.report("label", DraftRule.TERM_CONTRADICTION, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
