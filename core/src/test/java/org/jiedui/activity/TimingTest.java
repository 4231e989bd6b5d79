package org.jiedui.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.SchoolDays;
import org.jiedui.calendar.Term;
import org.jiedui.rule.RuleSyntaxException;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When templates ask for something, in a school year. */
class TimingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on childrens-day",
        "near mid-autumn-festival from -3 to 1",
        "near qingming from 1 to 3",
        "week 2",
        "week 2 friday",
        "week -1",
        "at term-start",
        "weekly saturday",
        "monthly friday",
        "monthly friday 3",
        "monthly friday -1",
        "2 per term",
        "holiday",
        "holiday national-day",
        "vacation",
        "vacation winter"
      })
  void parse_text_printsBack(String text) {
    Timing timing = Timing.parse(text);
    assertThat(timing.text()).isEqualTo(text);
    assertThat(timing).hasToString(text).isEqualTo(Timing.parse("  " + text.replace(" ", "  ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # text                       | position | expected
          ''                           | 1 | on, near, week, at, weekly, monthly, holiday, vacation, or 2 per term
          sometimes                    | 1 | on, near, week, at, weekly, monthly, holiday, vacation, or 2 per term
          week 0                       | 6 | a number from 1 to 30, or from -1 to -30
          week 31                      | 6 | a number from -30 to 30
          week 2 someday               | 8 | monday, tuesday, wednesday, thursday, friday, saturday, sunday
          week 2 friday now            | 15 | the end
          near qingming from 3 to 1    | 25 | a number from 3 to 60
          near qingming 3 to 1         | 15 | from
          monthly friday 6             | 16 | a number from 1 to 5
          vacation spring              | 10 | winter, summer
          31 per term                  | 1 | a number from 1 to 30
          2 per year                   | 7 | term
          """)
  void parse_otherText_namesThePlace(String text, int position, String expected) {
    assertThatThrownBy(() -> Timing.parse(text))
        .isInstanceOf(RuleSyntaxException.class)
        .hasMessage("position " + position + " of \"" + text + "\": expected " + expected);
  }

  private static String list(String timing) {
    return Timing.parse(timing).occasions(Years.YEAR_2025).stream()
        .map(each -> each.key() + " " + runs(each) + " best " + each.preferred())
        .collect(Collectors.joining("; "));
  }

  /** The first and last day, or all if there are gaps. */
  private static String runs(Occasion occasion) {
    List<LocalDate> days = occasion.days().asList();
    LocalDate first = days.get(0);
    LocalDate last = days.get(days.size() - 1);
    return first.plusDays(days.size() - 1L).equals(last) ? first + "/" + last : days.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # timing                              | its occasions in 2025-09-01/2026-01-17 and 2026-02-24/2026-07-04
          on childrens-day                      | childrens-day-2026 2026-06-01/2026-06-01 best 2026-06-01
          near mid-autumn-festival from -3 to 1 | mid-autumn-festival-2025 2025-10-03/2025-10-07 best 2025-10-06
          near new-year from -7 to -1           | new-year-2026 2025-12-25/2025-12-31 best 2025-12-31
          near qingming from 1 to 3             | qingming-2026 2026-04-06/2026-04-08 best 2026-04-06
          on spring-festival                    | spring-festival-2026 2026-02-16/2026-02-17 best 2026-02-17
          week 2 friday                         | 2025-1.week2 2025-09-08/2025-09-14 best 2025-09-12; 2025-2.week2 2026-03-02/2026-03-08 best 2026-03-06
          week 1 monday                         | 2025-1.week1 2025-09-01/2025-09-07 best 2025-09-01; 2025-2.week1 2026-02-24/2026-03-01 best 2026-02-24
          week 20                               | 2025-1.week20 2026-01-12/2026-01-17 best 2026-01-12
          week -1                               | 2025-1.week-1 2026-01-12/2026-01-17 best 2026-01-12; 2025-2.week-1 2026-06-29/2026-07-04 best 2026-06-29
          at term-start                         | 2025-1.term-start 2025-09-01/2025-09-14 best 2025-09-01; 2025-2.term-start 2026-02-24/2026-03-09 best 2026-02-24
          2 per term                            | 2025-1.1of2 2025-09-01/2025-11-08 best 2025-10-05; 2025-1.2of2 2025-11-09/2026-01-17 best 2025-12-13; 2025-2.1of2 2026-02-24/2026-04-29 best 2026-03-28; 2025-2.2of2 2026-04-30/2026-07-04 best 2026-06-01
          holiday national-day                  | national-day-2025.holiday 2025-10-01/2025-10-08 best 2025-10-01
          holiday mid-autumn-festival           | mid-autumn-festival-2025.holiday 2025-10-01/2025-10-08 best 2025-10-06
          holiday spring-festival               | spring-festival-2026.holiday 2026-02-16/2026-02-19 best 2026-02-17
          vacation winter                       | after.2025-1 2026-01-18/2026-02-23 best 2026-01-18
          vacation                              | after.2025-1 2026-01-18/2026-02-23 best 2026-01-18; after.2025-2 2026-07-05/2026-08-31 best 2026-07-05
          """)
  void occasions_ofTheYear(String timing, String occasions) {
    assertThat(list(timing)).isEqualTo(occasions);
  }

  @Test
  void occasions_eachMonth_areThoseOfTermAlone() {
    ImmutableList<Occasion> occasions = Timing.parse("monthly friday 3").occasions(Years.YEAR_2025);
    assertThat(occasions)
        .extracting(each -> each.key() + " " + each.preferred())
        .containsExactly(
            "2025-1.2025-09 2025-09-19",
            "2025-1.2025-10 2025-10-17",
            "2025-1.2025-11 2025-11-21",
            "2025-1.2025-12 2025-12-19",
            "2025-1.2026-01 2026-01-16",
            "2025-2.2026-02 2026-02-27",
            "2025-2.2026-03 2026-03-20",
            "2025-2.2026-04 2026-04-17",
            "2025-2.2026-05 2026-05-15",
            "2025-2.2026-06 2026-06-19",
            "2025-2.2026-07 2026-07-03");
    assertThat(occasions.get(1).days()).hasSize(5);
  }

  @Test
  void occasions_holidays_areTheRunsOfDaysOff() {
    assertThat(list("holiday"))
        .startsWith(
            "holiday-2025-10-01 2025-10-01/2025-10-08 best 2025-10-01;"
                + " holiday-2026-01-01 2026-01-01/2026-01-03 best 2026-01-01;"
                + " holiday-2026-04-04 2026-04-04/2026-04-06 best 2026-04-04");
  }

  @Test
  void occasions_eachWeek_haveTheWeeksNumber() {
    assertThat(Timing.parse("weekly saturday").occasions(Years.YEAR_2025))
        .hasSize(20 + 19)
        .first()
        .isEqualTo(
            new Occasion(
                "2025-1.w1",
                ImmutableSortedSet.of(LocalDate.parse("2025-09-06")),
                LocalDate.parse("2025-09-06")));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-1, 2025-1",
    "秋季, _79CB_5B63",
    "a_b, a_005Fb",
    "a b:c, a_0020b_003Ac",
  })
  void keys_ofAnyLabel_areFitForIds(String label, String key) {
    SchoolDays days =
        SchoolDays.of(
            SchoolCalendar.of(
                ImmutableList.of(Term.of(label, 2025, DateRange.parse("2025-09-01/2026-01-17")))));
    assertThat(Timing.parse("week 1").occasions(days).get(0).key()).isEqualTo(key + ".week1");
  }

  @Test
  void occasions_keys_areUniqueWithinATiming() {
    for (String text : List.of("weekly friday", "monthly monday", "5 per term", "holiday")) {
      List<String> keys =
          Timing.parse(text).occasions(Years.YEAR_2025).stream().map(Occasion::key).toList();
      assertThat(ImmutableSet.copyOf(keys)).as(text).hasSameSizeAs(keys);
    }
  }

  @Test
  void findIn_plansOneAfterTheOther_exactlyOneHasIt() {
    Occasion vacation = Timing.parse("vacation winter").occasions(Years.YEAR_2025).get(0);
    assertThat(vacation.findIn(Years.AUTUMN.days())).isEmpty();
    assertThat(vacation.findIn(DateRange.parse("2025-09-01/2026-01-31")))
        .hasValueSatisfying(each -> assertThat(each.days()).hasSize(14));
    assertThat(vacation.findIn(DateRange.parse("2026-02-01/2026-08-31"))).isEmpty();
  }
}
