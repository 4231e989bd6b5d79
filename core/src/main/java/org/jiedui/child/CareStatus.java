package org.jiedui.child;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Whether a child's file is open, and why.
 *
 * <p>Immutable.
 *
 * @param inCare true from the day on which the file is opened (建档) to the last day in care
 * @param reason why it was opened or closed (离档原因), as the school wrote it
 */
public record CareStatus(boolean inCare, Optional<String> reason) {

  /**
   * Creates a care status.
   *
   * @param inCare true from the day on which the file is opened (建档) to the last day in care
   * @param reason why it was opened or closed (离档原因), as the school wrote it
   */
  public CareStatus {
    requireNonNull(reason, "reason");
  }

  /**
   * Returns the status of a child in care.
   *
   * @return a status without a reason
   */
  public static CareStatus open() {
    return new CareStatus(true, Optional.empty());
  }

  /**
   * Returns the status of a child whose file was closed.
   *
   * @param reason why, if known
   * @return the status
   */
  public static CareStatus closed(Optional<String> reason) {
    return new CareStatus(false, reason);
  }

  /** Returns whether the file is open; the reason is personal. */
  @Override
  public String toString() {
    return inCare ? "in care" : "not in care";
  }
}
