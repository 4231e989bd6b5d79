package org.jiedui.calendar;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import org.jiedui.time.DateRange;

/**
 * A week of a term, numbered as schools do: week 1 (第一周) is the one, Monday to Sunday, in which the
 * term's first day lies.
 *
 * <p>Example: of the term 2025-09-01/2026-01-17, week 1 is 2025-09-01/2025-09-07 and week 20, cut
 * by the end of the term, is 2026-01-12/2026-01-17.
 *
 * <p>Immutable.
 *
 * @param term the label of the term
 * @param number 1 or more
 * @param days its days within the term
 */
public record TermWeek(String term, int number, DateRange days) {

  /**
   * Creates a week.
   *
   * @param term the label of the term
   * @param number 1 or more
   * @param days its days within the term
   * @throws IllegalArgumentException if the number is less than 1
   */
  public TermWeek {
    requireNonNull(term, "term");
    requireNonNull(days, "days");
    checkArgument(number >= 1, "number (%s) must be 1 or more", number);
  }
}
