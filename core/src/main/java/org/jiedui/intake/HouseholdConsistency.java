package org.jiedui.intake;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;
import org.jiedui.child.HealthKind;
import org.jiedui.intake.HouseholdDraft.CarerDraft;
import org.jiedui.intake.HouseholdDraft.HealthDraft;

/** Checks that the fields of a household agree. */
public final class HouseholdConsistency
    implements ConstraintValidator<ConsistentHousehold, HouseholdDraft> {

  /** Creates a validator. */
  public HouseholdConsistency() {}

  @Override
  public boolean isValid(HouseholdDraft draft, ConstraintValidatorContext context) {
    FieldReporter report = new FieldReporter(context);
    checkHealth(draft.health(), report);
    checkRating(draft.carer(), report);
    if (draft.carer().name().isBlank() && HouseholdIntake.isDescribed(draft.carer())) {
      report.at("carer.name", DraftRule.CARER_WITHOUT_NAME);
    }
    return report.isClean();
  }

  private static void checkHealth(HealthDraft health, FieldReporter report) {
    Optional<HealthKind> kind = Texts.coded(HealthKind.class, health.kind());
    if (health.kind().isBlank()) {
      notKept(health.note(), "health.note", "health.kind", report);
      notKept(health.needsSpecialCare(), "health.needsSpecialCare", "health.kind", report);
    }
    if (health.kind().isBlank()
        || kind.filter(known -> known != HealthKind.DISABILITY).isPresent()) {
      unexpected(health.disability(), "health.disability", report);
      unexpected(health.grade(), "health.grade", report);
    }
  }

  private static void unexpected(String text, String field, FieldReporter report) {
    if (!text.isBlank()) {
      report.at(field, DraftRule.DISABILITY_NOT_EXPECTED);
    }
  }

  private static void checkRating(CarerDraft carer, FieldReporter report) {
    if (!carer.ability().isBlank() && carer.ratedOn().isBlank()) {
      report.at("carer.ability", DraftRule.NEEDS_OTHER, "#carer.ratedOn");
    }
    if (carer.ability().isBlank()) {
      notKept(carer.ratedOn(), "carer.ratedOn", "carer.ability", report);
    }
  }

  private static void notKept(String text, String field, String other, FieldReporter report) {
    if (!text.isBlank()) {
      report.at(field, DraftRule.NOT_KEPT, "#" + other);
    }
  }
}
