package org.jiedui.intake;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.rule.Cadence;

/**
 * Rows of which several are versions of one thing, that is taken with all of them or not at all.
 */
final class VersionRows {

  private VersionRows() {}

  /** The first faulty row of each thing that has one; one that only repeats another is none. */
  static <D> Map<String, Integer> faultyRowOfEach(
      List<DraftRow<D>> rows, IntakeResult<?> result, Function<D, String> id) {
    ImmutableSet<Integer> faulty =
        result.faults().stream()
            .filter(fault -> fault.rule() != DraftRule.REPEATED_ROW)
            .map(Violation::row)
            .collect(toImmutableSet());
    Map<String, Integer> faultyRowOfEach = new HashMap<>();
    for (DraftRow<D> row : rows) {
      if (faulty.contains(row.row())) {
        faultyRowOfEach.putIfAbsent(id.apply(row.draft()).strip(), row.row());
      }
    }
    return faultyRowOfEach;
  }

  /** Terms in which a cadence has no meaning; told whatever else is wrong with the row. */
  static <D> ImmutableList<Violation> missingMilestones(
      List<DraftRow<D>> rows,
      Optional<SchoolCalendar> calendar,
      String field,
      Function<D, Optional<Cadence>> cadence) {
    ImmutableList<Term> terms = calendar.map(SchoolCalendar::terms).orElse(ImmutableList.of());
    ImmutableList.Builder<Violation> violations = ImmutableList.builder();
    for (DraftRow<D> row : rows) {
      cadence.apply(row.draft()).stream()
          .flatMap(each -> terms.stream().filter(term -> !each.fits(term)))
          .map(
              term ->
                  Violation.of(row.row(), field, DraftRule.TERM_WITHOUT_MILESTONES, term.label()))
          .forEach(violations::add);
    }
    return violations.build();
  }
}
