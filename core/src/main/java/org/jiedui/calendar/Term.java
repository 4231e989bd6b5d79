package org.jiedui.calendar;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jiedui.time.DateRange;

/**
 * A school term.
 *
 * <p>Example: {@code Term.of("2025-1", 2025, DateRange.parse("2025-09-01/2026-01-17"))} is the
 * autumn term of the school year 2025, which ends on 31 August 2026.
 *
 * <p>Immutable.
 *
 * @param label the school year and the term, for instance {@code 2025-1}; unique in a calendar
 * @param name what people call it, for instance 2025学年秋季学期, if it has a name
 * @param schoolYear the school year it belongs to; year Y ends on 31 August Y + 1
 * @param days its days, with a last one
 * @param givenMilestones the milestone windows that the calendar gives, inside the term; if any is
 *     given, one that is not given has no window
 */
public record Term(
    String label,
    Optional<String> name,
    int schoolYear,
    DateRange days,
    ImmutableMap<Milestone, DateRange> givenMilestones) {

  /** Terms shorter than this have no room for three default milestone windows. */
  static final int MIN_DAYS_FOR_DEFAULT_MILESTONES = 42;

  private static final int MILESTONE_DAYS = 14;

  /**
   * Creates a term.
   *
   * @param label the school year and the term, for instance {@code 2025-1}; unique in a calendar
   * @param name what people call it, for instance 2025学年秋季学期, if it has a name
   * @param schoolYear the school year it belongs to; year Y ends on 31 August Y + 1
   * @param days its days, with a last one
   * @param givenMilestones the milestone windows that the calendar gives, inside the term; if any
   *     is given, one that is not given has no window
   * @throws IllegalArgumentException if the label is blank, the term has no last day, it does not
   *     lie within its school year, or a given milestone does not lie inside the term
   */
  public Term {
    requireNonNull(label, "label");
    requireNonNull(name, "name");
    requireNonNull(days, "days");
    requireNonNull(givenMilestones, "givenMilestones");
    checkArgument(!label.isBlank(), "label must not be blank");
    checkArgument(
        name.isEmpty() || !name.get().isBlank(), "the name of term %s must not be blank", label);
    checkArgument(days.hasEnd(), "term %s must have a last day", label);
    LocalDate latest = endOfSchoolYear(schoolYear);
    checkArgument(
        days.start().getYear() >= schoolYear && !days.last().orElseThrow().isAfter(latest),
        "term %s (%s) must lie between %s-01-01 and %s",
        label,
        days,
        schoolYear,
        latest);
    for (Map.Entry<Milestone, DateRange> given : givenMilestones.entrySet()) {
      checkArgument(
          days.encloses(given.getValue()),
          "%s (%s) must lie inside term %s (%s)",
          given.getKey().code(),
          given.getValue(),
          label,
          days);
    }
  }

  /**
   * Returns a term whose milestones have their default windows.
   *
   * @param label what the school calls it
   * @param schoolYear the school year it belongs to
   * @param days its days, with a last one
   * @return the term
   * @throws IllegalArgumentException if one of them breaks a rule of the constructor
   */
  public static Term of(String label, int schoolYear, DateRange days) {
    return new Term(label, Optional.empty(), schoolYear, days, ImmutableMap.of());
  }

  /**
   * Returns the same term with a name.
   *
   * @param text what people call it, not blank
   * @return the term
   * @throws IllegalArgumentException if the name is blank
   */
  public Term withName(String text) {
    return new Term(label, Optional.of(text), schoolYear, days, givenMilestones);
  }

  /**
   * Returns the last day of a school year: 31 August of the year after.
   *
   * @param schoolYear the school year
   * @return its last day
   */
  public static LocalDate endOfSchoolYear(int schoolYear) {
    return LocalDate.of(schoolYear + 1, 8, 31);
  }

  /**
   * Returns the first day.
   *
   * @return the first day
   */
  public LocalDate first() {
    return days.start();
  }

  /**
   * Returns the last day.
   *
   * @return the last day, included
   */
  public LocalDate last() {
    return days.last().orElseThrow();
  }

  /**
   * Whether the milestone windows of this term are known: given, or the term is long enough for the
   * default ones.
   *
   * @return false if none is given and the term is shorter than 42 days
   */
  public boolean hasMilestones() {
    return !givenMilestones.isEmpty()
        || days.length().orElseThrow() >= MIN_DAYS_FOR_DEFAULT_MILESTONES;
  }

  /**
   * Returns the days of a milestone.
   *
   * <p>Example: in the term 2025-09-01/2026-01-17 of 139 days, the middle is 2025-11-02/2025-11-15.
   *
   * @param milestone the milestone
   * @return its days, or empty if the calendar gives others but not this one
   * @throws IllegalStateException if the term has no milestones, see {@link #hasMilestones()}
   */
  public Optional<DateRange> milestone(Milestone milestone) {
    if (!givenMilestones.isEmpty()) {
      return Optional.ofNullable(givenMilestones.get(milestone));
    }
    if (!hasMilestones()) {
      throw new IllegalStateException(
          "term " + label + " (" + days + ") is under 42 days and gives no milestones");
    }
    long length = days.length().orElseThrow();
    LocalDate from =
        switch (milestone) {
          case TERM_START -> first();
          case TERM_MID -> first().plusDays((length - MILESTONE_DAYS) / 2);
          case TERM_END -> last().minusDays(MILESTONE_DAYS - 1);
        };
    return Optional.of(DateRange.of(from, from.plusDays(MILESTONE_DAYS)));
  }
}
