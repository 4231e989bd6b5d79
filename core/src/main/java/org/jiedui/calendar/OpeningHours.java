package org.jiedui.calendar;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import org.jiedui.time.DateRange;

/**
 * When a place of the school is open in each week, such as its home for left-behind children
 * (留守儿童之家).
 *
 * <pre>{@code
 * OpeningHours fridays =
 *     new OpeningHours(FRIDAY, LocalTime.of(16, 0), LocalTime.of(17, 30), year, false);
 * OpeningHours.openings(List.of(fridays), schoolDays, october);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param weekday the weekday
 * @param from when it opens, of the school's zone, to the minute
 * @param until when it closes, after it opens, to the minute
 * @param days from which day on, and until which, these hours hold
 * @param daysOff whether also on weekends, public holidays and in vacations; else on days with
 *     lessons alone
 */
public record OpeningHours(
    DayOfWeek weekday, LocalTime from, LocalTime until, DateRange days, boolean daysOff) {

  /**
   * Creates opening hours.
   *
   * @param weekday the weekday
   * @param from when it opens, of the school's zone, to the minute
   * @param until when it closes, after it opens, to the minute
   * @param days from which day on, and until which, these hours hold
   * @param daysOff whether also on weekends, public holidays and in vacations; else on days with
   *     lessons alone
   * @throws IllegalArgumentException if it does not close after it opens, or a time is no whole
   *     minute
   */
  public OpeningHours {
    requireNonNull(weekday, "weekday");
    requireNonNull(from, "from");
    requireNonNull(until, "until");
    requireNonNull(days, "days");
    checkArgument(from.isBefore(until), "hours (%s to %s) must end after they begin", from, until);
    checkArgument(
        isWholeMinute(from) && isWholeMinute(until),
        "hours (%s to %s) must be whole minutes",
        from,
        until);
  }

  private static boolean isWholeMinute(LocalTime time) {
    return time.equals(time.truncatedTo(ChronoUnit.MINUTES));
  }

  /**
   * Whether these hours and others are of the same weekday, hold on a day in common, and have a
   * time in common. Hours that end when the others begin do not overlap them.
   *
   * @param other the other hours
   * @return true if they overlap
   */
  public boolean overlaps(OpeningHours other) {
    return weekday == other.weekday
        && days.overlaps(other.days)
        && from.isBefore(other.until)
        && other.from.isBefore(until);
  }

  /**
   * A time on one day in which the place is open.
   *
   * @param day the day
   * @param from when it opens
   * @param until when it closes
   */
  public record Opening(LocalDate day, LocalTime from, LocalTime until) {

    /**
     * Creates an opening.
     *
     * @param day the day
     * @param from when it opens
     * @param until when it closes
     */
    public Opening {
      requireNonNull(day, "day");
      requireNonNull(from, "from");
      requireNonNull(until, "until");
    }
  }

  private boolean isOpenOn(LocalDate day, DayKind kind) {
    boolean fits =
        switch (kind) {
          case TEACHING, MAKE_UP -> true;
          case WEEKEND, PUBLIC_HOLIDAY, VACATION -> daysOff;
          case EXAM, CLOSED -> false;
        };
    return fits && day.getDayOfWeek() == weekday && days.contains(day);
  }

  /**
   * Returns when a place is open. It never is on days of examinations and days on which the school
   * is closed; a make-up day has the hours of the weekday that it is.
   *
   * @param hours the hours of each week
   * @param school what each day is to the school
   * @param range the days, with a last one
   * @return the openings, by day and time
   * @throws IllegalArgumentException if the days have no last one
   */
  public static ImmutableList<Opening> openings(
      Collection<OpeningHours> hours, SchoolDays school, DateRange range) {
    checkArgument(range.hasEnd(), "days (%s) must have a last one", range);
    LocalDate last = range.last().orElseThrow();
    return range
        .start()
        .datesUntil(last.plusDays(1))
        .flatMap(
            day -> {
              DayKind kind = school.kindOn(day);
              return hours.stream()
                  .filter(each -> each.isOpenOn(day, kind))
                  .map(each -> new Opening(day, each.from(), each.until()))
                  .sorted(Comparator.comparing(Opening::from).thenComparing(Opening::until));
            })
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }
}
