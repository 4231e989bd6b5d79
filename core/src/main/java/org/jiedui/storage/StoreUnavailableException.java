package org.jiedui.storage;

import org.jspecify.annotations.Nullable;

/**
 * Says that a store could not be reached, or was lost on the way. Nothing of the work is stored; it
 * may be repeated once the store is there again.
 */
public final class StoreUnavailableException extends StorageException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what failed, with ids alone
   * @param cause what caused it, without values, or null
   */
  public StoreUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
