package org.jiedui.mentor;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.time.Tenure;

/**
 * That a teacher is paired with a child (结对帮扶), in a role, from a day on.
 *
 * <p>It is closed by a record of its own, and never changed otherwise.
 *
 * <p>Immutable.
 *
 * @param schoolId the school
 * @param id the identifier
 * @param pair the child, the teacher, and what the teacher is to the child
 * @param tenure from when, and until when if it has ended
 */
public record MentorAssignment(SchoolId schoolId, AssignmentId id, MentorPair pair, Tenure tenure) {

  /**
   * Of several assignments of a child, primary mentors go first, then supporting ones, then acting
   * parents; of the same role, those that began earlier, then those with lower ids.
   */
  static final Comparator<MentorAssignment> WHO_ANSWERS_FIRST =
      Comparator.comparing(MentorAssignment::role)
          .thenComparing(MentorAssignment::from)
          .thenComparing(MentorAssignment::id);

  /**
   * Creates an assignment.
   *
   * @param schoolId the school
   * @param id the identifier
   * @param pair the child, the teacher, and what the teacher is to the child
   * @param tenure from when, and until when if it has ended
   */
  public MentorAssignment {
    requireNonNull(schoolId, "schoolId");
    requireNonNull(id, "id");
    requireNonNull(pair, "pair");
    requireNonNull(tenure, "tenure");
  }

  /**
   * Returns an assignment that has no end yet.
   *
   * @param schoolId the school
   * @param id the identifier
   * @param pair the child, the teacher, and what the teacher is to the child
   * @param from the first day
   * @param recordedAt when it was recorded
   * @return the assignment
   */
  public static MentorAssignment open(
      SchoolId schoolId, AssignmentId id, MentorPair pair, LocalDate from, Instant recordedAt) {
    return new MentorAssignment(schoolId, id, pair, Tenure.startingOn(from, recordedAt));
  }

  /**
   * Returns the child.
   *
   * @return the child
   */
  public ChildId childId() {
    return pair.child();
  }

  /**
   * Returns the teacher.
   *
   * @return the teacher
   */
  public StaffId mentor() {
    return pair.mentor();
  }

  /**
   * Returns what the teacher is to the child.
   *
   * @return the role
   */
  public MentorRole role() {
    return pair.role();
  }

  /**
   * Returns the first day.
   *
   * @return the day
   */
  public LocalDate from() {
    return tenure.from();
  }

  /**
   * Returns when it was recorded.
   *
   * @return the instant
   */
  public Instant recordedAt() {
    return tenure.recordedAt();
  }

  /**
   * Returns that it ended.
   *
   * @return its last day and why, or empty if it has no end yet
   */
  public Optional<Tenure.Closing> closing() {
    return tenure.closing();
  }

  /**
   * Returns this assignment as ended.
   *
   * @param end the last day and why
   * @return the closed assignment
   * @throws IllegalArgumentException if it is closed already, or its last day is earlier than the
   *     day before its first
   */
  public MentorAssignment closed(Tenure.Closing end) {
    return new MentorAssignment(schoolId, id, pair, tenure.closed(end));
  }

  /**
   * Whether it holds on a day, with everything known.
   *
   * @param day the day
   * @return true from its first to its last day
   */
  public boolean isOn(LocalDate day) {
    return tenure.isOn(day);
  }

  /** Returns the ids and the first day. */
  @Override
  public String toString() {
    return "MentorAssignment[" + schoolId + "/" + id + " from " + from() + "]";
  }
}
