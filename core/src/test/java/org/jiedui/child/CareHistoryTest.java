package org.jiedui.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jiedui.id.CarerId;
import org.jiedui.id.ClassId;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What facts come to: traits day by day, and events. */
class CareHistoryTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant EARLY = at("2025-08-01");

  private static Instant at(String day) {
    return LocalDate.parse(day).atTime(8, 0).atZone(ZONE).toInstant();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static DateRange days(String text) {
    return DateRange.parse(text);
  }

  private static Carer carer(String id, Relation relation) {
    return Carer.of(CarerId.of(id), PersonName.of("王奶奶"), relation);
  }

  private static CareFacts inCare(String period) {
    return CareFacts.none().withCare(t -> t.with(days(period), CareStatus.open(), EARLY));
  }

  private static Iterable<Trait> traits(CareHistory history, String day) {
    return Trait.allIn(history.traitsOn(day(day)));
  }

  /** One of each fact, each on days of its own. */
  private static CareFacts everything() {
    return inCare("2025-09-01/2026-07-04")
        .withPlacement(
            t -> t.with(days("2025-09-02/2026-07-03"), new Placement(ClassId.of("4-1"), 4), EARLY))
        .withBoarding(t -> t.with(days("2025-09-03/2026-07-02"), true, EARLY))
        .withFather(
            t -> t.with(days("2025-09-04/2026-07-01"), Whereabouts.away(Optional.empty()), EARLY))
        .withMother(
            t -> t.with(days("2025-09-05/2026-06-30"), Whereabouts.away(Optional.empty()), EARLY))
        .withCarer(
            t ->
                t.with(
                    days("2025-09-06/2026-06-29"),
                    carer("g", Relation.MATERNAL_GRANDMOTHER),
                    EARLY))
        .withKeySupport(
            t -> t.with(days("2025-09-07/2026-06-28"), new KeySupport("alone at home"), EARLY))
        .withConcern(
            ConcernKind.SAFETY,
            t -> t.with(days("2025-09-08/2026-06-27"), Concern.of(ConcernKind.SAFETY), EARLY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          day        | traits
          2025-08-31 | ''
          2025-09-01 | IN_CARE
          2025-09-02 | IN_CARE GRADE_4
          2025-09-03 | IN_CARE BOARDING GRADE_4
          2025-09-04 | IN_CARE BOARDING FATHER_AWAY GRADE_4
          2025-09-05 | IN_CARE BOARDING FATHER_AWAY MOTHER_AWAY GRADE_4
          2025-09-06 | IN_CARE BOARDING FATHER_AWAY MOTHER_AWAY HAS_CARER CARER_GRANDPARENT GRADE_4
          2025-09-07 | IN_CARE KEY_SUPPORT BOARDING FATHER_AWAY MOTHER_AWAY HAS_CARER CARER_GRANDPARENT GRADE_4
          2025-09-08 | IN_CARE KEY_SUPPORT BOARDING FATHER_AWAY MOTHER_AWAY HAS_CARER CARER_GRANDPARENT CONCERN_SAFETY GRADE_4
          2026-06-27 | IN_CARE KEY_SUPPORT BOARDING FATHER_AWAY MOTHER_AWAY HAS_CARER CARER_GRANDPARENT CONCERN_SAFETY GRADE_4
          2026-06-29 | IN_CARE BOARDING FATHER_AWAY MOTHER_AWAY HAS_CARER CARER_GRANDPARENT GRADE_4
          2026-06-30 | IN_CARE BOARDING FATHER_AWAY MOTHER_AWAY GRADE_4
          2026-07-04 | IN_CARE
          2026-07-05 | ''
          """)
  void traitsOn_aDay_areThoseThatHeld(String day, String traits) {
    List<String> names = Splitter.on(' ').omitEmptyStrings().splitToList(traits);
    assertThat(traits(everything().history(), day))
        .extracting(Trait::name)
        .containsExactlyElementsOf(names);
  }

  @Test
  void traitsOn_negativeFacts_holdNothing() {
    CareFacts facts =
        CareFacts.none()
            .withCare(
                t -> t.with(days("2025-09-01/.."), CareStatus.closed(Optional.empty()), EARLY))
            .withBoarding(t -> t.with(days("2025-09-01/.."), false, EARLY))
            .withFather(t -> t.with(days("2025-09-01/.."), Whereabouts.atHome(), EARLY));
    assertThat(facts.history().traitsOn(day("2025-09-01"))).isZero();
    assertThat(facts.history().stretches()).isZero();
  }

  @Test
  void stretches_areAsFewAsCanBe() {
    CareHistory history =
        inCare("2025-09-01/2025-09-30")
            .withCare(t -> t.with(days("2025-10-01/.."), CareStatus.open(), at("2025-10-02")))
            .withBoarding(t -> t.with(days("2025-11-01/2025-11-30"), true, EARLY))
            .history();
    assertThat(history.stretches()).isEqualTo(3);
    assertThat(LocalDate.ofEpochDay(history.firstDay(0))).isEqualTo("2025-09-01");
    assertThat(history.traits(0)).isEqualTo(Trait.IN_CARE.mask());
    assertThat(LocalDate.ofEpochDay(history.firstDay(1))).isEqualTo("2025-11-01");
    assertThat(history.traits(1)).isEqualTo(Trait.maskOf(Trait.IN_CARE, Trait.BOARDING));
    assertThat(LocalDate.ofEpochDay(history.firstDay(2))).isEqualTo("2025-12-01");
    assertThat(history.traitsOn(day("2999-01-01"))).isEqualTo(Trait.IN_CARE.mask());
  }

  @Test
  void traitsOn_severalConcerns_holdTogether() {
    CareFacts facts = CareFacts.none();
    for (ConcernKind kind : ConcernKind.values()) {
      facts =
          facts.withConcern(
              kind, t -> t.with(days("2024-02-29/2024-02-29"), Concern.of(kind), EARLY));
    }
    assertThat(traits(facts.history(), "2024-02-29"))
        .hasSize(ConcernKind.values().length)
        .allMatch(trait -> trait.name().startsWith("CONCERN_"));
    assertThat(traits(facts.history(), "2024-03-01")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Relation.class)
  void traitsOn_carer_isOfItsKind(Relation relation) {
    CareHistory history =
        CareFacts.none()
            .withCarer(t -> t.with(days("2025-09-01/.."), carer("g", relation), EARLY))
            .history();
    assertThat(traits(history, "2025-09-01"))
        .containsExactly(Trait.HAS_CARER, Trait.valueOf("CARER_" + relation.kind().name()));
  }

  // Events.

  @Test
  void enrolled_onTheFirstDayInAClass() {
    CareHistory history =
        CareFacts.none()
            .withPlacement(
                t ->
                    t.with(
                            days("2025-09-01/2026-01-17"),
                            new Placement(ClassId.of("4-1"), 4),
                            EARLY)
                        .with(days("2026-02-24/.."), new Placement(ClassId.of("4-2"), 4), EARLY))
            .history();
    assertThat(history.eventDays(CareEvent.ENROLLED))
        .containsExactly(day("2025-09-01"), day("2026-02-24"));
    assertThat(history.eventDays(CareEvent.CLASS_CHANGED)).isEmpty();
  }

  @Test
  void classChanged_fromOneClassIntoAnother() {
    CareHistory history =
        CareFacts.none()
            .withPlacement(
                t ->
                    t.with(days("2025-09-01/.."), new Placement(ClassId.of("4-1"), 4), EARLY)
                        .with(days("2025-11-10/.."), new Placement(ClassId.of("4-2"), 4), EARLY)
                        // The same class in the next grade is no change of class.
                        .with(days("2026-09-01/.."), new Placement(ClassId.of("4-2"), 5), EARLY))
            .history();
    assertThat(history.eventDays(CareEvent.CLASS_CHANGED)).containsExactly(day("2025-11-10"));
    assertThat(history.eventDays(CareEvent.ENROLLED)).containsExactly(day("2025-09-01"));
  }

  @Test
  void guardianChanged_firstCarerOnTheDayCareBegins_isNoChange() {
    CareHistory history =
        inCare("2025-09-01/..")
            .withCarer(
                t ->
                    t.with(days("2025-09-01/.."), carer("g", Relation.PATERNAL_GRANDMOTHER), EARLY))
            .history();
    assertThat(history.eventDays(CareEvent.GUARDIAN_CHANGED)).isEmpty();
  }

  @Test
  void guardianChanged_anotherPerson_isAChange() {
    CareHistory history =
        inCare("2025-09-01/..")
            .withCarer(
                t ->
                    t.with(days("2025-09-01/.."), carer("g", Relation.PATERNAL_GRANDMOTHER), EARLY)
                        .with(days("2025-10-05/.."), carer("a", Relation.FATHERS_SISTER), EARLY))
            .history();
    assertThat(history.eventDays(CareEvent.GUARDIAN_CHANGED)).containsExactly(day("2025-10-05"));
  }

  @Test
  void guardianChanged_firstCarerLaterThanCare_isAChange() {
    CareHistory history =
        inCare("2025-09-01/..")
            .withCarer(t -> t.with(days("2025-09-02/.."), carer("g", Relation.ELDER_SISTER), EARLY))
            .history();
    assertThat(history.eventDays(CareEvent.GUARDIAN_CHANGED)).containsExactly(day("2025-09-02"));
  }

  @Test
  void guardianChanged_afterDaysWithoutACarer_isAChange() {
    CareHistory history =
        inCare("2025-09-01/..")
            .withCarer(
                t ->
                    t.with(days("2025-09-01/2025-09-30"), carer("g", Relation.NEIGHBOUR), EARLY)
                        .with(days("2025-10-05/.."), carer("g", Relation.NEIGHBOUR), EARLY))
            .history();
    assertThat(history.eventDays(CareEvent.GUARDIAN_CHANGED)).containsExactly(day("2025-10-05"));
  }

  @Test
  void guardianChanged_correctedPhone_isNoChange() {
    Carer before = carer("g", Relation.PATERNAL_GRANDMOTHER);
    Carer corrected = before.withPhone(Optional.of(PhoneNumber.of("15065720625")));
    CareHistory history =
        inCare("2025-09-01/..")
            .withCarer(
                t ->
                    t.with(days("2025-09-01/.."), before, EARLY)
                        .with(days("2025-11-01/.."), corrected, at("2025-11-01")))
            .history();
    assertThat(history.eventDays(CareEvent.GUARDIAN_CHANGED)).isEmpty();
  }

  @Test
  void guardianChanged_careBeginsAgainWithAnotherCarer_isNoChange() {
    CareHistory history =
        inCare("2025-09-01/2025-12-31")
            .withCare(t -> t.with(days("2026-02-24/.."), CareStatus.open(), EARLY))
            .withCarer(
                t ->
                    t.with(days("2025-09-01/2026-02-23"), carer("g", Relation.OTHER), EARLY)
                        .with(days("2026-02-24/.."), carer("a", Relation.OTHER), EARLY))
            .history();
    assertThat(history.eventDays(CareEvent.GUARDIAN_CHANGED)).isEmpty();
  }

  @Test
  void keySupportBegan_anotherReason_isNoNewBeginning() {
    CareHistory history =
        inCare("2025-09-01/..")
            .withKeySupport(
                t ->
                    t.with(days("2025-09-15/2025-10-31"), new KeySupport("orphan"), EARLY)
                        .with(days("2025-11-01/2025-11-30"), new KeySupport("ill"), EARLY)
                        .with(days("2026-03-01/.."), new KeySupport("ill"), EARLY))
            .history();
    assertThat(history.eventDays(CareEvent.KEY_SUPPORT_BEGAN))
        .containsExactly(day("2025-09-15"), day("2026-03-01"));
  }

  @Test
  void concernRaised_twoKindsOnOneDay_areOneDay() {
    CareHistory history =
        inCare("2025-09-01/..")
            .withConcern(
                ConcernKind.SAFETY,
                t -> t.with(days("2025-10-10/.."), Concern.of(ConcernKind.SAFETY), EARLY))
            .withConcern(
                ConcernKind.HEALTH,
                t ->
                    t.with(days("2025-10-10/2025-10-20"), Concern.of(ConcernKind.HEALTH), EARLY)
                        .with(days("2025-09-20/2025-09-25"), Concern.of(ConcernKind.HEALTH), EARLY))
            .history();
    assertThat(history.eventDays(CareEvent.CONCERN_RAISED))
        .containsExactly(day("2025-09-20"), day("2025-10-10"));
    assertThat(history.eventCount(CareEvent.CONCERN_RAISED)).isEqualTo(2);
    assertThat(LocalDate.ofEpochDay(history.eventDay(CareEvent.CONCERN_RAISED, 1)))
        .isEqualTo("2025-10-10");
    assertThat(history.eventCount(CareEvent.ENROLLED)).isZero();
  }

  // Known on.

  @Test
  void historyKnownOn_theDayOfTheRecord_seesIt() {
    CareFacts facts =
        inCare("2025-09-01/..")
            .withKeySupport(
                t -> t.with(days("2025-09-10/.."), new KeySupport("ill"), at("2025-10-08")));
    assertThat(traits(facts.historyKnownOn(day("2025-10-07"), ZONE), "2025-09-10"))
        .containsExactly(Trait.IN_CARE);
    assertThat(traits(facts.historyKnownOn(day("2025-10-08"), ZONE), "2025-09-10"))
        .containsExactly(Trait.IN_CARE, Trait.KEY_SUPPORT);
    assertThat(facts.historyKnownOn(day("2025-10-07"), ZONE).eventDays(CareEvent.KEY_SUPPORT_BEGAN))
        .isEmpty();
  }

  @Test
  void historyKnownOn_aroundMidnight_isInTheSchoolsZone() {
    Instant justBeforeMidnight = Instant.parse("2025-10-08T15:59:59Z"); // 23:59:59 in Shanghai
    CareFacts facts =
        CareFacts.none()
            .withBoarding(t -> t.with(days("2025-09-01/.."), true, justBeforeMidnight))
            .withCare(
                t ->
                    t.with(
                        days("2025-09-01/.."),
                        CareStatus.open(),
                        justBeforeMidnight.plusSeconds(1)));
    assertThat(traits(facts.historyKnownOn(day("2025-10-08"), ZONE), "2025-09-01"))
        .containsExactly(Trait.BOARDING);
    assertThat(traits(facts.historyKnownOn(day("2025-10-08"), ZoneId.of("UTC")), "2025-09-01"))
        .containsExactly(Trait.IN_CARE, Trait.BOARDING);
    assertThat(traits(facts.historyKnownOn(day("2025-10-09"), ZONE), "2025-09-01"))
        .containsExactly(Trait.IN_CARE, Trait.BOARDING);
  }

  @Test
  void historyKnownOn_recordedLate_overridesOnItsDaysOnly() {
    CareFacts facts =
        inCare("2025-09-01/..")
            .withCare(
                t ->
                    t.with(
                        days("2025-10-16/.."),
                        CareStatus.closed(Optional.of("moved")),
                        at("2025-11-20")));
    CareHistory before = facts.historyKnownOn(day("2025-11-19"), ZONE);
    CareHistory after = facts.historyKnownOn(day("2025-11-20"), ZONE);
    assertThat(traits(before, "2025-10-16")).containsExactly(Trait.IN_CARE);
    assertThat(traits(after, "2025-10-15")).containsExactly(Trait.IN_CARE);
    assertThat(traits(after, "2025-10-16")).isEmpty();
  }

  @Test
  void lastRecordedAt_isOfAnyFact() {
    assertThat(CareFacts.none().lastRecordedAt()).isEmpty();
    assertThat(everything().lastRecordedAt()).contains(EARLY);
    assertThat(
            everything()
                .withConcern(
                    ConcernKind.HEALTH,
                    t ->
                        t.with(
                            days("2025-11-01/.."),
                            Concern.of(ConcernKind.HEALTH),
                            at("2025-11-02")))
                .lastRecordedAt())
        .contains(at("2025-11-02"));
  }

  @Test
  void isContinuedBy_onlyIfNoFactIsGone() {
    CareFacts longer = everything().withBoarding(t -> t.without(days("2026-01-01/.."), EARLY));
    assertThat(everything().isContinuedBy(longer)).isTrue();
    assertThat(longer.isContinuedBy(everything())).isFalse();
    assertThat(CareFacts.none().isContinuedBy(everything())).isTrue();
    assertThat(everything().isContinuedBy(CareFacts.none())).isFalse();
    CareFacts withoutConcern = everything().withConcern(ConcernKind.SAFETY, t -> Timeline.empty());
    assertThat(everything().isContinuedBy(withoutConcern)).isFalse();
    assertThat(withoutConcern.isContinuedBy(everything())).isTrue();
  }

  @Test
  void new_concernUnderAnotherKind_isRejected() {
    Timeline<Concern> health =
        Timeline.<Concern>empty()
            .with(
                days("2025-09-01/.."),
                new Concern(ConcernKind.HEALTH, Optional.of("asthma")),
                EARLY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CareFacts.none().withConcern(ConcernKind.SAFETY, t -> health))
        .withMessage("a concern of kind SAFETY stands under another kind");
    assertThat(
            CareFacts.none()
                .withConcern(ConcernKind.SAFETY, t -> t.without(days("2025-09-01/.."), EARLY))
                .concerns())
        .isNotEqualTo(ImmutableMap.of());
  }

  @Test
  void concerns_ofWhichNothingIsRecorded_areAbsent() {
    assertThat(CareFacts.none().withConcern(ConcernKind.SAFETY, t -> Timeline.empty()))
        .isEqualTo(CareFacts.none());
  }

  @Test
  void traitsOn_everyDay_agreesWithTheTimelines() {
    long seed = 20250901;
    Random random = new Random(seed);
    LocalDate origin = day("2024-02-01");
    for (int round = 0; round < 200; round++) {
      CareFacts facts = CareFacts.none();
      for (int i = 0; i < 8; i++) {
        LocalDate first = origin.plusDays(random.nextInt(60));
        DateRange range =
            random.nextInt(3) == 0
                ? DateRange.startingOn(first)
                : DateRange.ofClosed(first, first.plusDays(random.nextInt(20)));
        Instant at = EARLY.plusSeconds(random.nextInt(5));
        boolean value = random.nextBoolean();
        facts =
            random.nextBoolean()
                ? facts.withBoarding(t -> t.with(range, value, at))
                : facts.withFather(
                    t ->
                        t.with(
                            range,
                            value ? Whereabouts.away(Optional.empty()) : Whereabouts.atHome(),
                            at));
      }
      CareHistory history = facts.history();
      for (int i = -1; i < 90; i++) {
        LocalDate day = origin.plusDays(i);
        long expected =
            facts.boarding().on(day).filter(b -> b).map(b -> Trait.BOARDING.mask()).orElse(0L)
                | facts
                    .father()
                    .on(day)
                    .filter(Whereabouts::away)
                    .map(w -> Trait.FATHER_AWAY.mask())
                    .orElse(0L);
        assertThat(history.traitsOn(day))
            .as("seed %s, round %s, %s", seed, round, day)
            .isEqualTo(expected);
      }
    }
  }

  // Traits.

  @Test
  void mask_ofEveryTrait_isABitOfItsOwn() {
    assertThat(Arrays.stream(Trait.values()).map(Trait::mask).distinct())
        .hasSize(Trait.values().length)
        .allMatch(mask -> Long.bitCount(mask) == 1);
    assertThat(Trait.allIn(Trait.maskOf(Trait.values()))).containsExactly(Trait.values());
    assertThat(Trait.allIn(0)).isEmpty();
  }

  @Test
  void grade_outside1To12_isRejected() {
    assertThat(Trait.grade(1)).isEqualTo(Trait.GRADE_1);
    assertThat(Trait.grade(12)).isEqualTo(Trait.GRADE_12);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trait.grade(13))
        .withMessage("grade (13) must be 1 to 12");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Placement(ClassId.of("x"), 0))
        .withMessage("grade (0) must be 1 to 12");
  }

  @ParameterizedTest
  @EnumSource(ConcernKind.class)
  void concern_ofAKind_hasItsName(ConcernKind kind) {
    assertThat(Trait.concern(kind)).isEqualTo(Trait.valueOf("CONCERN_" + kind.name()));
  }
}
