package org.jiedui.activity;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiedui.calendar.DayKind;
import org.jiedui.calendar.Festival;
import org.jiedui.calendar.PublicHolidays;
import org.jiedui.calendar.SchoolDays;
import org.jiedui.time.DateRange;

/** What the timings share. */
final class Timings {

  static final int MAX_DAYS = 60;
  static final int MAX_WEEKS = 30;
  static final int MAX_IN_MONTH = 5;

  private Timings() {}

  static String textOf(DayOfWeek weekday) {
    return Ascii.toLowerCase(weekday.name());
  }

  static ImmutableSortedSet<LocalDate> daysOf(DateRange days) {
    return sorted(days.start().datesUntil(days.end().orElseThrow()));
  }

  static ImmutableSortedSet<LocalDate> sorted(Stream<LocalDate> days) {
    return days.collect(toImmutableSortedSet(Comparator.<LocalDate>naturalOrder()));
  }

  private static DateRange whole(SchoolDays days) {
    return DateRange.ofClosed(days.calendar().terms().get(0).first(), days.calendar().horizon());
  }

  /** The years of the calendar, and the one after for what is before a festival in it. */
  static Stream<Integer> years(SchoolDays days) {
    int last = Math.min(days.calendar().horizon().getYear() + 1, Festival.LAST_YEAR);
    return IntStream.rangeClosed(whole(days).start().getYear() - 1, last)
        .filter(year -> year >= PublicHolidays.FIRST_YEAR)
        .boxed();
  }

  /** What of some days lies in the calendar, if anything does. */
  static Stream<Occasion> occasion(SchoolDays days, String key, DateRange all, LocalDate wish) {
    return all
        .intersection(whole(days))
        .map(some -> Occasion.near(key, daysOf(some), wish))
        .stream();
  }

  static DateRange runOf(SchoolDays days, LocalDate day) {
    LocalDate first = day;
    while (isOff(days, first.minusDays(1))) {
      first = first.minusDays(1);
    }
    LocalDate last = day;
    while (isOff(days, last.plusDays(1))) {
      last = last.plusDays(1);
    }
    return DateRange.ofClosed(first, last);
  }

  private static boolean isOff(SchoolDays days, LocalDate day) {
    DayKind kind = days.kindOn(day);
    return kind == DayKind.PUBLIC_HOLIDAY || kind == DayKind.WEEKEND;
  }

  static ImmutableList<Occasion> holidays(SchoolDays days) {
    ImmutableList.Builder<Occasion> occasions = ImmutableList.builder();
    LocalDate next = whole(days).start();
    while (!next.isAfter(days.calendar().horizon())) {
      if (days.kindOn(next) == DayKind.PUBLIC_HOLIDAY) {
        DateRange run = runOf(days, next);
        LocalDate first = next;
        occasion(days, "holiday-" + first, run, first).forEach(occasions::add);
        next = run.end().orElseThrow();
      } else {
        next = next.plusDays(1);
      }
    }
    return occasions.build();
  }
}
