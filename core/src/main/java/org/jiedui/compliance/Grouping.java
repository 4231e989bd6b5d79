package org.jiedui.compliance;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * By what a report is broken down: one dimension, or several crossed.
 *
 * <p>Example: {@code Grouping.by(Dimension.CLASS, Dimension.MONTH)} gives a cell for each class and
 * month in which a window fell due.
 *
 * <p>Immutable.
 *
 * @param dimensions the dimensions, each once, at least one, in the order in which people read them
 */
public record Grouping(ImmutableList<Dimension> dimensions) {

  /**
   * Creates a grouping.
   *
   * @param dimensions the dimensions, each once, at least one, in the order in which people read
   *     them
   * @throws IllegalArgumentException if there is no dimension, or one twice
   */
  public Grouping {
    requireNonNull(dimensions, "dimensions");
    checkArgument(!dimensions.isEmpty(), "a grouping must have a dimension");
    checkArgument(
        ImmutableSet.copyOf(dimensions).size() == dimensions.size(),
        "a grouping must not have a dimension twice, but it is by %s",
        dimensions);
  }

  /**
   * Returns a grouping.
   *
   * @param first the first dimension
   * @param others further dimensions, crossed with it
   * @return the grouping
   * @throws IllegalArgumentException if a dimension is there twice
   */
  public static Grouping by(Dimension first, Dimension... others) {
    return new Grouping(ImmutableList.<Dimension>builder().add(first).add(others).build());
  }
}
