package org.jiedui.compliance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jiedui.id.RuleId;
import org.jiedui.rule.RuleBookDiff;
import org.jiedui.time.Viewpoint;

/**
 * What another rule book would change, and for whom, for the windows that begin on or before the
 * as-of date.
 *
 * <p>Immutable.
 *
 * @param viewpoint the dates under which both were judged
 * @param books what differs between the books themselves
 * @param children how many children were looked at
 * @param rules the totals of each rule of either book: those of the first in its order, then those
 *     that only the second has
 * @param changed the children whose windows differ, in the order in which they were added
 */
public record ComparisonReport(
    Viewpoint viewpoint,
    RuleBookDiff books,
    int children,
    ImmutableList<RuleTotals> rules,
    ImmutableList<ChangedChild> changed) {

  /**
   * Creates a comparison report.
   *
   * @param viewpoint the dates under which both were judged
   * @param books what differs between the books themselves
   * @param children how many children were looked at
   * @param rules the totals of each rule of either book: those of the first in its order, then
   *     those that only the second has
   * @param changed the children whose windows differ, in the order in which they were added
   */
  public ComparisonReport {
    requireNonNull(viewpoint, "viewpoint");
    requireNonNull(books, "books");
    requireNonNull(rules, "rules");
    requireNonNull(changed, "changed");
  }

  /**
   * How often a rule was judged how, under each of the two books.
   *
   * <p>Immutable.
   *
   * @param rule the rule
   * @param before the counts, with their rate, or empty if the first book does not have the rule
   * @param after the counts, with their rate, or empty if the second book does not have the rule
   */
  public record RuleTotals(RuleId rule, Optional<Counts> before, Optional<Counts> after) {

    /**
     * Creates totals.
     *
     * @param rule the rule
     * @param before the counts, with their rate, or empty if the first book does not have the rule
     * @param after the counts, with their rate, or empty if the second book does not have the rule
     */
    public RuleTotals {
      requireNonNull(rule, "rule");
      requireNonNull(before, "before");
      requireNonNull(after, "after");
    }
  }

  /**
   * Finds the totals of a rule.
   *
   * @param rule the rule
   * @return its totals, or empty if neither book has it
   */
  public Optional<RuleTotals> find(RuleId rule) {
    return rules.stream().filter(totals -> totals.rule().equals(rule)).findFirst();
  }
}
