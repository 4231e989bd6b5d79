package org.jiedui.child;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import org.jiedui.id.ClassId;
import org.jiedui.school.ClassGroup;

/**
 * The class that a child is in.
 *
 * <p>Immutable.
 *
 * @param classId the class
 * @param grade its grade, 1 to 12
 */
public record Placement(ClassId classId, int grade) {

  /**
   * Creates a placement.
   *
   * @param classId the class
   * @param grade its grade, 1 to 12
   * @throws IllegalArgumentException if the grade is not 1 to 12
   */
  public Placement {
    requireNonNull(classId, "classId");
    checkArgument(grade >= 1 && grade <= ClassGroup.MAX_GRADE, "grade (%s) must be 1 to 12", grade);
  }

  /**
   * Returns the placement in a class.
   *
   * @param group the class
   * @return the placement
   */
  public static Placement in(ClassGroup group) {
    return new Placement(group.id(), group.grade());
  }
}
