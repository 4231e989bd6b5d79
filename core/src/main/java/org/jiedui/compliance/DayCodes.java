package org.jiedui.compliance;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Range;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What held on which days, as columns of numbers: filled once for a child, then asked for one day
 * after another without allocation.
 */
final class DayCodes {

  private static final int FIRST_CAPACITY = 4;

  private int[] first = new int[FIRST_CAPACITY];
  private int[] last = new int[FIRST_CAPACITY];
  private int[] code = new int[FIRST_CAPACITY];
  private int size;

  /** For which child it was filled; the tally compares it with the child at hand. */
  private long filledFor = -1;

  boolean isFilledFor(long child) {
    return filledFor == child;
  }

  <T> void fill(long child, ImmutableRangeMap<LocalDate, T> days, ToIntFunction<T> toCode) {
    filledFor = child;
    size = 0;
    for (Map.Entry<Range<LocalDate>, T> held : days.asMapOfRanges().entrySet()) {
      if (size == first.length) {
        first = Arrays.copyOf(first, 2 * size);
        last = Arrays.copyOf(last, 2 * size);
        code = Arrays.copyOf(code, 2 * size);
      }
      first[size] = firstOf(held.getKey());
      last[size] = lastOf(held.getKey());
      code[size++] = toCode.applyAsInt(held.getValue());
    }
  }

  private static int firstOf(Range<LocalDate> range) {
    if (!range.hasLowerBound()) {
      return -RuleSeries.FOREVER;
    }
    int bound = RuleSeries.day(range.lowerEndpoint());
    return range.lowerBoundType() == BoundType.CLOSED ? bound : bound + 1;
  }

  private static int lastOf(Range<LocalDate> range) {
    if (!range.hasUpperBound()) {
      return RuleSeries.FOREVER;
    }
    int bound = RuleSeries.day(range.upperEndpoint());
    return range.upperBoundType() == BoundType.CLOSED ? bound : bound - 1;
  }

  /** The code that holds on a day, or another if none does. */
  int on(int day, int otherwise) {
    for (int i = 0; i < size && first[i] <= day; i++) {
      if (day <= last[i]) {
        return code[i];
      }
    }
    return otherwise;
  }
}
