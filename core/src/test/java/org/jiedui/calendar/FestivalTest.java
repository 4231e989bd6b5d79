package org.jiedui.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Festivals on the days on which they were kept. */
class FestivalTest {

  /** The days as the State Council's yearly holiday notices give them (国务院办公厅部分节假日安排). */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # year, spring,     qingming,   dragon boat, mid-autumn
          2017,   2017-01-28, 2017-04-04, 2017-05-30,  2017-10-04
          2018,   2018-02-16, 2018-04-05, 2018-06-18,  2018-09-24
          2019,   2019-02-05, 2019-04-05, 2019-06-07,  2019-09-13
          2020,   2020-01-25, 2020-04-04, 2020-06-25,  2020-10-01
          2021,   2021-02-12, 2021-04-04, 2021-06-14,  2021-09-21
          2022,   2022-02-01, 2022-04-05, 2022-06-03,  2022-09-10
          2023,   2023-01-22, 2023-04-05, 2023-06-22,  2023-09-29
          2024,   2024-02-10, 2024-04-04, 2024-06-10,  2024-09-17
          2025,   2025-01-29, 2025-04-04, 2025-05-31,  2025-10-06
          2026,   2026-02-17, 2026-04-05, 2026-06-19,  2026-09-25
          """)
  void dayIn_lunarFestivals_areThePublishedDays(
      int year, LocalDate spring, LocalDate qingming, LocalDate dragonBoat, LocalDate midAutumn) {
    assertThat(Festival.SPRING_FESTIVAL.dayIn(year)).isEqualTo(spring);
    assertThat(Festival.LANTERN_FESTIVAL.dayIn(year)).isEqualTo(spring.plusDays(14));
    assertThat(Festival.QINGMING.dayIn(year)).isEqualTo(qingming);
    assertThat(Festival.DRAGON_BOAT_FESTIVAL.dayIn(year)).isEqualTo(dragonBoat);
    assertThat(Festival.MID_AUTUMN_FESTIVAL.dayIn(year)).isEqualTo(midAutumn);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2023, 2023-10-23
          2024, 2024-10-11
          2025, 2025-10-29
          2026, 2026-10-18
          """)
  void dayIn_doubleNinth_isTheNinthOfTheNinthMonth(int year, LocalDate day) {
    assertThat(Festival.DOUBLE_NINTH_FESTIVAL.dayIn(year)).isEqualTo(day);
  }

  @Test
  void daysIn_springFestival_beginsWithItsEve() {
    assertThat(Festival.SPRING_FESTIVAL.daysIn(2025))
        .isEqualTo(DateRange.parse("2025-01-28/2025-01-29"));
    assertThat(Festival.CHILDRENS_DAY.daysIn(2026))
        .isEqualTo(DateRange.parse("2026-06-01/2026-06-01"));
  }

  @ParameterizedTest
  @EnumSource
  void dayIn_everyYear_liesInItAndInItsSeason(Festival festival) {
    LocalDate of2025 = festival.dayIn(2025);
    for (int year = Festival.FIRST_YEAR; year <= Festival.LAST_YEAR; year++) {
      LocalDate day = festival.dayIn(year);
      assertThat(day.getYear()).isEqualTo(year);
      assertThat(Math.abs(ChronoUnit.DAYS.between(of2025.withYear(year), day)))
          .as("%s in %s", festival, year)
          .isLessThanOrEqualTo(31);
    }
  }

  @ParameterizedTest
  @CsvSource({"1949", "2051"})
  void dayIn_yearOutOfBounds_isRejected(int year) {
    assertThatThrownBy(() -> Festival.QINGMING.dayIn(year))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("year (%s) must be 1950 to 2050", year);
  }
}
