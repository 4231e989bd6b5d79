package org.jiedui.calendar;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Multimaps;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jiedui.time.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a school, over one or more school years.
 *
 * <p>Terms may not overlap. Nothing begins after the {@link #horizon()}: the 31 August that ends
 * the last school year, or an earlier or later last day that the calendar names itself.
 *
 * <p>Immutable.
 */
public final class SchoolCalendar {

  private final ImmutableList<Term> terms;
  private final ImmutableRangeMap<LocalDate, Term> termByDay;
  private final ImmutableList<SchoolYear> years;
  private final @Nullable LocalDate ownLastDay;
  private final LocalDate horizon;

  private SchoolCalendar(Collection<Term> given, @Nullable LocalDate ownLastDay) {
    checkArgument(!given.isEmpty(), "a calendar must have a term");
    this.terms = ImmutableList.sortedCopyOf(Comparator.comparing(Term::first), given);
    checkLabels();
    this.termByDay = index(terms);
    LocalDate lastTermDay = terms.get(terms.size() - 1).last();
    checkArgument(
        ownLastDay == null || !ownLastDay.isBefore(lastTermDay),
        "the calendar's last day (%s) must not be before the last term's (%s)",
        ownLastDay,
        lastTermDay);
    this.ownLastDay = ownLastDay;
    int lastYear = terms.get(terms.size() - 1).schoolYear();
    this.horizon = ownLastDay == null ? Term.endOfSchoolYear(lastYear) : ownLastDay;
    this.years = years(terms, horizon);
  }

  /**
   * Returns a calendar that ends with its last school year.
   *
   * @param terms the terms in any order, at least one, without a common day
   * @return the calendar
   * @throws IllegalArgumentException if there is no term, two overlap, two have the same label, or
   *     the terms of a school year do not follow each other
   */
  public static SchoolCalendar of(Collection<Term> terms) {
    return new SchoolCalendar(terms, null);
  }

  /**
   * Returns a calendar with a last day of its own.
   *
   * @param terms the terms in any order, at least one, without a common day
   * @param lastDay the last day of the calendar, not before the last term's
   * @return the calendar
   * @throws IllegalArgumentException as {@link #of(Collection)} does, or if the last day is before
   *     the last term's
   */
  public static SchoolCalendar endingOn(Collection<Term> terms, LocalDate lastDay) {
    return new SchoolCalendar(terms, lastDay);
  }

  private void checkLabels() {
    for (Map.Entry<String, Collection<Term>> sameLabel :
        Multimaps.index(terms, Term::label).asMap().entrySet()) {
      checkArgument(
          sameLabel.getValue().size() == 1, "two terms have the label %s", sameLabel.getKey());
    }
    for (int i = 1; i < terms.size(); i++) {
      checkArgument(
          terms.get(i - 1).schoolYear() <= terms.get(i).schoolYear(),
          "term %s of school year %s must not begin after term %s of school year %s",
          terms.get(i - 1).label(),
          terms.get(i - 1).schoolYear(),
          terms.get(i).label(),
          terms.get(i).schoolYear());
    }
  }

  private static ImmutableRangeMap<LocalDate, Term> index(ImmutableList<Term> terms) {
    ImmutableRangeMap.Builder<LocalDate, Term> byDay = ImmutableRangeMap.builder();
    terms.forEach(term -> byDay.put(term.days().toRange(), term));
    try {
      return byDay.build();
    } catch (IllegalArgumentException overlap) {
      throw new IllegalArgumentException(
          "terms must not overlap, but "
              + terms.stream().map(term -> term.label() + " is " + term.days()).toList(),
          overlap);
    }
  }

  private static ImmutableList<SchoolYear> years(ImmutableList<Term> terms, LocalDate horizon) {
    ImmutableSetMultimap<Integer, Term> byYear =
        terms.stream()
            .collect(ImmutableSetMultimap.toImmutableSetMultimap(Term::schoolYear, term -> term));
    return byYear.asMap().entrySet().stream()
        .map(
            year -> {
              ImmutableList<Term> own = ImmutableList.copyOf(year.getValue());
              LocalDate last = own.get(own.size() - 1).last();
              if (own.size() == 1) {
                boolean isLast = own.get(0).equals(terms.get(terms.size() - 1));
                last = isLast ? horizon : Term.endOfSchoolYear(year.getKey());
              }
              return new SchoolYear(
                  year.getKey(), own, DateRange.ofClosed(own.get(0).first(), last));
            })
        .collect(toImmutableList());
  }

  /**
   * Returns the terms in order.
   *
   * @return the terms
   */
  public ImmutableList<Term> terms() {
    return terms;
  }

  /**
   * Returns the school years that have a term, in order.
   *
   * @return the school years
   */
  public ImmutableList<SchoolYear> years() {
    return years;
  }

  /**
   * Returns the term that a day lies in.
   *
   * @param day the day
   * @return the term, or empty in the holidays
   */
  public Optional<Term> termOn(LocalDate day) {
    return Optional.ofNullable(termByDay.get(day));
  }

  /**
   * Returns the last day on which anything can begin to be due: the 31 August that ends the last
   * school year, or the calendar's own last day.
   *
   * @return the horizon
   */
  public LocalDate horizon() {
    return horizon;
  }

  /**
   * Returns the last day that the calendar names itself.
   *
   * @return the day, or empty if it ends with its last school year
   */
  public Optional<LocalDate> ownLastDay() {
    return Optional.ofNullable(ownLastDay);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof SchoolCalendar other
        && terms.equals(other.terms)
        && Objects.equals(ownLastDay, other.ownLastDay);
  }

  @Override
  public int hashCode() {
    return Objects.hash(terms, ownLastDay);
  }

  /** Returns the terms' labels and days. */
  @Override
  public String toString() {
    return terms.stream().map(term -> term.label() + ":" + term.days()).toList().toString();
  }
}
