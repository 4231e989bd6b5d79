package org.jiedui.child;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * That a child is one of key support (重点帮扶), and why.
 *
 * <p>Immutable.
 *
 * @param reason why, as the school wrote it; not blank
 */
public record KeySupport(String reason) {

  /**
   * Creates a key support.
   *
   * @param reason why, as the school wrote it; not blank
   * @throws IllegalArgumentException if the reason is blank
   */
  public KeySupport {
    requireNonNull(reason, "reason");
    checkArgument(!reason.isBlank(), "reason must not be blank");
  }

  /** Returns no reason: it is personal. */
  @Override
  public String toString() {
    return "KeySupport[redacted]";
  }
}
