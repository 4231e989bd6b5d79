package org.jiedui.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import com.tyme.solar.SolarTerm;
import java.time.LocalDate;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;

/**
 * A festival to which schools tie activities.
 *
 * <p>Example: in 2025 the Mid-Autumn Festival is on 6 October, and the Spring Festival, from its
 * eve, on 28 and 29 January.
 *
 * <p>The lunar ones and Qingming, a solar term, come from the library tyme4j.
 */
public enum Festival implements Coded {
  /** 元旦, on 1 January. */
  NEW_YEAR("new-year", Wording.of("元旦", "New Year"), year -> LocalDate.of(year, 1, 1)),
  /** 春节, on the first day of the lunar year; with its eve, 除夕. */
  SPRING_FESTIVAL(
      "spring-festival", Wording.of("春节", "Spring Festival"), year -> lunar(year, 1, 1)),
  /** 元宵节, on the fifteenth day of the lunar year. */
  LANTERN_FESTIVAL(
      "lantern-festival", Wording.of("元宵节", "Lantern Festival"), year -> lunar(year, 1, 15)),
  /** 清明节, on the day of the solar term. */
  QINGMING("qingming", Wording.of("清明节", "Qingming Festival"), Festival::qingming),
  /** 劳动节, on 1 May. */
  LABOUR_DAY("labour-day", Wording.of("劳动节", "Labour Day"), year -> LocalDate.of(year, 5, 1)),
  /** 端午节, on the fifth day of the fifth lunar month. */
  DRAGON_BOAT_FESTIVAL(
      "dragon-boat-festival", Wording.of("端午节", "Dragon Boat Festival"), year -> lunar(year, 5, 5)),
  /** 儿童节, on 1 June. */
  CHILDRENS_DAY(
      "childrens-day", Wording.of("儿童节", "Children's Day"), year -> LocalDate.of(year, 6, 1)),
  /** 教师节, on 10 September. */
  TEACHERS_DAY(
      "teachers-day", Wording.of("教师节", "Teachers' Day"), year -> LocalDate.of(year, 9, 10)),
  /** 中秋节, on the fifteenth day of the eighth lunar month. */
  MID_AUTUMN_FESTIVAL(
      "mid-autumn-festival", Wording.of("中秋节", "Mid-Autumn Festival"), year -> lunar(year, 8, 15)),
  /** 国庆节, on 1 October. */
  NATIONAL_DAY(
      "national-day", Wording.of("国庆节", "National Day"), year -> LocalDate.of(year, 10, 1)),
  /** 重阳节, on the ninth day of the ninth lunar month. */
  DOUBLE_NINTH_FESTIVAL(
      "double-ninth-festival",
      Wording.of("重阳节", "Double Ninth Festival"),
      year -> lunar(year, 9, 9));

  /** The first year of which the days were compared with a second library. */
  public static final int FIRST_YEAR = 1950;

  /** The last year of which the days were compared with a second library. */
  public static final int LAST_YEAR = 2050;

  private static final int QINGMING_TERM = 7;

  private final String code;
  private final Wording wording;
  private final DayOfYear days;

  /** Finds the day in a year. */
  @Immutable
  @FunctionalInterface
  private interface DayOfYear {
    LocalDate in(int year);
  }

  Festival(String code, Wording wording, DayOfYear days) {
    this.code = code;
    this.wording = wording;
    this.days = days;
  }

  /** Of a leap month the festival is in the month before it: tyme4j counts leap months below 0. */
  private static LocalDate lunar(int year, int month, int day) {
    return dateOf(LunarDay.fromYmd(year, month, day).getSolarDay());
  }

  private static LocalDate qingming(int year) {
    return dateOf(SolarTerm.fromIndex(year, QINGMING_TERM).getSolarDay());
  }

  static LocalDate dateOf(SolarDay day) {
    return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Wording wording() {
    return wording;
  }

  /**
   * Returns the day of the festival.
   *
   * <p>Example: {@code MID_AUTUMN_FESTIVAL.dayIn(2026)} is 2026-09-25.
   *
   * @param year the year, 1950 to 2050
   * @return the day; of the Spring Festival the first day of the lunar year
   * @throws IllegalArgumentException if the year is not 1950 to 2050
   */
  public LocalDate dayIn(int year) {
    checkArgument(
        year >= FIRST_YEAR && year <= LAST_YEAR,
        "year (%s) must be %s to %s",
        year,
        FIRST_YEAR,
        LAST_YEAR);
    return days.in(year);
  }

  /**
   * Returns the days of the festival itself, whatever days off go with it.
   *
   * <p>Example: {@code SPRING_FESTIVAL.daysIn(2025)} is 2025-01-28/2025-01-29: it begins with its
   * eve. All others are one day.
   *
   * @param year the year, 1950 to 2050
   * @return the days
   * @throws IllegalArgumentException if the year is not 1950 to 2050
   */
  public DateRange daysIn(int year) {
    LocalDate day = dayIn(year);
    return DateRange.ofClosed(this == SPRING_FESTIVAL ? day.minusDays(1) : day, day);
  }
}
