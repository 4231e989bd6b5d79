package org.jiedui.compliance;

/** Takes what the loops find; a tally, a listing and an explanation are different sinks. */
interface VerdictSink {

  /** Stands for "on no day". */
  int NEVER = Integer.MIN_VALUE;

  /**
   * Takes a judged window.
   *
   * @param series the series
   * @param version the index of the version in the series
   * @param first the first day
   * @param last the last day, included
   * @param deadline the last scope day in it
   * @param ground why it was judged so
   * @param settledOn the day of the contact that completed it, or {@link #NEVER}
   */
  void window(
      RuleSeries series,
      int version,
      int first,
      int last,
      int deadline,
      Ground ground,
      int settledOn);
}
