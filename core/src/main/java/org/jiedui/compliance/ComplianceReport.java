package org.jiedui.compliance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jiedui.id.RuleId;
import org.jiedui.time.Viewpoint;

/**
 * How the rules of a book were kept, over some children, for the windows that began on or before
 * the as-of date.
 *
 * <p>Immutable.
 *
 * @param viewpoint the dates under which it was judged
 * @param children how many children were looked at
 * @param inCare how many of them are in care on the as-of date
 * @param rules a tally for each rule, in the order of the book
 */
public record ComplianceReport(
    Viewpoint viewpoint, int children, int inCare, ImmutableList<RuleTally> rules) {

  /**
   * Creates a compliance report.
   *
   * @param viewpoint the dates under which it was judged
   * @param children how many children were looked at
   * @param inCare how many of them are in care on the as-of date
   * @param rules a tally for each rule, in the order of the book
   */
  public ComplianceReport {
    requireNonNull(viewpoint, "viewpoint");
    requireNonNull(rules, "rules");
  }

  /**
   * Finds the tally of a rule.
   *
   * @param rule the rule
   * @return its tally, or empty if the book does not have it
   */
  public Optional<RuleTally> find(RuleId rule) {
    return rules.stream().filter(tally -> tally.rule().equals(rule)).findFirst();
  }
}
