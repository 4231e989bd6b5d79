package org.jiedui.storage;

import org.jspecify.annotations.Nullable;

/**
 * Says that a store was lost while it was told to keep a write: all of it is stored, or nothing.
 *
 * <p>Read again to find out. A contact may simply be added again: the same id is one contact.
 */
public final class OutcomeUnknownException extends StorageException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what failed, with ids alone
   * @param cause what caused it, without values, or null
   */
  public OutcomeUnknownException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
