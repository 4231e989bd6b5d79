package org.jiedui.mentor;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jiedui.child.CareFacts;
import org.jiedui.child.Placement;
import org.jiedui.contact.Party;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.rule.RuleVersion;
import org.jiedui.school.ClassGroup;
import org.jiedui.time.DateRange;

/**
 * Who of a school's staff answers for a duty, from the facts of the day.
 *
 * <p>The responsible person is the first, in the order in which the rule names who makes the
 * contact, whom the day gives: the homeroom teacher of the child's class, its mentor (of several,
 * the one who began first), or its subject teacher if the class has exactly one. A duty of parents,
 * of the carer or of the child itself has no responsible person among the staff; the homeroom
 * teacher sees to it, and so the homeroom teacher answers for it, as for every duty that nobody
 * else holds.
 *
 * <p>Example: the monthly letter is written by the child; the homeroom teacher of its class is
 * responsible. A mentor's talk with a child whose mentor began on 5 November is the homeroom
 * teacher's duty until then and the mentor's from then on.
 *
 * <p>Immutable, if what it looks mentors up in is.
 */
public final class Duties {

  private final ImmutableMap<ClassId, ImmutableRangeMap<LocalDate, StaffId>> homeroom;
  private final ImmutableMap<ClassId, ImmutableRangeMap<LocalDate, StaffId>> onlySubjectTeacher;
  private final Function<ChildId, ? extends Collection<MentorAssignment>> mentors;
  private final Instant knownBefore;

  private Duties(
      Collection<ClassGroup> classes,
      Function<ChildId, ? extends Collection<MentorAssignment>> assignments,
      Instant knownBefore) {
    this.knownBefore = knownBefore;
    this.homeroom =
        classes.stream()
            .collect(
                toImmutableMap(
                    ClassGroup::id, group -> group.homeroomTeacher().knownBefore(knownBefore)));
    this.onlySubjectTeacher =
        classes.stream().collect(toImmutableMap(ClassGroup::id, this::onlySubjectTeacher));
    this.mentors = assignments;
  }

  /**
   * Returns the duties of a school with everything known.
   *
   * @param classes its classes
   * @param assignments its mentor assignments
   * @return the duties
   */
  public static Duties of(
      Collection<ClassGroup> classes, Collection<MentorAssignment> assignments) {
    return knownBefore(classes, index(assignments), Instant.MAX);
  }

  /**
   * Returns the duties of a school as known at an instant.
   *
   * @param classes its classes
   * @param assignments its mentor assignments
   * @param knownBefore only what was recorded strictly before is seen
   * @return the duties
   */
  public static Duties knownBefore(
      Collection<ClassGroup> classes,
      Collection<MentorAssignment> assignments,
      Instant knownBefore) {
    return knownBefore(classes, index(assignments), knownBefore);
  }

  /**
   * Returns the duties of a school as known at an instant, with mentors that are looked up for the
   * children that are asked for.
   *
   * @param classes its classes
   * @param assignments gives the mentor assignments of a child
   * @param knownBefore only what was recorded strictly before is seen
   * @return the duties
   */
  public static Duties knownBefore(
      Collection<ClassGroup> classes,
      Function<ChildId, ? extends Collection<MentorAssignment>> assignments,
      Instant knownBefore) {
    return new Duties(classes, assignments, knownBefore);
  }

  private static Function<ChildId, Collection<MentorAssignment>> index(
      Collection<MentorAssignment> assignments) {
    return Multimaps.index(assignments, MentorAssignment::childId)::get;
  }

  private ImmutableRangeMap<LocalDate, StaffId> onlySubjectTeacher(ClassGroup group) {
    ImmutableRangeMap.Builder<LocalDate, StaffId> only = ImmutableRangeMap.builder();
    group
        .subjectTeachers()
        .knownBefore(knownBefore)
        .asMapOfRanges()
        .forEach(
            (days, teachers) -> {
              if (teachers.size() == 1) {
                only.put(days, teachers.iterator().next());
              }
            });
    return only.build();
  }

  /**
   * Who answers for a duty on some days, and in which class the child is on them.
   *
   * @param days the days
   * @param responsible who answers, or empty if nobody does
   * @param classId the child's class, or empty if it is in none
   */
  public record Holder(DateRange days, Optional<StaffId> responsible, Optional<ClassId> classId) {

    /**
     * Creates a holder.
     *
     * @param days the days
     * @param responsible who answers, or empty if nobody does
     * @param classId the child's class, or empty if it is in none
     */
    public Holder {
      requireNonNull(days, "days");
      requireNonNull(responsible, "responsible");
      requireNonNull(classId, "classId");
    }
  }

