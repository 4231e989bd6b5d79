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
 * @param text why, for a move, a cancellation and a reopening; what is noted, for a note; not
 *     blank, and without names of children
 * @param recordedAt when it was recorded
 * @param recordedBy who recorded it
 */
public record ActivityFact(
    ActivityStep step,
    Optional<Arrangement> arrangement,
    Optional<String> text,
    Instant recordedAt,
    ActorId recordedBy) {

  /**
   * Creates a fact.
   *
   * @param step what was done
   * @param arrangement how it is to be, for a draft and a move; for one that was held, how it was,
   *     if not as arranged; else nothing
   * @param text why, for a move, a cancellation and a reopening; what is noted, for a note; not
   *     blank, and without names of children
   * @param recordedAt when it was recorded
   * @param recordedBy who recorded it
   * @throws IllegalArgumentException if the arrangement or the text is missing where it is needed,
   *     or there where it is not, or the text is blank
   */
  public ActivityFact {
    requireNonNull(step, "step");
    requireNonNull(arrangement, "arrangement");
    requireNonNull(text, "text");
    requireNonNull(recordedAt, "recordedAt");
    requireNonNull(recordedBy, "recordedBy");
    boolean arranges = step == ActivityStep.DRAFT || step == ActivityStep.MOVE;
    checkArgument(
        step == ActivityStep.HOLD || arranges == arrangement.isPresent(),
        "step %s must %s an arrangement",
        step.code(),
        arranges ? "have" : "not have");
    checkArgument(
        step.needsText() == text.isPresent(),
        "step %s must %s a text",
        step.code(),
        step.needsText() ? "have" : "not have");
    checkArgument(
        text.isEmpty() || !text.get().isBlank(),
        step == ActivityStep.NOTE ? "the note must not be blank" : "the reason must not be blank");
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

  /**
   * Returns what is to be remembered of an activity: how it went, what comes of it.
   *
   * @param note the note, not blank, and without names of children
   * @param at when it was recorded
   * @param by who recorded it
   * @return the fact
   * @throws IllegalArgumentException if the note is blank
   */
  public static ActivityFact noted(String note, Instant at, ActorId by) {
    return new ActivityFact(ActivityStep.NOTE, Optional.empty(), Optional.of(note), at, by);
  }

  /** Returns what, who and when; the text may be personal. */
  @Override
  public String toString() {
    return "ActivityFact[" + step.code() + " " + recordedBy + "@" + recordedAt + "]";
  }
}
