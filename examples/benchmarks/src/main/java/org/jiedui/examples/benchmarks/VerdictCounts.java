package org.jiedui.examples.benchmarks;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import org.jiedui.compliance.ComplianceReport;
import org.jiedui.compliance.Verdict;

/**
 * How often each rule came to each verdict: the answer in which all competitors must agree.
 *
 * <p>Immutable.
 *
 * @param rows for each rule, in the order of {@link PresetRules#rules}, a number for each column
 */
record VerdictCounts(ImmutableList<ImmutableIntArray> rows) {

  static final int MET = 0;
  static final int LATE = 1;
  static final int MISSED = 2;
  static final int PENDING = 3;
  static final int EXCUSED = 4;
  static final int NOT_APPLICABLE = 5;

  /** How many columns there are. */
  static final int COLUMNS = 6;

  /**
   * Creates counts.
   *
   * @param rows for each rule, in the order of {@link PresetRules#rules}, a number for each column
   */
  VerdictCounts {
    requireNonNull(rows, "rows");
  }

  static VerdictCounts of(int[][] rows) {
    return new VerdictCounts(
        Arrays.stream(rows)
            .map(ImmutableIntArray::copyOf)
            .collect(ImmutableList.toImmutableList()));
  }

  static VerdictCounts from(ComplianceReport report) {
    return new VerdictCounts(
        report.rules().stream()
            .map(
                rule ->
                    ImmutableIntArray.of(
                        rule.met(),
                        rule.late(),
                        rule.missed(),
                        rule.pending(),
                        rule.excused(),
                        rule.notApplicable()))
            .collect(ImmutableList.toImmutableList()));
  }

  static int column(Verdict verdict) {
    return switch (verdict) {
      case MET -> MET;
      case LATE -> LATE;
      case MISSED -> MISSED;
      case PENDING -> PENDING;
      case EXCUSED -> EXCUSED;
      case NOT_APPLICABLE -> NOT_APPLICABLE;
    };
  }

  /** The counts of both together. */
  VerdictCounts plus(VerdictCounts other) {
    int[][] sums = new int[rows.size()][COLUMNS];
    for (int rule = 0; rule < sums.length; rule++) {
      for (int column = 0; column < COLUMNS; column++) {
        sums[rule][column] = rows.get(rule).get(column) + other.rows.get(rule).get(column);
      }
    }
    return of(sums);
  }

  /** How many windows were judged. */
  long windows() {
    return rows.stream().flatMapToInt(ImmutableIntArray::stream).asLongStream().sum();
  }

  /** How many windows of all rules came to a verdict. */
  long total(int column) {
    return rows.stream().mapToLong(row -> row.get(column)).sum();
  }

  /**
   * Checks that a competitor came to the same answer.
   *
   * @param who the competitor, for the message
   * @throws IllegalStateException if it did not
   */
  void checkSameAs(String who, VerdictCounts other) {
    for (int rule = 0; rule < rows.size(); rule++) {
      if (!rows.get(rule).equals(other.rows.get(rule))) {
        throw new IllegalStateException(
            "%s judges %s otherwise: %s, not %s (met, late, missed, pending, excused, n/a)"
                .formatted(
                    who, PresetRules.rules().get(rule).id(), other.rows.get(rule), rows.get(rule)));
      }
    }
  }
}
