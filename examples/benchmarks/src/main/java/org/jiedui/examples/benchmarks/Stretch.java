package org.jiedui.examples.benchmarks;

/**
 * A stretch of days, both ends included, counted since 1970-01-01.
 *
 * @param first the first day
 * @param last the last day, not before the first
 */
record Stretch(int first, int last) {

  /**
   * Creates a stretch.
   *
   * @param first the first day
   * @param last the last day, not before the first
   */
  Stretch {
    if (first > last) {
      throw new IllegalArgumentException(
          "the first day (" + first + ") must not be after the last (" + last + ")");
    }
  }
}
