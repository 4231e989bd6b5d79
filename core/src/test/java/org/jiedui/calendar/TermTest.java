package org.jiedui.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {

  private static final DateRange AUTUMN = DateRange.parse("2025-09-01/2026-01-17");

  private static Term autumnWith(ImmutableMap<Milestone, DateRange> given) {
    return new Term("2025-1", Optional.empty(), 2025, AUTUMN, given);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          term                  | days | start                 | middle                | end
          2025-09-01/2026-01-17 | 139  | 2025-09-01/2025-09-14 | 2025-11-02/2025-11-15 | 2026-01-04/2026-01-17
          2026-02-24/2026-07-04 | 131  | 2026-02-24/2026-03-09 | 2026-04-23/2026-05-06 | 2026-06-21/2026-07-04
          2025-09-01/2025-10-12 | 42   | 2025-09-01/2025-09-14 | 2025-09-15/2025-09-28 | 2025-09-29/2025-10-12
          2025-09-01/2025-10-13 | 43   | 2025-09-01/2025-09-14 | 2025-09-15/2025-09-28 | 2025-09-30/2025-10-13
          2025-09-01/2025-10-14 | 44   | 2025-09-01/2025-09-14 | 2025-09-16/2025-09-29 | 2025-10-01/2025-10-14
          # over the leap day of 2024
          2024-02-20/2024-04-01 | 42   | 2024-02-20/2024-03-04 | 2024-03-05/2024-03-18 | 2024-03-19/2024-04-01
          """)
  void milestone_noneGiven_isTheDefault(
      DateRange term, long days, String start, String middle, String end) {
    Term any = Term.of("t", term.start().getYear(), term);
    assertThat(any.days().length()).hasValue(days);
    assertThat(any.hasMilestones()).isTrue();
    assertThat(any.milestone(Milestone.TERM_START).map(DateRange::toString)).contains(start);
    assertThat(any.milestone(Milestone.TERM_MID).map(DateRange::toString)).contains(middle);
    assertThat(any.milestone(Milestone.TERM_END).map(DateRange::toString)).contains(end);
  }

  @Test
  void milestone_oneGiven_replacesAllThree() {
    DateRange fair = DateRange.parse("2025-11-03/2025-11-16");
    Term term = autumnWith(ImmutableMap.of(Milestone.TERM_MID, fair));
    assertThat(term.milestone(Milestone.TERM_MID)).contains(fair);
    assertThat(term.milestone(Milestone.TERM_START)).isEmpty();
    assertThat(term.milestone(Milestone.TERM_END)).isEmpty();
  }

  @Test
  void milestone_termUnder42Days_isNotKnown() {
    Term term = Term.of("2025-3", 2025, DateRange.parse("2025-09-01/2025-10-11"));
    assertThat(term.hasMilestones()).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(() -> term.milestone(Milestone.TERM_START))
        .withMessage(
            "term 2025-3 (2025-09-01/2025-10-11) is under 42 days and gives no milestones");
  }

  @Test
  void milestone_givenInATermUnder42Days_isKept() {
    DateRange week = DateRange.parse("2025-09-01/2025-09-07");
    Term term =
        new Term(
            "2025-3",
            Optional.empty(),
            2025,
            DateRange.parse("2025-09-01/2025-10-11"),
            ImmutableMap.of(Milestone.TERM_START, week));
    assertThat(term.hasMilestones()).isTrue();
    assertThat(term.milestone(Milestone.TERM_START)).contains(week);
    assertThat(term.milestone(Milestone.TERM_END)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-08-31/2025-09-07",
    "2026-01-10/2026-01-18",
    "2026-01-10/..",
    "2026-02-01/2026-02-02"
  })
  void new_milestoneOutsideTheTerm_isRejected(String days) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> autumnWith(ImmutableMap.of(Milestone.TERM_END, DateRange.parse(days))))
        .withMessage("term-end (" + days + ") must lie inside term 2025-1 (2025-09-01/2026-01-17)");
  }

  @Test
  void of_noLastDay_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Term.of("2025-1", 2025, DateRange.parse("2025-09-01/..")))
        .withMessage("term 2025-1 must have a last day");
  }

  @Test
  void of_blankLabel_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Term.of(" ", 2025, AUTUMN))
        .withMessage("label must not be blank");
  }

  @ParameterizedTest
  @CsvSource({
    "2026, 2025-09-01/2026-01-17",
    "2024, 2025-09-01/2026-01-17",
    "2025, 2026-06-01/2026-09-01"
  })
  void of_anotherSchoolYear_isRejected(int year, String days) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Term.of("t", year, DateRange.parse(days)))
        .withMessage("term t (%s) must lie between %s-01-01 and %s-08-31", days, year, year + 1);
  }

  @Test
  void of_upTo31August_isTheSchoolYear() {
    Term term = Term.of("2025-2", 2025, DateRange.parse("2026-02-24/2026-08-31"));
    assertThat(term.first()).isEqualTo(LocalDate.of(2026, 2, 24));
    assertThat(term.last()).isEqualTo(LocalDate.of(2026, 8, 31));
    assertThat(Term.endOfSchoolYear(2025)).isEqualTo(term.last());
  }

  @Test
  void milestones_standInTheOrderOfTheTerm() {
    assertThat(Arrays.stream(Milestone.values()).map(each -> each.wording().chinese()))
        .containsExactly("期初", "期中", "期末");
  }
}
