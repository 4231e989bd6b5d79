package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

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
