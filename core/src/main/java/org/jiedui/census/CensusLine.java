package org.jiedui.census;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.person.StudentNumber;

/**
 * One pupil in a census: whether it was surveyed, and its status on the census day.
 *
 * <p>Immutable.
 *
 * @param childId the pupil
 * @param studentNumber its student number
 * @param classId its class: the one of the census day, or else the last of the term before it, or
 *     else the first after it
 * @param answer the answer that counts; empty if the pupil was not surveyed
 * @param status whether it is left behind on the census day, and why
 */
public record CensusLine(
    ChildId childId,
    StudentNumber studentNumber,
    ClassId classId,
    Optional<CensusAnswer> answer,
    StatusAnswer status) {

  /**
   * Creates a line.
   *
   * @param childId the pupil
   * @param studentNumber its student number
   * @param classId its class: the one of the census day, or else the last of the term before it, or
   *     else the first after it
   * @param answer the answer that counts; empty if the pupil was not surveyed
   * @param status whether it is left behind on the census day, and why
   */
  public CensusLine {
    requireNonNull(childId, "childId");
    requireNonNull(studentNumber, "studentNumber");
    requireNonNull(classId, "classId");
    requireNonNull(answer, "answer");
    requireNonNull(status, "status");
  }

  /**
   * Whether the pupil was surveyed.
   *
   * @return true if there is an answer
   */
  public boolean isSurveyed() {
    return answer.isPresent();
  }

  /** Returns the id and the class; the rest is personal. */
  @Override
  public String toString() {
    return "CensusLine[" + childId + " in " + classId + "]";
  }
}
