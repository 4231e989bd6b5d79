package org.jiedui.child;

import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Range;
import com.google.common.collect.RangeMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** What is known of a child's family at one known-on date, day by day. */
final class Family {

  private final Child child;
  private final ImmutableRangeMap<LocalDate, Whereabouts> father;
  private final ImmutableRangeMap<LocalDate, Whereabouts> mother;
  private final ImmutableRangeMap<LocalDate, Carer> carer;
  private final ImmutableRangeMap<LocalDate, Boolean> boarding;
  private final ImmutableRangeMap<LocalDate, Living> living;

  private Family(Child child, Instant knownBefore) {
    CareFacts facts = child.facts();
    this.child = child;
    this.father = facts.father().knownBefore(knownBefore);
    this.mother = facts.mother().knownBefore(knownBefore);
    this.carer = facts.carer().knownBefore(knownBefore);
    this.boarding = facts.boarding().knownBefore(knownBefore);
    this.living = facts.living().knownBefore(knownBefore);
  }

  static Family of(Child child, Instant knownBefore) {
    return new Family(child, knownBefore);
  }

  boolean isUnder(int years, LocalDate day) {
    return day.isBefore(child.birthDate().plusYears(years));
  }

  boolean needsSpecialCare() {
    return child.profile().health().map(ChildHealth::needsSpecialCare).orElse(false);
  }

  boolean areBothAway(LocalDate day) {
    return isAway(father, day) && isAway(mother, day);
  }

  private static boolean isAway(RangeMap<LocalDate, Whereabouts> parent, LocalDate day) {
    return on(parent, day).map(Whereabouts::away).orElse(false);
  }

  Optional<Living> living(LocalDate day) {
    return on(living, day);
  }

  boolean boards(LocalDate day) {
    return on(boarding, day).orElse(false) || living(day).equals(Optional.of(Living.BOARDING));
  }

  Optional<Carer> carer(LocalDate day) {
    return on(carer, day);
  }

  /** Returns the first day of those without a break on which the carer of a day cared. */
  LocalDate carerSince(LocalDate day) {
    Optional<Carer> who = carer(day);
    LocalDate since = day;
    for (Range<LocalDate> stretch : carer.asDescendingMapOfRanges().keySet()) {
      if (stretch.contains(since) && isSame(who, carer(since))) {
        since = stretch.lowerEndpoint();
        if (isSame(who, carer(since.minusDays(1)))) {
          since = since.minusDays(1);
        }
      }
    }
    return since;
  }

  private static boolean isSame(Optional<Carer> carer, Optional<Carer> other) {
    return carer.isPresent() && carer.map(Carer::id).equals(other.map(Carer::id));
  }

  /** Returns the days on which a fact begins or ends. */
  NavigableSet<LocalDate> changes() {
    NavigableSet<LocalDate> days = new TreeSet<>();
    addChanges(days, father.asMapOfRanges().keySet());
    addChanges(days, mother.asMapOfRanges().keySet());
    addChanges(days, carer.asMapOfRanges().keySet());
    addChanges(days, boarding.asMapOfRanges().keySet());
    addChanges(days, living.asMapOfRanges().keySet());
    return days;
  }

  private static void addChanges(
      Collection<LocalDate> days, Collection<Range<LocalDate>> stretches) {
    for (Range<LocalDate> stretch : stretches) {
      days.add(stretch.lowerEndpoint());
      if (stretch.hasUpperBound()) {
        days.add(stretch.upperEndpoint());
      }
    }
  }

  /** Returns everybody who ever cared. */
  Collection<Carer> carers() {
    return carer.asMapOfRanges().values();
  }

  private static <T> Optional<T> on(RangeMap<LocalDate, T> days, LocalDate day) {
    return Optional.ofNullable(days.get(day));
  }
}
