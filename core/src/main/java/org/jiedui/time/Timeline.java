package org.jiedui.time;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What held on which days, and since when we know it: for instance who cared for a child.
 *
 * <p>A timeline is only ever added to. An entry that was recorded later overrides the earlier ones
 * on the days that it speaks of, and on no others; of two entries recorded at the same instant the
 * one that was added later overrides. What was known at an earlier instant can therefore always be
 * asked again.
 *
 * <p>Example: recorded on 1 September, the grandmother cares from 2025-09-01 on; recorded on 9
 * October, the aunt cares from 2025-10-05 on. On 2025-10-06 the carer is the aunt, but as known
 * before 9 October it is the grandmother.
 *
 * <p>Immutable, if the values are.
 *
 * @param <T> what held; with an {@code equals} of its own
 */
public final class Timeline<T> {

  private static final Timeline<?> EMPTY = new Timeline<>(ImmutableList.of());

  private final ImmutableList<Entry<T>> entries;

  private Timeline(ImmutableList<Entry<T>> entries) {
    this.entries = entries;
  }

  /**
   * One thing that was recorded.
   *
   * @param <T> what held
   * @param days the days that it speaks of
   * @param value what held on them, or empty if nothing did
   * @param recordedAt when it was recorded
   */
  public record Entry<T>(DateRange days, Optional<T> value, Instant recordedAt) {

    /**
     * Creates an entry.
     *
     * @param days the days that it speaks of
     * @param value what held on them, or empty if nothing did
     * @param recordedAt when it was recorded
     */
    public Entry {
      requireNonNull(days, "days");
      requireNonNull(value, "value");
      requireNonNull(recordedAt, "recordedAt");
    }
  }

  /**
   * Returns a timeline on which nothing is known.
   *
   * @param <T> what will hold
   * @return the empty timeline
   */
  @SuppressWarnings("unchecked") // it holds no value
  public static <T> Timeline<T> empty() {
    return (Timeline<T>) EMPTY;
  }

  /**
   * Returns a timeline of entries, as a store keeps them.
   *
   * @param <T> what held
   * @param entries the entries; of two with the same instant the later in this order overrides
   * @return the timeline
   */
  public static <T> Timeline<T> of(Collection<Entry<T>> entries) {
    return new Timeline<>(
        ImmutableList.sortedCopyOf(Comparator.comparing(Entry::recordedAt), entries));
  }

  /**
   * Returns this timeline and one thing more that was recorded.
   *
   * @param days the days that it speaks of
   * @param value what held on them
   * @param recordedAt when it was recorded
   * @return the longer timeline
   */
  public Timeline<T> with(DateRange days, T value, Instant recordedAt) {
    return plus(new Entry<>(days, Optional.of(value), requireNonNull(recordedAt, "recordedAt")));
  }

  /**
   * Returns this timeline and the record that nothing held on some days: a carer left, say.
   *
   * @param days the days on which nothing held
   * @param recordedAt when it was recorded
   * @return the longer timeline
   */
  public Timeline<T> without(DateRange days, Instant recordedAt) {
    return plus(new Entry<>(days, Optional.empty(), requireNonNull(recordedAt, "recordedAt")));
  }

  private Timeline<T> plus(Entry<T> entry) {
    return of(ImmutableList.<Entry<T>>builder().addAll(entries).add(entry).build());
  }

  /**
   * Returns all that was recorded, in the order in which it was.
   *
   * @return the entries
   */
  public ImmutableList<Entry<T>> entries() {
    return entries;
  }

  /**
   * Whether nothing was ever recorded.
   *
   * @return true if there is no entry
   */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * Returns what held on which days, with everything known that was recorded before an instant.
   *
   * <p>Cost: n log n in the number of entries.
   *
   * @param knownBefore only what was recorded strictly before is seen
   * @return the days, with neighbours of the same value joined; days on which nothing held are
   *     missing
   */
  public ImmutableRangeMap<LocalDate, T> knownBefore(Instant knownBefore) {
    TreeRangeMap<LocalDate, T> days = TreeRangeMap.create();
    for (Entry<T> entry : entries) {
      if (!entry.recordedAt().isBefore(knownBefore)) {
        break;
      }
      Range<LocalDate> range = entry.days().toRange();
      if (entry.value().isPresent()) {
        days.putCoalescing(range, entry.value().get());
      } else {
        days.remove(range);
      }
    }
    return ImmutableRangeMap.copyOf(days);
  }

  /**
   * Returns what held on which days, with everything known.
   *
   * @return the days, with neighbours of the same value joined
   */
  public ImmutableRangeMap<LocalDate, T> known() {
    return knownBefore(Instant.MAX);
  }

  /**
   * Returns what held on a day, with everything known.
   *
   * @param day the day
   * @return what held, or empty if nothing did
   */
  public Optional<T> on(LocalDate day) {
    return on(day, Instant.MAX);
  }

  /**
   * Returns what held on a day, with everything known that was recorded before an instant.
   *
   * @param day the day
   * @param knownBefore only what was recorded strictly before is seen
   * @return what held, or empty if nothing did
   */
  public Optional<T> on(LocalDate day, Instant knownBefore) {
    for (Entry<T> entry : entries.reverse()) {
      if (entry.recordedAt().isBefore(knownBefore) && entry.days().contains(day)) {
        return entry.value();
      }
    }
    return Optional.empty();
  }

  /**
   * Returns when the last entry was recorded.
   *
   * @return the instant, or empty if nothing was ever recorded
   */
  public Optional<Instant> lastRecordedAt() {
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(entries.get(entries.size() - 1).recordedAt());
  }

  /**
   * Whether another timeline is this one and possibly more: nothing that was recorded is gone.
   *
   * @param later the other timeline
   * @return true if every entry of this one is in the other
   */
  public boolean isContinuedBy(Timeline<T> later) {
    return later.entries.containsAll(entries);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Timeline<?> other && entries.equals(other.entries);
  }

  @Override
  public int hashCode() {
    return Objects.hash(entries);
  }

  /** Returns the days and instants, but not the values: they may be personal. */
  @Override
  public String toString() {
    return entries.stream()
        .map(entry -> entry.days() + "@" + entry.recordedAt())
        .toList()
        .toString();
  }
}
