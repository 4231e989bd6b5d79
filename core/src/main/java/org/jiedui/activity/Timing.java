package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.errorprone.annotations.Immutable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiedui.calendar.DayKind;
import org.jiedui.calendar.Festival;
import org.jiedui.calendar.Milestone;
import org.jiedui.calendar.PublicHolidays;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.SchoolDays;
import org.jiedui.calendar.Term;
import org.jiedui.calendar.TermWeek;
import org.jiedui.rule.RuleSyntaxException;
import org.jiedui.time.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * When something is to be held. It is only the definition; what it gives in a calendar are its
 * {@link #occasions}.
 *
 * <p>Each has a text form that {@link #parse} reads and {@link #text()} prints back:
 *
 * <ul>
 *   <li>{@code on childrens-day}: on a festival; of the Spring Festival, from its eve
 *   <li>{@code near mid-autumn-festival from -3 to 1}: from three days before a festival to the day
 *       after, best on it; {@code from 1 to 3} is after it
 *   <li>{@code week 2}, {@code week 2 friday}, {@code week -1}: in a week of each term, counted
 *       from its first or, below 0, from its last; best on its first day or on a weekday
 *   <li>{@code at term-start}: in a milestone of each term, best on its first day
 *   <li>{@code weekly friday}: each week of term, on that weekday
 *   <li>{@code monthly friday}, {@code monthly friday 3}, {@code monthly friday -1}: each month of
 *       term, on a day of that weekday, best the first, the third, the last
 *   <li>{@code 2 per term}: so many times, each in its share of the term, best in the middle
 *   <li>{@code holiday}, {@code holiday national-day}: in each run of days off in term that has a
 *       public holiday, or in that of a festival; best on the festival
 *   <li>{@code vacation}, {@code vacation winter}: between terms, best on the first day
 * </ul>
 *
 * <p>A milestone of a term that has none, a weekday that a month cut by the term does not have, and
 * a week that a short term does not have, give no occasion.
 *
 * <p>Immutable.
 */
@Immutable
public sealed interface Timing {

  /**
   * Returns the text form.
   *
   * @return the text that {@link #parse} reads back to an equal timing
   */
  String text();

  /**
   * Returns each time that it asks for something in a calendar, whatever the school does on those
   * days.
   *
   * <p>Example: {@code near mid-autumn-festival from -3 to 1} has in the school year 2025 the one
   * occasion {@code mid-autumn-festival-2025} with 2025-10-03 to 2025-10-07, best 2025-10-06.
   *
   * @param days the calendar
   * @return the occasions by their first day, with days from the calendar's first term to its
   *     horizon alone
   */
  ImmutableList<Occasion> occasions(SchoolDays days);

  /**
   * On or near a festival.
   *
   * @param festival the festival
   * @param from how many days after its first day it begins, below 0 for days before; if above 0,
   *     after its last; -60 to 60
   * @param to how many days after its last day it ends, below 0 for days before its first; not less
   *     than {@code from}, up to 60
   */
  record NearFestival(Festival festival, int from, int to) implements Timing {

    /**
     * Creates a timing.
     *
     * @param festival the festival
     * @param from how many days after its first day it begins, below 0 for days before; if above 0,
     *     after its last; -60 to 60
     * @param to how many days after its last day it ends, below 0 for days before its first; not
     *     less than {@code from}, up to 60
     * @throws IllegalArgumentException if they are not -60 to 60 or descend
     */
    public NearFestival {
      requireNonNull(festival, "festival");
      checkArgument(
          -Timings.MAX_DAYS <= from && from <= to && to <= Timings.MAX_DAYS,
          "days (%s to %s) must be -%s to %s and ascend",
          from,
          to,
          Timings.MAX_DAYS,
          Timings.MAX_DAYS);
    }

    @Override
    public String text() {
      return from == 0 && to == 0
          ? "on " + festival.code()
          : "near " + festival.code() + " from " + from + " to " + to;
    }

    @Override
    public ImmutableList<Occasion> occasions(SchoolDays days) {
      return Timings.years(days)
          .flatMap(
              year -> {
                DateRange own = festival.daysIn(year);
                LocalDate last = own.last().orElseThrow();
                DateRange all =
                    DateRange.ofClosed(
                        (from > 0 ? last : own.start()).plusDays(from),
                        (to < 0 ? own.start() : last).plusDays(to));
                return Timings.occasion(
                    days, festival.code() + "-" + year, all, festival.dayIn(year));
              })
          .collect(toImmutableList());
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * In a week of each term.
   *
   * @param number the week's number, or below 0 counted from the last, which is -1; -30 to 30, not
   *     0
   * @param weekday the weekday that suits best; if empty, the week's first day does
   */
  record InWeek(int number, Optional<DayOfWeek> weekday) implements Timing {

    /**
     * Creates a timing.
     *
     * @param number the week's number, or below 0 counted from the last, which is -1; -30 to 30,
     *     not 0
     * @param weekday the weekday that suits best; if empty, the week's first day does
     * @throws IllegalArgumentException if the number is not -30 to 30 or is 0
     */
    public InWeek {
      requireNonNull(weekday, "weekday");
      checkArgument(
          number != 0 && Math.abs(number) <= Timings.MAX_WEEKS,
          "week (%s) must be 1 to %s, or below 0",
          number,
          Timings.MAX_WEEKS);
    }

    @Override
    public String text() {
      return "week " + number + weekday.map(day -> " " + Timings.textOf(day)).orElse("");
    }

    @Override
    public ImmutableList<Occasion> occasions(SchoolDays days) {
      return days.calendar().terms().stream()
          .flatMap(
              term -> {
                ImmutableList<TermWeek> weeks = days.weeks(term);
                int index = number > 0 ? number - 1 : weeks.size() + number;
                if (index < 0 || index >= weeks.size()) {
                  return Stream.empty();
                }
                ImmutableSortedSet<LocalDate> week = Timings.daysOf(weeks.get(index).days());
                LocalDate best =
                    week.stream()
                        .filter(day -> weekday.isPresent() && day.getDayOfWeek() == weekday.get())
                        .findFirst()
                        .orElse(week.first());
                return Stream.of(
                    new Occasion(Occasion.keyOf(term.label()) + ".week" + number, week, best));
              })
          .collect(toImmutableList());
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * In a milestone of each term.
   *
   * @param milestone which
   */
  record AtMilestone(Milestone milestone) implements Timing {

    /**
     * Creates a timing.
     *
     * @param milestone which
     */
    public AtMilestone {
      requireNonNull(milestone, "milestone");
    }

    @Override
    public String text() {
      return "at " + milestone.code();
    }

    @Override
    public ImmutableList<Occasion> occasions(SchoolDays days) {
      return days.calendar().terms().stream()
          .filter(Term::hasMilestones)
          .flatMap(
              term ->
                  term.milestone(milestone).stream()
                      .flatMap(
                          own ->
                              Timings.occasion(
                                  days,
                                  Occasion.keyOf(term.label()) + "." + milestone.code(),
                                  own,
                                  own.start())))
          .collect(toImmutableList());
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * Each week of term, on a weekday.
   *
   * @param weekday the weekday
   */
  record EachWeek(DayOfWeek weekday) implements Timing {

    /**
     * Creates a timing.
     *
     * @param weekday the weekday
     */
    public EachWeek {
      requireNonNull(weekday, "weekday");
    }

    @Override
    public String text() {
      return "weekly " + Timings.textOf(weekday);
    }

    @Override
    public ImmutableList<Occasion> occasions(SchoolDays days) {
      return days.calendar().terms().stream()
          .flatMap(term -> days.weeks(term).stream())
          .flatMap(
              week ->
                  Timings.daysOf(week.days()).stream()
                      .filter(day -> day.getDayOfWeek() == weekday)
                      .map(
                          day ->
                              new Occasion(
                                  Occasion.keyOf(week.term()) + ".w" + week.number(),
                                  ImmutableSortedSet.of(day),
                                  day)))
          .collect(toImmutableList());
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * Each month of term, on a day of a weekday.
   *
   * @param weekday the weekday
   * @param nth which of the month's in term suits best: 1 to 5, or -1 for the last
   */
  record EachMonth(DayOfWeek weekday, int nth) implements Timing {

    /**
     * Creates a timing.
     *
     * @param weekday the weekday
     * @param nth which of the month's in term suits best: 1 to 5, or -1 for the last
     * @throws IllegalArgumentException if it is neither 1 to 5 nor -1
     */
    public EachMonth {
      requireNonNull(weekday, "weekday");
      checkArgument(
          nth == -1 || (nth >= 1 && nth <= Timings.MAX_IN_MONTH),
          "nth (%s) must be 1 to %s, or -1",
          nth,
          Timings.MAX_IN_MONTH);
    }

    @Override
    public String text() {
      return "monthly " + Timings.textOf(weekday) + (nth == 1 ? "" : " " + nth);
    }

    @Override
    public ImmutableList<Occasion> occasions(SchoolDays days) {
      return days.calendar().terms().stream()
          .flatMap(
              term -> {
                NavigableMap<YearMonth, ImmutableSortedSet<LocalDate>> months = new TreeMap<>();
                Timings.daysOf(term.days()).stream()
                    .filter(day -> day.getDayOfWeek() == weekday)
                    .forEach(
                        day ->
                            months.merge(
                                YearMonth.from(day),
                                ImmutableSortedSet.of(day),
                                (some, more) ->
                                    Timings.sorted(Stream.concat(some.stream(), more.stream()))));
                return months.entrySet().stream()
                    .map(
                        month -> {
                          ImmutableList<LocalDate> all = month.getValue().asList();
                          int index = nth == -1 ? all.size() - 1 : Math.min(nth, all.size()) - 1;
                          return new Occasion(
                              Occasion.keyOf(term.label()) + "." + month.getKey(),
                              month.getValue(),
                              all.get(index));
                        });
              })
          .collect(toImmutableList());
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * So many times a term, each in its share of it.
   *
   * @param times 1 to 30
   */
  record PerTerm(int times) implements Timing {

    /**
     * Creates a timing.
     *
     * @param times 1 to 30
     * @throws IllegalArgumentException if they are not 1 to 30
     */
    public PerTerm {
      checkArgument(
          times >= 1 && times <= Timings.MAX_WEEKS,
          "times (%s) must be 1 to %s",
          times,
          Timings.MAX_WEEKS);
    }

    @Override
    public String text() {
      return times + " per term";
    }

    @Override
    public ImmutableList<Occasion> occasions(SchoolDays days) {
      return days.calendar().terms().stream()
          .flatMap(
              term -> {
                int length = (int) term.days().length().orElseThrow();
                return IntStream.range(0, times)
                    .filter(i -> length * i / times < length * (i + 1) / times)
                    .mapToObj(
                        i -> {
                          int first = length * i / times;
                          int end = length * (i + 1) / times;
                          return Occasion.near(
                              Occasion.keyOf(term.label()) + "." + (i + 1) + "of" + times,
                              Timings.daysOf(
                                  DateRange.of(
                                      term.first().plusDays(first), term.first().plusDays(end))),
                              term.first().plusDays((first + end - 1) / 2));
                        });
              })
          .collect(toImmutableList());
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * In the days off around public holidays.
   *
   * @param festival the festival whose holiday it is; if empty, every run of days off in term that
   *     has a public holiday
   */
  record InHoliday(Optional<Festival> festival) implements Timing {

    /**
     * Creates a timing.
     *
     * @param festival the festival whose holiday it is; if empty, every run of days off in term
     *     that has a public holiday
     */
    public InHoliday {
      requireNonNull(festival, "festival");
    }

    @Override
    public String text() {
      return "holiday" + festival.map(one -> " " + one.code()).orElse("");
    }

    @Override
    public ImmutableList<Occasion> occasions(SchoolDays days) {
      if (festival.isEmpty()) {
        return Timings.holidays(days);
      }
      return Timings.years(days)
          .flatMap(
              year ->
                  Timings.occasion(
                      days,
                      festival.get().code() + "-" + year + ".holiday",
                      holidayOf(days, festival.get(), year),
                      festival.get().dayIn(year)))
          .collect(toImmutableList());
    }

    /** In term the run of days off; in a vacation what the law gives; else the day itself. */
    private static DateRange holidayOf(SchoolDays days, Festival festival, int year) {
      LocalDate day = festival.dayIn(year);
      if (days.kindOn(day) == DayKind.PUBLIC_HOLIDAY) {
        return Timings.runOf(days, day);
      }
      ImmutableSortedSet<LocalDate> byLaw =
          Timings.sorted(
              PublicHolidays.statutory(year).entrySet().stream()
                  .filter(one -> one.getValue() == festival)
                  .map(one -> one.getKey()));
      return byLaw.isEmpty()
          ? festival.daysIn(year)
          : DateRange.ofClosed(byLaw.first(), byLaw.last());
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * Between terms.
   *
   * @param which which vacation; if empty, each
   */
  record InVacation(Optional<Vacation> which) implements Timing {

    /**
     * Creates a timing.
     *
     * @param which which vacation; if empty, each
     */
    public InVacation {
      requireNonNull(which, "which");
    }

    @Override
    public String text() {
      return "vacation" + which.map(one -> " " + one.code()).orElse("");
    }

    @Override
    public ImmutableList<Occasion> occasions(SchoolDays days) {
      SchoolCalendar calendar = days.calendar();
      ImmutableList.Builder<Occasion> occasions = ImmutableList.builder();
      for (int i = 0; i < calendar.terms().size(); i++) {
        Term term = calendar.terms().get(i);
        @Nullable Term next = i + 1 < calendar.terms().size() ? calendar.terms().get(i + 1) : null;
        LocalDate first = term.last().plusDays(1);
        LocalDate end = next == null ? calendar.horizon().plusDays(1) : next.first();
        Vacation vacation =
            next != null && next.schoolYear() == term.schoolYear()
                ? Vacation.WINTER
                : Vacation.SUMMER;
        if (first.isBefore(end) && (which.isEmpty() || which.get() == vacation)) {
          occasions.add(
              Occasion.near(
                  "after." + Occasion.keyOf(term.label()),
                  Timings.daysOf(DateRange.of(first, end)),
                  first));
        }
      }
      return occasions.build();
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * Reads a text form.
   *
   * <p>Example: {@code parse("week 2 friday")} is {@code new InWeek(2,
   * Optional.of(DayOfWeek.FRIDAY))}.
   *
   * @param text one of the forms above; spaces may be many
   * @return the timing
   * @throws RuleSyntaxException if the text has another form; it names the position and what was
   *     expected there
   */
  static Timing parse(String text) {
    return new TimingParser(text).parse();
  }
}
