package org.jiedui.child;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What is known of a child at one known-on date: the traits that held, day by day, and the events.
 *
 * <p>It is packed: a row of first days and the traits that hold from each until the next, so that a
 * rule's scope is found in one pass. Before the first day nothing holds; what holds on the last
 * goes on for ever. Days are counted since 1970-01-01.
 *
 * <p>Immutable.
 */
public final class CareHistory {

  private static final int[] NO_DAYS = {};

  private final int[] firstDays;
  private final long[] traits;
  private final EnumMap<CareEvent, int[]> events;

  private CareHistory(int[] firstDays, long[] traits, EnumMap<CareEvent, int[]> events) {
    this.firstDays = firstDays;
    this.traits = traits;
    this.events = events;
  }

  /**
   * Returns the number of stretches of days with the same traits.
   *
   * @return 0 or more
   */
  public int stretches() {
    return firstDays.length;
  }

  /**
   * Returns the first day of a stretch.
   *
   * @param index 0 or more, less than {@link #stretches()}
   * @return the day, counted since 1970-01-01
   */
  public int firstDay(int index) {
    return firstDays[index];
  }

  /**
   * Returns the traits that hold in a stretch.
   *
   * @param index 0 or more, less than {@link #stretches()}
   * @return a bit for each, see {@link Trait#mask()}
   */
  public long traits(int index) {
    return traits[index];
  }

  /**
   * Returns the traits that hold on a day.
   *
   * @param day the day
   * @return a bit for each, see {@link Trait#mask()}
   */
  public long traitsOn(LocalDate day) {
    int found = Arrays.binarySearch(firstDays, (int) day.toEpochDay());
    int index = found >= 0 ? found : -found - 2;
    return index < 0 ? 0 : traits[index];
  }

  /**
   * Returns how often something happened.
   *
   * @param event what
   * @return the number of days on which it did
   */
  public int eventCount(CareEvent event) {
    return events.getOrDefault(event, NO_DAYS).length;
  }

  /**
   * Returns a day on which something happened.
   *
   * @param event what
   * @param index 0 or more, less than {@link #eventCount}
   * @return the day, counted since 1970-01-01; days ascend with the index
   */
  public int eventDay(CareEvent event, int index) {
    return events.getOrDefault(event, NO_DAYS)[index];
  }

  /**
   * Returns the days on which something happened.
   *
   * @param event what
   * @return the days, ascending, each once
   */
  public ImmutableList<LocalDate> eventDays(CareEvent event) {
    return Arrays.stream(events.getOrDefault(event, NO_DAYS))
        .mapToObj(LocalDate::ofEpochDay)
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns how much is known, but not what. */
  @Override
  public String toString() {
    return "CareHistory[" + stretches() + " stretches]";
  }

  /** Gathers stretches and events; not thread-safe. */
  static final class Builder {

    private record Piece(int first, int end, long traits) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final Map<CareEvent, TreeSet<Integer>> events = new EnumMap<>(CareEvent.class);

    /** Adds traits that hold on the days of a half-open range. */
    void add(Range<LocalDate> days, long traits) {
      if (traits != 0) {
        int end =
            days.hasUpperBound() ? (int) days.upperEndpoint().toEpochDay() : Integer.MAX_VALUE;
        pieces.add(new Piece((int) days.lowerEndpoint().toEpochDay(), end, traits));
      }
    }

    void event(CareEvent event, LocalDate day) {
      events.computeIfAbsent(event, any -> new TreeSet<>()).add((int) day.toEpochDay());
    }

    CareHistory build() {
      int[] days =
          pieces.stream()
              .flatMapToInt(piece -> IntStream.of(piece.first(), piece.end()))
              .filter(day -> day != Integer.MAX_VALUE)
              .sorted()
              .distinct()
              .toArray();
      int[] firstDays = new int[days.length];
      long[] traits = new long[days.length];
      int count = 0;
      for (int day : days) {
        long held = 0;
        for (Piece piece : pieces) {
          if (piece.first() <= day && day < piece.end()) {
            held |= piece.traits();
          }
        }
        if (count == 0 || traits[count - 1] != held) {
          firstDays[count] = day;
          traits[count++] = held;
        }
      }
      EnumMap<CareEvent, int[]> eventDays = new EnumMap<>(CareEvent.class);
      events.forEach(
          (event, on) -> eventDays.put(event, on.stream().mapToInt(Integer::intValue).toArray()));
      return new CareHistory(
          Arrays.copyOf(firstDays, count), Arrays.copyOf(traits, count), eventDays);
    }
  }
}
