package org.jiedui.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jiedui.child.CareFacts;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Carer;
import org.jiedui.child.Child;
import org.jiedui.child.Concern;
import org.jiedui.child.ConcernKind;
import org.jiedui.child.Delegation;
import org.jiedui.child.KeySupport;
import org.jiedui.child.Parent;
import org.jiedui.child.Placement;
import org.jiedui.child.Registration;
import org.jiedui.child.Relation;
import org.jiedui.child.Whereabouts;
import org.jiedui.id.CarerId;
import org.jiedui.id.ChildId;
import org.jiedui.intake.PupilDraft.CareDraft;
import org.jiedui.intake.PupilDraft.CarerDraft;
import org.jiedui.intake.PupilDraft.ParentDraft;
import org.jiedui.person.Address;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.person.ResidentId;
import org.jiedui.person.Sex;
import org.jiedui.person.StudentNumber;
import org.jiedui.school.ClassGroup;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;

/**
 * Makes children of roster rows.
 *
 * <p>The class and boarding hold from the first day of the school year, the carer and the concerns
 * from the day on which the file was opened, each parent's absence from its own day; a parent
 * without one is at home. Concerns of a child without a file hold from the first day of the school
 * year too: they are known, and count once a file is opened.
 *
 * <p>A row of a child whom the school has is compared with it, see {@link KnownPupil}.
 */
final class PupilIntake {

  private final SchoolDirectory directory;
  private final Recording recording;
  private final Supplier<String> ids;
  private final Instant now;

  PupilIntake(SchoolDirectory directory, Recording recording, Supplier<String> ids, Instant now) {
    this.directory = directory;
    this.recording = recording;
    this.ids = ids;
    this.now = now;
  }

  Optional<Child> child(PupilDraft draft, RowCheck<PupilDraft, Child>.Row row) {
    StudentNumber number = StudentNumber.parse(draft.studentNumber());
    Optional<ClassGroup> group = directory.findClass(draft.className());
    if (group.isEmpty()) {
      row.report("className", DraftRule.UNKNOWN_CLASS);
    }
    if (!row.isGood()) {
      return Optional.empty();
    }
    Child known = directory.children().get(number);
    if (known == null) {
      return Optional.of(
          child(draft, number, ChildId.of(ids.get()), facts(draft, group.orElseThrow())));
    }
    return new KnownPupil(known, draft, directory, row, now)
        .with(
            child(draft, number, known.id(), CareFacts.none()),
            group.orElseThrow(),
            () -> carer(draft.carer()));
  }

  private Child child(PupilDraft draft, StudentNumber number, ChildId id, CareFacts facts) {
    return new Child(
        directory.school().id(),
        id,
        number,
        PersonName.of(draft.name()),
        Texts.coded(Sex.class, draft.sex()).orElseThrow(),
        Texts.present(draft.ethnicity()),
        Texts.date(draft.birthDate()).orElseThrow(),
        Texts.present(draft.residentId()).map(ResidentId::parse),
        Texts.coded(Registration.class, draft.registration()),
        parent(draft.father()),
        parent(draft.mother()),
        facts);
  }

  private static Optional<Parent> parent(ParentDraft draft) {
    return Texts.present(draft.name())
        .map(PersonName::of)
        .map(name -> Parent.of(name, Texts.present(draft.phone()).map(PhoneNumber::of)));
  }

  private CareFacts facts(PupilDraft draft, ClassGroup group) {
    CareFacts facts =
        CareFacts.none()
            .withPlacement(from(directory.firstDay(), Placement.in(group)))
            .withFather(whereabouts(draft.father()))
            .withMother(whereabouts(draft.mother()));
    if (Texts.coded(YesNo.class, draft.boarding()).equals(Optional.of(YesNo.YES))) {
      facts = facts.withBoarding(from(directory.firstDay(), true));
    }
    Optional<LocalDate> opened = Texts.date(draft.care().openedOn());
    for (ConcernKind kind : Texts.allCoded(ConcernKind.class, draft.care().concerns())) {
      facts = facts.withConcern(kind, from(opened.orElse(directory.firstDay()), Concern.of(kind)));
    }
    return opened.isEmpty() ? facts : careFacts(facts, draft, opened.get());
  }

  private CareFacts careFacts(CareFacts start, PupilDraft draft, LocalDate opened) {
    CareDraft care = draft.care();
    CareFacts facts = start.withCare(from(opened, CareStatus.open()));
    Optional<LocalDate> closed = Texts.date(care.closedOn());
    if (closed.isPresent()) {
      LocalDate last = closed.get();
      CareStatus status = CareStatus.closed(Texts.present(care.closingReason()));
      facts =
          facts.withCare(
              t -> t.with(DateRange.startingOn(last.plusDays(1)), status, recording.of(last)));
    }
    CarerDraft carer = draft.carer();
    if (!carer.name().isBlank()) {
      facts = facts.withCarer(from(opened, carer(carer)));
    }
    Optional<LocalDate> support = Texts.date(care.keySupportSince());
    if (support.isPresent()) {
      facts =
          facts.withKeySupport(
              from(support.get(), new KeySupport(care.keySupportReason().strip())));
    }
    return facts;
  }

  private Carer carer(CarerDraft draft) {
    return Carer.of(
            CarerId.of(ids.get()),
            PersonName.of(draft.name()),
            Texts.coded(Relation.class, draft.relation()).orElseThrow())
        .withBirthDate(Texts.date(draft.birthDate()))
        .withPhone(Texts.present(draft.phone()).map(PhoneNumber::of))
        .withAddress(Texts.present(draft.address()).map(Address::of))
        .withDelegation(Delegation.none().withSchoolNotifiedOn(Texts.date(draft.notifiedOn())));
  }

  private UnaryOperator<Timeline<Whereabouts>> whereabouts(ParentDraft draft) {
    Optional<LocalDate> awaySince = Texts.date(draft.awaySince());
    if (awaySince.isPresent()) {
      return from(awaySince.get(), away(draft));
    }
    return draft.name().isBlank()
        ? UnaryOperator.identity()
        : from(directory.firstDay(), Whereabouts.atHome());
  }

  static Whereabouts away(ParentDraft draft) {
    return Whereabouts.away(Texts.present(draft.workplace()).map(Address::of));
  }

  /** Adds that something holds from a day on. */
  private <T> UnaryOperator<Timeline<T>> from(LocalDate day, T value) {
    return timeline -> timeline.with(DateRange.startingOn(day), value, recording.of(day));
  }
}
