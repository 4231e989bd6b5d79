package org.jiedui.examples.benchmarks.engine;

/**
 * Days on which a rule asks nothing of the child.
 *
 * <p>Immutable.
 */
public final class ExemptDays {

  private final String rule;
  private final int first;
  private final int last;
  private final int recordedDay;
  private final int withdrawnDay;

  /**
   * Creates the fact.
   *
   * @param rule the id of the rule
   * @param first the first day, counted since 1970-01-01
   * @param last the last day, included
   * @param recordedDay the day on which the exemption was recorded
   * @param withdrawnDay the day on which it was withdrawn, or the largest number
   */
  public ExemptDays(String rule, int first, int last, int recordedDay, int withdrawnDay) {
    this.rule = rule;
    this.first = first;
    this.last = last;
    this.recordedDay = recordedDay;
    this.withdrawnDay = withdrawnDay;
  }

  /**
   * Returns the id of the rule.
   *
   * @return the id of the rule
   */
  public String getRule() {
    return rule;
  }

  /**
   * Returns the first day, counted since 1970-01-01.
   *
   * @return the first day, counted since 1970-01-01
   */
  public int getFirst() {
    return first;
  }

  /**
   * Returns the last day, included.
   *
   * @return the last day, included
   */
  public int getLast() {
    return last;
  }

  /**
   * Returns the day on which the exemption was recorded.
   *
   * @return the day on which the exemption was recorded
   */
  public int getRecordedDay() {
    return recordedDay;
  }

  /**
   * Returns the day on which it was withdrawn, or the largest number.
   *
   * @return the day on which it was withdrawn, or the largest number
   */
  public int getWithdrawnDay() {
    return withdrawnDay;
  }
}
