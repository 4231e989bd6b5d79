package org.jiedui.intake;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jiedui.child.CareFacts;
import org.jiedui.child.Carer;
import org.jiedui.child.CarerAbility;
import org.jiedui.child.CarerBar;
import org.jiedui.child.CarerRating;
import org.jiedui.child.CarerSuitability;
import org.jiedui.child.Child;
import org.jiedui.child.ChildHealth;
import org.jiedui.child.ChildProfile;
import org.jiedui.child.Delegation;
import org.jiedui.child.DisabilityKind;
import org.jiedui.child.HealthKind;
import org.jiedui.child.Living;
import org.jiedui.child.Parent;
import org.jiedui.child.Schooling;
import org.jiedui.child.Whereabouts;
import org.jiedui.intake.HouseholdDraft.CarerDraft;
import org.jiedui.intake.HouseholdDraft.HealthDraft;
import org.jiedui.intake.HouseholdDraft.HomeDraft;
import org.jiedui.intake.HouseholdDraft.ParentDraft;
import org.jiedui.person.Address;
import org.jiedui.person.StudentNumber;
import org.jiedui.text.Coded;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;

/**
 * Adds what rows of households say to the children whom the school has.
 *
 * <p>Schooling and living hold from the day of the row on, and so does what is said of a parent's
 * ability to care, on all days of which it is known whether the parent is away. What is said of a
 * carer is of the one of that name, on all days of that carer's: a row that was written of another
 * one says nothing of who cares now. The rest has no days: it is as the row says.
 *
 * <p>An empty field takes nothing back. What is stored as the row says is not added again.
 */
final class HouseholdIntake {

  private final SchoolDirectory directory;
  private final Recording recording;

  HouseholdIntake(SchoolDirectory directory, Recording recording) {
    this.directory = directory;
    this.recording = recording;
  }

  Optional<Child> child(HouseholdDraft draft, RowCheck<HouseholdDraft, Child>.Row row) {
    Child child = directory.children().get(StudentNumber.parse(draft.studentNumber()));
    if (child == null) {
      row.report("studentNumber", DraftRule.UNKNOWN_STUDENT);
      return Optional.empty();
    }
    return Optional.of(
        child
            .withParents(
                parent(child.father(), draft.father(), "father", row),
                parent(child.mother(), draft.mother(), "mother", row))
            .withProfile(profile(child.profile(), draft))
            .withFacts(facts(child.facts(), draft, row)));
  }

  private static Optional<Parent> parent(
      Optional<Parent> stored,
      ParentDraft draft,
      String who,
      RowCheck<HouseholdDraft, Child>.Row row) {
    if (stored.isEmpty()) {
      reportWritten(
          DraftRule.NO_PARENT_ON_FILE,
          row,
          ImmutableMap.of(
              who + ".birthDate",
              draft.birthDate(),
              who + ".employer",
              draft.employer(),
              who + ".contactWish",
              draft.contactWish()));
      return stored;
    }
    Parent known = stored.get();
    return Optional.of(
        known
            .withBirthDate(Texts.date(draft.birthDate()).or(known::birthDate))
            .withEmployer(Texts.present(draft.employer()).or(known::employer))
            .withContactWish(Texts.present(draft.contactWish()).or(known::contactWish)));
  }

  private static void reportWritten(
      DraftRule rule, RowCheck<HouseholdDraft, Child>.Row row, ImmutableMap<String, String> texts) {
    texts.forEach(
        (field, text) -> {
          if (!text.isBlank()) {
            row.report(field, rule);
          }
        });
  }

  private static ChildProfile profile(ChildProfile known, HouseholdDraft draft) {
    HomeDraft home = draft.home();
    return known
        .withResidence(Texts.present(home.residence()).map(Address::of).or(known::residence))
        .withRegistrationPlace(
            Texts.present(home.registrationPlace()).map(Address::of).or(known::registrationPlace))
        .withIncomeSource(Texts.present(home.incomeSource()).or(known::incomeSource))
        .withAid(Texts.present(home.aid()).or(known::aid))
        .withHealth(health(draft.health()).or(known::health));
  }

  private static Optional<ChildHealth> health(HealthDraft draft) {
    return Texts.coded(HealthKind.class, draft.kind())
        .map(
            kind ->
                new ChildHealth(
                    kind,
                    Texts.coded(DisabilityKind.class, draft.disability()),
                    Texts.number(draft.grade()),
                    Texts.present(draft.note()),
                    yes(draft.needsSpecialCare()).orElse(false)));
  }

  private static Optional<Boolean> yes(String text) {
    return Texts.coded(YesNo.class, text).map(answer -> answer == YesNo.YES);
  }

  private CareFacts facts(
      CareFacts known, HouseholdDraft draft, RowCheck<HouseholdDraft, Child>.Row row) {
    LocalDate since = Texts.date(draft.since()).orElse(directory.firstDay());
    return known
        .withSchooling(t -> holding(t, since, Texts.coded(Schooling.class, draft.schooling())))
        .withLiving(t -> holding(t, since, Texts.coded(Living.class, draft.living())))
        .withFather(t -> ability(t, since, draft.father(), "father", row))
        .withMother(t -> ability(t, since, draft.mother(), "mother", row))
        .withCarer(t -> carer(t, draft.carer(), row));
  }

