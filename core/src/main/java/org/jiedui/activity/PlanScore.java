package org.jiedui.activity;

import com.google.common.collect.ComparisonChain;

/**
 * How good a plan is, aim by aim. The first aim in which two differ decides.
 *
 * <p>Ordered from worse to better, by {@code placed}, {@code moved}, {@code sumOfSquares} and
 * {@code daysOff} (fewer is better in these three). Immutable.
 *
 * @param asked for how many activities a day was sought
 * @param placed for how many one was found
 * @param moved how many of those planned before are not as they were
 * @param sumOfSquares how many activities each week has, fixed ones too, squared and added up: the
 *     less, the more even
 * @param daysOff how many days all are from those that suit best, added up
 */
public record PlanScore(int asked, int placed, int moved, long sumOfSquares, long daysOff)
    implements Comparable<PlanScore> {

  @Override
  public int compareTo(PlanScore other) {
    return ComparisonChain.start()
        .compare(placed, other.placed)
        .compare(other.moved, moved)
        .compare(other.sumOfSquares, sumOfSquares)
        .compare(other.daysOff, daysOff)
        .compare(other.asked, asked)
        .result();
  }
}
