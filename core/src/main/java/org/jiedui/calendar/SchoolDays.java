package org.jiedui.calendar;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeMap;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jiedui.time.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * What every day is to a school: its terms, what the county and the school say of single days, the
 * public holidays and the weekends.
 *
 * <p>What is said more closely wins: the school's own marks, then the county's, then vacation
 * outside the terms, then the government's arrangement or, where it is not known, the law, and last
 * the weekend.
 *
 * <pre>{@code
 * SchoolDays days =
 *     SchoolDays.of(calendar)
 *         .extendedBy(List.of(DayMark.of(DateRange.parse("2026-01-12/2026-01-14"), DayKind.EXAM)));
 * days.kindOn(LocalDate.parse("2025-09-28")); // MAKE_UP
 * days.weekOn(LocalDate.parse("2025-09-10")); // week 2 of 2025-1
 * }</pre>
 *
 * <p>Immutable.
 */
public final class SchoolDays {

  private static final int DAYS_OF_WEEK = 7;

  private final SchoolCalendar calendar;
  private final ImmutableList<DayMark> marks;
  private final ImmutableRangeMap<LocalDate, DayMark> markByDay;
  private final ImmutableSortedMap<LocalDate, DayKind> holidays;

  private SchoolDays(
      SchoolCalendar calendar,
      ImmutableList<DayMark> marks,
      ImmutableSortedMap<LocalDate, DayKind> holidays) {
    this.calendar = calendar;
    this.marks = marks;
    this.holidays = holidays;
    TreeRangeMap<LocalDate, DayMark> byDay = TreeRangeMap.create();
    marks.forEach(mark -> byDay.put(mark.days().toRange(), mark));
    this.markByDay = ImmutableRangeMap.copyOf(byDay);
  }

  /**
   * Returns the days of a calendar of which nothing else is said.
   *
   * @param calendar the terms, in the years 2014 to 2050
   * @return the days
   * @throws IllegalArgumentException if a term lies in another year
   */
  public static SchoolDays of(SchoolCalendar calendar) {
    return new SchoolDays(calendar, ImmutableList.of(), holidays(calendar));
  }

  private static ImmutableSortedMap<LocalDate, DayKind> holidays(SchoolCalendar calendar) {
    Map<LocalDate, DayKind> days = new TreeMap<>();
    int last = calendar.horizon().getYear();
    for (int year = calendar.terms().get(0).first().getYear(); year <= last; year++) {
      PublicHolidays.statutory(year).keySet().forEach(day -> days.put(day, DayKind.PUBLIC_HOLIDAY));
      PublicHolidays.findArranged(year)
          .ifPresent(
              arranged ->
                  arranged
                      .values()
                      .forEach(
                          day ->
                              days.put(
                                  day.day(),
                                  day.isWorked() ? DayKind.MAKE_UP : DayKind.PUBLIC_HOLIDAY)));
    }
    return ImmutableSortedMap.copyOf(days);
  }

  /**
   * Returns these days with more said of them: a county's by what a school adds, for instance.
   *
   * @param more what is said; on its days it replaces what was said before, not the whole of it
   * @return the days
   * @throws IllegalArgumentException if two of the new marks speak of the same day
   */
  public SchoolDays extendedBy(Collection<DayMark> more) {
    checkApart(more);
    return new SchoolDays(
        calendar,
        Stream.concat(marks.stream(), more.stream()).collect(toImmutableList()),
        holidays);
  }

  private static void checkApart(Collection<DayMark> more) {
    TreeRangeMap<LocalDate, DayMark> seen = TreeRangeMap.create();
    for (DayMark mark : more) {
      Range<LocalDate> days = mark.days().toRange();
      Map<Range<LocalDate>, DayMark> before = seen.subRangeMap(days).asMapOfRanges();
      checkArgument(
          before.isEmpty(),
          "%s must be marked once, but are marked as %s and as %s",
          mark.days(),
          mark.kind().code(),
          before.values().stream().map(other -> other.kind().code()).distinct().toList());
      seen.put(days, mark);
    }
  }

  /**
   * Returns the terms.
   *
   * @return the calendar
   */
  public SchoolCalendar calendar() {
    return calendar;
  }

  /**
   * Returns what was said of single days, in the order in which it was.
   *
   * @return the marks
   */
  public ImmutableList<DayMark> marks() {
    return marks;
  }

  /**
   * Returns what a day is.
   *
   * @param day the day
   * @return its kind; vacation on every day outside the terms of which nothing else is said
   */
  public DayKind kindOn(LocalDate day) {
    @Nullable DayMark mark = markByDay.get(day);
    if (mark != null) {
      return mark.kind();
    }
    if (calendar.termOn(day).isEmpty()) {
      return DayKind.VACATION;
    }
    @Nullable DayKind holiday = holidays.get(day);
    if (holiday != null) {
      return holiday;
    }
    return isWeekend(day) ? DayKind.WEEKEND : DayKind.TEACHING;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /**
   * Returns what people call a day that somebody marked.
   *
   * @param day the day
   * @return the name of its mark, or empty if it has none
   */
  public Optional<String> nameOn(LocalDate day) {
    return Optional.ofNullable(markByDay.get(day)).flatMap(DayMark::name);
  }

  /**
   * Returns the week of term in which a day lies.
   *
   * @param day the day
   * @return the week, or empty outside the terms
   */
  public Optional<TermWeek> weekOn(LocalDate day) {
    return calendar.termOn(day).map(term -> week(term, numberOf(term, day)));
  }

  /**
   * Returns the weeks of a term, in order.
   *
   * @param term a term of the calendar
   * @return the weeks, the first and the last cut to the term
   */
  public ImmutableList<TermWeek> weeks(Term term) {
    ImmutableList.Builder<TermWeek> weeks = ImmutableList.builder();
    for (int number = 1; number <= numberOf(term, term.last()); number++) {
      weeks.add(week(term, number));
    }
    return weeks.build();
  }

  private static int numberOf(Term term, LocalDate day) {
    return (int) ChronoUnit.WEEKS.between(monday(term.first()), monday(day)) + 1;
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static TermWeek week(Term term, int number) {
    LocalDate monday = monday(term.first()).plusWeeks(number - 1L);
    DateRange whole = DateRange.of(monday, monday.plusDays(DAYS_OF_WEEK));
    return new TermWeek(term.label(), number, whole.intersection(term.days()).orElseThrow());
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof SchoolDays other
        && calendar.equals(other.calendar)
        && marks.equals(other.marks);
  }

  @Override
  public int hashCode() {
    return Objects.hash(calendar, marks);
  }

  /** Returns the terms and how many marks there are. */
  @Override
  public String toString() {
    return calendar + " with " + marks.size() + " marks";
  }
}
