package org.jiedui.intake;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Checks that the fields of a version of a quota agree. A field that breaks a rule of its own is
 * left alone here: its consequences would only be noise.
 */
public final class QuotaConsistency implements ConstraintValidator<ConsistentQuota, QuotaDraft> {

  /** Creates a validator. */
  public QuotaConsistency() {}

  @Override
  public boolean isValid(QuotaDraft draft, ConstraintValidatorContext context) {
    FieldReporter report = new FieldReporter(context);
    Optional<LocalDate> from = Texts.date(draft.validFrom());
    Optional<LocalDate> until = Texts.date(draft.validUntil());
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      report.at("validUntil", DraftRule.ENDS_BEFORE_START, "#validFrom");
    }
    return report.isClean();
  }
}
