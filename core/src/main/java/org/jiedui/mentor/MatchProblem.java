package org.jiedui.mentor;

import com.google.common.collect.ImmutableList;

/**
 * Children and teachers by their positions, none of whom has to do with any other: a class, or a
 * school whose teachers teach in several.
 */
final class MatchProblem {

  /** Stands for no teacher. */
  static final int NOBODY = -1;

  private final int[][] eligible;
  private final int[] places;
  private final ImmutableList<Aim> aims;

  MatchProblem(int[][] eligible, int[] places, ImmutableList<Aim> aims) {
    this.eligible = eligible;
    this.places = places;
    this.aims = aims;
  }

  int children() {
    return eligible.length;
  }

  int teachers() {
    return places.length;
  }

  /** Returns the teachers that may mentor each child, ascending. */
  int[][] eligible() {
    return eligible;
  }

  /** Returns how many children each teacher can take. */
  int[] places() {
    return places;
  }

  /** Returns what to aim at, the first before all others. */
  ImmutableList<Aim> aims() {
    return aims;
  }
}
