package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiedui.SampleSchool.CLASS;
import static org.jiedui.SampleSchool.FIRST_DAY;
import static org.jiedui.SampleSchool.HONG;
import static org.jiedui.SampleSchool.MING;
import static org.jiedui.SampleSchool.SCHOOL;
import static org.jiedui.SampleSchool.SECRET;
import static org.jiedui.SampleSchool.TEACHER;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiedui.access.Actor;
import org.jiedui.census.AbsenceDefinition;
import org.jiedui.census.Census;
import org.jiedui.census.CensusAnswer;
import org.jiedui.census.CensusCounts;
import org.jiedui.census.CensusForm;
import org.jiedui.census.CensusLine;
import org.jiedui.census.CensusSheet;
import org.jiedui.census.LeftBehindStatus;
import org.jiedui.census.ParentAnswer;
import org.jiedui.census.SchoolRollCode;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Child;
import org.jiedui.child.Registration;
import org.jiedui.child.Schooling;
import org.jiedui.child.Whereabouts;
import org.jiedui.compliance.Verdict;
import org.jiedui.id.ActorId;
import org.jiedui.id.CensusAnswerId;
import org.jiedui.id.ChildId;
import org.jiedui.id.StaffId;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The census, and care that follows what is known, whatever the store: a module with an adapter
 * extends this class and opens an empty store.
 */
public abstract class CensusDeskContract {

  private static final ChildId LAN = ChildId.of("c-lan");
  private static final String NUMBER = "L522424201403100099";
  private static final LocalDate SURVEY = LocalDate.of(2025, 9, 8);
  private static final LocalDate MARCH = LocalDate.of(2025, 3, 1);
  private static final String TERM = "2025-1";

  private CareStore store;
  private SampleSchool sample;

  /** Creates the tests; JUnit calls {@link #openStore()} before each. */
  @SuppressWarnings("NullAway") // set up before each test
  protected CensusDeskContract() {}

  /**
   * Opens an empty store.
   *
   * @return the store
   */
  protected abstract CareStore openEmptyStore();

