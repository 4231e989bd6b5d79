package org.jiedui.examples.benchmarks.engine;

/**
 * The two dates under which a child is judged.
 *
 * <p>Immutable.
 */
public final class Period {

  private final int asOf;
  private final int knownOn;

  /**
   * Creates the fact.
   *
   * @param asOf the day on which we look, counted since 1970-01-01
   * @param knownOn the last day whose records are seen
   */
  public Period(int asOf, int knownOn) {
    this.asOf = asOf;
    this.knownOn = knownOn;
  }

  /**
   * Returns the day on which we look, counted since 1970-01-01.
   *
   * @return the day on which we look, counted since 1970-01-01
   */
  public int getAsOf() {
    return asOf;
  }

  /**
   * Returns the last day whose records are seen.
   *
   * @return the last day whose records are seen
   */
  public int getKnownOn() {
    return knownOn;
  }
}
