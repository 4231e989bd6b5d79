package org.jiedui.storage;

import org.jiedui.error.JieduiException;
import org.jspecify.annotations.Nullable;

/** Says that a store failed: it is closed, unreachable, or refused the work. Names ids alone. */
public class StorageException extends JieduiException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what failed, with ids alone
   * @param cause what caused it, or null
   */
  public StorageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
