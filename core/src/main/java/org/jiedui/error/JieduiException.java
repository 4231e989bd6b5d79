package org.jiedui.error;

import org.jspecify.annotations.Nullable;

/**
 * What every exception of the library is, but for broken arguments ({@link
 * IllegalArgumentException}) and calls in a wrong state ({@link IllegalStateException}).
 *
 * <p>Messages name ids and hold no personal data.
 */
public abstract class JieduiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what happened, with ids alone
   * @param cause what caused it, or null
   */
  protected JieduiException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
