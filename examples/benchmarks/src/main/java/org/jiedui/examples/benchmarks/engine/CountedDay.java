package org.jiedui.examples.benchmarks.engine;

/**
 * A contact that counts for a rule; concluded by the engine.
 *
 * <p>Immutable.
 */
public final class CountedDay {

  private final String rule;
  private final int day;

  /**
   * Creates the fact.
   *
   * @param rule the id of the rule
   * @param day the day of the contact, counted since 1970-01-01
   */
  public CountedDay(String rule, int day) {
    this.rule = rule;
    this.day = day;
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
   * Returns the day of the contact, counted since 1970-01-01.
   *
   * @return the day of the contact, counted since 1970-01-01
   */
  public int getDay() {
    return day;
  }
}
