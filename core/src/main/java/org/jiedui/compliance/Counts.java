package org.jiedui.compliance;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How many windows were judged how, and over how many children.
 *
 * <p>Windows add up: the counts of the cells of a breakdown give its total. Children do so only
 * where each belongs to one cell; a child with windows in two months counts in both, and once in
 * the total.
 *
 * <p>Immutable.
 *
 * @param met windows that were met, 0 or more
 * @param late windows completed within the grace, 0 or more
 * @param missed windows that were missed, 0 or more
 * @param pending windows still open, 0 or more
 * @param excused windows for which nothing is asked, 0 or more
 * @param notApplicable windows with too few days in scope, 0 or more; in no denominator
 * @param children children with any of these windows, 0 or more
 * @param childrenDecided those of them with a window that was met, late or missed
 * @param childrenAllMet those of these with every such window met
 */
public record Counts(
    long met,
    long late,
    long missed,
    long pending,
    long excused,
    long notApplicable,
    long children,
    long childrenDecided,
    long childrenAllMet) {

  /** Nothing counted yet. */
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /**
   * Creates counts.
   *
   * @param met windows that were met, 0 or more
   * @param late windows completed within the grace, 0 or more
   * @param missed windows that were missed, 0 or more
   * @param pending windows still open, 0 or more
   * @param excused windows for which nothing is asked, 0 or more
   * @param notApplicable windows with too few days in scope, 0 or more; in no denominator
   * @param children children with any of these windows, 0 or more
   * @param childrenDecided those of them with a window that was met, late or missed
   * @param childrenAllMet those of these with every such window met
   * @throws IllegalArgumentException if a count is negative, or more children are decided than
   *     there are, or more have met all than are decided
   */
  public Counts {
    checkArgument(
        met >= 0 && late >= 0 && missed >= 0 && pending >= 0 && excused >= 0 && notApplicable >= 0,
        "counts must not be negative");
    checkArgument(
        childrenAllMet >= 0 && childrenAllMet <= childrenDecided && childrenDecided <= children,
        "children with every window met (%s) must be 0 to those decided (%s), and these at most all"
            + " (%s)",
        childrenAllMet,
        childrenDecided,
        children);
  }

  /**
   * Returns the count of a verdict.
   *
   * @param verdict the verdict
   * @return how many windows were judged so
   */
  public long of(Verdict verdict) {
    return switch (verdict) {
      case MET -> met;
      case LATE -> late;
      case MISSED -> missed;
      case PENDING -> pending;
      case EXCUSED -> excused;
      case NOT_APPLICABLE -> notApplicable;
    };
  }

  /**
   * Returns how many windows there are.
   *
   * @return the sum of all verdicts
   */
  public long windows() {
    return met + late + missed + pending + excused + notApplicable;
  }

  /**
   * Returns the compliance rate: the share of windows met.
   *
   * @return met of met, late and missed
   */
  public Rate rate() {
    return new Rate(met, met + late + missed);
  }

  /**
   * Returns the share of children with every window met.
   *
   * @return of the children with a window that was met, late or missed, those without any late or
   *     missed one
   */
  public Rate childRate() {
    return new Rate(childrenAllMet, childrenDecided);
  }
}