  /**
   * Returns who answers for a duty on a day.
   *
   * @param child the child
   * @param facts its facts
   * @param version the rule version that asks for the contact
   * @param day the day
   * @return who answers, or empty if the child is in no class, or its class has no homeroom teacher
   */
  public Optional<StaffId> responsibleOn(
      ChildId child, CareFacts facts, RuleVersion version, LocalDate day) {
    return responsible(child, facts.placement().knownBefore(knownBefore), version, day);
  }

  private Optional<StaffId> responsible(
      ChildId child,
      ImmutableRangeMap<LocalDate, Placement> placement,
      RuleVersion version,
      LocalDate day) {
    Optional<ClassId> in = Optional.ofNullable(placement.get(day)).map(Placement::classId);
    for (Party party : version.pattern().madeBy()) {
      Optional<StaffId> holder =
          switch (party) {
            case HOMEROOM_TEACHER -> teacher(homeroom, in, day);
            case SUBJECT_TEACHER -> teacher(onlySubjectTeacher, in, day);
            case MENTOR -> mentor(child, day);
            default -> Optional.empty();
          };
      if (holder.isPresent()) {
        return holder;
      }
    }
    return teacher(homeroom, in, day);
  }

  private static Optional<StaffId> teacher(
      ImmutableMap<ClassId, ImmutableRangeMap<LocalDate, StaffId>> teachers,
      Optional<ClassId> in,
      LocalDate day) {
    return in.map(teachers::get).map(days -> days.get(day));
  }

  private Optional<StaffId> mentor(ChildId child, LocalDate day) {
    return mentors.apply(child).stream()
        .sorted(Comparator.comparing(MentorAssignment::from).thenComparing(MentorAssignment::id))
        .filter(
            assignment ->
                assignment
                    .daysKnownBefore(knownBefore)
                    .map(days -> days.contains(day))
                    .orElse(false))
        .map(MentorAssignment::mentor)
        .findFirst();
  }

  /**
   * Returns who answers for a duty over some days: a store keeps it beside the deadline, so that it
   * is right on every later day without being written again.
   *
   * @param child the child
   * @param facts its facts
   * @param version the rule version that asks for the contact
   * @param over the days
   * @return the days one stretch after the other, in order, without a gap
   */
  public ImmutableList<Holder> holdersOver(
      ChildId child, CareFacts facts, RuleVersion version, DateRange over) {
    ImmutableRangeMap<LocalDate, Placement> placement = facts.placement().knownBefore(knownBefore);
    NavigableSet<LocalDate> changes = new TreeSet<>();
    changes.add(over.start());
    addBounds(changes, placement);
    placement
        .asMapOfRanges()
        .values()
        .forEach(
            in -> {
              addBounds(changes, homeroom.getOrDefault(in.classId(), ImmutableRangeMap.of()));
              addBounds(
                  changes, onlySubjectTeacher.getOrDefault(in.classId(), ImmutableRangeMap.of()));
            });
    for (MentorAssignment assignment : mentors.apply(child)) {
      assignment
          .daysKnownBefore(knownBefore)
          .ifPresent(
              days -> {
                changes.add(days.start());
                days.end().ifPresent(changes::add);
              });
    }
    changes.removeIf(day -> !over.contains(day));
    ImmutableRangeMap<LocalDate, Held> held =
        held(
            changes,
            over,
            day ->
                new Held(
                    responsible(child, placement, version, day),
                    Optional.ofNullable(placement.get(day)).map(Placement::classId)));
    return held.asMapOfRanges().entrySet().stream()
        .map(
            entry ->
                new Holder(
                    DateRange.from(entry.getKey()),
                    entry.getValue().responsible(),
                    entry.getValue().classId()))
        .collect(ImmutableList.toImmutableList());
  }

  private record Held(Optional<StaffId> responsible, Optional<ClassId> classId) {}

  /** Evaluates at each change and joins neighbours that are equal. */
  private static ImmutableRangeMap<LocalDate, Held> held(
      NavigableSet<LocalDate> changes, DateRange over, Function<LocalDate, Held> on) {
    TreeRangeMap<LocalDate, Held> map = TreeRangeMap.create();
    for (LocalDate day : changes) {
      Range<LocalDate> fromHere =
          over.end().map(end -> Range.closedOpen(day, end)).orElseGet(() -> Range.atLeast(day));
      map.remove(fromHere);
      map.putCoalescing(fromHere, on.apply(day));
    }
    return ImmutableRangeMap.copyOf(map);
  }

  private static void addBounds(
      NavigableSet<LocalDate> changes, ImmutableRangeMap<LocalDate, ?> map) {
    map.asMapOfRanges()
        .keySet()
        .forEach(
            range -> {
              changes.add(range.lowerEndpoint());
              if (range.hasUpperBound()) {
                changes.add(range.upperEndpoint());
              }
            });
  }
}
