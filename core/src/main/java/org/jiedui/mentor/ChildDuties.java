package org.jiedui.mentor;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeMap;
import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jiedui.child.Placement;
import org.jiedui.compliance.Attribution;
import org.jiedui.contact.Party;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.rule.RuleVersion;
import org.jiedui.time.DateRange;

/**
 * Who answers for what towards one child, on which days; see {@link Duties} for how it is decided.
 *
 * <p>Immutable.
 */
public final class ChildDuties implements Attribution {

  private final Duties duties;
  private final SchoolId school;
  private final ImmutableRangeMap<LocalDate, Placement> placement;
  private final ImmutableList<Mentorship> mentorships;

  private record Mentorship(DateRange days, StaffId mentor) {}

  ChildDuties(
      Duties duties,
      SchoolId school,
      ImmutableRangeMap<LocalDate, Placement> placement,
      Collection<MentorAssignment> assignments) {
    this.duties = duties;
    this.school = school;
    this.placement = placement;
    this.mentorships =
        assignments.stream()
            .sorted(MentorAssignment.WHO_ANSWERS_FIRST)
            .flatMap(
                assignment ->
                    assignment.tenure().daysKnownBefore(duties.knownBefore()).stream()
                        .map(days -> new Mentorship(days, assignment.mentor())))
            .collect(ImmutableList.toImmutableList());
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

  @Override
  public SchoolId school() {
    return school;
  }

  @Override
  public ImmutableRangeMap<LocalDate, ClassId> classes() {
    return map(placement, Placement::classId);
  }

  @Override
  public ImmutableRangeMap<LocalDate, Integer> grades() {
    return map(placement, Placement::grade);
  }

  private static <A, B> ImmutableRangeMap<LocalDate, B> map(
      ImmutableRangeMap<LocalDate, A> days, Function<A, B> to) {
    ImmutableRangeMap.Builder<LocalDate, B> mapped = ImmutableRangeMap.builder();
    days.asMapOfRanges().forEach((range, value) -> mapped.put(range, to.apply(value)));
    return mapped.build();
  }

  @Override
  public ImmutableRangeMap<LocalDate, StaffId> mentors() {
    NavigableSet<LocalDate> changes = new TreeSet<>();
    addMentorChanges(changes);
    return present(held(changes, Optional.empty(), this::mentorOn));
  }

  @Override
  public ImmutableRangeMap<LocalDate, StaffId> responsible(RuleVersion version) {
    return present(held(changes(), Optional.empty(), day -> responsibleOn(version, day)));
  }

  private static <V> ImmutableRangeMap<LocalDate, V> present(
      ImmutableRangeMap<LocalDate, Optional<V>> held) {
    ImmutableRangeMap.Builder<LocalDate, V> present = ImmutableRangeMap.builder();
    held.asMapOfRanges()
        .forEach((range, value) -> value.ifPresent(there -> present.put(range, there)));
    return present.build();
  }

  /**
   * Returns the class that the child is in.
   *
   * @param day the day
   * @return the class, or empty if the child is in none
   */
  public Optional<ClassId> classOn(LocalDate day) {
    return Optional.ofNullable(placement.get(day)).map(Placement::classId);
  }

  /**
   * Returns who answers for a duty on a day.
   *
   * @param version the rule version that asks for the contact
   * @param day the day
   * @return who answers, or empty if the child is in no class, or its class has no homeroom teacher
   */
  public Optional<StaffId> responsibleOn(RuleVersion version, LocalDate day) {
    Optional<ClassId> in = classOn(day);
    for (Party party : version.pattern().madeBy()) {
      Optional<StaffId> holder =
          switch (party) {
            case HOMEROOM_TEACHER -> homeroomTeacherOn(in, day);
            case SUBJECT_TEACHER ->
                in.map(duties::onlySubjectTeachers).map(teachers -> teachers.get(day));
            case MENTOR -> mentorOn(day);
            default -> Optional.empty();
          };
      if (holder.isPresent()) {
        return holder;
      }
    }
    return homeroomTeacherOn(in, day);
  }

  private Optional<StaffId> homeroomTeacherOn(Optional<ClassId> in, LocalDate day) {
    return in.map(duties::homeroomTeachers).map(teachers -> teachers.get(day));
  }

  private Optional<StaffId> mentorOn(LocalDate day) {
    for (Mentorship mentorship : mentorships) {
      if (mentorship.days().contains(day)) {
        return Optional.of(mentorship.mentor());
      }
    }
    return Optional.empty();
  }

  /**
   * Returns who answers for a duty over some days: a store keeps it beside the deadline, so that it
   * is right on every later day without being written again.
   *
   * @param version the rule version that asks for the contact
   * @param over the days
   * @return the days one stretch after the other, in order, without a gap
   */
  public ImmutableList<Holder> holdersOver(RuleVersion version, DateRange over) {
    return holdersOver(over, day -> responsibleOn(version, day));
  }

  private ImmutableList<Holder> holdersOver(
      DateRange over, Function<LocalDate, Optional<StaffId>> responsibleOn) {
    NavigableSet<LocalDate> changes = changes();
    changes.add(over.start());
    changes.removeIf(day -> !over.contains(day));
    ImmutableRangeMap<LocalDate, Held> held =
        held(changes, over.end(), day -> new Held(responsibleOn.apply(day), classOn(day)));
    return held.asMapOfRanges().entrySet().stream()
        .map(
            entry ->
                new Holder(
                    DateRange.from(entry.getKey()),
                    entry.getValue().responsible(),
                    entry.getValue().classId()))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the homeroom teachers of a child over some days: who answers for what no rule version
   * gives to somebody else, such as attendance.
   *
   * @param over the days
   * @return the days one stretch after the other, in order, without a gap
   */
  public ImmutableList<Holder> homeroomTeachersOver(DateRange over) {
    return holdersOver(over, this::homeroomTeacherOn);
  }

  /**
   * Returns the homeroom teacher of a child on a day.
   *
   * @param day the day
   * @return who it is, or empty if the child is in no class, or its class has none
   */
  public Optional<StaffId> homeroomTeacherOn(LocalDate day) {
    return homeroomTeacherOn(classOn(day), day);
  }

  private record Held(Optional<StaffId> responsible, Optional<ClassId> classId) {}

  /** The days on which the answer may change. */
  private NavigableSet<LocalDate> changes() {
    NavigableSet<LocalDate> changes = new TreeSet<>();
    addBounds(changes, placement);
    for (Placement in : placement.asMapOfRanges().values()) {
      addBounds(changes, duties.homeroomTeachers(in.classId()));
      addBounds(changes, duties.onlySubjectTeachers(in.classId()));
    }
    addMentorChanges(changes);
    return changes;
  }

  private void addMentorChanges(NavigableSet<LocalDate> changes) {
    for (Mentorship mentorship : mentorships) {
      changes.add(mentorship.days().start());
      mentorship.days().end().ifPresent(changes::add);
    }
  }

  private static void addBounds(
      NavigableSet<LocalDate> changes, ImmutableRangeMap<LocalDate, ?> map) {
    for (Range<LocalDate> range : map.asMapOfRanges().keySet()) {
      changes.add(range.lowerEndpoint());
      if (range.hasUpperBound()) {
        changes.add(range.upperEndpoint());
      }
    }
  }

  /** Evaluates at each change and joins neighbours that are equal. */
  private static <V> ImmutableRangeMap<LocalDate, V> held(
      NavigableSet<LocalDate> changes, Optional<LocalDate> end, Function<LocalDate, V> on) {
    TreeRangeMap<LocalDate, V> map = TreeRangeMap.create();
    for (LocalDate day : changes) {
      LocalDate next = changes.higher(day);
      Optional<LocalDate> until = next == null ? end : Optional.of(next);
      map.putCoalescing(
          until.map(to -> Range.closedOpen(day, to)).orElseGet(() -> Range.atLeast(day)),
          on.apply(day));
    }
    return ImmutableRangeMap.copyOf(map);
  }
}
