package org.jiedui.compliance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.jiedui.id.ChildId;
import org.jiedui.id.RuleId;

/**
 * How often the windows of one rule were judged how, over some children.
 *
 * <p>Immutable.
 *
 * @param rule the rule
 * @param met windows that were met
 * @param late windows completed within the grace
 * @param missed windows that were missed
 * @param pending windows still open
 * @param excused windows for which nothing is asked
 * @param notApplicable windows with too few days in scope; in no denominator
 * @param unjudged the children in care on the as-of date whom the rule judged by no window at all:
 *     nobody falls out unseen
 */
public record RuleTally(
    RuleId rule,
    int met,
    int late,
    int missed,
    int pending,
    int excused,
    int notApplicable,
    ImmutableList<ChildId> unjudged) {

  /**
   * Creates a rule tally.
   *
   * @param rule the rule
   * @param met windows that were met
   * @param late windows completed within the grace
   * @param missed windows that were missed
   * @param pending windows still open
   * @param excused windows for which nothing is asked
   * @param notApplicable windows with too few days in scope; in no denominator
   * @param unjudged the children in care on the as-of date whom the rule judged by no window at
   *     all: nobody falls out unseen
   */
  public RuleTally {
    requireNonNull(rule, "rule");
    requireNonNull(unjudged, "unjudged");
  }

  /**
   * Returns the compliance rate.
   *
   * @return met of met, late and missed
   */
  public Rate rate() {
    return new Rate(met, met + late + missed);
  }

  /**
   * Returns how many windows there are.
   *
   * @return the sum of all verdicts
   */
  public int windows() {
    return met + late + missed + pending + excused + notApplicable;
  }
}
