package org.jiedui.compliance;

/** Takes the standing of each run. */
interface StandingSink {

  /**
   * Takes the standing of a run that has one.
   *
   * @param series the series
   * @param version the index of the version in the series that judges the window
   * @param runLast the last day of the run, or {@link RuleSeries#FOREVER}
   * @param first the first day of the window to act on
   * @param deadline the last day on which it can be met
   */
  void standing(RuleSeries series, int version, int runLast, int first, int deadline);
}
