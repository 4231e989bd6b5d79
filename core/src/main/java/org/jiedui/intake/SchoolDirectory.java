package org.jiedui.intake;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.StaffId;
import org.jiedui.person.StudentNumber;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.School;

/**
 * What a school already has, so that drafts can be checked against it.
 *
 * <p>Immutable.
 *
 * @param school the school
 * @param firstDay the first day of the school year: placements of a roster begin on it
 * @param classes its classes, by what people call them
 * @param staff its staff
 * @param children its children, by student number
 * @param assignments its mentor assignments
 */
public record SchoolDirectory(
    School school,
    LocalDate firstDay,
    ImmutableMap<String, ClassGroup> classes,
    ImmutableSet<StaffId> staff,
    ImmutableMap<StudentNumber, ChildId> children,
    ImmutableSet<AssignmentId> assignments) {

  /** Returns the school's id; student numbers are personal. */
  @Override
  public String toString() {
    return "SchoolDirectory[" + school.id() + "]";
  }
}
