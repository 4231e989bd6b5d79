package org.jiedui.storage;

import java.util.Collection;
import java.util.Map;
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

  /**
   * Replaces all standings of several children, each as {@link #replace} does: what a change of the
   * rules brings. A store may batch them.
   *
   * @param school the school
   * @param rows the new rows of each child, none if it has none; other children keep theirs
   * @throws IllegalArgumentException if a row is of another child than it stands under
   */
  default void replaceAll(SchoolId school, Map<ChildId, ? extends Collection<StandingRow>> rows) {
    rows.forEach((child, own) -> replace(school, child, own));
  }
}
