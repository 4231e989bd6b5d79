package org.jiedui.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.census.SampleHome.at;
import static org.jiedui.census.SampleHome.care;
import static org.jiedui.census.SampleHome.home;
import static org.jiedui.census.SampleHome.open;
import static org.jiedui.census.SampleHome.parent;
import static org.jiedui.census.SampleHome.rural;
import static org.jiedui.census.SampleHome.schooling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jiedui.child.CareFacts;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Child;
import org.jiedui.child.Registration;
import org.jiedui.child.Schooling;
import org.jiedui.id.CensusAnswerId;
import org.jiedui.id.StaffId;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Care that follows what is known, step by step. */
class CareKeeperTest {

  private static final String ROSTER = "2025-09-01";
  private static final String AWAY = "away 2025-03-01/..";
  private static final String AT_HOME = "able 2025-03-01/..";

  private static final CareKeeper KEEPER =
      CareKeeper.following(AbsenceDefinition.civilAffairs(), SampleHome.ZONE);

  /** Both parents away, in care since the roster. */
  private static Child inCare() {
    return KEEPER.admitted(
        rural(home(AWAY, AWAY, at(ROSTER)).withCare(open("2025-09-01/..", at(ROSTER)))));
  }

  private static Child changed(Child before, UnaryOperator<CareFacts> change) {
    return KEEPER.changed(before, before.withFacts(change.apply(before.facts())), at("2026-12-31"));
  }

  private static Child father(Child before, String text, String recordedOn) {
    return changed(before, facts -> facts.withFather(parent(text, at(recordedOn))));
  }

  private static Child mother(Child before, String text, String recordedOn) {
    return changed(before, facts -> facts.withMother(parent(text, at(recordedOn))));
  }

  // Taking children in.

  @Test
  void admitted_inCareWithoutEnd_isInCareUntilItsSixteenthBirthday() {
    assertThat(care(inCare())).isEqualTo("2025-09-01/2030-03-09 in | 2030-03-10/.. out turned 16");
  }

  @Test
  void admitted_thatIsNotInCare_isNotOpened() {
    Child child = rural(home(AWAY, AWAY, at(ROSTER)));
    assertThat(KEEPER.admitted(child)).isSameAs(child);
  }

  @Test
  void admitted_closedByTheSchool_staysClosed() {
    Child child =
        rural(
            home(AWAY, AWAY, at(ROSTER))
                .withCare(open("2025-09-01/..", at(ROSTER)))
                .withCare(
                    t ->
                        t.with(
                            DateRange.parse("2025-10-24/.."),
                            CareStatus.closed(Optional.empty()),
                            at("2025-10-23"))));
    assertThat(care(KEEPER.admitted(child)))
        .isEqualTo("2025-09-01/2025-10-23 in | 2025-10-24/.. out");
  }

  @Test
  void admitted_whoIsNotLeftBehind_staysAsTheSchoolDecided() {
    Child child =
        rural(home(AWAY, AT_HOME, at(ROSTER)).withCare(open("2025-09-01/..", at(ROSTER))));
    assertThat(KEEPER.admitted(child)).isEqualTo(child);
  }

  @Test
  void admitted_ofWhomTooLittleIsKnown_staysAsTheSchoolDecided() {
    Child child = rural(CareFacts.none().withCare(open("2025-09-01/..", at(ROSTER))));
    assertThat(KEEPER.admitted(child)).isEqualTo(child);
  }

  @Test
  void admitted_withAnEnd_isLeftAlone() {
    Child child =
        rural(home(AWAY, AWAY, at(ROSTER)).withCare(open("2025-09-01/2031-01-31", at(ROSTER))));
    assertThat(KEEPER.admitted(child)).isEqualTo(child);
  }

  // A parent returns or leaves.

  @Test
  void father_returns_careEndsOnTheEve() {
    Child child = father(inCare(), "home 2025-11-03/..", "2025-11-08");
    assertThat(care(child))
        .isEqualTo(
            "2025-09-01/2025-11-02 in | 2025-11-03/2030-03-09 out the father returned"
                + " | 2030-03-10/.. out turned 16");
    assertThat(child.facts().care().on(LocalDate.of(2025, 11, 3)).orElseThrow().reason())
        .contains("父亲返乡 / the father returned");
  }

