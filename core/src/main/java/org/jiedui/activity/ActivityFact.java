package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jiedui.id.ActorId;

/**
 * One thing that was recorded of an activity.
 *
 * <p>Immutable.
 *
 * @param step what was done
 * @param arrangement how it is to be, for a draft and a move; for one that was held, how it was, if
 *     not as arranged; else nothing
 * @param reason why, for a move, a cancellation and a reopening; not blank
 * @param recordedAt when it was recorded
 * @param recordedBy who recorded it
 */
public record ActivityFact(
    ActivityStep step,
    Optional<Arrangement> arrangement,
    Optional<String> reason,
    Instant recordedAt,
    ActorId recordedBy) {

  /**
   * Creates a fact.
   *
   * @param step what was done
   * @param arrangement how it is to be, for a draft and a move; for one that was held, how it was,
   *     if not as arranged; else nothing
   * @param reason why, for a move, a cancellation and a reopening; not blank
   * @param recordedAt when it was recorded
   * @param recordedBy who recorded it
   * @throws IllegalArgumentException if the arrangement or the reason is missing where it is
   *     needed, or there where it is not
   */
  public ActivityFact {
    requireNonNull(step, "step");
    requireNonNull(arrangement, "arrangement");
    requireNonNull(reason, "reason");
    requireNonNull(recordedAt, "recordedAt");
    requireNonNull(recordedBy, "recordedBy");
    boolean arranges = step == ActivityStep.DRAFT || step == ActivityStep.MOVE;
    checkArgument(
        step == ActivityStep.HOLD || arranges == arrangement.isPresent(),
        "step %s must %s an arrangement",
        step.code(),
        arranges ? "have" : "not have");
    checkArgument(
        step.needsReason() == reason.isPresent(),
        "step %s must %s a reason",
        step.code(),
        step.needsReason() ? "have" : "not have");
    checkArgument(reason.isEmpty() || !reason.get().isBlank(), "the reason must not be blank");
  }

  /**
   * Returns that an activity is proposed.
   *
   * @param arrangement how it is to be
   * @param at when it was recorded
   * @param by who recorded it
   * @return the fact
   */
  public static ActivityFact drafted(Arrangement arrangement, Instant at, ActorId by) {
    return new ActivityFact(ActivityStep.DRAFT, Optional.of(arrangement), Optional.empty(), at, by);
  }

  /**
   * Returns that an activity is agreed.
   *
   * @param at when it was recorded
   * @param by who recorded it
   * @return the fact
   */
  public static ActivityFact agreed(Instant at, ActorId by) {
    return new ActivityFact(ActivityStep.AGREE, Optional.empty(), Optional.empty(), at, by);
  }

  /**
   * Returns that an activity gets another day, time, place or leader.
   *
   * @param arrangement how it is to be
   * @param reason why, not blank
   * @param at when it was recorded
   * @param by who recorded it
   * @return the fact
   * @throws IllegalArgumentException if the reason is blank
   */
  public static ActivityFact moved(Arrangement arrangement, String reason, Instant at, ActorId by) {
    return new ActivityFact(
        ActivityStep.MOVE, Optional.of(arrangement), Optional.of(reason), at, by);
  }

  /**
   * Returns that an activity was held as arranged.
   *
   * @param at when it was recorded
   * @param by who recorded it
   * @return the fact
   */
  public static ActivityFact held(Instant at, ActorId by) {
    return new ActivityFact(ActivityStep.HOLD, Optional.empty(), Optional.empty(), at, by);
  }

  /**
   * Returns that an activity was held in another way than arranged.
   *
   * @param arrangement how it was
   * @param at when it was recorded
   * @param by who recorded it
   * @return the fact
   */
  public static ActivityFact heldAs(Arrangement arrangement, Instant at, ActorId by) {
    return new ActivityFact(ActivityStep.HOLD, Optional.of(arrangement), Optional.empty(), at, by);
  }

  /**
   * Returns that an activity is cancelled.
   *
   * @param reason why, not blank
   * @param at when it was recorded
   * @param by who recorded it
   * @return the fact
   * @throws IllegalArgumentException if the reason is blank
   */
  public static ActivityFact cancelled(String reason, Instant at, ActorId by) {
    return new ActivityFact(ActivityStep.CANCEL, Optional.empty(), Optional.of(reason), at, by);
  }

  /**
   * Returns that an activity was said to be held or cancelled by mistake.
   *
   * @param reason why, not blank
   * @param at when it was recorded
   * @param by who recorded it
   * @return the fact
   * @throws IllegalArgumentException if the reason is blank
   */
  public static ActivityFact reopened(String reason, Instant at, ActorId by) {
    return new ActivityFact(ActivityStep.REOPEN, Optional.empty(), Optional.of(reason), at, by);
  }

  /** Returns what, who and when; the reason may be personal. */
  @Override
  public String toString() {
    return "ActivityFact[" + step.code() + " " + recordedBy + "@" + recordedAt + "]";
  }
}
