package org.jiedui.compliance;

import static java.util.Objects.requireNonNull;

import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;

/**
 * What one child contributes to a count. The counts of the children behind a cell add up to the
 * cell's.
 *
 * <p>Immutable.
 *
 * @param school the child's school
 * @param child the child
 * @param counts its windows
 */
public record ChildCounts(SchoolId school, ChildId child, Counts counts) {

  /**
   * Creates a child's counts.
   *
   * @param school the child's school
   * @param child the child
   * @param counts its windows
   */
  public ChildCounts {
    requireNonNull(school, "school");
    requireNonNull(child, "child");
    requireNonNull(counts, "counts");
  }
}
