package org.jiedui.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The law's days off and the government's arrangements. */
class PublicHolidaysTest {

  /** 全国年节及纪念日放假办法: 11 days by order 644, 13 by order 795. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2024, 01-01 02-10 02-11 02-12 04-04 05-01 06-10 09-17 10-01 10-02 10-03
          2025, 01-01 01-28 01-29 01-30 01-31 04-04 05-01 05-02 05-31 10-01 10-02 10-03 10-06
          2026, 01-01 02-16 02-17 02-18 02-19 04-05 05-01 05-02 06-19 09-25 10-01 10-02 10-03
          """)
  void statutory_year_hasTheDaysOfTheLaw(int year, String days) {
    assertThat(PublicHolidays.statutory(year).keySet())
        .containsExactlyElementsOf(
            Splitter.on(' ')
                .splitToStream(days)
                .map(day -> LocalDate.parse(year + "-" + day))
                .toList());
  }

  /** In 2020 the Mid-Autumn Festival was on National Day: one day off less. */
  @Test
  void statutory_festivalsOnOneDay_areOneDayOff() {
    assertThat(PublicHolidays.statutory(2020)).hasSize(10);
    assertThat(PublicHolidays.statutory(2020).get(LocalDate.parse("2020-10-01")))
        .isEqualTo(Festival.NATIONAL_DAY);
  }

  @ParameterizedTest
  @CsvSource({"2013", "2051"})
  void statutory_yearOutOfBounds_isRejected(int year) {
    assertThatThrownBy(() -> PublicHolidays.statutory(year))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("year (%s) must be 2014 to 2050", year);
  }

  /** 国务院办公厅关于2025年部分节假日安排的通知, 国办发明电〔2024〕12号. */
  @Test
  void findArranged_2025_isAsAnnounced() {
    ImmutableSortedMap<LocalDate, PublicHolidays.Arranged> days =
        PublicHolidays.findArranged(2025).orElseThrow();
    assertThat(worked(days))
        .extracting(LocalDate::toString)
        .containsExactly("2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11");
    assertThat(days.values().stream().filter(day -> !day.isWorked())).hasSize(28);
    assertThat(days).containsKey(LocalDate.parse("2025-10-08"));
    assertThat(worked(days)).doesNotContain(LocalDate.parse("2025-10-08"));
  }

  private static List<LocalDate> worked(
      ImmutableSortedMap<LocalDate, PublicHolidays.Arranged> days) {
    return days.values().stream()
        .filter(PublicHolidays.Arranged::isWorked)
        .map(PublicHolidays.Arranged::day)
        .toList();
  }

  /** Every day off that the law names is off in the arrangement too. */
  @ParameterizedTest
  @CsvSource({"2014", "2016", "2018", "2019", "2021", "2022", "2023", "2024", "2025", "2026"})
  void findArranged_year_keepsTheLaw(int year) {
    ImmutableSortedMap<LocalDate, PublicHolidays.Arranged> days =
        PublicHolidays.findArranged(year).orElseThrow();
    assertThat(days.keySet()).containsAll(PublicHolidays.statutory(year).keySet());
    assertThat(worked(days)).doesNotContainAnyElementsOf(PublicHolidays.statutory(year).keySet());
  }

  @Test
  void findArranged_yearNotAnnounced_isEmpty() {
    assertThat(PublicHolidays.findArranged(2049)).isEmpty();
  }
}
