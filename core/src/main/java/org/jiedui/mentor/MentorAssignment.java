package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.time.DateRange;

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
 * @param from the first day
 * @param recordedAt when it was recorded
 * @param closing that it ended
 */
public record MentorAssignment(
    SchoolId schoolId,
    AssignmentId id,
    MentorPair pair,
    LocalDate from,
    Instant recordedAt,
    Optional<Closing> closing) {

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
   * @param from the first day
   * @param recordedAt when it was recorded
   * @param closing that it ended
   * @throws IllegalArgumentException if it is closed before it begins
   */
  public MentorAssignment {
    requireNonNull(schoolId, "schoolId");
    requireNonNull(id, "id");
    requireNonNull(pair, "pair");
    requireNonNull(from, "from");
    requireNonNull(recordedAt, "recordedAt");
    requireNonNull(closing, "closing");
    checkArgument(
        closing.isEmpty() || !closing.get().lastDay().isBefore(from),
        "assignment %s must not end before it begins on %s",
        id,
        from);
  }

  /**
   * That an assignment ended.
   *
   * @param lastDay its last day, included
   * @param reason why, not blank
   * @param recordedAt when that was recorded
   */
  public record Closing(LocalDate lastDay, String reason, Instant recordedAt) {

    /**
     * Creates a closing.
     *
     * @param lastDay its last day, included
     * @param reason why, not blank
     * @param recordedAt when that was recorded
     * @throws IllegalArgumentException if the reason is blank
     */
    public Closing {
      requireNonNull(lastDay, "lastDay");
      requireNonNull(reason, "reason");
      requireNonNull(recordedAt, "recordedAt");
      checkArgument(!reason.isBlank(), "reason must not be blank");
    }

    /**
     * Whether another closing says the same, whenever it was recorded.
     *
     * @param other the other closing
     * @return true if the last day and the reason are the same
     */
    public boolean isSame(Closing other) {
      return lastDay.equals(other.lastDay) && reason.equals(other.reason);
    }

    /** Returns the day; the reason may be personal. */
    @Override
    public String toString() {
      return "Closing[" + lastDay + "]";
    }
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
    return new MentorAssignment(schoolId, id, pair, from, recordedAt, Optional.empty());
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
   * Returns this assignment as ended.
   *
   * @param end the last day and why
   * @return the closed assignment
   * @throws IllegalArgumentException if it is closed already, or would end before it begins
   */
  public MentorAssignment closed(Closing end) {
    checkArgument(closing.isEmpty(), "assignment %s is closed already", id);
    return new MentorAssignment(schoolId, id, pair, from, recordedAt, Optional.of(end));
  }

  /**
   * Returns the days on which it holds, as known at an instant.
   *
   * @param knownBefore only what was recorded strictly before is seen
   * @return the days, or empty if it was not recorded yet
   */
  public Optional<DateRange> daysKnownBefore(Instant knownBefore) {
    if (!recordedAt.isBefore(knownBefore)) {
      return Optional.empty();
    }
    return Optional.of(
        DateRange.ofClosed(
            from,
            closing.filter(end -> end.recordedAt().isBefore(knownBefore)).map(Closing::lastDay)));
  }

  /**
   * Whether it holds on a day, with everything known.
   *
   * @param day the day
   * @return true from its first to its last day
   */
  public boolean isOn(LocalDate day) {
    return DateRange.ofClosed(from, closing.map(Closing::lastDay)).contains(day);
  }

  /** Returns the ids and the first day. */
  @Override
  public String toString() {
    return "MentorAssignment[" + schoolId + "/" + id + " from " + from + "]";
  }
}
