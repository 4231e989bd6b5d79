package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.intake.SampleSchool.startOf;
import static org.jiedui.intake.SampleSchool.texts;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiedui.child.CareFacts;
import org.jiedui.child.Child;
import org.jiedui.child.Placement;
import org.jiedui.id.ChildId;
import org.jiedui.mentor.PeerKind;
import org.jiedui.mentor.PeerPair;
import org.jiedui.mentor.PeerPolicy;
import org.jiedui.person.PersonName;
import org.jiedui.person.Sex;
import org.jiedui.person.StudentNumber;
import org.jiedui.time.DateRange;
import org.jiedui.time.Tenure;
import org.junit.jupiter.api.Test;

class IntakePeersTest {

  private static final String THIRD = "L522424201811290007";

  private static Child enrolled(String id, String number) {
    return new Child(
        SampleSchool.SCHOOL.id(),
        ChildId.of(id),
        StudentNumber.parse(number),
        PersonName.of("某某"),
        Sex.MALE,
        Optional.empty(),
        LocalDate.of(2018, 11, 29),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        CareFacts.none()
            .withPlacement(
                in ->
                    in.with(
                        DateRange.startingOn(SampleSchool.FIRST_DAY),
                        new Placement(SampleSchool.classId(1), 1),
                        startOf("2025-09-01"))));
  }

  private static IntakeResult<PeerPair> peers(List<PeerPair> stored, String... changes) {
    return SampleSchool.INTAKE.peers(
        Drafts.goodRows(PeerDraft.class, changes),
        SampleSchool.with(
            List.of(
                enrolled("c-luo", SampleSchool.LUO),
                enrolled("c-guo", SampleSchool.GUO),
                enrolled("c-3", THIRD))),
        stored,
        PeerPolicy.helpingAtMost(1),
        Recording.onItsFirstDay(SampleSchool.ZONE),
        SampleSchool.NOW);
  }

  @Test
  void peers_row_becomesAPair() {
    PeerPair pair = peers(List.of(), "").valuesOrThrow().get(0);
    assertThat(pair)
        .isEqualTo(
            new PeerPair(
                SampleSchool.SCHOOL.id(),
                pair.id(),
                SampleSchool.LUO_ID,
                SampleSchool.GUO_ID,
                PeerKind.STUDY,
                Tenure.startingOn(LocalDate.of(2025, 9, 15), startOf("2025-09-15"))));
    assertThat(pair.id().value()).matches("p-[0-9a-f]{32}");
  }

  @Test
  void peers_unknownAndMisspelt_areToldTogether() {
    assertThat(
            texts(
                peers(
                        List.of(),
                        "helper=L522424201811290015 && until=2025-09-01",
                        "helped=x && kind=玩 && from=")
                    .violations()))
        .containsExactly(
            "row 2 helper unknown-student",
            "row 2 until ends-before-start",
            "row 3 from required",
            "row 3 helped student-number",
            "row 3 kind not-one-of");
  }

  @Test
  void peers_thatThePolicyRefuses_areFaultyForEachReason() {
    IntakeResult<PeerPair> result =
        peers(
            List.of(),
            "",
            "helper=" + SampleSchool.GUO + " && helped=" + SampleSchool.LUO,
            "helped=" + THIRD,
            "helper=" + THIRD + " && kind=生活",
            "helper=" + THIRD + " && helped=" + THIRD + " && from=2025-08-31");
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 3 helper peers-refused",
            "row 3 helper peers-refused",
            "row 4 helper peers-refused",
            "row 6 helper peers-refused",
            "row 6 helper peers-refused",
            "row 6 helper peers-refused",
            "row 6 helper peers-refused",
            "row 6 helper peers-refused");
    assertThat(result.violations().get(0).message(Locale.CHINESE)).isEqualTo("不能结对：帮助者同期正接受帮助");
    assertThat(result.violations().get(2).message(Locale.ENGLISH))
        .isEqualTo("cannot be paired: the helper helps 1 of at most 1 children");
    assertThat(result.values()).hasSize(2);
  }

  @Test
  void peers_thatAreThereAlready_areTheStoredOnes_andAreNotAskedAbout() {
    PeerPair open = peers(List.of(), "").values().get(0);
    assertThat(peers(List.of(open), "").values()).containsExactly(open);
    assertThat(peers(List.of(open), "").violations()).isEmpty();
    IntakeResult<PeerPair> ended = peers(List.of(open), "until=2026-01-17");
    assertThat(texts(ended.violations())).containsExactly("row 2 until stored-changed");
    PeerPair closed = ended.values().get(0);
    assertThat(closed.tenure().closing().orElseThrow().recordedAt()).isEqualTo(SampleSchool.NOW);
    IntakeResult<PeerPair> again = peers(List.of(closed), "");
    assertThat(texts(again.violations())).containsExactly("row 2 until stored-kept");
    assertThat(again.values()).containsExactly(closed);
  }

  @Test
  void peers_sameRow_isOneInAnySpelling() {
    assertThat(peers(List.of(), "", "kind=学习互助").faultyRows()).containsExactly(2, 3);
    assertThat(texts(peers(List.of(), "", "").violations()))
        .containsExactly("row 3 helper repeated-row");
    assertThat(peers(List.of(), "", "kind=生活").valuesOrThrow()).hasSize(2);
  }
}
