package org.jiedui.compliance;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiedui.calendar.Milestone;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.SchoolYear;
import org.jiedui.calendar.Term;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.Season;
import org.jiedui.time.DateRange;

/**
 * The windows that a cadence gives in a calendar: the result of which a {@link Cadence} is the
 * definition.
 *
 * <p>Example: {@code P1M} in term season, in a term 2026-02-24/2026-07-04, gives 2026-02-24 to
 * 2026-03-31 (5 of 28 days are a stub and join March), April, May, and 2026-06-01/2026-07-04 (4 of
 * 31 days join June).
 *
 * <p>Rolling cadences and those after an event have no schedule: their windows depend on the child.
 *
 * <p>Immutable.
 *
 * @param windows the windows, by first day, then by last
 */
public record Schedule(ImmutableList<ScheduledWindow> windows) {

  /**
   * Creates a schedule.
   *
   * @param windows the windows, by first day, then by last
   */
  public Schedule {
    requireNonNull(windows, "windows");
  }

  private static final Comparator<ScheduledWindow> ORDER =
      Comparator.comparing(ScheduledWindow::days);

  /**
   * Returns the windows of a cadence.
   *
   * @param cadence weeks, months, milestones, terms or school years
   * @param season whether it rests in the holidays; concerns weeks and months
   * @param calendar the terms
   * @param begins the day on which the rule begins: from its week or month windows of a whole year
   *     are counted
   * @return all windows that begin on or before the calendar's horizon
   * @throws IllegalArgumentException if the cadence has no schedule, or is one of milestones and a
   *     term has none
   */
  public static Schedule of(
      Cadence cadence, Season season, SchoolCalendar calendar, LocalDate begins) {
    ImmutableList<ScheduledWindow> windows;
    if (cadence instanceof Cadence.Weeks weeks) {
      windows = periods(Period.ofWeeks(weeks.count()), season, calendar, begins);
    } else if (cadence instanceof Cadence.Months months) {
      windows = periods(Period.ofMonths(months.count()), season, calendar, begins);
    } else if (cadence instanceof Cadence.Milestones milestones) {
      windows = milestones(milestones, calendar);
    } else if (cadence instanceof Cadence.PerTerm) {
      windows =
          calendar.terms().stream()
              .map(term -> window(term.days(), Optional.of(term)))
              .collect(ImmutableList.toImmutableList());
    } else if (cadence instanceof Cadence.PerYear) {
      windows =
          calendar.years().stream()
              .map(SchoolYear::days)
              .map(days -> window(days, Optional.empty()))
              .collect(ImmutableList.toImmutableList());
    } else {
      throw new IllegalArgumentException(
          "the windows of \"" + cadence.text() + "\" depend on the child");
    }
    return new Schedule(windows);
  }

  private static ImmutableList<ScheduledWindow> periods(
      Period period, Season season, SchoolCalendar calendar, LocalDate begins) {
    if (season == Season.YEAR) {
      ImmutableList.Builder<ScheduledWindow> windows = ImmutableList.builder();
      LocalDate first = anchor(period, begins);
      for (int i = 0; ; i++) {
        LocalDate start = first.plus(period.multipliedBy(i));
        if (start.isAfter(calendar.horizon())) {
          return windows.build();
        }
        LocalDate end = first.plus(period.multipliedBy(i + 1));
        windows.add(window(DateRange.of(start, end), Optional.empty()));
      }
    }
    return calendar.terms().stream()
        .flatMap(term -> periodsIn(term, period).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** The Monday of the week, or the first day of the month. */
  private static LocalDate anchor(Period period, LocalDate day) {
    return period.toTotalMonths() > 0
        ? day.withDayOfMonth(1)
        : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static List<ScheduledWindow> periodsIn(Term term, Period period) {
    List<DateRange> full = new ArrayList<>();
    LocalDate first = anchor(period, term.first());
    for (int i = 0; !first.plus(period.multipliedBy(i)).isAfter(term.last()); i++) {
      full.add(
          DateRange.of(first.plus(period.multipliedBy(i)), first.plus(period.multipliedBy(i + 1))));
    }
    List<ScheduledWindow> pieces = new ArrayList<>();
    for (DateRange days : full) {
      pieces.add(window(days.intersection(term.days()).orElseThrow(), Optional.of(term)));
    }
    if (pieces.size() > 1 && isStub(pieces.get(0).days(), full.get(0))) {
      join(pieces, 0);
    }
    int last = pieces.size() - 1;
    if (last > 0 && isStub(pieces.get(last).days(), full.get(full.size() - 1))) {
      join(pieces, last - 1);
    }
    return pieces;
  }

  private static boolean isStub(DateRange piece, DateRange full) {
    return 2 * piece.length().orElseThrow() < full.length().orElseThrow();
  }

  /** Joins a piece with the one behind it. */
  private static void join(List<ScheduledWindow> pieces, int index) {
    ScheduledWindow left = pieces.get(index);
    ScheduledWindow right = pieces.remove(index + 1);
    DateRange days = DateRange.of(left.days().start(), right.days().end().orElseThrow());
    pieces.set(index, new ScheduledWindow(days, left.term(), left.milestone(), true));
  }

  private static ImmutableList<ScheduledWindow> milestones(
      Cadence.Milestones milestones, SchoolCalendar calendar) {
    List<ScheduledWindow> windows = new ArrayList<>();
    for (Term term : calendar.terms()) {
      checkArgument(
          term.hasMilestones(),
          "term %s (%s) is under 42 days and gives no milestones, so the cadence %s has no windows"
              + " in it",
          term.label(),
          term.days(),
          milestones.text());
      for (Milestone milestone : milestones.which()) {
        term.milestone(milestone)
            .ifPresent(
                days ->
                    windows.add(
                        new ScheduledWindow(
                            days, Optional.of(term.label()), Optional.of(milestone), false)));
      }
    }
    return ImmutableList.sortedCopyOf(ORDER, windows);
  }

  private static ScheduledWindow window(DateRange days, Optional<Term> term) {
    return new ScheduledWindow(days, term.map(Term::label), Optional.empty(), false);
  }
}
