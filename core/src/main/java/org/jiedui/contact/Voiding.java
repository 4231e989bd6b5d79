package org.jiedui.contact;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jiedui.id.ActorId;

/**
 * The record that a contact was entered by mistake.
 *
 * <p>Immutable.
 *
 * @param recordedAt when that was recorded
 * @param by who recorded it
 * @param reason why, not blank
 */
public record Voiding(Instant recordedAt, ActorId by, String reason) {

  /**
   * Creates a voiding.
   *
   * @param recordedAt when that was recorded
   * @param by who recorded it
   * @param reason why, not blank
   * @throws IllegalArgumentException if the reason is blank
   */
  public Voiding {
    requireNonNull(recordedAt, "recordedAt");
    requireNonNull(by, "by");
    requireNonNull(reason, "reason");
    checkArgument(!reason.isBlank(), "reason must not be blank");
  }

  /** Returns who and when; the reason may be personal. */
  @Override
  public String toString() {
    return "Voiding[" + by + "@" + recordedAt + "]";
  }
}
