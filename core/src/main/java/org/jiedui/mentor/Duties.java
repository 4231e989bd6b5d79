package org.jiedui.mentor;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Multimaps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Function;
import org.jiedui.child.CareFacts;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.school.ClassGroup;

/**
 * Who of a school's staff answers for a duty, from the facts of the day.
 *
 * <p>The responsible person is the first, in the order in which the rule names who makes the
 * contact, whom the day gives: the homeroom teacher of the child's class, its mentor (of several,
 * the primary one before those who support and acting parents, and of those the one who began
 * first), or its subject teacher if the class has exactly one. A duty of parents, of the carer or
 * of the child itself has no responsible person among the staff; the homeroom teacher sees to it,
 * and so the homeroom teacher answers for it, as for every duty that nobody else holds.
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
   * Returns the duties towards one child: its class and mentors are looked up once, then asked for
   * one day after another.
   *
   * @param school the child's school
   * @param child the child
   * @param facts its facts
   * @return who answers for what
   */
  public ChildDuties ofChild(SchoolId school, ChildId child, CareFacts facts) {
    return new ChildDuties(
        this, school, facts.placement().knownBefore(knownBefore), mentors.apply(child));
  }

  ImmutableRangeMap<LocalDate, StaffId> homeroomTeachers(ClassId in) {
    return homeroom.getOrDefault(in, ImmutableRangeMap.of());
  }

  ImmutableRangeMap<LocalDate, StaffId> onlySubjectTeachers(ClassId in) {
    return onlySubjectTeacher.getOrDefault(in, ImmutableRangeMap.of());
  }

  Instant knownBefore() {
    return knownBefore;
  }
}
