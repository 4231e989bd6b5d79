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

  private final Optional<ClassId> classId;

  private SweepScope(Optional<ImmutableSortedSet<SchoolId>> schools, Optional<ClassId> classId) {
    this.schools = schools;
    this.classId = classId;
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
   * over all schools is never silently one over some.
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
    return new SweepScope(Optional.of(ImmutableSortedSet.of(school)), Optional.of(classId));
  }

  /** The groups whose windows alone count. */
  ImmutableList<Group> only() {
    return classId
        .map(id -> ImmutableList.<Group>of(new Group.OfClass(schools.orElseThrow().first(), id)))
        .orElse(ImmutableList.of());
  }

  /** The schools by id; a reader is only asked for all. */
  ImmutableList<SchoolId> schoolsOf(CareReader reader) {
    return schools.map(ImmutableSortedSet::asList).orElseGet(() -> reader.schools().ids());
  }

  /** Returns the ids. */
  @Override
  public String toString() {
    return schools.map(ImmutableSortedSet::toString).orElse("all schools")
        + classId.map(id -> "/" + id).orElse("");
  }
}
