package org.jiedui;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
import java.util.Optional;
import org.jiedui.compliance.Group;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.CareReader;

/**
 * Over which children a report is made: a class, a school, some schools or all that the store has.
 *
 * <p>Immutable.
 */
public final class SweepScope {

  /** Empty for all. */
  private final Optional<ImmutableSortedSet<SchoolId>> schools;

  private final Optional<Group.OfClass> classGroup;

  private SweepScope(
      Optional<ImmutableSortedSet<SchoolId>> schools, Optional<Group.OfClass> classGroup) {
    this.schools = schools;
    this.classGroup = classGroup;
  }

  /**
   * Returns a school.
   *
   * @param school the school
   * @return its children
   */
  public static SweepScope ofSchool(SchoolId school) {
    return new SweepScope(Optional.of(ImmutableSortedSet.of(school)), Optional.empty());
  }

  /**
   * Returns some schools.
   *
   * @param schools the schools, at least one
   * @return their children
   * @throws IllegalArgumentException if there is no school
   */
  public static SweepScope ofSchools(Collection<SchoolId> schools) {
    checkArgument(!schools.isEmpty(), "a sweep must have a school");
    return new SweepScope(Optional.of(ImmutableSortedSet.copyOf(schools)), Optional.empty());
  }

  /**
   * Returns every school of the store. Whoever may not see one of them is refused, so that a number
   * over all schools is never silently one over some, and is not told which schools there are.
   *
   * @return all children
   */
  public static SweepScope ofAllSchools() {
    return new SweepScope(Optional.empty(), Optional.empty());
  }

  /**
   * Returns a class: the windows whose deadline lies on a day on which the child is in it.
   *
   * @param school the school
   * @param classId the class
   * @return its children
   */
  public static SweepScope ofClass(SchoolId school, ClassId classId) {
    return new SweepScope(
        Optional.of(ImmutableSortedSet.of(school)),
        Optional.of(new Group.OfClass(school, classId)));
  }

  /** The groups whose windows alone count. */
  ImmutableList<Group> only() {
    return classGroup.<ImmutableList<Group>>map(ImmutableList::of).orElse(ImmutableList.of());
  }

  /** What of it some groups can have windows in: the rest need not be read, nor be seen. */
  SweepScope narrowedTo(Collection<Group> groups) {
    Optional<ImmutableSortedSet<SchoolId>> left = schools;
    for (Group group : groups) {
      Optional<SchoolId> only = schoolOf(group);
      if (only.isPresent()) {
        left =
            left.isEmpty() || left.get().contains(only.get())
                ? only.map(ImmutableSortedSet::of)
                : Optional.of(ImmutableSortedSet.of());
      }
    }
    return new SweepScope(left, classGroup);
  }

  private static Optional<SchoolId> schoolOf(Group group) {
    if (group instanceof Group.OfSchool of) {
      return Optional.of(of.school());
    }
    if (group instanceof Group.OfClass of) {
      return Optional.of(of.school());
    }
    if (group instanceof Group.OfResponsible of) {
      return Optional.of(of.school());
    }
    return group instanceof Group.OfMentor of ? Optional.of(of.school()) : Optional.empty();
  }

  /** Whether schools are meant that nobody has named. */
  boolean isAll() {
    return schools.isEmpty();
  }

  /** The schools by id; a reader is only asked for all. */
  ImmutableList<SchoolId> schoolsOf(CareReader reader) {
    return schools.map(ImmutableSortedSet::asList).orElseGet(() -> reader.schools().ids());
  }

  /**
   * Makes sure that the class is there: a number over none would look like a number.
   *
   * @throws org.jiedui.storage.RecordNotFoundException if it is not
   */
  void checkClass(CareReader reader) {
    classGroup.ifPresent(group -> reader.classes().get(group.school(), group.classId()));
  }

  /** Returns the ids. */
  @Override
  public String toString() {
    return classGroup
        .map(Group::text)
        .orElseGet(() -> schools.map(ImmutableSortedSet::toString).orElse("all schools"));
  }
}
