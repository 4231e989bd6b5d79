package org.jiedui.compliance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.calendar.Milestone;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.Season;
import org.jiedui.text.Coded;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

  private static final LocalDate BEGINS = LocalDate.of(2025, 9, 1);
  private static final Term AUTUMN = term("2025-1", "2025-09-01/2026-01-17");
  private static final Term SPRING = term("2025-2", "2026-02-24/2026-07-04");

  private static Term term(String label, String days) {
    return Term.of(label, 2025, DateRange.parse(days));
  }

  private static Schedule schedule(String cadence, Season season, LocalDate begins, Term... terms) {
    return Schedule.of(Cadence.parse(cadence), season, SchoolCalendar.of(List.of(terms)), begins);
  }

  /** The windows; one that a stub has joined is marked with a plus. */
  private static String text(Schedule schedule) {
    return schedule.windows().stream()
        .map(window -> window.days() + (window.joinedStub() ? "+" : ""))
        .collect(joining(" "));
  }

  private static String squeezed(String cell) {
    return String.join(" ", Splitter.on(' ').omitEmptyStrings().split(cell));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          cadence | term                  | windows
          # 17 of 31 days in January are no stub.
          P1M     | 2025-09-01/2026-01-17 | 2025-09-01/2025-09-30 2025-10-01/2025-10-31 2025-11-01/2025-11-30 2025-12-01/2025-12-31 2026-01-01/2026-01-17
          # 15 of 31 are one, 16 are not.
          P1M     | 2025-09-01/2026-01-15 | 2025-09-01/2025-09-30 2025-10-01/2025-10-31 2025-11-01/2025-11-30 2025-12-01/2026-01-15+
          P1M     | 2025-09-01/2026-01-16 | 2025-09-01/2025-09-30 2025-10-01/2025-10-31 2025-11-01/2025-11-30 2025-12-01/2025-12-31 2026-01-01/2026-01-16
          # 5 of 28 days in February and 4 of 31 in July are stubs.
          P1M     | 2026-02-24/2026-07-04 | 2026-02-24/2026-03-31+ 2026-04-01/2026-04-30 2026-05-01/2026-05-31 2026-06-01/2026-07-04+
          # 14 of 28 are half: no stub. 13 are one.
          P1M     | 2026-02-15/2026-04-30 | 2026-02-15/2026-02-28 2026-03-01/2026-03-31 2026-04-01/2026-04-30
          P1M     | 2026-02-16/2026-04-30 | 2026-02-16/2026-03-31+ 2026-04-01/2026-04-30
          # Two stubs become one window, whatever its length.
          P1M     | 2025-09-25/2025-10-05 | 2025-09-25/2025-10-05+
          # Both edges join the one piece between them.
          P1M     | 2025-09-25/2025-11-05 | 2025-09-25/2025-11-05+
          # A term of one piece keeps it, however short.
          P1M     | 2025-09-10/2025-09-12 | 2025-09-10/2025-09-12
          P1W     | 2025-09-10/2025-09-12 | 2025-09-10/2025-09-12
          # Weeks from Monday: Thursday to Sunday are 4 of 7 and no stub, Friday to Sunday are 3 and one.
          P1W     | 2025-09-04/2025-09-21 | 2025-09-04/2025-09-07 2025-09-08/2025-09-14 2025-09-15/2025-09-21
          P1W     | 2025-09-05/2025-09-21 | 2025-09-05/2025-09-14+ 2025-09-15/2025-09-21
          P1W     | 2025-09-01/2025-09-17 | 2025-09-01/2025-09-07 2025-09-08/2025-09-17+
          P1W     | 2025-09-01/2025-09-18 | 2025-09-01/2025-09-07 2025-09-08/2025-09-14 2025-09-15/2025-09-18
          # Two weeks: 7 of 14 are half.
          P2W     | 2025-09-01/2025-10-05 | 2025-09-01/2025-09-14 2025-09-15/2025-09-28 2025-09-29/2025-10-05
          P2W     | 2025-09-01/2025-10-04 | 2025-09-01/2025-09-14 2025-09-15/2025-10-04+
          P2W     | 2025-09-08/2025-10-12 | 2025-09-08/2025-09-21 2025-09-22/2025-10-05 2025-10-06/2025-10-12
          P2W     | 2025-09-10/2025-10-10 | 2025-09-10/2025-09-21 2025-09-22/2025-10-10+
          # Three months from the month of the first day: 48 of 92 in December and January.
          P3M     | 2025-09-01/2026-01-17 | 2025-09-01/2025-11-30 2025-12-01/2026-01-17
          P3M     | 2025-09-01/2026-01-14 | 2025-09-01/2025-11-30 2025-12-01/2026-01-14
          P3M     | 2025-09-01/2026-01-13 | 2025-09-01/2026-01-13+
          P3M     | 2026-02-24/2026-07-04 | 2026-02-24/2026-04-30 2026-05-01/2026-07-04
          P6M     | 2025-09-01/2026-01-17 | 2025-09-01/2026-01-17
          # Over a leap day: 15 of 29 days of February 2024.
          P1M     | 2024-02-15/2024-03-31 | 2024-02-15/2024-02-29 2024-03-01/2024-03-31
          P1M     | 2024-02-16/2024-03-31 | 2024-02-16/2024-03-31+
          per-term | 2025-09-01/2026-01-17 | 2025-09-01/2026-01-17
          """)
  void of_termSeason_isCutToTheTermAndItsStubsJoined(
      String cadence, DateRange days, String windows) {
    int year =
        days.start().getMonthValue() < 8 ? days.start().getYear() - 1 : days.start().getYear();
    Term term = Term.of("t", year, days);
    assertThat(text(schedule(cadence, Season.TERM, BEGINS, term))).isEqualTo(squeezed(windows));
  }

  @Test
  void of_termSeason_countsAfreshInEveryTerm() {
    assertThat(text(schedule("P2M", Season.TERM, BEGINS, AUTUMN, SPRING)))
        .isEqualTo(
            "2025-09-01/2025-10-31 2025-11-01/2026-01-17+"
                + " 2026-02-24/2026-03-31 2026-04-01/2026-05-31 2026-06-01/2026-07-04");
  }

  @Test
  void of_termSeason_doesNotDependOnTheRulesFirstDay() {
    assertThat(schedule("P1M", Season.TERM, LocalDate.of(2025, 10, 15), AUTUMN, SPRING))
        .isEqualTo(schedule("P1M", Season.TERM, BEGINS, AUTUMN, SPRING));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          cadence | begins     | first window          | second window
          # Thursday: from the Monday of its week.
          P1W     | 2025-10-02 | 2025-09-29/2025-10-05 | 2025-10-06/2025-10-12
          P2W     | 2025-10-02 | 2025-09-29/2025-10-12 | 2025-10-13/2025-10-26
          P1W     | 2025-09-29 | 2025-09-29/2025-10-05 | 2025-10-06/2025-10-12
          P1W     | 2025-10-05 | 2025-09-29/2025-10-05 | 2025-10-06/2025-10-12
          P1M     | 2025-10-31 | 2025-10-01/2025-10-31 | 2025-11-01/2025-11-30
          P3M     | 2025-10-31 | 2025-10-01/2025-12-31 | 2026-01-01/2026-03-31
          # Through the holidays and over a year's end.
          P1W     | 2026-01-01 | 2025-12-29/2026-01-04 | 2026-01-05/2026-01-11
          """)
  void of_yearSeason_countsFromTheWeekOrMonthInWhichTheRuleBegins(
      String cadence, LocalDate begins, String first, String second) {
    assertThat(
            schedule(cadence, Season.YEAR, begins, AUTUMN, SPRING).windows().stream()
                .limit(2)
                .map(window -> window.days().toString()))
        .containsExactly(first, second);
  }

  @Test
  void of_yearSeason_theLastWindowBeginsUpToTheHorizonAndIsNotCut() {
    Schedule months = schedule("P2M", Season.YEAR, LocalDate.of(2026, 5, 7), AUTUMN, SPRING);
    assertThat(text(months)).isEqualTo("2026-05-01/2026-06-30 2026-07-01/2026-08-31");
    Schedule weeks = schedule("P1W", Season.YEAR, LocalDate.of(2026, 8, 20), AUTUMN, SPRING);
    assertThat(text(weeks))
        .isEqualTo("2026-08-17/2026-08-23 2026-08-24/2026-08-30 2026-08-31/2026-09-06");
    assertThat(text(schedule("P1W", Season.YEAR, LocalDate.of(2026, 9, 7), AUTUMN, SPRING)))
        .isEmpty();
  }

  @Test
  void of_yearSeason_ownLastDayIsTheHorizon() {
    SchoolCalendar calendar =
        SchoolCalendar.endingOn(List.of(AUTUMN, SPRING), LocalDate.of(2026, 7, 5));
    assertThat(
            text(
                Schedule.of(Cadence.parse("P1M"), Season.YEAR, calendar, LocalDate.of(2026, 6, 1))))
        .isEqualTo("2026-06-01/2026-06-30 2026-07-01/2026-07-31");
  }

  @Test
  void of_milestones_areThoseOfEachTerm() {
    assertThat(text(schedule("term-start,term-end", Season.TERM, BEGINS, AUTUMN, SPRING)))
        .isEqualTo(
            "2025-09-01/2025-09-14 2026-01-04/2026-01-17"
                + " 2026-02-24/2026-03-09 2026-06-21/2026-07-04");
    assertThat(schedule("term-mid", Season.TERM, BEGINS, AUTUMN).windows())
        .extracting(window -> window.milestone().map(Coded::code).orElse("none"))
        .containsExactly("term-mid");
  }

  @Test
  void of_givenMilestones_haveNoWindowForTheOthers() {
    Term given =
        new Term(
            "2025-1",
            Optional.empty(),
            2025,
            AUTUMN.days(),
            ImmutableMap.of(
                Milestone.TERM_END, DateRange.parse("2025-12-20/2025-12-31"),
                Milestone.TERM_START, DateRange.parse("2025-09-08/2025-09-12")));
    assertThat(text(schedule("term-start,term-mid,term-end", Season.TERM, BEGINS, given)))
        .isEqualTo("2025-09-08/2025-09-12 2025-12-20/2025-12-31");
    assertThat(text(schedule("term-mid", Season.TERM, BEGINS, given))).isEmpty();
  }

  @Test
  void of_milestonesOfATermUnder42Days_isRejected() {
    Term week = term("2025-3", "2026-07-06/2026-07-12");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> schedule("term-mid", Season.TERM, BEGINS, AUTUMN, week))
        .withMessage(
            "term 2025-3 (2026-07-06/2026-07-12) is under 42 days and gives no milestones,"
                + " so the cadence term-mid has no windows in it");
    assertThat(text(schedule("per-term", Season.TERM, BEGINS, AUTUMN, week)))
        .isEqualTo("2025-09-01/2026-01-17 2026-07-06/2026-07-12");
  }

  @Test
  void of_perYear_isEachSchoolYear() {
    assertThat(text(schedule("per-year", Season.TERM, BEGINS, AUTUMN, SPRING)))
        .isEqualTo("2025-09-01/2026-07-04");
    assertThat(text(schedule("per-year", Season.TERM, BEGINS, AUTUMN)))
        .isEqualTo("2025-09-01/2026-08-31");
  }

  @ParameterizedTest
  @ValueSource(strings = {"every 14 days", "after enrolled 7 days"})
  void of_cadenceThatDependsOnTheChild_isRejected(String cadence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> schedule(cadence, Season.TERM, BEGINS, AUTUMN))
        .withMessage("the windows of \"" + cadence + "\" depend on the child");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1W", "P2W", "P3W", "P1M", "P2M", "P5M"})
  void of_termSeason_coversEveryDayOfEveryTermOnce(String cadence) {
    for (int shift = 0; shift < 40; shift++) {
      Term first =
          Term.of("t", 2025, DateRange.of(BEGINS.plusDays(shift), LocalDate.of(2026, 1, 18)));
      List<LocalDate> days =
          schedule(cadence, Season.TERM, BEGINS, first, SPRING).windows().stream()
              .flatMap(
                  window -> window.days().start().datesUntil(window.days().end().orElseThrow()))
              .toList();
      assertThat(days)
          .containsExactlyElementsOf(
              Stream.of(first, SPRING)
                  .flatMap(term -> term.first().datesUntil(term.last().plusDays(1)))
                  .toList());
    }
  }
}
