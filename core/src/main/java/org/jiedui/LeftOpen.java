package org.jiedui;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.school.Responsibility;

/**
 * What nobody does any more after a teacher left or took other classes, for somebody to see to.
 *
 * <p>Immutable.
 *
 * @param classes the classes that had the teacher as homeroom teacher and have none now
 * @param responsibilities what the teacher answered for in the care team and nobody does now
 * @param mentees the children whose mentor the teacher still is by the records, although not there
 *     or not in their class any more: for a handover
 */
public record LeftOpen(
    ImmutableSet<ClassId> classes,
    ImmutableSet<Responsibility> responsibilities,
    ImmutableSet<ChildId> mentees) {

  /**
   * Creates what is left open.
   *
   * @param classes the classes that had the teacher as homeroom teacher and have none now
   * @param responsibilities what the teacher answered for in the care team and nobody does now
   * @param mentees the children whose mentor the teacher still is by the records, although not
   *     there or not in their class any more: for a handover
   */
  public LeftOpen {
    requireNonNull(classes, "classes");
    requireNonNull(responsibilities, "responsibilities");
    requireNonNull(mentees, "mentees");
  }

  /**
   * Whether nothing is left open.
   *
   * @return true if there is nothing to see to
   */
  public boolean isEmpty() {
    return classes.isEmpty() && responsibilities.isEmpty() && mentees.isEmpty();
  }
}