  @Test
  void father_returns_isNotSeenBeforeItWasKnown() {
    Child child = father(inCare(), "home 2025-11-03/..", "2025-11-08");
    assertThat(care(child.facts().care(), at("2025-11-07")))
        .isEqualTo("2025-09-01/2030-03-09 in | 2030-03-10/.. out turned 16");
  }

  @Test
  void father_returnsUnable_careGoesOn() {
    Child child = father(inCare(), "unable 2025-11-03/..", "2025-11-08");
    assertThat(care(child)).isEqualTo(care(inCare()));
  }

  @Test
  void father_leavesAgain_careOpensOnTheDayOnWhichThatIsKnown() {
    Child child = father(inCare(), "home 2025-11-03/..", "2025-11-08");
    child = father(child, "away 2026-02-20/..", "2026-03-01");
    assertThat(care(child))
        .isEqualTo(
            "2025-09-01/2025-11-02 in | 2025-11-03/2026-02-28 out the father returned"
                + " | 2026-03-01/2030-03-09 in the father is away for work"
                + " | 2030-03-10/.. out turned 16");
  }

  @Test
  void father_leavesOnADayToCome_careOpensOnIt() {
    Child child = father(inCare(), "home 2025-11-03/..", "2025-11-08");
    child = father(child, "away 2026-02-20/..", "2026-02-01");
    assertThat(care(child)).contains("2026-02-20/2030-03-09 in the father is away for work");
  }

  @Test
  void father_whoDidNotReturnAfterAll_careGoesOnWithoutABreak() {
    Child child = father(inCare(), "home 2025-11-03/..", "2025-11-08");
    child = father(child, "away 2025-11-03/..", "2025-11-20");
    assertThat(care(child))
        .isEqualTo(
            "2025-09-01/2025-11-02 in"
                + " | 2025-11-03/2030-03-09 in the father is away for work"
                + " | 2030-03-10/.. out turned 16");
  }

  @Test
  void bothReturnOnOneDay_areTheReason() {
    Child child =
        changed(
            inCare(),
            facts ->
                facts
                    .withFather(parent("home 2025-11-03/..", at("2025-11-08")))
                    .withMother(parent("home 2025-11-03/..", at("2025-11-08"))));
    assertThat(care(child)).contains("out the father returned, the mother returned");
  }

  @Test
  void mother_turnsOutUnable_opensCareFromThatDayOn() {
    Child child = KEEPER.admitted(rural(home(AWAY, AT_HOME, at(ROSTER))));
    child = mother(child, "unable 2025-10-05/..", "2025-10-09");
    assertThat(care(child))
        .isEqualTo(
            "2025-10-09/2030-03-09 in the mother is unable to care"
                + " | 2030-03-10/.. out turned 16");
  }

  @Test
  void otherFacts_changeNothing() {
    Child child = KEEPER.admitted(rural(home(AWAY, AWAY, at(ROSTER))));
    Child boards =
        changed(
            child,
            facts ->
                facts.withBoarding(
                    t -> t.with(DateRange.parse("2025-09-01/.."), true, at("2025-09-08"))));
    assertThat(boards.facts().care()).isEqualTo(Timeline.empty());
  }

  @Test
  void factsOfTheSameInstant_areComparedWithWhatWasThere() {
    Child child = KEEPER.admitted(rural(home(AWAY, AWAY, at(ROSTER))));
    Child boards =
        changed(
            child,
            facts ->
                facts.withBoarding(
                    t -> t.with(DateRange.parse("2025-09-01/.."), true, at(ROSTER))));
    assertThat(boards.facts().care()).isEqualTo(Timeline.empty());
  }

  @Test
  void mother_atHomeWhileCareIsTheSchoolsOwn_isLeftAlone() {
    Child child =
        KEEPER.admitted(
            rural(home(AWAY, AT_HOME, at(ROSTER)).withCare(open("2025-09-01/..", at(ROSTER)))));
    Child later = mother(child, "able 2025-11-01/..", "2025-11-02");
    assertThat(later.facts().care()).isEqualTo(child.facts().care());
  }

  @Test
  void mother_turnsOutUnableWhileCareIsTheSchoolsOwn_letsItEndWithTheAge() {
    Child child =
        KEEPER.admitted(
            rural(home(AWAY, AT_HOME, at(ROSTER)).withCare(open("2025-09-01/..", at(ROSTER)))));
    assertThat(care(mother(child, "unable 2025-09-08/..", "2025-09-08")))
        .isEqualTo("2025-09-01/2030-03-09 in | 2030-03-10/.. out turned 16");
    Child untilThen =
        KEEPER.admitted(
            rural(
                home(AWAY, AT_HOME, at(ROSTER))
                    .withCare(open("2025-09-01/2031-01-31", at(ROSTER)))));
    assertThat(care(mother(untilThen, "unable 2025-09-08/..", "2025-09-08")))
        .isEqualTo("2025-09-01/2031-01-31 in");
  }

