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
 * That a teacher is paired with a child (结对帮扶).
 *
 * <p>It is closed by a record of its own, and never changed otherwise.
 *
 * <p>Immutable.
 *
 * @param schoolId the school
 * @param id the identifier
 * @param childId the child
 * @param mentor the teacher
 * @param from the first day
 * @param recordedAt when it was recorded
 * @param closing that it ended
 */
public record MentorAssignment(
    SchoolId schoolId,
    AssignmentId id,
    ChildId childId,
    StaffId mentor,
    LocalDate from,
    Instant recordedAt,
    Optional<Closing> closing) {

  /** Of several assignments, those that began earlier go first, then those with lower ids. */
  static final Comparator<MentorAssignment> WHO_BEGAN_FIRST =
      Comparator.comparing(MentorAssignment::from).thenComparing(MentorAssignment::id);

  /**
   * Creates an assignment.
   *
   * @param schoolId the school
   * @param id the identifier
   * @param childId the child
   * @param mentor the teacher
   * @param from the first day
   * @param recordedAt when it was recorded
   * @param closing that it ended
   * @throws IllegalArgumentException if it is closed before it begins
   */
  public MentorAssignment {
    requireNonNull(schoolId, "schoolId");
    requireNonNull(id, "id");
    requireNonNull(childId, "childId");
    requireNonNull(mentor, "mentor");
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
   * @param childId the child
   * @param mentor the teacher
   * @param from the first day
   * @param recordedAt when it was recorded
   * @return the assignment
   */
  public static MentorAssignment open(
      SchoolId schoolId,
      AssignmentId id,
      ChildId childId,
      StaffId mentor,
      LocalDate from,
      Instant recordedAt) {
    return new MentorAssignment(schoolId, id, childId, mentor, from, recordedAt, Optional.empty());
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
    return new MentorAssignment(schoolId, id, childId, mentor, from, recordedAt, Optional.of(end));
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
