package org.jiedui.storage;

import org.jiedui.id.SchoolId;

/** Says that there is no record of an id. */
public final class RecordNotFoundException extends StorageException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param type what kind of record, for instance {@code child}
   * @param school the school
   * @param id the identifier
   */
  public RecordNotFoundException(String type, SchoolId school, Object id) {
    super("school " + school + " has no " + type + " " + id, null);
  }
}