  // What the school decides itself.

  @Test
  void explicitCare_inTheSameChange_winsOnItsDays() {
    Child child =
        changed(
            inCare(),
            facts ->
                facts
                    .withFather(parent("home 2025-11-03/..", at("2025-11-08")))
                    .withCare(open("2025-11-03/2026-01-17", at("2025-11-08"))));
    assertThat(care(child))
        .isEqualTo(
            "2025-09-01/2026-01-17 in | 2026-01-18/2030-03-09 out the father returned"
                + " | 2030-03-10/.. out turned 16");
  }

  @Test
  void explicitCare_later_standsThoughFactsSayOtherwise() {
    Child child = father(inCare(), "home 2025-11-03/..", "2025-11-08");
    child = changed(child, facts -> facts.withCare(open("2025-11-10/..", at("2025-11-10"))));
    assertThat(care(child)).contains("2025-11-10/.. in");
    child = mother(child, "away 2025-03-01/..", "2025-11-12");
    assertThat(care(child)).contains("2025-11-10/.. in");
  }

  // Leaving the school.

  @ParameterizedTest
  @CsvSource({
    "TRANSFERRED, 2025-09-01/2025-11-09 in | 2025-11-10/.. out transferred",
    "GRADUATED, 2025-09-01/2025-11-09 in | 2025-11-10/.. out graduated",
    "DROPPED_OUT, 2025-09-01/2030-03-09 in | 2030-03-10/.. out turned 16",
    "SUSPENDED, 2025-09-01/2030-03-09 in | 2030-03-10/.. out turned 16"
  })
  void schooling_changed_endsCareIfTheChildLeftTheSchool(Schooling schooling, String expected) {
    Child child =
        changed(
            inCare(),
            facts -> facts.withSchooling(schooling("2025-11-10/..", schooling, at("2025-11-12"))));
    assertThat(care(child).replace("2030-03-10/.. out turned 16 | ", ""))
        .isEqualTo(
            expected.contains("turned")
                ? expected
                : expected.replace("/.. out", "/2030-03-09 out")
                    + " | 2030-03-10/.. out turned 16");
  }

  @Test
  void transfer_endsCareThatTheSchoolDecidedItself() {
    Child child =
        KEEPER.admitted(
            rural(home(AWAY, AT_HOME, at(ROSTER)).withCare(open("2025-09-01/..", at(ROSTER)))));
    child =
        changed(
            child,
            facts ->
                facts.withSchooling(
                    schooling("2025-11-10/..", Schooling.TRANSFERRED, at("2025-11-12"))));
    assertThat(care(child)).isEqualTo("2025-09-01/2025-11-09 in | 2025-11-10/.. out transferred");
  }

  @Test
  void returnToTheSchool_opensCareAgain() {
    Child child =
        changed(
            inCare(),
            facts ->
                facts.withSchooling(
                    schooling("2025-11-10/..", Schooling.TRANSFERRED, at("2025-11-12"))));
    child =
        changed(
            child,
            facts ->
                facts.withSchooling(
                    schooling("2026-02-24/..", Schooling.ENROLLED, at("2026-02-24"))));
    assertThat(care(child)).contains("2026-02-24/2030-03-09 in");
  }

  // Corrections without a day of their own.

  @Test
  void registration_corrected_countsFromTheDayOfTheCorrection() {
    Child before = inCare();
    Child urban =
        SampleHome.child(SampleHome.BORN, Optional.of(Registration.URBAN), before.facts());
    assertThat(care(KEEPER.changed(before, urban, at("2025-10-20"))))
        .isEqualTo(
            "2025-09-01/2025-10-19 in | 2025-10-20/2030-03-09 out not of rural registration"
                + " | 2030-03-10/.. out turned 16");
  }

  @Test
  void birthDate_corrected_movesTheEnd() {
    Child before = inCare();
    Child younger =
        SampleHome.child(
            LocalDate.of(2014, 5, 10), Optional.of(Registration.RURAL), before.facts());
    assertThat(care(KEEPER.changed(before, younger, at("2025-10-20"))))
        .startsWith("2025-09-01/2030-03-09 in | 2030-03-10/2030-05-09 in")
        .endsWith("2030-05-10/.. out turned 16");
  }

