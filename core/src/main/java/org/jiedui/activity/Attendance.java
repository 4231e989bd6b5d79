package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;

/**
 * That a child, or a guardian of a child, was at an activity or was not.
 *
 * <p>It is never changed: a later record of the same child, attendee and activity overrides it, so
 * what was known at an earlier instant can be asked again.
 *
 * <p>Immutable.
 *
 * @param activityId the activity
 * @param childId the child, also where it is its guardian who was there
 * @param attendee whose attendance it is
 * @param presence whether it was there
 * @param reason why not, for one that was not there
 * @param recordedAt when it was recorded
 * @param recordedBy who recorded it
 */
public record Attendance(
    ActivityId activityId,
    ChildId childId,
    Attendee attendee,
    Presence presence,
    Optional<AbsenceReason> reason,
    Instant recordedAt,
    ActorId recordedBy) {

  /**
   * Creates an attendance.
   *
   * @param activityId the activity
   * @param childId the child, also where it is its guardian who was there
   * @param attendee whose attendance it is
   * @param presence whether it was there
   * @param reason why not, for one that was not there
   * @param recordedAt when it was recorded
   * @param recordedBy who recorded it
   * @throws IllegalArgumentException if there is a reason for one that was there, or none for one
   *     that was not
   */
  public Attendance {
    requireNonNull(activityId, "activityId");
    requireNonNull(childId, "childId");
    requireNonNull(attendee, "attendee");
    requireNonNull(presence, "presence");
    requireNonNull(reason, "reason");
    requireNonNull(recordedAt, "recordedAt");
    requireNonNull(recordedBy, "recordedBy");
    checkArgument(
        (presence == Presence.PRESENT) == reason.isEmpty(),
        "attendance %s at %s must %s a reason",
        presence.code(),
        activityId,
        presence == Presence.PRESENT ? "not have" : "have");
  }

  /** Returns the ids and whose it is; that somebody was absent is personal. */
  @Override
  public String toString() {
    return "Attendance[" + activityId + "/" + childId + "/" + attendee.code() + "]";
  }
}
