package org.jiedui.intake;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import org.jiedui.calendar.OpeningHours;

/**
 * The text form of the opening hours of the home for left-behind children: a table that an office
 * program opens, and that {@link Intake#openingHours(String)} reads back to equal hours.
 *
 * <p>It is CSV as {@link RuleBookCsv} describes it. The first line has the headings {@link
 * #COLUMNS}; reading takes them in any order, and for each a Chinese one as well: 星期, 开门时间, 关门时间,
 * 开始日期, 结束日期, 休息日开放. Those of fields that a draft may leave empty may be missing.
 *
 * <p>Example:
 *
 * <pre>
 * weekday,opensAt,closesAt,from,until,daysOff
 * friday,16:00,17:30,2025-09-01,2026-01-17,no
 * </pre>
 */
public final class OpeningHoursCsv {

  /** The headings, in the order in which they are written. */
  public static final ImmutableList<String> COLUMNS = OpeningHoursDraft.TABLE.fields();

  private OpeningHoursCsv() {}

  /**
   * Writes opening hours.
   *
   * @param hours the hours, none of which overlaps another
   * @return their text form, the last line ended too
   * @throws IllegalArgumentException if hours could not be read back: they hold until 9999-12-31
   */
  public static String write(Collection<OpeningHours> hours) {
    return OpeningHoursDraft.TABLE.write(hours.stream().map(OpeningHoursCsv::cells));
  }

  private static ImmutableList<String> cells(OpeningHours hours) {
    return ImmutableList.<String>builder()
        .add(Weekday.of(hours.weekday()).code())
        .add(hours.from().toString())
        .add(hours.until().toString())
        .addAll(Texts.dayCells(hours.days()))
        .add(YesNo.of(hours.daysOff()).code())
        .build();
  }
}
