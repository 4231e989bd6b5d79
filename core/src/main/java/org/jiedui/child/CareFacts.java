package org.jiedui.child;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Maps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jiedui.time.Timeline;

/**
 * Everything about a child that changes with time and on which its care depends.
 *
 * <p>Each part is a {@link Timeline}: facts are only added, each with the instant at which it was
 * recorded, and one that was recorded later overrides on the days that it speaks of.
 *
 * <pre>{@code
 * CareFacts facts =
 *     CareFacts.none()
 *         .withCare(t -> t.with(DateRange.parse("2025-09-01/.."), CareStatus.open(), recordedAt))
 *         .withBoarding(t -> t.with(DateRange.parse("2025-09-01/.."), true, recordedAt));
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param care whether the file is open
 * @param placement the class that the child is in
 * @param boarding whether the child boards at the school
 * @param carer who cares for the child at home
 * @param father where the father is
 * @param mother where the mother is
 * @param keySupport whether the child is one of key support
 * @param schooling whether the child is at school
 * @param living with whom the child lives
 * @param concerns the open difficulties, by kind; a kind of which nothing is recorded is absent
 */
public record CareFacts(
    Timeline<CareStatus> care,
    Timeline<Placement> placement,
    Timeline<Boolean> boarding,
    Timeline<Carer> carer,
    Timeline<Whereabouts> father,
    Timeline<Whereabouts> mother,
    Timeline<KeySupport> keySupport,
    Timeline<Schooling> schooling,
    Timeline<Living> living,
    ImmutableMap<ConcernKind, Timeline<Concern>> concerns) {

  private static final CareFacts NONE =
      new CareFacts(
          Timeline.empty(),
          Timeline.empty(),
          Timeline.empty(),
          Timeline.empty(),
          Timeline.empty(),
          Timeline.empty(),
          Timeline.empty(),
          Timeline.empty(),
          Timeline.empty(),
          ImmutableMap.of());

  /**
   * Creates facts.
   *
   * @param care whether the file is open
   * @param placement the class that the child is in
   * @param boarding whether the child boards at the school
   * @param carer who cares for the child at home
   * @param father where the father is
   * @param mother where the mother is
   * @param keySupport whether the child is one of key support
   * @param schooling whether the child is at school
   * @param living with whom the child lives
   * @param concerns the open difficulties, by kind; one of which nothing is recorded is left out
   * @throws IllegalArgumentException if a concern stands under another kind than its own
   */
  public CareFacts {
    requireNonNull(care, "care");
    requireNonNull(placement, "placement");
    requireNonNull(boarding, "boarding");
    requireNonNull(carer, "carer");
    requireNonNull(father, "father");
    requireNonNull(mother, "mother");
    requireNonNull(keySupport, "keySupport");
    requireNonNull(schooling, "schooling");
    requireNonNull(living, "living");
    requireNonNull(concerns, "concerns");
    concerns.forEach(
        (kind, timeline) ->
            timeline
                .entries()
                .forEach(
                    entry ->
                        checkArgument(
                            entry.value().isEmpty() || entry.value().get().kind() == kind,
                            "a concern of kind %s stands under another kind",
                            kind)));
    concerns = ImmutableMap.copyOf(Maps.filterValues(concerns, timeline -> !timeline.isEmpty()));
  }

  /**
   * Returns that nothing is known.
   *
   * @return the empty facts
   */
  public static CareFacts none() {
    return NONE;
  }

  /**
   * Adds to what is known of the child being in care.
   *
   * @param change takes the timeline, gives the longer one
   * @return the facts with it
   */
  public CareFacts withCare(UnaryOperator<Timeline<CareStatus>> change) {
    return with(parts -> parts.care = change.apply(care));
  }

  /**
   * Adds to what is known of the child's class.
   *
   * @param change takes the timeline, gives the longer one
   * @return the facts with it
   */
  public CareFacts withPlacement(UnaryOperator<Timeline<Placement>> change) {
    return with(parts -> parts.placement = change.apply(placement));
  }

  /**
   * Adds to what is known of the child boarding at the school.
   *
   * @param change takes the timeline, gives the longer one
   * @return the facts with it
   */
  public CareFacts withBoarding(UnaryOperator<Timeline<Boolean>> change) {
    return with(parts -> parts.boarding = change.apply(boarding));
  }

  /**
   * Adds to what is known of the carer.
   *
   * @param change takes the timeline, gives the longer one
   * @return the facts with it
   */
  public CareFacts withCarer(UnaryOperator<Timeline<Carer>> change) {
    return with(parts -> parts.carer = change.apply(carer));
  }

  /**
   * Adds to what is known of where the father is.
   *
   * @param change takes the timeline, gives the longer one
   * @return the facts with it
   */
  public CareFacts withFather(UnaryOperator<Timeline<Whereabouts>> change) {
    return with(parts -> parts.father = change.apply(father));
  }

  /**
   * Adds to what is known of where the mother is.
   *
   * @param change takes the timeline, gives the longer one
   * @return the facts with it
   */
  public CareFacts withMother(UnaryOperator<Timeline<Whereabouts>> change) {
    return with(parts -> parts.mother = change.apply(mother));
  }

  /**
   * Adds to what is known of key support.
   *
   * @param change takes the timeline, gives the longer one
   * @return the facts with it
   */
  public CareFacts withKeySupport(UnaryOperator<Timeline<KeySupport>> change) {
    return with(parts -> parts.keySupport = change.apply(keySupport));
  }

  /**
   * Adds to what is known of the child being at school.
   *
   * @param change takes the timeline, gives the longer one
   * @return the facts with it
   */
  public CareFacts withSchooling(UnaryOperator<Timeline<Schooling>> change) {
    return with(parts -> parts.schooling = change.apply(schooling));
  }

  /**
   * Adds to what is known of with whom the child lives.
   *
   * @param change takes the timeline, gives the longer one
   * @return the facts with it
   */
  public CareFacts withLiving(UnaryOperator<Timeline<Living>> change) {
    return with(parts -> parts.living = change.apply(living));
  }

  /**
   * Adds to what is known of concerns of one kind.
   *
   * @param kind the kind
   * @param change takes the timeline, gives the longer one
   * @return the facts with it
   */
  public CareFacts withConcern(ConcernKind kind, UnaryOperator<Timeline<Concern>> change) {
    return with(
        parts ->
            parts.concerns.put(kind, change.apply(concerns.getOrDefault(kind, Timeline.empty()))));
  }

  /**
   * Returns the facts on which contact rules depend, which is what a report reads of many children.
   *
   * @return the facts without schooling and living
   */
  public CareFacts forRules() {
    return schooling.isEmpty() && living.isEmpty()
        ? this
        : with(
            parts -> {
              parts.schooling = Timeline.empty();
              parts.living = Timeline.empty();
            });
  }

  private CareFacts with(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.facts();
  }

  /** The parts of some facts, of which one is to be replaced. */
  private static final class Parts {

    private final Map<ConcernKind, Timeline<Concern>> concerns;
    private Timeline<CareStatus> care;
    private Timeline<Placement> placement;
    private Timeline<Boolean> boarding;
    private Timeline<Carer> carer;
    private Timeline<Whereabouts> father;
    private Timeline<Whereabouts> mother;
    private Timeline<KeySupport> keySupport;
    private Timeline<Schooling> schooling;
    private Timeline<Living> living;

    Parts(CareFacts facts) {
      this.concerns = new LinkedHashMap<>(facts.concerns);
      this.care = facts.care;
      this.placement = facts.placement;
      this.boarding = facts.boarding;
      this.carer = facts.carer;
      this.father = facts.father;
      this.mother = facts.mother;
      this.keySupport = facts.keySupport;
      this.schooling = facts.schooling;
      this.living = facts.living;
    }

    CareFacts facts() {
      return new CareFacts(
          care,
          placement,
          boarding,
          carer,
          father,
          mother,
          keySupport,
          schooling,
          living,
          ImmutableMap.copyOf(concerns));
    }
  }

  /**
   * Returns when the last fact was recorded.
   *
   * @return the instant, or empty if nothing is known
   */
  public Optional<Instant> lastRecordedAt() {
    return timelines().stream()
        .flatMap(timeline -> timeline.lastRecordedAt().stream())
        .max(Instant::compareTo);
  }

  /**
   * Whether other facts are these and possibly more: nothing that was recorded is gone.
   *
   * @param later the other facts
   * @return true if each timeline is continued by the other's
   */
  public boolean isContinuedBy(CareFacts later) {
    return care.isContinuedBy(later.care)
        && placement.isContinuedBy(later.placement)
        && boarding.isContinuedBy(later.boarding)
        && carer.isContinuedBy(later.carer)
        && father.isContinuedBy(later.father)
        && mother.isContinuedBy(later.mother)
        && keySupport.isContinuedBy(later.keySupport)
        && schooling.isContinuedBy(later.schooling)
        && living.isContinuedBy(later.living)
        && concerns.entrySet().stream()
            .allMatch(
                concern ->
                    concern
                        .getValue()
                        .isContinuedBy(
                            later.concerns.getOrDefault(concern.getKey(), Timeline.empty())));
  }

  /**
   * Returns each part.
   *
   * @return the timelines, in no particular order
   */
  public ImmutableList<Timeline<?>> timelines() {
    return ImmutableList.<Timeline<?>>builder()
        .add(care, placement, boarding, carer, father, mother, keySupport, schooling, living)
        .addAll(concerns.values())
        .build();
  }

  /**
   * Returns what these facts come to, with everything known.
   *
   * @return the history
   */
  public CareHistory history() {
    return historyKnownBefore(Instant.MAX);
  }

  /**
   * Returns what these facts come to, with what was recorded up to a day.
   *
   * @param knownOn the last day whose records are seen
   * @param zone the school's zone
   * @return the history
   */
  public CareHistory historyKnownOn(LocalDate knownOn, ZoneId zone) {
    return historyKnownBefore(knownOn.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private CareHistory historyKnownBefore(Instant instant) {
    CareHistory.Builder history = new CareHistory.Builder();
    ImmutableRangeMap<LocalDate, CareStatus> inCare = care.knownBefore(instant);
    add(history, inCare, status -> maskIf(status.inCare(), Trait.IN_CARE));
    ImmutableRangeMap<LocalDate, Placement> classes = placement.knownBefore(instant);
    add(history, classes, in -> Trait.grade(in.grade()).mask());
    add(history, boarding.knownBefore(instant), boards -> maskIf(boards, Trait.BOARDING));
    add(history, father.knownBefore(instant), at -> maskIf(at.away(), Trait.FATHER_AWAY));
    add(history, mother.knownBefore(instant), at -> maskIf(at.away(), Trait.MOTHER_AWAY));
    ImmutableRangeMap<LocalDate, Carer> carers = carer.knownBefore(instant);
    add(history, carers, who -> Trait.HAS_CARER.mask() | Trait.carer(who.relation().kind()).mask());
    ImmutableRangeMap<LocalDate, KeySupport> support = keySupport.knownBefore(instant);
    add(history, support, why -> Trait.KEY_SUPPORT.mask());

    Begin.of(support, (before, now) -> before.isEmpty())
        .forEach(day -> history.event(CareEvent.KEY_SUPPORT_BEGAN, day));
    Begin.of(classes, (before, now) -> before.isEmpty())
        .forEach(day -> history.event(CareEvent.ENROLLED, day));
    Begin.of(
            classes,
            (before, now) -> before.isPresent() && !before.get().classId().equals(now.classId()))
        .forEach(day -> history.event(CareEvent.CLASS_CHANGED, day));
    Begin.of(carers, (before, now) -> before.isEmpty() || !before.get().id().equals(now.id()))
        .filter(day -> changesDuringCare(inCare, day))
        .forEach(day -> history.event(CareEvent.GUARDIAN_CHANGED, day));
    concerns.forEach(
        (kind, timeline) -> {
          ImmutableRangeMap<LocalDate, Concern> open = timeline.knownBefore(instant);
          add(history, open, concern -> Trait.concern(kind).mask());
          Begin.of(open, (before, now) -> before.isEmpty())
              .forEach(day -> history.event(CareEvent.CONCERN_RAISED, day));
        });
    return history.build();
  }

  /** A carer who began before the child came into care, or with it, is no change. */
  private static boolean changesDuringCare(
      ImmutableRangeMap<LocalDate, CareStatus> inCare, LocalDate day) {
    return isInCare(inCare, day.minusDays(1)) && isInCare(inCare, day);
  }

  private static boolean isInCare(ImmutableRangeMap<LocalDate, CareStatus> care, LocalDate day) {
    CareStatus status = care.get(day);
    return status != null && status.inCare();
  }

  private static long maskIf(boolean holds, Trait trait) {
    return holds ? trait.mask() : 0;
  }

  private static <T> void add(
      CareHistory.Builder history, ImmutableRangeMap<LocalDate, T> days, ToLongFunction<T> traits) {
    days.asMapOfRanges().forEach((range, value) -> history.add(range, traits.applyAsLong(value)));
  }

  /** The days on which something began, compared with the day before. */
  private static final class Begin {

    private Begin() {}

    interface Test<T> {
      boolean begins(Optional<T> dayBefore, T now);
    }

    static <T> Stream<LocalDate> of(ImmutableRangeMap<LocalDate, T> days, Test<T> test) {
      return days.asMapOfRanges().entrySet().stream()
          .filter(
              entry ->
                  test.begins(
                      Optional.ofNullable(days.get(entry.getKey().lowerEndpoint().minusDays(1))),
                      entry.getValue()))
          .map(entry -> entry.getKey().lowerEndpoint());
    }
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "CareFacts[redacted]";
  }
}
