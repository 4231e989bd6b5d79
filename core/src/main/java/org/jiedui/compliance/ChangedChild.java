package org.jiedui.compliance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.jiedui.id.ChildId;
import org.jiedui.id.RuleId;

/**
 * A child that two rule books, or calendars, judge differently.
 *
 * <p>Immutable.
 *
 * @param child the child
 * @param rules what differs, by rule in the order of {@link ComparisonReport#rules()}; at least one
 */
public record ChangedChild(ChildId child, ImmutableList<ChangedWindows> rules) {

  /**
   * Creates a changed child.
   *
   * @param child the child
   * @param rules what differs, by rule in the order of {@link ComparisonReport#rules()}; at least
   *     one
   */
  public ChangedChild {
    requireNonNull(child, "child");
    requireNonNull(rules, "rules");
  }

  /**
   * The windows of one rule that differ. Two windows are the same if an officer reads the same of
   * them: days, deadline, verdict and the day on which they were completed. Which version judged
   * them, and on what ground, makes no difference here.
   *
   * <p>Immutable.
   *
   * @param rule the rule
   * @param before the windows that are there before alone, by first day, then by last; all of them
   *     if the rule is there before alone
   * @param after the windows that are there afterwards alone, likewise
   */
  public record ChangedWindows(
      RuleId rule, ImmutableList<JudgedWindow> before, ImmutableList<JudgedWindow> after) {

    /**
     * Creates changed windows.
     *
     * @param rule the rule
     * @param before the windows that are there before alone, by first day, then by last; all of
     *     them if the rule is there before alone
     * @param after the windows that are there afterwards alone, likewise
     */
    public ChangedWindows {
      requireNonNull(rule, "rule");
      requireNonNull(before, "before");
      requireNonNull(after, "after");
    }
  }
}
