package org.jiedui.activity;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where an activity is in its life, and how it is arranged, with what is known at some time.
 *
 * <p>Immutable.
 *
 * @param state where it is
 * @param arrangement how it is to be, or was
 * @param reason why it was moved, cancelled or reopened, if the last step said so
 */
public record ActivityStatus(
    ActivityState state, Arrangement arrangement, Optional<String> reason) {

  /**
   * Creates a status.
   *
   * @param state where it is
   * @param arrangement how it is to be, or was
   * @param reason why it was moved, cancelled or reopened, if the last step said so
   */
  public ActivityStatus {
    requireNonNull(state, "state");
    requireNonNull(arrangement, "arrangement");
    requireNonNull(reason, "reason");
  }

  /** Returns the state and the day; the reason may be personal. */
  @Override
  public String toString() {
    return state.code() + " " + arrangement.day();
  }
}
