package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.intake.SampleSchool.startOf;
import static org.jiedui.intake.SampleSchool.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import org.jiedui.child.Living;
import org.jiedui.child.Parent;
import org.jiedui.child.Relation;
import org.jiedui.child.Schooling;
import org.jiedui.child.Whereabouts;
import org.jiedui.id.CarerId;
import org.jiedui.person.Address;
import org.jiedui.person.PersonName;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;

class IntakeHouseholdsTest {

  private static final LocalDate DAY = LocalDate.of(2025, 12, 10);
  private static final Recording RECORDING = Recording.onItsFirstDay(SampleSchool.ZONE);

  /** The child of the good row as a roster gives it: a father who is away, and a carer. */
  private static Child luo() {
    Child roster =
        SampleSchool.INTAKE
            .pupils(
                Drafts.goodRows(PupilDraft.class, ""),
                SampleSchool.empty(),
                RECORDING,
                SampleSchool.ids(),
                SampleSchool.NOW)
            .valuesOrThrow()
            .get(0);
    return roster;
  }

  private static IntakeResult<Child> households(Child child, String... changes) {
    return SampleSchool.INTAKE.households(
        Drafts.goodRows(HouseholdDraft.class, changes),
        SampleSchool.with(List.of(child)),
        RECORDING);
  }

  private static Child household(Child child, String changes) {
    IntakeResult<Child> result = households(child, changes);
    assertThat(result.violations()).isEmpty();
    return result.values().get(0);
  }

  @Test
  void households_aGoodRow_addsAllOfItToTheChild() {
    Child child = household(luo(), "");
    assertThat(child.profile())
        .isEqualTo(
            new ChildProfile(
                Optional.of(Address.of("青石乡青石村3组")),
                Optional.of(Address.of("青石乡青石村")),
                Optional.of(ChildHealth.disability(DisabilityKind.HEARING, 3)),
                Optional.of("务农"),
                Optional.of("低保")));
    Parent father = child.father().orElseThrow();
    assertThat(father.birthDate()).contains(LocalDate.of(1985, 2, 28));
    assertThat(father.employer()).contains("某鞋厂");
    assertThat(father.contactWish()).contains("周日晚上");
    assertThat(father.phone()).isEqualTo(luo().father().orElseThrow().phone());
    assertThat(child.facts().schooling().on(DAY)).contains(Schooling.ENROLLED);
    assertThat(child.facts().living().on(DAY)).contains(Living.WITH_CARER);
    assertThat(child.facts().living().on(LocalDate.of(2025, 8, 31))).isEmpty();
    assertThat(child.facts().living().lastRecordedAt()).contains(startOf("2025-09-01"));
    Carer carer = child.facts().carer().on(DAY).orElseThrow();
    assertThat(carer.suitability())
        .isEqualTo(
            new CarerSuitability(
                Optional.of("务农"),
                Optional.of("良好"),
                Optional.of(new CarerRating(CarerAbility.FAIR, LocalDate.of(2025, 10, 20))),
                Optional.of(true),
                ImmutableSet.of()));
    assertThat(carer.delegation())
        .isEqualTo(
            new Delegation(
                Optional.empty(),
                Optional.of(LocalDate.of(2025, 10, 13)),
                Optional.of(LocalDate.of(2025, 10, 14))));
    assertThat(carer.phone()).isPresent();
  }

  @Test
  void households_abilityOfAParent_isKnownFromTheDayOnAndKeepsThePlace() {
    Child child = household(luo(), "since=2025-10-01");
    assertThat(child.facts().father().on(LocalDate.of(2025, 9, 30)))
        .contains(Whereabouts.away(Optional.of(Address.of("福建省晋江"))));
    assertThat(child.facts().father().on(LocalDate.of(2025, 10, 1)))
        .contains(
            Whereabouts.away(Optional.of(Address.of("福建省晋江"))).withAbleToCare(Optional.of(true)));
  }

  @Test
  void households_takenInAgain_areEqualToWhatIsStored() {
    Child stored = household(luo(), "");
    assertThat(households(stored, "").values()).containsExactly(stored);
    assertThat(stored.facts().carer().entries()).hasSize(2);
    assertThat(luo().facts().isContinuedBy(stored.facts())).isTrue();
  }

