package org.jiedui.compliance;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Arrays;
import org.jiedui.time.DateRange;

/**
 * Stretches of days as two growing columns, both ends included, ascending and without a common day.
 *
 * <p>Made to be filled again and again without allocation.
 */
final class Days {

  private static final int FIRST_CAPACITY = 8;

  int[] first = new int[FIRST_CAPACITY];
  int[] last = new int[FIRST_CAPACITY];
  int size;

  void clear() {
    size = 0;
  }

  /** Adds a stretch that is not before the last one; a stretch that touches it is joined. */
  void add(int from, int to) {
    if (size > 0 && from <= last[size - 1] + 1) {
      last[size - 1] = Math.max(last[size - 1], to);
      return;
    }
    if (size == first.length) {
      first = Arrays.copyOf(first, 2 * size);
      last = Arrays.copyOf(last, 2 * size);
    }
    first[size] = from;
    last[size++] = to;
  }

  /** Sets this to the days that belong to another and lie in the given sorted stretches. */
  void setToIntersection(Days days, int[] otherFirst, int[] otherLast) {
    clear();
    for (int i = 0, j = 0; i < days.size && j < otherFirst.length; ) {
      int from = Math.max(days.first[i], otherFirst[j]);
      int to = Math.min(days.last[i], otherLast[j]);
      if (from <= to) {
        add(from, to);
      }
      if (days.last[i] < otherLast[j]) {
        i++;
      } else {
        j++;
      }
    }
  }

  /** Appends the days from one day to another that do not belong to the excluded. */
  void addWithout(int from, int to, Days excluded) {
    int start = from;
    for (int i = 0; i < excluded.size && start <= to; i++) {
      if (excluded.last[i] < start) {
        continue;
      }
      if (excluded.first[i] > to) {
        break;
      }
      if (excluded.first[i] > start) {
        add(start, excluded.first[i] - 1);
      }
      start = Math.max(start, excluded.last[i] + 1);
    }
    if (start <= to) {
      add(start, to);
    }
  }

  /** How many of the days from one day to another belong to these. */
  int countIn(int from, int to) {
    int count = 0;
    for (int i = 0; i < size && first[i] <= to; i++) {
      count += Math.max(0, Math.min(last[i], to) - Math.max(first[i], from) + 1);
    }
    return count;
  }

  /** Those of the days from one day to another that belong to these. */
  ImmutableList<DateRange> rangesIn(int from, int to) {
    ImmutableList.Builder<DateRange> ranges = ImmutableList.builder();
    for (int i = 0; i < size && first[i] <= to; i++) {
      if (last[i] >= from) {
        ranges.add(
            DateRange.ofClosed(
                LocalDate.ofEpochDay(Math.max(first[i], from)),
                LocalDate.ofEpochDay(Math.min(last[i], to))));
      }
    }
    return ranges.build();
  }

  boolean contains(int day) {
    for (int i = 0; i < size && first[i] <= day; i++) {
      if (day <= last[i]) {
        return true;
      }
    }
    return false;
  }
}
