package org.jiedui.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.testing.EqualsTester;
import java.time.LocalDate;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each day is to a school. */
class SchoolDaysTest {

  private static final Term AUTUMN =
      Term.of("2025-1", 2025, DateRange.parse("2025-09-01/2026-01-17"));
  private static final Term SPRING =
      Term.of("2025-2", 2025, DateRange.parse("2026-02-24/2026-07-04"));
  private static final SchoolDays DAYS =
      SchoolDays.of(SchoolCalendar.of(ImmutableList.of(AUTUMN, SPRING)));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # day,      kind,           why
          2025-08-31, vacation,       before the term
          2025-09-01, teaching,       its first day
          2025-09-06, weekend,        Saturday
          2025-09-28, make-up,        Sunday worked for the National Day
          2025-10-01, public-holiday, National Day
          2025-10-06, public-holiday, Mid-Autumn Festival
          2025-10-08, public-holiday, arranged
          2025-10-09, teaching,       the day after
          2025-10-11, make-up,        Saturday worked
          2026-01-04, make-up,        Sunday worked for New Year
          2026-01-17, weekend,        the last day of the term is a Saturday
          2026-01-18, vacation,       the day after
          2026-02-17, vacation,       Spring Festival lies in the vacation
          2026-02-28, make-up,        Saturday worked for the Spring Festival
          2026-05-09, make-up,        Saturday worked for Labour Day
          """)
  void kindOn_day_isWhatTheYearSays(LocalDate day, String kind) {
    assertThat(DAYS.kindOn(day).code()).isEqualTo(kind);
  }

  @Test
  void extendedBy_marks_replaceOnTheirDaysAlone() {
    SchoolDays county =
        DAYS.extendedBy(
            ImmutableList.of(
                DayMark.of(DateRange.parse("2026-01-12/2026-01-16"), DayKind.EXAM).withName("期末考试"),
                DayMark.of(DateRange.parse("2025-11-10/2025-11-12"), DayKind.EXAM)));
    SchoolDays school =
        county.extendedBy(
            ImmutableList.of(DayMark.of(DateRange.parse("2026-01-16/2026-01-17"), DayKind.CLOSED)));

    assertThat(school.kindOn(LocalDate.parse("2026-01-15"))).isEqualTo(DayKind.EXAM);
    assertThat(school.nameOn(LocalDate.parse("2026-01-15"))).contains("期末考试");
    assertThat(school.kindOn(LocalDate.parse("2026-01-16"))).isEqualTo(DayKind.CLOSED);
    assertThat(school.nameOn(LocalDate.parse("2026-01-16"))).isEmpty();
    assertThat(school.kindOn(LocalDate.parse("2026-01-17"))).isEqualTo(DayKind.CLOSED);
    assertThat(school.kindOn(LocalDate.parse("2025-11-11"))).isEqualTo(DayKind.EXAM);
    assertThat(county.kindOn(LocalDate.parse("2026-01-16"))).isEqualTo(DayKind.EXAM);
  }

  @Test
  void extendedBy_twoMarksOfOneDay_isRejected() {
    ImmutableList<DayMark> marks =
        ImmutableList.of(
            DayMark.of(DateRange.parse("2025-11-10/2025-11-12"), DayKind.EXAM),
            DayMark.of(DateRange.parse("2025-11-12/2025-11-13"), DayKind.CLOSED));
    assertThatThrownBy(() -> DAYS.extendedBy(marks))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "2025-11-12/2025-11-13 must be marked once, but are marked as closed and as [exam]");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # day,      term,   week, days
          2025-09-01, 2025-1, 1,    2025-09-01/2025-09-07
          2025-09-10, 2025-1, 2,    2025-09-08/2025-09-14
          2026-01-17, 2025-1, 20,   2026-01-12/2026-01-17
          2026-02-24, 2025-2, 1,    2026-02-24/2026-03-01
          2026-03-02, 2025-2, 2,    2026-03-02/2026-03-08
          """)
  void weekOn_day_isNumberedFromTheWeekOfTheFirstDay(
      LocalDate day, String term, int number, String days) {
    assertThat(DAYS.weekOn(day)).contains(new TermWeek(term, number, DateRange.parse(days)));
  }

  @Test
  void weekOn_vacation_isEmpty() {
    assertThat(DAYS.weekOn(LocalDate.parse("2026-02-01"))).isEmpty();
  }

  @Test
  void weeks_term_coverItWithoutGap() {
    ImmutableList<TermWeek> weeks = DAYS.weeks(SPRING);
    assertThat(weeks).hasSize(19);
    LocalDate next = SPRING.first();
    for (TermWeek week : weeks) {
      assertThat(week.days().start()).isEqualTo(next);
      next = week.days().end().orElseThrow();
    }
    assertThat(next).isEqualTo(SPRING.days().end().orElseThrow());
  }

  @Test
  void mark_weekend_isRejected() {
    assertThatThrownBy(() -> DayMark.of(DateRange.parse("2025-11-12/2025-11-13"), DayKind.WEEKEND))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("days must not be marked as weekend");
  }

  @Test
  void equals_marksAndTerms_decide() {
    ImmutableList<DayMark> exam =
        ImmutableList.of(DayMark.of(DateRange.parse("2025-11-10/2025-11-12"), DayKind.EXAM));
    new EqualsTester()
        .addEqualityGroup(DAYS, SchoolDays.of(DAYS.calendar()))
        .addEqualityGroup(DAYS.extendedBy(exam), DAYS.extendedBy(exam))
        .testEquals();
  }
}
