package org.jiedui.compliance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A report broken down by a grouping. The windows of its cells add up to the report's total.
 *
 * <p>Immutable.
 *
 * @param grouping by what
 * @param cells a cell for each combination of groups that has a window, by their natural order
 */
public record Breakdown(Grouping grouping, ImmutableList<Cell> cells) {

  /**
   * Creates a breakdown.
   *
   * @param grouping by what
   * @param cells a cell for each combination of groups that has a window, by their natural order
   */
  public Breakdown {
    requireNonNull(grouping, "grouping");
    requireNonNull(cells, "cells");
  }

  /**
   * One combination of groups.
   *
   * @param groups a group for each dimension of the grouping, in its order
   * @param counts what was counted
   */
  public record Cell(ImmutableList<Group> groups, Counts counts) {

    /**
     * Creates a cell.
     *
     * @param groups a group for each dimension of the grouping, in its order
     * @param counts what was counted
     */
    public Cell {
      requireNonNull(groups, "groups");
      requireNonNull(counts, "counts");
    }
  }

  /**
   * Finds the counts of a combination of groups.
   *
   * @param groups a group for each dimension of the grouping, in its order
   * @return what was counted, or empty if there is no window of these groups
   */
  public Optional<Counts> find(Group... groups) {
    ImmutableList<Group> wanted = ImmutableList.copyOf(groups);
    return cells.stream()
        .filter(cell -> cell.groups().equals(wanted))
        .map(Cell::counts)
        .findFirst();
  }
}
