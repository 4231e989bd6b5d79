package org.jiedui.census;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Range;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jiedui.child.CareFacts;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Child;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;

/**
 * Lets the care of a child follow what is known of it: a parent who returns or leaves, the
 * sixteenth birthday, a transfer open and close it by themselves, with history and without anything
 * that runs at night.
 *
 * <p>Whoever changes what is known of a child has the keeper add what follows:
 *
 * <ul>
 *   <li>The definition's answer before and after the change is compared on all days, those to come
 *       too. On days on which the child became left behind care opens; on days on which it no
 *       longer is, or is no longer a pupil of the school, care ends, with the reason. Days of which
 *       the answer does not differ are left alone, so what the school decided stands. Days of which
 *       too little is known are left alone too.
 *   <li>If the change itself speaks of care, that stands on its days; but care that it opens
 *       without an end ends on the first later day on which the child is left behind no longer, and
 *       from there on follows.
 *   <li>Care that the school opened without an end by a decision of its own ends with the days on
 *       which the child has become left behind.
 *   <li>A file opens on the day on which it became known at the earliest, or on the day of the
 *       survey, unless it goes on from days in care without a break. It ends on the day that the
 *       facts name, be it past.
 *   <li>What follows counts as recorded when the facts were from which it follows. Facts of several
 *       instants, as a roster has them, are gone through in their order, and with them what was
 *       recorded after the first of them.
 *   <li>Taking a new child in opens nothing: whoever takes it in says whether its file is open. A
 *       survey opens the file of a child whose care nothing was ever recorded of.
 *   <li>A corrected birth date or registration has no day of its own, so it counts from the day of
 *       the correction on.
 * </ul>
 *
 * <p>Example: both parents of a child in care are away. On 8 November it is recorded that the
 * father returned on 3 November: care ends on 2 November, for <i>父亲返乡 / the father returned</i>. As
 * known on 7 November the child is still in care.
 *
 * <p>Immutable and thread-safe.
 */
public final class CareKeeper {

  private final LeftBehindDefinition definition;
  private final ZoneId zone;

  private CareKeeper(LeftBehindDefinition definition, ZoneId zone) {
    this.definition = requireNonNull(definition, "definition");
    this.zone = requireNonNull(zone, "zone");
  }

  /**
   * Returns a keeper.
   *
   * @param definition who is left behind
   * @param zone the school's zone, which decides on which day something became known
   * @return the keeper
   */
  public static CareKeeper following(LeftBehindDefinition definition, ZoneId zone) {
    return new CareKeeper(definition, zone);
  }

  /**
   * Returns a child that is taken in, with the end of its care.
   *
   * @param child the child
   * @return the child; its care ends where its facts say so
   */
  public Child admitted(Child child) {
    return kept(child.withFacts(CareFacts.none()), child, Optional.empty(), true);
  }

  /**
   * Returns a changed child with the care that follows.
   *
   * @param before the child as it is stored
   * @param after the child with more facts, or with a corrected birth date or registration
   * @param now when a correction counts as recorded
   * @return the child
   */
  public Child changed(Child before, Child after, Instant now) {
    Child kept = kept(before, after, Optional.empty(), false);
    if (before.birthDate().equals(after.birthDate())
        && before.registration().equals(after.registration())) {
      return kept;
    }
    Instant at = kept.facts().lastRecordedAt().filter(last -> last.isAfter(now)).orElse(now);
    CareStep step =
        new CareStep(
            definition,
            home(before, kept.facts(), justAfter(at)),
            home(after, kept.facts(), justAfter(at)),
            kept.facts().care().knownBefore(justAfter(at)),
            ImmutableList.of());
    return with(kept, step.from(dayOf(at)), at);
  }

  /**
   * Returns a child that was surveyed, with the care that follows.
   *
   * @param before the child as it is stored
   * @param after the child with what the survey found, if it found anything new
   * @param surveyedOn the day of the survey
   * @param recordedAt when it was recorded
   * @return the child
   */
  public Child surveyed(Child before, Child after, LocalDate surveyedOn, Instant recordedAt) {
    return kept(before, after, Optional.of(new Survey(surveyedOn, recordedAt)), false);
  }

  private record Survey(LocalDate day, Instant recordedAt) {}

  private Child kept(Child before, Child after, Optional<Survey> survey, boolean isNew) {
    TreeSet<Instant> added = new TreeSet<>(added(before.facts(), after.facts()));
    survey.map(Survey::recordedAt).ifPresent(added::add);
    if (added.isEmpty()) {
      return after;
    }
    TreeSet<Instant> instants = new TreeSet<>(added);
    after.facts().timelines().stream()
        .flatMap(timeline -> timeline.entries().stream())
        .map(Timeline.Entry::recordedAt)
        .filter(added.first()::isBefore)
        .forEach(instants::add);
    Child kept = after;
    for (Instant at : instants) {
      ImmutableRangeMap<LocalDate, CareStatus> care =
          kept.facts().care().knownBefore(justAfter(at));
      boolean undecided = care.asMapOfRanges().isEmpty();
      if (isNew && undecided) {
        continue;
      }
      HomeFacts earlier =
          at.equals(added.first())
              ? home(before, before.facts(), justAfter(at))
              : home(before, after.facts(), at);
      CareStep step =
          new CareStep(
              definition,
              earlier,
              home(before, after.facts(), justAfter(at)),
              care,
              decided(before, after, at, added.contains(at)));
      Optional<LocalDate> surveyedOn =
          survey.filter(each -> each.recordedAt().equals(at)).map(Survey::day);
      if (!isNew) {
        step.openFrom(surveyedOn.orElseGet(() -> dayOf(at)));
      }
      if (undecided) {
        surveyedOn.ifPresent(step::openWhoeverIsLeftBehindFrom);
      }
      kept = with(kept, step, at);
    }
    return kept;
  }

  /** Returns the instants of the facts that are in some facts but not in others. */
  private static ImmutableList<Instant> added(CareFacts before, CareFacts after) {
    Multiset<Timeline.Entry<?>> entries = HashMultiset.create();
    after.timelines().forEach(timeline -> entries.addAll(timeline.entries()));
    before
        .timelines()
        .forEach(timeline -> timeline.entries().forEach(entry -> entries.remove(entry, 1)));
    return entries.stream().map(Timeline.Entry::recordedAt).collect(toImmutableList());
  }

  /** Returns what was decided of care itself at an instant. */
  private static ImmutableList<Timeline.Entry<CareStatus>> decided(
      Child before, Child after, Instant at, boolean isAdded) {
    Multiset<Timeline.Entry<CareStatus>> entries =
        LinkedHashMultiset.create(after.facts().care().entries());
    if (isAdded) {
      before.facts().care().entries().forEach(entry -> entries.remove(entry, 1));
    }
    return entries.stream()
        .filter(entry -> entry.recordedAt().equals(at))
        .collect(toImmutableList());
  }

  private static Child with(Child child, CareStep step, Instant at) {
    Timeline<CareStatus> care = child.facts().care();
    for (Map.Entry<Range<LocalDate>, CareStatus> each : step.follow().entrySet()) {
      care = care.with(DateRange.from(each.getKey()), each.getValue(), at);
    }
    Timeline<CareStatus> longer = care;
    return child.withFacts(child.facts().withCare(timeline -> longer));
  }

  private static HomeFacts home(Child child, CareFacts facts, Instant knownBefore) {
    return HomeFacts.of(child.birthDate(), child.registration(), facts, knownBefore);
  }

  private LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  private static Instant justAfter(Instant instant) {
    return instant.plusNanos(1);
  }
}
