package org.jiedui.storage;

import java.util.Optional;
import org.jiedui.child.Child;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.person.StudentNumber;

/** Reads children. */
public interface ChildReader extends RecordReader<ChildId, Child> {

  /**
   * Finds a child by its student number.
   *
   * @param school the school
   * @param number the student number (学籍号)
   * @return the child, or empty if the school has none of that number
   */
  Optional<Versioned<Child>> findByStudentNumber(SchoolId school, StudentNumber number);
}
