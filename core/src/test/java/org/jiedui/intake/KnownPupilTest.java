package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.intake.SampleSchool.NOW;
import static org.jiedui.intake.SampleSchool.texts;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.child.CareFacts;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Carer;
import org.jiedui.child.Child;
import org.jiedui.child.Concern;
import org.jiedui.child.ConcernKind;
import org.jiedui.child.KeySupport;
import org.jiedui.child.Whereabouts;
import org.jiedui.person.Address;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rosters that a school hands in again, on 2026-02-01. */
class KnownPupilTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);
  private static final Splitter CODES = Splitter.on("; ").omitEmptyStrings();

  private static IntakeResult<Child> take(SchoolDirectory directory, String changes) {
    return SampleSchool.INTAKE.pupils(
        Drafts.goodRows(PupilDraft.class, changes),
        directory,
        Recording.onItsFirstDay(SampleSchool.ZONE),
        SampleSchool.ids(),
        NOW);
  }

  private static Child stored(String changes) {
    return take(SampleSchool.empty(), changes).valuesOrThrow().get(0);
  }

  private static IntakeResult<Child> again(Child stored, String changes) {
    return take(SampleSchool.with(ImmutableList.of(stored)), changes);
  }

  /** Hands in a row after another, and says what its warnings are. */
  private static Child changed(String before, String after, String... warnings) {
    IntakeResult<Child> result = again(stored(before), after);
    assertThat(texts(result.violations()))
        .containsExactlyElementsOf(Stream.of(warnings).map(text -> "row 2 " + text).toList());
    return result.valuesOrThrow().get(0);
  }

  private static Carer carer(Child child, LocalDate day) {
    return child.facts().carer().on(day).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "boarding=是",
    "boarding=否",
    "father.awaySince= && father.workplace=",
    "care.closedOn=2025-12-31 && care.closingReason=返乡",
    "care.closedOn=2025-12-31",
    "care.keySupportSince=2025-11-01 && care.keySupportReason=年迈",
    "care.concerns=心理不太健康;行为习惯差",
    "care.openedOn=2026-09-01",
  })
  void pupils_rowThatSaysWhatIsStored_changesNothing(String row) {
    Child stored = stored(row);
    IntakeResult<Child> result = again(stored, row);
    assertThat(result.violations()).isEmpty();
    assertThat(result.values()).containsExactly(stored);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name=罗鹏佳                    | name stored-corrected
          sex=女                         | sex stored-corrected
          birthDate=2018-11-30           | birthDate stored-corrected
          registration=城镇              | registration stored-corrected
          residentId=                    |
          ethnicity=汉族                 |
          registration=                  |
          father.phone=15043090037       | father.phone stored-corrected
          father.phone=                  |
          father.name=罗鹏               | father.name stored-corrected
          className=二年级1班            | className stored-changed
          boarding=是                    | boarding stored-changed
          boarding=否                    |
          father.awaySince=              | father.awaySince stored-changed
          father.awaySince=2023-05-01    | father.awaySince stored-kept
          father.awaySince=2023-04-01    | father.awaySince stored-changed
          father.workplace=上海市松江区  | father.workplace stored-changed
          father.workplace=              |
          mother.name=王芳 && mother.awaySince=2025-12-01 | mother.awaySince stored-changed
          carer.phone=15043090037        | carer.phone stored-changed
          carer.address=青石乡           | carer.address stored-changed
          carer.name=罗磊                | carer.name stored-changed
          carer.relation=外祖父          | carer.name stored-changed
          care.openedOn=2025-11-11       | care.openedOn stored-kept
          care.openedOn=2025-09-01       | care.openedOn stored-changed
          care.closedOn=2025-12-31       | care.closedOn stored-changed
          care.concerns=行为习惯差       | care.concerns stored-changed
          care.keySupportSince=2025-12-01 && care.keySupportReason=年迈 | care.keySupportSince stored-changed
          """)
  void pupils_oneDifference_isTold_andIsNoneOnceItIsStored(String row, String codes) {
    Child stored = stored("");
    IntakeResult<Child> result = again(stored, row);
    List<String> expected =
        CODES
            .splitToStream(Optional.ofNullable(codes).orElse(""))
            .map(code -> "row 2 " + code)
            .toList();
    assertThat(
            texts(result.violations()).stream().filter(text -> text.contains("stored-")).toList())
        .isEqualTo(expected);
    Child changed = result.valuesOrThrow().get(0);
    assertThat(changed.id()).isEqualTo(stored.id());
    assertThat(stored.facts().isContinuedBy(changed.facts())).isTrue();
    IntakeResult<Child> third = again(changed, row);
    assertThat(third.values()).containsExactly(changed);
    assertThat(texts(third.violations()))
        .noneMatch(text -> text.contains("stored-ch") || text.contains("stored-co"));
  }

  @Test
  void pupils_whatChanged_isRecordedNowAndLeavesTheReportsOfBefore() {
    Child before = stored("");
    Child after =
        changed(
            "",
            "className=二年级1班 && boarding=是 && care.closedOn=2025-12-31",
            "boarding stored-changed",
            "care.closedOn stored-changed",
            "className stored-changed");
    LocalDate yesterday = TODAY.minusDays(1);
    assertThat(after.facts().care().knownBefore(NOW)).isEqualTo(before.facts().care().known());
    assertThat(after.facts().boarding().knownBefore(NOW).asMapOfRanges()).isEmpty();
    assertThat(after.facts().placement().on(yesterday))
        .isEqualTo(before.facts().placement().on(yesterday));
    assertThat(after.facts().placement().on(TODAY).orElseThrow().grade()).isEqualTo(2);
    assertThat(after.facts().lastRecordedAt()).contains(NOW);
  }

  @Test
  void pupils_aChildWhoLeft_isInCareUpToTheLastDay() {
    CareFacts facts =
        changed(
                "",
                "care.closedOn=2025-12-31 && care.closingReason=返乡",
                "care.closedOn stored-changed")
            .facts();
    assertThat(facts.care().on(LocalDate.of(2025, 12, 31))).contains(CareStatus.open());
    assertThat(facts.care().on(LocalDate.of(2026, 1, 1)))
        .contains(CareStatus.closed(Optional.of("返乡")));
  }

  @Test
  void pupils_aLastDayThatMoved_isMovedBothWays() {
    String until = "care.closedOn=2025-12-31";
    CareFacts later =
        changed(until, "care.closedOn=2026-01-10", "care.closedOn stored-changed").facts();
    assertThat(later.care().on(LocalDate.of(2026, 1, 10))).contains(CareStatus.open());
    assertThat(later.care().on(LocalDate.of(2026, 1, 11)).orElseThrow().inCare()).isFalse();
    CareFacts earlier =
        changed(until, "care.closedOn=2025-12-20", "care.closedOn stored-changed").facts();
    assertThat(earlier.care().on(LocalDate.of(2025, 12, 20))).contains(CareStatus.open());
    assertThat(earlier.care().on(LocalDate.of(2025, 12, 21)).orElseThrow().inCare()).isFalse();
  }

  @Test
  void pupils_aFileOpenedAgain_isInCareFromThatDayOn() {
    CareFacts facts =
        changed(
                "care.closedOn=2025-12-31",
                "care.openedOn=2026-01-15",
                "care.openedOn stored-changed")
            .facts();
    assertThat(facts.care().on(LocalDate.of(2026, 1, 14)).orElseThrow().inCare()).isFalse();
    assertThat(facts.care().on(LocalDate.of(2026, 1, 15))).contains(CareStatus.open());
    assertThat(facts.care().on(LocalDate.of(2025, 12, 31))).contains(CareStatus.open());
  }

  @Test
  void pupils_anotherCarer_followsTodayAndABetterPhoneKeepsWhoItIs() {
    Carer before = carer(stored(""), TODAY);
    Child other = changed("", "carer.name=罗平", "carer.name stored-changed");
    assertThat(carer(other, TODAY.minusDays(1))).isEqualTo(before);
    assertThat(carer(other, TODAY).name()).isEqualTo(PersonName.of("罗平"));
    assertThat(carer(other, TODAY).id()).isNotEqualTo(before.id());
    Carer same =
        carer(
            changed("", "carer.phone=15043090037 && carer.address=", "carer.phone stored-changed"),
            TODAY);
    assertThat(same.id()).isEqualTo(before.id());
    assertThat(same.phone()).contains(PhoneNumber.of("15043090037"));
    assertThat(same.address()).isEqualTo(before.address());
  }

  @Test
  void pupils_whatARowLeavesEmpty_staysAndIsTold() {
    String full =
        "care.closedOn=2026-12-31 && care.keySupportSince=2025-11-01 && care.keySupportReason=年迈"
            + " && care.concerns=行为习惯差";
    Child stored = stored(full);
    String noCarer =
        "carer.name= && carer.relation= && carer.birthDate= && carer.phone= && carer.address=";
    IntakeResult<Child> result = again(stored, noCarer);
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 care.closedOn stored-kept",
            "row 2 care.concerns stored-kept",
            "row 2 care.keySupportSince stored-kept",
            "row 2 carer.name stored-kept");
    assertThat(result.values()).containsExactly(stored);
    IntakeResult<Child> without = again(stored, noCarer + " && care.openedOn=");
    assertThat(texts(without.violations()))
        .contains("row 2 care.openedOn stored-kept", "row 2 care.concerns stored-kept");
    assertThat(without.values()).containsExactly(stored);
  }

  @Test
  void pupils_anotherReason_holdsFromTodayOn() {
    String since = "care.keySupportSince=2025-11-01 && care.keySupportReason=";
    CareFacts facts =
        changed(since + "年迈", since + "患病", "care.keySupportReason stored-changed").facts();
    assertThat(facts.keySupport().on(TODAY.minusDays(1))).contains(new KeySupport("年迈"));
    assertThat(facts.keySupport().on(TODAY)).contains(new KeySupport("患病"));
  }

  @Test
  void pupils_aParentWhoLeftHome_isAwaySinceThatDay() {
    CareFacts facts =
        changed(
                "mother.name=王芳",
                "mother.name=王芳 && mother.awaySince=2025-12-01 && mother.workplace=上海市松江区",
                "mother.awaySince stored-changed")
            .facts();
    assertThat(facts.mother().on(LocalDate.of(2025, 11, 30))).contains(Whereabouts.atHome());
    assertThat(facts.mother().on(LocalDate.of(2025, 12, 1)))
        .contains(Whereabouts.away(Optional.of(Address.of("上海市松江区"))));
  }

  @Test
  void pupils_aConcernNotedAtADesk_keepsItsNote() {
    Child stored = stored("care.concerns=行为习惯差");
    Concern concern = new Concern(ConcernKind.CONDUCT, Optional.of("备注"));
    Child noted =
        stored.withFacts(
            stored
                .facts()
                .withConcern(
                    ConcernKind.CONDUCT,
                    timeline -> timeline.with(DateRange.startingOn(TODAY), concern, NOW)));
    IntakeResult<Child> result = again(noted, "care.concerns=行为习惯差");
    assertThat(result.violations()).isEmpty();
    assertThat(result.values()).containsExactly(noted);
  }

  @Test
  void pupils_anotherChildUnderTheNumber_isAFault() {
    IntakeResult<Child> result =
        again(stored(""), "name=王平 && birthDate=2017-01-02 && residentId=");
    assertThat(texts(result.faults())).containsExactly("row 2 studentNumber another-pupil");
    assertThat(result.values()).isEmpty();
  }
}
