package org.jiedui.intake;

import com.google.common.collect.ImmutableSet;
import java.time.DayOfWeek;
import java.util.Arrays;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** A weekday, as people write it. */
enum Weekday implements Coded {
  /** 星期一. */
  MONDAY(DayOfWeek.MONDAY, "monday", Wording.of("星期一", "Monday"), "周一", "一", "1"),
  /** 星期二. */
  TUESDAY(DayOfWeek.TUESDAY, "tuesday", Wording.of("星期二", "Tuesday"), "周二", "二", "2"),
  /** 星期三. */
  WEDNESDAY(DayOfWeek.WEDNESDAY, "wednesday", Wording.of("星期三", "Wednesday"), "周三", "三", "3"),
  /** 星期四. */
  THURSDAY(DayOfWeek.THURSDAY, "thursday", Wording.of("星期四", "Thursday"), "周四", "四", "4"),
  /** 星期五. */
  FRIDAY(DayOfWeek.FRIDAY, "friday", Wording.of("星期五", "Friday"), "周五", "五", "5"),
  /** 星期六. */
  SATURDAY(DayOfWeek.SATURDAY, "saturday", Wording.of("星期六", "Saturday"), "周六", "六", "6"),
  /** 星期日. */
  SUNDAY(DayOfWeek.SUNDAY, "sunday", Wording.of("星期日", "Sunday"), "周日", "日", "7", "星期天", "天");

  private final DayOfWeek day;
  private final String code;
  private final Wording wording;
  private final ImmutableSet<String> otherNames;

  Weekday(DayOfWeek day, String code, Wording wording, String... otherNames) {
    this.day = day;
    this.code = code;
    this.wording = wording;
    this.otherNames = ImmutableSet.copyOf(otherNames);
  }

  static Weekday of(DayOfWeek day) {
    return Arrays.stream(values()).filter(each -> each.day == day).findFirst().orElseThrow();
  }

  DayOfWeek day() {
    return day;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Wording wording() {
    return wording;
  }

  @Override
  public ImmutableSet<String> otherNames() {
    return otherNames;
  }
}
