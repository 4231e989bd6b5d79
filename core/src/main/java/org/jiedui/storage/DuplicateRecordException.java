package org.jiedui.storage;

import org.jiedui.id.SchoolId;

/** Says that there is a record of an id already. */
public final class DuplicateRecordException extends StorageException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param type what kind of record, for instance {@code child}
   * @param school the school
   * @param id the identifier
   */
  public DuplicateRecordException(String type, SchoolId school, Object id) {
    super("school " + school + " has another " + type + " " + id + " already", null);
  }
}
