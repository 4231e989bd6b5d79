package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/**
 * When the home for left-behind children is open on a weekday, as somebody wrote it.
 *
 * @param weekday the weekday, for instance 星期五, 周五, 五, 5 or {@code friday}
 * @param opensAt when it opens, for instance 16:00
 * @param closesAt when it closes, after it opens
 * @param from the first day on which these hours hold
 * @param until the last day, empty if there is none yet
 * @param daysOff {@code yes} if also on weekends, public holidays and in vacations, {@code no} if
 *     empty
 */
public record OpeningHoursDraft(
    @NotBlank(message = "required") @CodedText(Weekday.class) String weekday,
    @NotBlank(message = "required") @Pattern(regexp = Texts.TIME, message = "not-a-time") String opensAt,
    @NotBlank(message = "required") @Pattern(regexp = Texts.TIME, message = "not-a-time") String closesAt,
    @NotBlank(message = "required") @DateText String from,
    @DateText String until,
    @CodedText(YesNo.class) String daysOff) {

  /** The table of the opening hours of the home: its columns and their headings. */
  public static final DraftTable<OpeningHoursDraft> TABLE =
      new DraftTable<>(
          ImmutableList.of("weekday", "opensAt", "closesAt", "from", "until", "daysOff"),
          ImmutableMap.of(
              "星期", "weekday",
              "开门时间", "opensAt",
              "关门时间", "closesAt",
              "开始日期", "from",
              "结束日期", "until",
              "休息日开放", "daysOff"),
          ImmutableSet.of("weekday", "opensAt", "closesAt", "from"),
          f ->
              new OpeningHoursDraft(
                  f.apply("weekday"),
                  f.apply("opensAt"),
                  f.apply("closesAt"),
                  f.apply("from"),
                  f.apply("until"),
                  f.apply("daysOff")));

  /**
   * Creates a draft of opening hours.
   *
   * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
   *
   * @param weekday the weekday, for instance 星期五, 周五, 五, 5 or {@code friday}
   * @param opensAt when it opens, for instance 16:00
   * @param closesAt when it closes, after it opens
   * @param from the first day on which these hours hold
   * @param until the last day, empty if there is none yet
   * @param daysOff {@code yes} if also on weekends, public holidays and in vacations, {@code no} if
   *     empty
   */
  public OpeningHoursDraft {
    weekday = nullToEmpty(weekday);
    opensAt = nullToEmpty(opensAt);
    closesAt = nullToEmpty(closesAt);
    from = nullToEmpty(from);
    until = nullToEmpty(until);
    daysOff = nullToEmpty(daysOff);
  }
}
