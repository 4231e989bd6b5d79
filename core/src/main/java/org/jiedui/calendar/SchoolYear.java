package org.jiedui.calendar;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.jiedui.time.DateRange;

/**
 * A school year that has a term in the calendar.
 *
 * <p>Immutable.
 *
 * @param year the year in which it begins; 2025 for the school year 2025–2026
 * @param terms its terms, in order, at least one
 * @param days from its first term's first day to its last term's last day; a year of which the
 *     calendar has exactly one term ends on 31 August, or on the calendar's own last day
 */
public record SchoolYear(int year, ImmutableList<Term> terms, DateRange days) {

  /**
   * Creates a school year.
   *
   * @param year the year in which it begins; 2025 for the school year 2025–2026
   * @param terms its terms, in order, at least one
   * @param days from its first term's first day to its last term's last day; a year of which the
   *     calendar has exactly one term ends on 31 August, or on the calendar's own last day
   */
  public SchoolYear {
    requireNonNull(terms, "terms");
    requireNonNull(days, "days");
  }
}