  @BeforeEach
  void openStore() {
    store = openEmptyStore();
    sample = new SampleSchool(store);
    sample.open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private CareDesk desk() {
    return sample.administrator();
  }

  /** A child of rural registration whose parents are both away, as a roster has it. */
  private static Child lan(boolean inCare) {
    Child plain = SampleSchool.child(LAN, NUMBER);
    DateRange march = DateRange.startingOn(MARCH);
    Whereabouts away = Whereabouts.away(Optional.empty());
    return new Child(
        plain.schoolId(),
        plain.id(),
        plain.studentNumber(),
        plain.name(),
        plain.sex(),
        plain.ethnicity(),
        plain.birthDate(),
        plain.residentId(),
        Optional.of(Registration.RURAL),
        plain.father(),
        plain.mother(),
        plain.profile(),
        plain
            .facts()
            .withCare(care -> inCare ? care : Timeline.empty())
            .withFather(t -> t.with(march, away, SampleSchool.at(FIRST_DAY)))
            .withMother(t -> t.with(march, away, SampleSchool.at(FIRST_DAY))));
  }

  private static CensusForm bothAway() {
    return CensusForm.of(
        SURVEY, TEACHER, ParentAnswer.awaySince(MARCH), ParentAnswer.awaySince(MARCH));
  }

  private Child stored() {
    return desk().children().get(SCHOOL, LAN);
  }

  private boolean inCare(LocalDate day) {
    return stored().facts().care().on(day).filter(CareStatus::inCare).isPresent();
  }

  private Census census(LocalDate asOf, LocalDate knownOn) {
    return desk()
        .census()
        .of(SCHOOL, TERM, AbsenceDefinition.civilAffairs(), Viewpoint.of(asOf, knownOn));
  }

  // Answers.

  @Test
  void answer_isStoredWithItsFacts_andOpensTheFile() {
    desk().children().admit(SCHOOL, List.of(lan(false)));
    assertThat(inCare(SURVEY)).isFalse();
    sample.setToday(SURVEY.plusDays(1));

    CensusAnswer answer = sample.teacher().census().answer(SCHOOL, LAN, bothAway());

    assertThat(answer)
        .isEqualTo(
            new CensusAnswer(
                SCHOOL,
                answer.id(),
                LAN,
                TERM,
                SURVEY,
                TEACHER,
                SampleSchool.at(SURVEY.plusDays(1)),
                Optional.empty()));
    assertThat(desk().census().ofChild(SCHOOL, LAN)).containsExactly(answer);
    assertThat(stored().facts().father()).isEqualTo(lan(false).facts().father());
    assertThat(inCare(SURVEY.minusDays(1))).isFalse();
    assertThat(inCare(SURVEY)).isTrue();
    assertThat(inCare(LocalDate.of(2030, 3, 9))).isTrue();
    assertThat(inCare(LocalDate.of(2030, 3, 10))).isFalse();
    assertThat(desk().board().page(BoardQuery.on(SCHOOL, SURVEY)))
        .extracting(row -> row.position().childId())
        .contains(LAN);
    assertThat(desk().board().check(SCHOOL)).isEmpty();
  }

  @Test
  void answer_thatAParentReturned_closesTheFileAndTakesItOffTheBoard() {
    desk().children().admit(SCHOOL, List.of(lan(true)));
    sample.setToday(SURVEY);
    desk()
        .census()
        .answer(
            SCHOOL,
            LAN,
            CensusForm.of(
                SURVEY,
                TEACHER,
                ParentAnswer.returnedOn(LocalDate.of(2025, 9, 5)),
                ParentAnswer.awaySince(MARCH)));

    assertThat(inCare(LocalDate.of(2025, 9, 4))).isTrue();
    assertThat(stored().facts().care().on(LocalDate.of(2025, 9, 5)).orElseThrow().reason())
        .contains("父亲返乡 / the father returned");
    assertThat(desk().board().page(BoardQuery.on(SCHOOL, SURVEY)))
        .extracting(row -> row.position().childId())
        .doesNotContain(LAN);
    assertThat(
            desk()
                .reports()
                .listing(SCHOOL, LAN, SampleSchool.VISIT, Viewpoint.of(SURVEY, FIRST_DAY))
                .windows())
        .as("as it was known before")
        .anyMatch(window -> window.verdict() == Verdict.PENDING);
    assertThat(desk().board().check(SCHOOL)).isEmpty();
  }

  @Test
  void answer_corrected_isAFurtherAnswer_andTheLastOneCounts() {
    desk().children().admit(SCHOOL, List.of(lan(true)));
    sample.setToday(SURVEY);
    LocalDate fifth = LocalDate.of(2025, 9, 5);
    desk()
        .census()
        .answer(
            SCHOOL,
            LAN,
            CensusForm.of(
                SURVEY, TEACHER, ParentAnswer.returnedOn(fifth), ParentAnswer.awaySince(MARCH)));
    sample.setToday(SURVEY.plusDays(2));
    CensusAnswer corrected =
        desk().census().answer(SCHOOL, LAN, bothAway().withNote(SECRET + "更正"));

    assertThat(desk().census().ofChild(SCHOOL, LAN)).hasSize(2);
    assertThat(line(census(SURVEY, SURVEY.plusDays(2))).answer()).contains(corrected);
    assertThat(line(census(SURVEY, SURVEY.plusDays(2))).status().isLeftBehind()).isTrue();
    assertThat(line(census(SURVEY, SURVEY)).status().isLeftBehind()).isFalse();
    assertThat(inCare(fifth)).isTrue();
    assertThat(inCare(SURVEY.plusDays(30))).isTrue();
    assertThat(stored().facts().father().on(fifth).orElseThrow().away()).isTrue();
    assertThat(stored().facts().father().on(MARCH).orElseThrow().away()).isTrue();
  }

  private static CensusLine line(Census census) {
    return census.lines().stream()
        .filter(line -> line.childId().equals(LAN))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void answer_ofAnUnknownChildOrByAnUnknownPersonOrInNoTerm_leavesNoTrace() {
    desk().children().admit(SCHOOL, List.of(lan(true)));
    assertThatThrownBy(() -> desk().census().answer(SCHOOL, ChildId.of("c-9"), bothAway()))
        .isInstanceOf(RecordNotFoundException.class);
    CensusForm byNobody =
        CensusForm.of(
            SURVEY, StaffId.of("T99"), ParentAnswer.returnedOn(SURVEY), ParentAnswer.atHome());
    assertThatThrownBy(() -> desk().census().answer(SCHOOL, LAN, byNobody))
        .isInstanceOf(RecordNotFoundException.class);
    LocalDate late = LocalDate.of(2026, 8, 1);
    assertThatThrownBy(
            () ->
                desk()
                    .census()
                    .answer(
                        SCHOOL,
                        LAN,
                        CensusForm.of(late, TEACHER, ParentAnswer.atHome(), ParentAnswer.atHome())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("2026-08-01");
    assertThat(desk().census().ofChild(SCHOOL, LAN)).isEmpty();
    assertThat(inCare(SURVEY.plusDays(1))).isTrue();
  }

  @Test
  void answer_inTheHolidays_isForTheNextTerm() {
    LocalDate february = LocalDate.of(2026, 2, 20);
    sample.setToday(february);
    CensusAnswer answer =
        desk()
            .census()
            .answer(
                SCHOOL,
                MING,
                CensusForm.of(february, TEACHER, ParentAnswer.atHome(), ParentAnswer.atHome()));
    assertThat(answer.term()).isEqualTo("2025-2");
  }

  // Imports.

  @Test
  void importAll_twice_changesNothing() {
    desk().children().admit(SCHOOL, List.of(lan(false)));
    CensusSheet sheet =
        new CensusSheet(CensusAnswerId.of("s-1"), LAN, bothAway(), SampleSchool.at(SURVEY));
    sample.setToday(LocalDate.of(2026, 3, 1));
    assertThat(desk().census().importAll(SCHOOL, List.of(sheet))).isEqualTo(1);
    Child once = stored();
    assertThat(desk().census().importAll(SCHOOL, List.of(sheet))).isZero();
    assertThat(stored()).isEqualTo(once);
    assertThat(once.facts().care().lastRecordedAt()).contains(SampleSchool.at(SURVEY));
    CensusSheet other =
        new CensusSheet(sheet.id(), LAN, bothAway().withNote(SECRET), SampleSchool.at(SURVEY));
    assertThatThrownBy(() -> desk().census().importAll(SCHOOL, List.of(other)))
        .isInstanceOf(DuplicateRecordException.class)
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void importAll_ofARosterGivenTwice_doesNotMissTheCareThatFollowed() {
    desk().children().importAll(SCHOOL, List.of(lan(true)));
    Child once = stored();
    assertThat(once).isNotEqualTo(lan(true));
    assertThat(desk().children().importAll(SCHOOL, List.of(lan(true)))).isZero();
    assertThat(stored()).isEqualTo(once);
  }

  // Censuses.

  @Test
  void of_hasEveryPupilOfTheTerm_surveyedOrNot() {
    ChildId gone = ChildId.of("c-gone");
    Child left = SampleSchool.child(gone, "L522424201403100098");
    desk()
        .children()
        .admit(
            SCHOOL,
            List.of(
                lan(false),
                left.withFacts(
                    left.facts()
                        .withSchooling(
                            t ->
                                t.with(
                                    DateRange.startingOn(FIRST_DAY),
                                    Schooling.TRANSFERRED,
                                    SampleSchool.at(FIRST_DAY))))));
    sample.setToday(SURVEY);
    desk().census().answer(SCHOOL, LAN, bothAway());
    desk()
        .census()
        .answer(
            SCHOOL,
            MING,
            CensusForm.of(SURVEY, TEACHER, ParentAnswer.atHome(), ParentAnswer.atHome()));

    Census census = census(SURVEY, SURVEY);
    assertThat(census.lines()).extracting(CensusLine::childId).containsExactly(MING, LAN, HONG);
    assertThat(census.unsurveyed()).extracting(CensusLine::childId).containsExactly(HONG);
    assertThat(census.day()).isEqualTo(SURVEY);
    assertThat(census.definition()).isEqualTo("civil-affairs");
    CensusCounts counts = census.counts();
    assertThat(counts.pupils()).isEqualTo(3);
    assertThat(counts.surveyed()).isEqualTo(2);
    assertThat(counts.unsurveyed()).isEqualTo(1);
    assertThat(counts.of(LeftBehindStatus.LEFT_BEHIND)).isEqualTo(1);
    assertThat(counts.of(LeftBehindStatus.NOT_LEFT_BEHIND)).isEqualTo(1);
    assertThat(counts.of(LeftBehindStatus.UNKNOWN)).isEqualTo(1);
    assertThat(counts.of(SchoolRollCode.BOTH_PARENTS)).isEqualTo(1);
    assertThat(census.countsByClass()).containsOnlyKeys(CLASS).containsEntry(CLASS, counts);
    assertThat(census.of(LeftBehindStatus.LEFT_BEHIND))
        .extracting(CensusLine::childId)
        .containsExactly(LAN);
    assertThat(census.toString() + census.lines()).doesNotContain(NUMBER, SECRET);
  }

  @Test
  void of_asOfAndKnownOn_seeOnlyWhatWasAskedAndRecordedByThen() {
    desk().children().admit(SCHOOL, List.of(lan(false)));
    sample.setToday(SURVEY.plusDays(3));
    desk().census().answer(SCHOOL, LAN, bothAway());
    assertThat(line(census(SURVEY, SURVEY.plusDays(2))).isSurveyed()).isFalse();
    assertThat(line(census(SURVEY, SURVEY.plusDays(3))).isSurveyed()).isTrue();
    assertThat(line(census(SURVEY.minusDays(1), SURVEY.plusDays(3))).isSurveyed()).isFalse();
    assertThat(census(LocalDate.of(2025, 8, 1), SURVEY).day()).isEqualTo(FIRST_DAY);
    assertThat(census(LocalDate.of(2026, 8, 1), SURVEY).day()).isEqualTo("2026-01-17");
    assertThatThrownBy(
            () ->
                desk()
                    .census()
                    .of(SCHOOL, "2031-1", AbsenceDefinition.census(), Viewpoint.on(SURVEY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2031-1");
  }

  @Test
  void statusOf_isTheAnswerOfTheDefinition() {
    desk().children().admit(SCHOOL, List.of(lan(false)));
    for (AbsenceDefinition definition : AbsenceDefinition.all()) {
      assertThat(
              sample
                  .teacher()
                  .census()
                  .statusOf(SCHOOL, LAN, definition, Viewpoint.on(SURVEY))
                  .code())
          .contains(SchoolRollCode.BOTH_PARENTS);
    }
    assertThat(
            desk()
                .census()
                .statusOf(SCHOOL, LAN, AbsenceDefinition.census(), Viewpoint.of(SURVEY, MARCH))
                .status())
        .as("before anything was recorded")
        .isEqualTo(LeftBehindStatus.UNKNOWN);
  }

  // Care that follows other desks.

  @Test
  void addFacts_aTransfer_closesTheFile() {
    desk().children().admit(SCHOOL, List.of(lan(true)));
    LocalDate tenth = LocalDate.of(2025, 11, 10);
    sample.setToday(tenth);
    Child child =
        desk()
            .children()
            .addFacts(
                SCHOOL,
                LAN,
                facts ->
                    facts.withSchooling(
                        t ->
                            t.with(
                                DateRange.startingOn(tenth),
                                Schooling.TRANSFERRED,
                                SampleSchool.at(tenth))));
    assertThat(stored()).isEqualTo(child);
    assertThat(child.facts().care().on(tenth).orElseThrow().reason()).contains("转学 / transferred");
    assertThat(inCare(tenth.minusDays(1))).isTrue();
    assertThat(desk().board().check(SCHOOL)).isEmpty();
  }

  @Test
  void withoutCareFollowing_onlyTheSchoolOpensAndCloses() {
    CareOffice office =
        CareOffice.open(
            store,
            OfficeSettings.of(() -> SampleSchool.at(SURVEY), () -> "x-1").withoutCareFollowing());
    CareDesk desk = office.deskOf(Actor.administratorOf(ActorId.of("clerk"), SCHOOL));
    desk.children().admit(SCHOOL, List.of(lan(false)));
    desk.census().answer(SCHOOL, LAN, bothAway());
    assertThat(desk.children().get(SCHOOL, LAN)).isEqualTo(lan(false));
  }

  @Test
  void withCareFollowing_anotherDefinition_isFollowed() {
    CareOffice office =
        CareOffice.open(
            store,
            OfficeSettings.of(() -> SampleSchool.at(SURVEY), () -> "x-1")
                .withCareFollowing(AbsenceDefinition.schoolRoll()));
    CareDesk desk = office.deskOf(Actor.administratorOf(ActorId.of("clerk"), SCHOOL));
    desk.census()
        .answer(
            SCHOOL,
            MING,
            CensusForm.of(SURVEY, TEACHER, ParentAnswer.atHome(), ParentAnswer.awaySince(SURVEY)));
    ImmutableList<Timeline.Entry<CareStatus>> care =
        desk.children().get(SCHOOL, MING).facts().care().entries();
    assertThat(care.get(1).days()).isEqualTo(DateRange.parse("2025-09-08/2025-12-07"));
    assertThat(care.get(1).value())
        .hasValueSatisfying(status -> assertThat(status.inCare()).isFalse());
  }
}
