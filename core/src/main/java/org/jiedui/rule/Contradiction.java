package org.jiedui.rule;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jiedui.calendar.Term;
import org.jiedui.id.RuleId;
import org.jiedui.text.Wording;

/**
 * A version of a rule that goes by milestones, and a term of the calendar that has none: nobody
 * could say when in that term the rule asks for anything.
 *
 * <p>Immutable.
 *
 * @param rule the rule
 * @param validFrom the first day of the version
 * @param cadence the cadence of the version
 * @param term the term
 */
public record Contradiction(RuleId rule, LocalDate validFrom, Cadence cadence, Term term) {

  /**
   * Creates a contradiction.
   *
   * @param rule the rule
   * @param validFrom the first day of the version
   * @param cadence the cadence of the version
   * @param term the term
   */
  public Contradiction {
    requireNonNull(rule, "rule");
    requireNonNull(validFrom, "validFrom");
    requireNonNull(cadence, "cadence");
    requireNonNull(term, "term");
  }

  /**
   * Returns it in words.
   *
   * @return for instance {@code rule home-visit goes from 2025-09-01 by term-start,term-mid, but
   *     term 2025-3 (2026-07-06/2026-07-12) is under 42 days and gives no milestones}
   */
  public Wording wording() {
    return Wording.of(
        String.format(
            "规则 %s 自 %s 起的频次是 %s，而学期 %s（%s）不足 42 天，也没有给出期初、期中、期末的日期",
            rule, validFrom, cadence.text(), term.label(), term.days()),
        String.format(
            "rule %s goes from %s by %s, but term %s (%s) is under 42 days and gives no milestones",
            rule, validFrom, cadence.text(), term.label(), term.days()));
  }
}
