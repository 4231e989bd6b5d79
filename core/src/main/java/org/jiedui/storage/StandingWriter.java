package org.jiedui.storage;

import java.util.Collection;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;

/** Writes standings. */
public interface StandingWriter extends StandingReader {

  /**
   * Replaces all standings of a child.
   *
   * <p>Two rows of one rule must not be shown on the same day: the board would have two rows of one
   * position.
   *
   * @param school the school
   * @param child the child
   * @param rows the new rows, all of that child
   * @throws IllegalArgumentException if a row is of another child
   */
  void replace(SchoolId school, ChildId child, Collection<StandingRow> rows);
}