  @Test
  void households_emptyFields_takeNothingBack() {
    Child stored = household(luo(), "");
    IntakeResult<Child> again =
        SampleSchool.INTAKE.households(
            Drafts.rows(HouseholdDraft.class, "学籍号\n" + SampleSchool.LUO),
            SampleSchool.with(List.of(stored)),
            RECORDING);
    assertThat(again.violations()).isEmpty();
    assertThat(again.values()).containsExactly(stored);
  }

  @Test
  void households_bars_areAddedToThoseThatWereFound() {
    Child stored = household(luo(), "carer.bars=恶习");
    Child more = household(stored, "carer.bars=第三项;恶习");
    assertThat(more.facts().carer().on(DAY).orElseThrow().suitability().bars())
        .containsExactly(CarerBar.HARMFUL_HABITS, CarerBar.NEGLECT);
  }

  @Test
  void households_ofAChildWithSeveralCarers_speakOfTheOneWhomTheyName() {
    Carer aunt = Carer.of(CarerId.of("p-aunt"), PersonName.of("罗芳"), Relation.FATHERS_SISTER);
    Child child = luo();
    Child moved =
        child.withFacts(
            child
                .facts()
                .withCarer(
                    t -> t.with(DateRange.parse("2025-11-10/.."), aunt, startOf("2025-11-10"))));
    LocalDate before = LocalDate.of(2025, 11, 9);

    Child said = household(moved, "");
    assertThat(said.facts().carer().on(DAY)).as("written of the other").contains(aunt);
    assertThat(said.facts().carer().on(before).orElseThrow().suitability().occupation())
        .contains("务农");
    assertThat(households(said, "").values()).containsExactly(said);

    Child both = household(said, "carer.name=罗芳 && carer.occupation=在家");
    assertThat(both.facts().carer().on(DAY).orElseThrow().suitability().occupation())
        .contains("在家");
    assertThat(both.facts().carer().on(before)).isEqualTo(said.facts().carer().on(before));
    assertThat(texts(households(both, "carer.name=罗某").violations()))
        .isNotEmpty()
        .allMatch(text -> text.endsWith("no-carer-on-file"));
  }

  @Test
  void households_whatOverridesALaterRecord_isNotRecordedBeforeIt() {
    Child child = luo();
    Child corrected =
        child.withFacts(
            child
                .facts()
                .withLiving(
                    t ->
                        t.with(
                            DateRange.parse("2025-09-01/.."),
                            Living.ALONE,
                            startOf("2026-01-20"))));
    Child said = household(corrected, "");
    assertThat(said.facts().living().on(DAY)).contains(Living.WITH_CARER);
    assertThat(said.facts().living().lastRecordedAt()).contains(startOf("2026-01-20"));
  }

  @Test
  void households_ofPeopleWhomTheFileDoesNotName_areToldAndNotKept() {
    Child bare = SampleSchool.withChildren().children().values().asList().get(0);
    IntakeResult<Child> result =
        households(bare, "mother.birthDate=1986-01-01 && mother.ableToCare=是");
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 carer.ability no-carer-on-file",
            "row 2 carer.childHeardOn no-carer-on-file",
            "row 2 carer.fullCapacity no-carer-on-file",
            "row 2 carer.health no-carer-on-file",
            "row 2 carer.occupation no-carer-on-file",
            "row 2 carer.villageNotifiedOn no-carer-on-file",
            "row 2 father.ableToCare no-whereabouts-on-file",
            "row 2 father.birthDate no-parent-on-file",
            "row 2 father.contactWish no-parent-on-file",
            "row 2 father.employer no-parent-on-file",
            "row 2 mother.ableToCare no-whereabouts-on-file",
            "row 2 mother.birthDate no-parent-on-file");
    Child kept = result.values().get(0);
    assertThat(kept.father()).isEmpty();
    assertThat(kept.facts().carer().isEmpty()).isTrue();
    assertThat(kept.profile().aid()).contains("低保");
  }

  @Test
  void households_unknownChildrenAndRepeatedRows_areFaults() {
    IntakeResult<Child> result =
        households(luo(), "studentNumber=" + SampleSchool.GUO, "", "living=独居", "home.aid=无");
    assertThat(texts(result.violations()))
        .contains("row 2 studentNumber unknown-student", "row 3 studentNumber contradicting-row")
        .contains("row 4 studentNumber contradicting-row");
    assertThat(result.values()).isEqualTo(ImmutableList.of());
  }
}
