package org.jiedui.activity;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ChildId;
import org.jiedui.text.Wording;

/**
 * Somebody of whom to ask why it was not at an activity, or to whom to bring what was said there.
 *
 * <p>Immutable.
 *
 * @param activityId the activity
 * @param childId the child
 * @param attendee whether the child itself or a guardian was expected
 * @param absence what was recorded, or empty if nothing was
 */
public record FollowUp(
    ActivityId activityId, ChildId childId, Attendee attendee, Optional<Attendance> absence) {

  /**
   * Creates a follow-up.
   *
   * @param activityId the activity
   * @param childId the child
   * @param attendee whether the child itself or a guardian was expected
   * @param absence what was recorded, or empty if nothing was
   */
  public FollowUp {
    requireNonNull(activityId, "activityId");
    requireNonNull(childId, "childId");
    requireNonNull(attendee, "attendee");
    requireNonNull(absence, "absence");
  }

  /**
   * Returns why, for people.
   *
   * @return for instance 家长缺席（原因不明）, guardian absent (unknown)
   */
  public Wording wording() {
    if (absence.isEmpty()) {
      return Wording.of(
          attendee.wording().chinese() + "未登记", attendee.wording().english() + " not recorded");
    }
    Wording presence = absence.get().presence().wording();
    Wording reason = absence.get().reason().orElseThrow().wording();
    return Wording.of(
        attendee.wording().chinese() + presence.chinese() + "（" + reason.chinese() + "）",
        attendee.wording().english() + " " + presence.english() + " (" + reason.english() + ")");
  }

  /** Returns the ids alone. */
  @Override
  public String toString() {
    return "FollowUp[" + activityId + "/" + childId + "/" + attendee.code() + "]";
  }
}
