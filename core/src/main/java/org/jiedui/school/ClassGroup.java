package org.jiedui.school;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.time.Timeline;

/**
 * A class of one school year, and who teaches it.
 *
 * <p>Immutable.
 *
 * @param schoolId the school
 * @param id the class
 * @param schoolYear the school year, 2025 for 2025–2026
 * @param name what people call it, for instance 一年级1班
 * @param grade its grade, 1 to 12
 * @param homeroomTeacher the homeroom teacher (班主任), over time
 * @param subjectTeachers the subject teachers (科任老师), over time
 */
public record ClassGroup(
    SchoolId schoolId,
    ClassId id,
    int schoolYear,
    String name,
    int grade,
    Timeline<StaffId> homeroomTeacher,
    Timeline<ImmutableSet<StaffId>> subjectTeachers) {

  /** The highest grade: the last year of upper secondary school. */
  public static final int MAX_GRADE = 12;

  /**
   * Creates a class.
   *
   * @param schoolId the school
   * @param id the class
   * @param schoolYear the school year, 2025 for 2025–2026
   * @param name what people call it, for instance 一年级1班
   * @param grade its grade, 1 to 12
   * @param homeroomTeacher the homeroom teacher (班主任), over time
   * @param subjectTeachers the subject teachers (科任老师), over time
   * @throws IllegalArgumentException if the name is blank or the grade is not 1 to 12
   */
  public ClassGroup {
    requireNonNull(schoolId, "schoolId");
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(homeroomTeacher, "homeroomTeacher");
    requireNonNull(subjectTeachers, "subjectTeachers");
    checkArgument(!name.isBlank(), "name must not be blank");
    checkArgument(grade >= 1 && grade <= MAX_GRADE, "grade (%s) must be 1 to 12", grade);
  }

  /** Returns the ids. */
  @Override
  public String toString() {
    return "ClassGroup[" + schoolId + "/" + id + "]";
  }
}