  private <E extends Enum<E> & Coded> Timeline<E> holding(
      Timeline<E> timeline, LocalDate since, Optional<E> said) {
    return said.isEmpty() || timeline.on(since).equals(said)
        ? timeline
        : with(timeline, DateRange.startingOn(since), said.get());
  }

  private Timeline<Whereabouts> ability(
      Timeline<Whereabouts> timeline,
      LocalDate since,
      ParentDraft draft,
      String who,
      RowCheck<HouseholdDraft, Child>.Row row) {
    Optional<Boolean> able = yes(draft.ableToCare());
    if (able.isEmpty()) {
      return timeline;
    }
    DateRange days = DateRange.startingOn(since);
    if (timeline.known().asMapOfRanges().keySet().stream()
        .noneMatch(known -> DateRange.from(known).overlaps(days))) {
      row.report(who + ".ableToCare", DraftRule.NO_WHEREABOUTS_ON_FILE);
      return timeline;
    }
    return amended(timeline, days, known -> known.withAbleToCare(able));
  }

  private Timeline<Carer> carer(
      Timeline<Carer> timeline, CarerDraft draft, RowCheck<HouseholdDraft, Child>.Row row) {
    Optional<Carer> named =
        timeline.known().asMapOfRanges().values().stream()
            .filter(carer -> carer.name().text().equals(draft.name().strip()))
            .reduce((earlier, later) -> later);
    if (named.isEmpty()) {
      reportWritten(DraftRule.NO_CARER_ON_FILE, row, texts(draft));
      return timeline;
    }
    Timeline<Carer> changed = timeline;
    for (Map.Entry<Range<LocalDate>, Carer> stretch : timeline.known().asMapOfRanges().entrySet()) {
      if (stretch.getValue().id().equals(named.get().id())) {
        changed = amended(changed, DateRange.from(stretch.getKey()), known -> carer(known, draft));
      }
    }
    return changed;
  }

  /** Whether anything is written of a carer but the name. */
  static boolean isDescribed(CarerDraft draft) {
    return texts(draft).values().stream().anyMatch(text -> !text.isBlank());
  }

  private static ImmutableMap<String, String> texts(CarerDraft draft) {
    return ImmutableMap.<String, String>builder()
        .put("carer.occupation", draft.occupation())
        .put("carer.health", draft.health())
        .put("carer.ability", draft.ability())
        .put("carer.fullCapacity", draft.fullCapacity())
        .put("carer.bars", draft.bars())
        .put("carer.villageNotifiedOn", draft.villageNotifiedOn())
        .put("carer.childHeardOn", draft.childHeardOn())
        .buildOrThrow();
  }

  private static Carer carer(Carer known, CarerDraft draft) {
    CarerSuitability suitability = known.suitability();
    Delegation delegation = known.delegation();
    Optional<CarerRating> rating =
        Texts.coded(CarerAbility.class, draft.ability())
            .map(able -> new CarerRating(able, Texts.date(draft.ratedOn()).orElseThrow()));
    ImmutableSet<CarerBar> bars =
        Stream.concat(
                suitability.bars().stream(), Texts.allCoded(CarerBar.class, draft.bars()).stream())
            .collect(toImmutableSet());
    return known
        .withSuitability(
            suitability
                .withOccupation(Texts.present(draft.occupation()).or(suitability::occupation))
                .withHealth(Texts.present(draft.health()).or(suitability::health))
                .withRating(rating.or(suitability::rating))
                .withFullCapacity(yes(draft.fullCapacity()).or(suitability::fullCapacity))
                .withBars(bars))
        .withDelegation(
            delegation
                .withVillageNotifiedOn(
                    Texts.date(draft.villageNotifiedOn()).or(delegation::villageNotifiedOn))
                .withChildHeardOn(Texts.date(draft.childHeardOn()).or(delegation::childHeardOn)));
  }

  /** Changes what holds on some days, where the change makes a difference. */
  private <T> Timeline<T> amended(Timeline<T> timeline, DateRange days, UnaryOperator<T> change) {
    Timeline<T> changed = timeline;
    for (Map.Entry<Range<LocalDate>, T> stretch : timeline.known().asMapOfRanges().entrySet()) {
      T better = change.apply(stretch.getValue());
      Optional<DateRange> amended = DateRange.from(stretch.getKey()).intersection(days);
      if (amended.isPresent() && !better.equals(stretch.getValue())) {
        changed = with(changed, amended.get(), better);
      }
    }
    return changed;
  }

  /** Records something so that it overrides what is known of its days. */
  private <T> Timeline<T> with(Timeline<T> timeline, DateRange days, T value) {
    Instant recordedAt = recording.of(days.start());
    Instant after =
        timeline.entries().stream()
            .filter(entry -> entry.days().overlaps(days))
            .map(Timeline.Entry::recordedAt)
            .max(Comparator.naturalOrder())
            .filter(last -> last.isAfter(recordedAt))
            .orElse(recordedAt);
    return timeline.with(days, value, after);
  }
}
