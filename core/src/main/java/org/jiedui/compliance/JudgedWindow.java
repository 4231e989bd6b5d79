package org.jiedui.compliance;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.id.RuleId;
import org.jiedui.time.DateRange;

/**
 * A window of a rule as it counts for one child, and the verdict on it.
 *
 * <p>Immutable.
 *
 * @param rule the rule
 * @param version the index of the version that judges it, in the rule's versions
 * @param days the window's days, with a last one
 * @param deadline the last day in it on which the rule applies to the child
 * @param ground why it was judged so
 * @param settledOn the day of the contact that completed it, for {@link Verdict#MET} and {@link
 *     Verdict#LATE}
 */
public record JudgedWindow(
    RuleId rule,
    int version,
    DateRange days,
    LocalDate deadline,
    Ground ground,
    Optional<LocalDate> settledOn) {

  /**
   * Creates a judged window.
   *
   * @param rule the rule
   * @param version the index of the version that judges it, in the rule's versions
   * @param days the window's days, with a last one
   * @param deadline the last day in it on which the rule applies to the child
   * @param ground why it was judged so
   * @param settledOn the day of the contact that completed it, for {@link Verdict#MET} and {@link
   *     Verdict#LATE}
   */
  public JudgedWindow {
    requireNonNull(rule, "rule");
    requireNonNull(days, "days");
    requireNonNull(deadline, "deadline");
    requireNonNull(ground, "ground");
    requireNonNull(settledOn, "settledOn");
  }

  /**
   * Returns the verdict.
   *
   * @return the verdict of the ground
   */
  public Verdict verdict() {
    return ground.verdict();
  }

  /**
   * Returns the window and its verdict as {@code 2025-09-01/2025-09-30 MET 2025-09-05}.
   *
   * @return the text
   */
  public String text() {
    return days + " " + verdict().name() + settledOn.map(day -> " " + day).orElse("");
  }

  @Override
  public String toString() {
    return text();
  }
}
