package org.jiedui.intake;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.child.Child;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.person.StudentNumber;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.ClassName;
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
 * @param assignments its mentor assignments, by id
 */
public record SchoolDirectory(
    School school,
    LocalDate firstDay,
    ImmutableMap<String, ClassGroup> classes,
    ImmutableSet<StaffId> staff,
    ImmutableMap<StudentNumber, Child> children,
    ImmutableMap<AssignmentId, MentorAssignment> assignments) {

  /**
   * Finds a class by what somebody wrote: the one of exactly that name, or else the one of the same
   * grade and number.
   *
   * <p>Example: {@code 一（1）班} finds the class that the school calls {@code 一年级1班}.
   *
   * @param text the name of a class; white space around it does not matter
   * @return the class, or empty if the school has none, or several classes are of that grade and
   *     number and none of exactly that name
   */
  public Optional<ClassGroup> findClass(String text) {
    ClassGroup exact = classes.get(text.strip());
    if (exact != null) {
      return Optional.of(exact);
    }
    return ClassName.find(text).flatMap(this::findSameClass);
  }

  private Optional<ClassGroup> findSameClass(ClassName name) {
    ImmutableList<ClassGroup> same =
        classes.values().stream()
            .filter(group -> ClassName.find(group.name()).filter(name::isSameClass).isPresent())
            .collect(toImmutableList());
    return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
  }

  /** Returns the same with other classes, those of another school year. */
  SchoolDirectory withClasses(ImmutableMap<String, ClassGroup> others) {
    return new SchoolDirectory(school, firstDay, others, staff, children, assignments);
  }

  /** Finds a child by what somebody wrote, and reports at the row if there is none. */
  Optional<ChildId> child(String studentNumber, RowCheck<?, ?>.Row row) {
    return pupil(studentNumber, "studentNumber", row).map(Child::id);
  }

  /** Finds a child by what somebody wrote in a field, and reports at it if there is none. */
  Optional<Child> pupil(String studentNumber, String field, RowCheck<?, ?>.Row row) {
    Optional<Child> child = Optional.ofNullable(children.get(StudentNumber.parse(studentNumber)));
    if (child.isEmpty()) {
      row.report(field, DraftRule.UNKNOWN_STUDENT);
    }
    return child;
  }

  /** Reads a staff number, and reports at the row if nobody has it. */
  StaffId staff(String number, String field, RowCheck<?, ?>.Row row) {
    StaffId id = StaffId.of(number.strip());
    if (!staff.contains(id)) {
      row.report(field, DraftRule.UNKNOWN_STAFF);
    }
    return id;
  }

  /** Returns the school's id; student numbers are personal. */
  @Override
  public String toString() {
    return "SchoolDirectory[" + school.id() + "]";
  }
}
