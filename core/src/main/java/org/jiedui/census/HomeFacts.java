package org.jiedui.census;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiedui.child.CareFacts;
import org.jiedui.child.Child;
import org.jiedui.child.Registration;
import org.jiedui.child.Schooling;
import org.jiedui.child.Whereabouts;
import org.jiedui.time.Timeline;

/**
 * What is known of a child and its home at some instant: all that a {@link LeftBehindDefinition}
 * needs for its answer.
 *
 * <p>Immutable.
 */
public final class HomeFacts {

  private static final int ADULT_AGE = 18;

  private final LocalDate birthDate;
  private final Optional<Registration> registration;
  private final CareFacts facts;
  private final Instant knownBefore;
  private final ImmutableRangeMap<LocalDate, Whereabouts> father;
  private final ImmutableRangeMap<LocalDate, Whereabouts> mother;

  private HomeFacts(
      LocalDate birthDate,
      Optional<Registration> registration,
      CareFacts facts,
      Instant knownBefore) {
    this.birthDate = requireNonNull(birthDate, "birthDate");
    this.registration = requireNonNull(registration, "registration");
    this.facts = requireNonNull(facts, "facts");
    this.knownBefore = requireNonNull(knownBefore, "knownBefore");
    this.father = facts.father().knownBefore(knownBefore);
    this.mother = facts.mother().knownBefore(knownBefore);
  }

  /**
   * Returns what is known of a child, with everything known.
   *
   * @param child the child
   * @return the facts
   */
  public static HomeFacts of(Child child) {
    return knownBefore(Instant.MAX, child);
  }

  /**
   * Returns what was known of a child at an instant.
   *
   * @param knownBefore only facts that were recorded strictly before are seen
   * @param child the child; its birth date and registration are seen as they stand in its file now
   * @return the facts
   */
  public static HomeFacts knownBefore(Instant knownBefore, Child child) {
    return of(child.birthDate(), child.registration(), child.facts(), knownBefore);
  }

  /**
   * Returns facts of parts.
   *
   * @param birthDate when the child was born
   * @param registration where it is registered, if known
   * @param facts what changes with time
   * @param knownBefore only facts that were recorded strictly before are seen
   * @return the facts
   */
  public static HomeFacts of(
      LocalDate birthDate,
      Optional<Registration> registration,
      CareFacts facts,
      Instant knownBefore) {
    return new HomeFacts(birthDate, registration, facts, knownBefore);
  }

  /**
   * Returns when the child was born.
   *
   * @return the birth date
   */
  public LocalDate birthDate() {
    return birthDate;
  }

  /**
   * Returns where the child is registered.
   *
   * @return rural or urban, or empty if that is not known
   */
  public Optional<Registration> registration() {
    return registration;
  }

  /**
   * Returns on which days the father was where.
   *
   * @return the days; those of which nothing is known are missing
   */
  public ImmutableRangeMap<LocalDate, Whereabouts> father() {
    return father;
  }

  /**
   * Returns on which days the mother was where.
   *
   * @return the days; those of which nothing is known are missing
   */
  public ImmutableRangeMap<LocalDate, Whereabouts> mother() {
    return mother;
  }

  /**
   * Returns what held on which days, of any kind of fact.
   *
   * @param <T> what held
   * @param which takes the facts, gives the timeline that is asked for
   * @return the days, with neighbours of the same value joined
   */
  public <T> ImmutableRangeMap<LocalDate, T> known(Function<CareFacts, Timeline<T>> which) {
    return which.apply(facts).knownBefore(knownBefore);
  }

  /**
   * Returns what held on a day, of any kind of fact.
   *
   * <p>Example: {@code home.on(day, CareFacts::boarding)}.
   *
   * @param <T> what held
   * @param day the day
   * @param which takes the facts, gives the timeline that is asked for
   * @return what held, or empty if nothing is known
   */
  public <T> Optional<T> on(LocalDate day, Function<CareFacts, Timeline<T>> which) {
    return Optional.ofNullable(known(which).get(day));
  }

  /**
   * Returns when that was recorded by which something is known of a day.
   *
   * @param day the day
   * @param which takes the facts, gives the timeline that is asked for
   * @return the instant, or empty if nothing was recorded of that day
   */
  public Optional<Instant> recordedAt(
      LocalDate day, Function<CareFacts, ? extends Timeline<?>> which) {
    return which.apply(facts).entries().reverse().stream()
        .filter(entry -> entry.recordedAt().isBefore(knownBefore))
        .filter(entry -> entry.days().contains(day))
        .findFirst()
        .map(Timeline.Entry::recordedAt);
  }

  /**
   * Returns the days on which a fact begins, or the first after it ends, whatever the fact.
   *
   * @return the days, ascending
   */
  public ImmutableSortedSet<LocalDate> factDays() {
    return facts.timelines().stream()
        .flatMap(timeline -> timeline.knownBefore(knownBefore).asMapOfRanges().keySet().stream())
        .flatMap(
            days ->
                days.hasUpperBound()
                    ? Stream.of(days.lowerEndpoint(), days.upperEndpoint())
                    : Stream.of(days.lowerEndpoint()))
        .collect(toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /**
   * Returns a definition's answers for all days from the child's birth on.
   *
   * <p>Only the days on which something can change are asked for; the cost grows with their number,
   * not with the number of days.
   *
   * @param definition the definition
   * @return the answers, with neighbouring days of equal answers joined; the last has no end
   */
  public ImmutableRangeMap<LocalDate, StatusAnswer> course(LeftBehindDefinition definition) {
    ImmutableSortedSet<LocalDate> days =
        Stream.of(
                factDays().stream(),
                IntStream.rangeClosed(0, ADULT_AGE).mapToObj(birthDate::plusYears),
                definition.furtherDays(this).stream())
            .flatMap(each -> each)
            .filter(day -> !day.isBefore(birthDate))
            .collect(toImmutableSortedSet(Comparator.naturalOrder()));
    TreeRangeMap<LocalDate, StatusAnswer> course = TreeRangeMap.create();
    Iterator<LocalDate> ends = days.tailSet(birthDate, false).iterator();
    for (LocalDate day : days) {
      course.putCoalescing(
          ends.hasNext() ? Range.closedOpen(day, ends.next()) : Range.atLeast(day),
          definition.on(day, this));
    }
    return ImmutableRangeMap.copyOf(course);
  }

  /** Whether a child of some schooling is no pupil of the school any more. */
  static boolean hasLeft(Schooling schooling) {
    return schooling == Schooling.TRANSFERRED || schooling == Schooling.GRADUATED;
  }

  /** Returns the first day of the days without a break on which a map has the value of a day. */
  static Optional<LocalDate> since(ImmutableRangeMap<LocalDate, ?> days, LocalDate day) {
    Map.Entry<Range<LocalDate>, ?> entry = days.getEntry(day);
    return entry == null ? Optional.empty() : since(entry.getKey());
  }

  private static Optional<LocalDate> since(Range<LocalDate> days) {
    return days.hasLowerBound() && days.lowerBoundType() == BoundType.CLOSED
        ? Optional.of(days.lowerEndpoint())
        : Optional.empty();
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "HomeFacts[redacted]";
  }
}
