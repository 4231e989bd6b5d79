package org.jiedui.storage;

import org.jspecify.annotations.Nullable;

/**
 * Says that a store cannot keep a record: a text has characters or a length, or a day lies in a
 * year, that its columns do not hold, or a constraint of its schema is broken. Nothing of the work
 * is stored, and repeating it does not help.
 */
public final class ConstraintBrokenException extends StorageException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what failed, with ids alone
   * @param cause what caused it, without values, or null
   */
  public ConstraintBrokenException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
