package org.jiedui.time;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of one or more civil days, for instance a school term or the time a grandmother cares
 * for a child.
 *
 * <p>In code it is half-open: {@link #start()} belongs to it, {@link #end()} is the first day that
 * no longer does. In text it has both ends included, as people write: {@code
 * DateRange.of(2025-09-01, 2025-10-01)} prints {@code 2025-09-01/2025-09-30}. A range that has no
 * end yet has an absent end, never a far date, and prints {@code 2025-09-01/..}.
 *
 * <p>A range is never empty. Days lie in the years 1 to 9999. Ranges sort by start, then by end, an
 * absent end last.
 *
 * <p>Immutable.
 */
public final class DateRange implements Comparable<DateRange> {

  private static final LocalDate MIN = LocalDate.of(1, 1, 1);
  private static final LocalDate MAX = LocalDate.of(9999, 12, 31);
  private static final String OPEN = "..";
  private static final Comparator<DateRange> ORDER =
      Comparator.comparing(DateRange::start).thenComparing(DateRange::endOrMax);

  private final LocalDate start;
  private final @Nullable LocalDate end;

  private DateRange(LocalDate start, @Nullable LocalDate end) {
    checkArgument(
        !start.isBefore(MIN) && !start.isAfter(MAX),
        "start (%s) must be in years 1 to 9999",
        start);
    if (end != null) {
      checkArgument(start.isBefore(end), "start (%s) must be before end (%s)", start, end);
      checkArgument(
          !end.isAfter(MAX.plusDays(1)), "the last day (%s) must be in years 1 to 9999", end);
    }
    this.start = start;
    this.end = end;
  }

  /**
   * Returns the days from one day to the day before another.
   *
   * @param startInclusive the first day
   * @param endExclusive the day after the last, after {@code startInclusive}
   * @return the range
   * @throws IllegalArgumentException if the end is not after the start
   */
  public static DateRange of(LocalDate startInclusive, LocalDate endExclusive) {
    return new DateRange(
        requireNonNull(startInclusive, "startInclusive"),
        requireNonNull(endExclusive, "endExclusive"));
  }

  /**
   * Returns the days from one day to another, both included.
   *
   * @param first the first day
   * @param last the last day, not before {@code first}
   * @return the range
   * @throws IllegalArgumentException if the last day is before the first
   */
  public static DateRange ofClosed(LocalDate first, LocalDate last) {
    requireNonNull(first, "first");
    requireNonNull(last, "last");
    checkArgument(!last.isBefore(first), "first (%s) must not be after last (%s)", first, last);
    return new DateRange(first, last.plusDays(1));
  }

  /**
   * Returns one single day.
   *
   * @param day the day
   * @return the range that holds it alone
   */
  public static DateRange ofDay(LocalDate day) {
    return ofClosed(day, day);
  }

  /**
   * Returns the days from one day on, without an end.
   *
   * @param first the first day
   * @return the range
   */
  public static DateRange startingOn(LocalDate first) {
    return new DateRange(requireNonNull(first, "first"), null);
  }

  /**
   * Returns the days between an optional end and a first day; what forms and files usually give.
   *
   * @param first the first day
   * @param last the last day, included, or empty if there is none yet
   * @return the range
   * @throws IllegalArgumentException if the last day is before the first
   */
  public static DateRange ofClosed(LocalDate first, Optional<LocalDate> last) {
    return last.map(day -> ofClosed(first, day)).orElseGet(() -> startingOn(first));
  }

  /**
   * Reads {@code first/last} with both ends included; {@code ..} stands for an absent end.
   *
   * <p>Example: {@code parse("2025-09-01/2025-09-30").length()} is 30.
   *
   * @param text the text, as {@link #toString()} writes it
   * @return the range
   * @throws IllegalArgumentException if the text has another form or the last day is before the
   *     first
   */
  public static DateRange parse(String text) {
    int slash = text.indexOf('/');
    checkArgument(slash > 0, "a period is written first/last, such as 2025-09-01/2025-09-30");
    LocalDate first = parseDay(text.substring(0, slash));
    String last = text.substring(slash + 1);
    return last.equals(OPEN) ? startingOn(first) : ofClosed(first, parseDay(last));
  }

  private static LocalDate parseDay(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a day that exists is written 2025-09-01", e);
    }
  }

  /**
   * Returns the first day.
   *
   * @return the first day
   */
  public LocalDate start() {
    return start;
  }

  /**
   * Returns the day after the last.
   *
   * @return the first day that no longer belongs to the range, or empty if there is no end yet
   */
  public Optional<LocalDate> end() {
    return Optional.ofNullable(end);
  }

  /**
   * Returns the last day.
   *
   * @return the last day that belongs to the range, or empty if there is no end yet
   */
  public Optional<LocalDate> last() {
    return end().map(day -> day.minusDays(1));
  }

  /**
   * Whether a last day is known.
   *
   * @return true if the range has an end
   */
  public boolean hasEnd() {
    return end != null;
  }

  /**
   * Returns the number of days.
   *
   * @return 1 or more, or empty if there is no end yet
   */
  public OptionalLong length() {
    return end == null
        ? OptionalLong.empty()
        : OptionalLong.of(ChronoUnit.DAYS.between(start, end));
  }

  /**
   * Whether a day belongs to the range.
   *
   * @param day the day
   * @return true if it is not before the start and before the end
   */
  public boolean contains(LocalDate day) {
    return !day.isBefore(start) && (end == null || day.isBefore(end));
  }

  /**
   * Whether every day of another range belongs to this one.
   *
   * @param other the other range
   * @return true if this range holds all its days
   */
  public boolean encloses(DateRange other) {
    return !other.start.isBefore(start) && (end == null || !other.endOrMax().isAfter(end));
  }

  /**
   * Whether the two have a day in common.
   *
   * @param other the other range
   * @return true if some day belongs to both
   */
  public boolean overlaps(DateRange other) {
    return start.isBefore(other.endOrMax()) && other.start.isBefore(endOrMax());
  }

  /**
   * Returns the days that belong to both.
   *
   * @param other the other range
   * @return the common days, or empty if there are none
   */
  public Optional<DateRange> intersection(DateRange other) {
    if (!overlaps(other)) {
      return Optional.empty();
    }
    LocalDate from = start.isAfter(other.start) ? start : other.start;
    LocalDate to = endOrMax().isBefore(other.endOrMax()) ? end : other.end;
    return Optional.of(new DateRange(from, to));
  }

  /**
   * Returns the same days as a Guava range, half-open or unbounded above.
   *
   * @return a range with a closed lower bound
   */
  public Range<LocalDate> toRange() {
    return end == null ? Range.atLeast(start) : Range.closedOpen(start, end);
  }

  /**
   * Converts from a Guava range.
   *
   * @param range a non-empty range with a lower bound; bounds may be open or closed
   * @return the same days
   * @throws IllegalArgumentException if the range has no lower bound or no day in it
   */
  public static DateRange from(Range<LocalDate> range) {
    checkArgument(range.hasLowerBound(), "the range must have a first day");
    LocalDate first =
        range.lowerBoundType() == BoundType.CLOSED
            ? range.lowerEndpoint()
            : range.lowerEndpoint().plusDays(1);
    if (!range.hasUpperBound()) {
      return startingOn(first);
    }
    LocalDate end =
        range.upperBoundType() == BoundType.OPEN
            ? range.upperEndpoint()
            : range.upperEndpoint().plusDays(1);
    return of(first, end);
  }

  /** The end, or a day that is after every end; for comparisons only. */
  private LocalDate endOrMax() {
    return end == null ? LocalDate.MAX : end;
  }

  @Override
  public int compareTo(DateRange other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof DateRange other
        && start.equals(other.start)
        && Objects.equals(end, other.end);
  }

  @Override
  public int hashCode() {
    return Objects.hash(start, end);
  }

  /** Returns the days as an ISO 8601 interval with both ends included, {@code ..} if open. */
  @Override
  public String toString() {
    return start + "/" + last().map(LocalDate::toString).orElse(OPEN);
  }
}
