package org.jiedui.intake;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.rule.Cadence;

/**
 * Checks that the fields of a version of a rule agree. A field that breaks a rule of its own is
 * left alone here: its consequences would only be noise.
 */
public final class RuleConsistency implements ConstraintValidator<ConsistentRule, RuleDraft> {

  /** Creates a validator. */
  public RuleConsistency() {}

  @Override
  public boolean isValid(RuleDraft draft, ConstraintValidatorContext context) {
    FieldReporter report = new FieldReporter(context);
    Optional<LocalDate> from = Texts.date(draft.validFrom());
    Optional<LocalDate> until = Texts.date(draft.validUntil());
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      report.at("validUntil", DraftRule.ENDS_BEFORE_START, "#validFrom");
    }
    if (Texts.cadence(draft.cadence()).orElse(null) instanceof Cadence.Rolling rolling) {
      if (Texts.number(draft.times()).orElse(1) != 1) {
        report.at("times", DraftRule.ROLLING_TIMES);
      }
      if (Texts.number(draft.graceDays()).orElse(0) >= rolling.days()) {
        report.at("graceDays", DraftRule.ROLLING_GRACE, rolling.days());
      }
    }
    return report.isClean();
  }
}
