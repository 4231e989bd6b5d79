package org.jiedui.examples.benchmarks.engine;

/**
 * A stretch of days on which a scope holds for the child.
 *
 * <p>Immutable.
 */
public final class ScopeDays {

  private final String scope;
  private final int first;
  private final int last;
  private final int runLast;

  /**
   * Creates the fact.
   *
   * @param scope the text of the scope
   * @param first the first day, counted since 1970-01-01
   * @param last the last day, included
   * @param runLast the last day of the run that it belongs to
   */
  public ScopeDays(String scope, int first, int last, int runLast) {
    this.scope = scope;
    this.first = first;
    this.last = last;
    this.runLast = runLast;
  }

  /**
   * Returns the text of the scope.
   *
   * @return the text of the scope
   */
  public String getScope() {
    return scope;
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
   * Returns the last day of the run that it belongs to.
   *
   * @return the last day of the run that it belongs to
   */
  public int getRunLast() {
    return runLast;
  }
}
