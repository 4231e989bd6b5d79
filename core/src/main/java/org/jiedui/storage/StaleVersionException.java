package org.jiedui.storage;

import org.jiedui.id.SchoolId;

/** Says that a record was changed by somebody else since it was read. Read it again and repeat. */
public final class StaleVersionException extends StorageException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param type what kind of record, for instance {@code child}
   * @param school the school
   * @param id the identifier
   * @param expected the version that the change was made from
   * @param stored the version that is stored
   */
  public StaleVersionException(
      String type, SchoolId school, Object id, long expected, long stored) {
    super(
        type
            + " "
            + id
            + " of school "
            + school
            + " has version "
            + stored
            + ", not "
            + expected
            + ": it was changed in between",
        null);
  }
}
