package org.jiedui.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Checks rows one after the other: constraints, keys that stand twice, and what only the school
 * knows; then makes values of the good ones.
 *
 * @param <D> the draft
 * @param <V> what a good draft becomes
 */
final class RowCheck<D, V> {

  private final List<Violation> violations = new ArrayList<>();
  private final List<IntakeResult.Accepted<V>> accepted = new ArrayList<>();

  /** Collects what the school's own checks find in one row. */
  final class Row {

    private final int index;
    private final int number;
    private boolean good = true;

    private Row(int index, int number) {
      this.index = index;
      this.number = number;
    }

    /** Where the row stands among those that are checked, 0 for the first. */
    int index() {
      return index;
    }

    void report(String field, DraftRule rule, Object... details) {
      add(Violation.of(number, field, rule, details));
    }

    private void add(Violation violation) {
      violations.add(violation);
      good &= violation.severity() != Severity.FAULT;
    }

    boolean isGood() {
      return good;
    }
  }

  /**
   * Runs the checks.
   *
   * @param rows the rows
   * @param validator runs the constraints
   * @param keyField the field that holds the key, for reports
   * @param key gives a row's key, empty if rows have none; equal keys are reported
   * @param convert makes the value; reports what it finds at the row, and returns empty if it finds
   *     a fault; called for rows without a fault only
   */
  IntakeResult<V> run(
      List<DraftRow<D>> rows,
      DraftValidator validator,
      String keyField,
      Function<D, Optional<String>> key,
      BiFunction<D, Row, Optional<V>> convert) {
    List<Row> checks = new ArrayList<>();
    Map<String, Integer> firstOfKey = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      DraftRow<D> row = rows.get(i);
      Row check = new Row(i, row.row());
      checks.add(check);
      validator.check(row.row(), row.draft()).forEach(check::add);
      int index = i;
      key.apply(row.draft())
          .map(text -> firstOfKey.putIfAbsent(text, index))
          .ifPresent(first -> reportSameKey(keyField, rows, checks, first, index));
    }
    for (int i = 0; i < rows.size(); i++) {
      Row check = checks.get(i);
      if (check.isGood()) {
        Optional<V> value = convert.apply(rows.get(i).draft(), check);
        if (check.isGood()) {
          accepted.add(new IntakeResult.Accepted<>(rows.get(i).row(), value.orElseThrow()));
        }
      }
    }
    return IntakeResult.of(accepted, violations);
  }

  private void reportSameKey(
      String keyField, List<DraftRow<D>> rows, List<Row> checks, int first, int second) {
    if (rows.get(first).draft().equals(rows.get(second).draft())) {
      checks.get(second).report(keyField, DraftRule.REPEATED_ROW, rows.get(first).row());
    } else {
      // Nobody can tell which of the two is right.
      checks.get(first).report(keyField, DraftRule.CONTRADICTING_ROW, rows.get(second).row());
      checks.get(second).report(keyField, DraftRule.CONTRADICTING_ROW, rows.get(first).row());
    }
  }
}
