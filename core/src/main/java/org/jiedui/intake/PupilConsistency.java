package org.jiedui.intake;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.child.CarerKind;
import org.jiedui.child.Relation;
import org.jiedui.intake.PupilDraft.CareDraft;
import org.jiedui.intake.PupilDraft.CarerDraft;
import org.jiedui.intake.PupilDraft.ParentDraft;
import org.jiedui.person.ResidentId;
import org.jiedui.person.Sex;
import org.jiedui.person.StudentNumber;

/**
 * Checks that the fields of a pupil agree. A field that breaks a rule of its own is left alone
 * here: its consequences would only be noise.
 */
public final class PupilConsistency implements ConstraintValidator<ConsistentPupil, PupilDraft> {

  /** Two generations: a grandparent is at least this many years older than the child. */
  private static final int GRANDPARENT_YEARS = 24;

  private static final int ADULT_YEARS = 18;

  /** Creates a validator. */
  public PupilConsistency() {}

  @Override
  public boolean isValid(PupilDraft draft, ConstraintValidatorContext context) {
    FieldReporter report = new FieldReporter(context);
    checkResidentId(draft, report);
    checkCarer(draft, report);
    checkDates(draft, report);
    checkKept(draft, report);
    return report.isClean();
  }

  private static void checkResidentId(PupilDraft draft, FieldReporter report) {
    Optional<ResidentId> id =
        Texts.present(draft.residentId())
            .filter(text -> ResidentId.faultsIn(text).isEmpty())
            .map(ResidentId::parse);
    Optional<ResidentId> inNumber =
        Texts.present(draft.studentNumber())
            .filter(text -> StudentNumber.faultsIn(text).isEmpty())
            .flatMap(text -> StudentNumber.parse(text).residentId());
    if (id.isPresent() && inNumber.isPresent() && !id.equals(inNumber)) {
      report.at("residentId", DraftRule.ID_DIFFERS);
    }
    // A resident ID that is wrong is told of itself; the student number does not stand in for it.
    Optional<ResidentId> known = draft.residentId().isBlank() ? inNumber : id;
    Optional<LocalDate> birthDate = Texts.date(draft.birthDate());
    if (known.isPresent()
        && birthDate.isPresent()
        && !known.get().birthDate().equals(birthDate.get())) {
      report.at("birthDate", DraftRule.BIRTH_DATE_DIFFERS);
    }
    Optional<Sex> sex = Texts.coded(Sex.class, draft.sex());
    if (known.isPresent() && sex.isPresent() && known.get().sex() != sex.get()) {
      report.at("sex", DraftRule.SEX_DIFFERS);
    }
  }

  private static void checkCarer(PupilDraft draft, FieldReporter report) {
    CarerDraft carer = draft.carer();
    boolean described =
        Stream.of(
                carer.relation(),
                carer.birthDate(),
                carer.phone(),
                carer.address(),
                carer.notifiedOn())
            .anyMatch(text -> !text.isBlank());
    if (carer.name().isBlank()) {
      if (described) {
        report.at("carer.name", DraftRule.CARER_WITHOUT_NAME);
      }
      return;
    }
    if (carer.relation().isBlank()) {
      report.at("carer.relation", DraftRule.CARER_WITHOUT_RELATION);
    }
    if (draft.care().openedOn().isBlank()) {
      report.at("care.openedOn", DraftRule.REQUIRED);
    }
    Optional<LocalDate> carerBorn = Texts.date(carer.birthDate());
    Optional<LocalDate> childBorn = Texts.date(draft.birthDate());
    boolean grandparent =
        Texts.coded(Relation.class, carer.relation())
            .map(relation -> relation.kind() == CarerKind.GRANDPARENT)
            .orElse(false);
    if (grandparent
        && carerBorn.isPresent()
        && childBorn.isPresent()
        && carerBorn.get().isAfter(childBorn.get().minusYears(GRANDPARENT_YEARS))) {
      report.at("carer.birthDate", DraftRule.CARER_TOO_YOUNG_FOR_RELATION, GRANDPARENT_YEARS);
    }
    Optional<LocalDate> since = Texts.date(draft.care().openedOn());
    if (carerBorn.isPresent()
        && since.isPresent()
        && carerBorn.get().isAfter(since.get().minusYears(ADULT_YEARS))) {
      report.at("carer.birthDate", DraftRule.CARER_IS_MINOR);
    }
  }

  private static void checkDates(PupilDraft draft, FieldReporter report) {
    Optional<LocalDate> born = Texts.date(draft.birthDate());
    Optional<LocalDate> opened = Texts.date(draft.care().openedOn());
    Optional<LocalDate> closed = Texts.date(draft.care().closedOn());
    Optional<LocalDate> support = Texts.date(draft.care().keySupportSince());
    if (draft.care().openedOn().isBlank()) {
      if (!draft.care().closedOn().isBlank()) {
        report.at("care.closedOn", DraftRule.NEEDS_OTHER, "#care.openedOn");
      }
      if (!draft.care().keySupportSince().isBlank()) {
        report.at("care.keySupportSince", DraftRule.NEEDS_OTHER, "#care.openedOn");
      }
    }
    if (isBefore(closed, opened)) {
      report.at("care.closedOn", DraftRule.ENDS_BEFORE_START, "#care.openedOn");
    } else if (isBefore(closed, support)) {
      report.at("care.keySupportSince", DraftRule.AFTER_END, "#care.closedOn");
    }
    if (isBefore(support, opened)) {
      report.at("care.keySupportSince", DraftRule.ENDS_BEFORE_START, "#care.openedOn");
    }
    if (isBefore(opened, born)) {
      report.at("birthDate", DraftRule.BORN_TOO_LATE);
    }
    if (!draft.care().keySupportSince().isBlank() && draft.care().keySupportReason().isBlank()) {
      report.at("care.keySupportReason", DraftRule.REQUIRED);
    }
  }

  /** Warns of what has no place in a child's file; {@link PupilIntake} leaves it out. */
  private static void checkKept(PupilDraft draft, FieldReporter report) {
    checkKept(draft.father(), "father", report);
    checkKept(draft.mother(), "mother", report);
    CareDraft care = draft.care();
    if (care.closedOn().isBlank() && !care.closingReason().isBlank()) {
      report.at("care.closingReason", DraftRule.NOT_KEPT, "#care.closedOn");
    }
    if (care.keySupportSince().isBlank() && !care.keySupportReason().isBlank()) {
      report.at("care.keySupportReason", DraftRule.NOT_KEPT, "#care.keySupportSince");
    }
  }

  private static void checkKept(ParentDraft parent, String field, FieldReporter report) {
    if (parent.name().isBlank() && !parent.phone().isBlank()) {
      report.at(field + ".phone", DraftRule.NOT_KEPT, "#" + field + ".name");
    }
    // Where a parent works is kept with the absence, whether or not the name is known.
    if (parent.awaySince().isBlank() && !parent.workplace().isBlank()) {
      report.at(field + ".workplace", DraftRule.NOT_KEPT, "#" + field + ".awaySince");
    }
  }

  private static boolean isBefore(Optional<LocalDate> day, Optional<LocalDate> other) {
    return day.isPresent() && other.isPresent() && day.get().isBefore(other.get());
  }
}
