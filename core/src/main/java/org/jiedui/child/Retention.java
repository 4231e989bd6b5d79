package org.jiedui.child;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Range;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * For how long a school keeps what it knows of a child that has left it. 个人信息保护法 art. 19 says: no
 * longer than is needed; it names no number, and neither does this library.
 *
 * <p>Example: with three years, a child who was in a class until 2022-07-08 and in care until
 * 2022-08-31 is to be erased from 2025-09-01 on.
 *
 * <p>Immutable.
 *
 * @param time how long after its last day in a class or in care, nothing or more
 */
public record Retention(Period time) {

  /**
   * Creates a retention.
   *
   * @param time how long after its last day in a class or in care, nothing or more
   * @throws IllegalArgumentException if a part of it is negative
   */
  public Retention {
    requireNonNull(time, "time");
    checkArgument(!time.isNegative(), "time (%s) must not be negative", time);
  }

  /**
   * Returns a retention of years.
   *
   * @param years how many, 0 or more
   * @return the retention
   * @throws IllegalArgumentException if it is less than 0
   */
  public static Retention ofYears(int years) {
    return new Retention(Period.ofYears(years));
  }

  /**
   * Finds the first day on which a child is to be erased.
   *
   * @param child the child
   * @param knownBefore only what was recorded strictly before is seen
   * @return the day, or empty if the child is in a class or in care without an end, or never was in
   *     either, so that nobody knows since when it is gone
   */
  public Optional<LocalDate> findEnd(Child child, Instant knownBefore) {
    CareFacts facts = child.facts();
    Stream<Range<LocalDate>> inClass = ranges(facts.placement().knownBefore(knownBefore));
    Stream<Range<LocalDate>> inCare =
        facts.care().knownBefore(knownBefore).asMapOfRanges().entrySet().stream()
            .filter(stretch -> stretch.getValue().inCare())
            .map(Map.Entry::getKey);
    return Stream.concat(inClass, inCare)
        .map(range -> range.hasUpperBound() ? range.upperEndpoint() : LocalDate.MAX)
        .max(Comparator.naturalOrder())
        .filter(end -> !end.equals(LocalDate.MAX))
        .map(end -> end.plus(time));
  }

  private static Stream<Range<LocalDate>> ranges(ImmutableRangeMap<LocalDate, ?> days) {
    return days.asMapOfRanges().keySet().stream();
  }
}