  // Surveys.

  private static Child surveyed(Child before, ParentAnswer father, ParentAnswer mother) {
    CensusForm form = CensusForm.of(LocalDate.of(2025, 9, 8), StaffId.of("T10"), father, mother);
    CensusSheet sheet =
        new CensusSheet(CensusAnswerId.of("s-1"), before.id(), form, at("2025-09-10"));
    Child after = before.withFacts(sheet.addedTo(before.facts()));
    return KEEPER.surveyed(before, after, form.day(), sheet.recordedAt());
  }

  @Test
  void survey_thatFindsAChildWithoutAFile_opensItOnItsDay() {
    Child child = KEEPER.admitted(rural(home(AWAY, AWAY, at(ROSTER))));
    ParentAnswer away = ParentAnswer.awaySince(LocalDate.of(2025, 3, 1));
    Child found = surveyed(child, away, away);
    assertThat(found.facts().father()).isEqualTo(child.facts().father());
    assertThat(care(found))
        .startsWith("2025-09-08/2030-03-09 in ")
        .endsWith(" | 2030-03-10/.. out turned 16");
  }

  @Test
  void survey_ofAChildWhoIsNotLeftBehind_opensNothing() {
    Child child = KEEPER.admitted(rural(home(AWAY, AT_HOME, at(ROSTER))));
    ParentAnswer away = ParentAnswer.awaySince(LocalDate.of(2025, 3, 1));
    assertThat(surveyed(child, away, ParentAnswer.atHome().withAbleToCare(true))).isEqualTo(child);
  }

  @Test
  void survey_thatConfirms_doesNotReopenWhatTheSchoolClosed() {
    Child child =
        rural(
            home(AWAY, AWAY, at("2025-08-20"))
                .withCare(open("2025-08-20/2025-08-31", at("2025-08-20"))));
    ParentAnswer away = ParentAnswer.awaySince(LocalDate.of(2025, 3, 1));
    assertThat(surveyed(child, away, away)).isEqualTo(child);
  }

  @Test
  void survey_takenInLater_isOverriddenByWhatWasRecordedAfterIt() {
    Child child = father(inCare(), "home 2025-11-03/..", "2025-11-08");
    ParentAnswer away = ParentAnswer.awaySince(LocalDate.of(2025, 2, 1));
    Child found = surveyed(child, away, away);
    assertThat(care(found)).contains("2025-11-03/2030-03-09 out the father returned");
  }

  // Random histories.

  static LongStream seeds() {
    long first = Long.getLong("jiedui.census.seed", 20251110L);
    return LongStream.range(first, first + 60);
  }

  /**
   * Without any decision of the school, today's care is today's status, and that of the days to
   * come follows the course; nothing recorded is ever gone.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void careWithoutDecisions_isTheStatusFromTheDayOfTheChangeOn(long seed) {
    Random random = new Random(seed);
    Child child = rural(CareFacts.none());
    LocalDate today = LocalDate.of(2025, 9, 1);
    for (int i = 0; i < 12; i++) {
      today = today.plusDays(1 + random.nextInt(40));
      Instant now = today.atTime(9, 0).atZone(SampleHome.ZONE).toInstant();
      String word = random.nextInt(3) == 0 ? "unable" : random.nextBoolean() ? "away" : "home";
      String text = word + " " + today.plusDays(random.nextInt(60) - 30) + "/..";
      Child before = child;
      child =
          KEEPER.changed(
              before,
              before.withFacts(
                  random.nextBoolean()
                      ? before.facts().withFather(parent(text, now))
                      : before.facts().withMother(parent(text, now))),
              now);
      assertThat(before.facts().isContinuedBy(child.facts())).as("seed %s", seed).isTrue();
      HomeFacts home = HomeFacts.of(child);
      for (LocalDate day = today; day.isBefore(today.plusYears(6)); day = day.plusDays(9)) {
        boolean inCare = child.facts().care().on(day).filter(CareStatus::inCare).isPresent();
        assertThat(inCare)
            .as("on %s after step %s with seed %s: %s", day, i, seed, care(child))
            .isEqualTo(AbsenceDefinition.civilAffairs().on(day, home).isLeftBehind());
      }
    }
  }
}
