package org.jiedui.compliance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/**
 * The numbers of the calendar months that have turned up, as sorted columns: a day of one of them
 * is found without allocation.
 */
final class MonthCodes {

  private static final int FIRST_CAPACITY = 16;

  private final ToIntFunction<YearMonth> toCode;
  private int[] first = new int[FIRST_CAPACITY];
  private int[] last = new int[FIRST_CAPACITY];
  private int[] code = new int[FIRST_CAPACITY];
  private int size;

  /** Creates the columns; each month is asked for its number once. */
  MonthCodes(ToIntFunction<YearMonth> toCode) {
    this.toCode = toCode;
  }

  /** The number of the month of a day. */
  int on(int day) {
    int found = Arrays.binarySearch(first, 0, size, day);
    int at = found >= 0 ? found : -found - 2;
    return at >= 0 && day <= last[at] ? code[at] : add(at + 1, LocalDate.ofEpochDay(day));
  }

  private int add(int at, LocalDate day) {
    YearMonth month = YearMonth.from(day);
    first = inserted(first, at, RuleSeries.day(month.atDay(1)));
    last = inserted(last, at, RuleSeries.day(month.atEndOfMonth()));
    code = inserted(code, at, toCode.applyAsInt(month));
    size++;
    return code[at];
  }

  private int[] inserted(int[] column, int at, int value) {
    int[] longer = size < column.length ? column : Arrays.copyOf(column, 2 * size);
    System.arraycopy(longer, at, longer, at + 1, size - at);
    longer[at] = value;
    return longer;
  }
}
