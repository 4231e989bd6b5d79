package org.jiedui.storage;

import org.jspecify.annotations.Nullable;

/**
 * Says that work waited too long, for another's or for an answer, or was given up so that another's
 * could go on. Nothing of the work is stored; it may be repeated.
 */
public final class StoreTimedOutException extends StorageException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what failed, with ids alone
   * @param cause what caused it, without values, or null
   */
  public StoreTimedOutException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
