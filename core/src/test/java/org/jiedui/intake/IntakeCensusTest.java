package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.intake.SampleSchool.startOf;
import static org.jiedui.intake.SampleSchool.texts;

import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.census.CensusForm;
import org.jiedui.census.CensusSheet;
import org.jiedui.census.ParentAnswer;
import org.jiedui.id.StaffId;
import org.junit.jupiter.api.Test;

class IntakeCensusTest {

  private static IntakeResult<CensusSheet> census(String... changes) {
    return SampleSchool.INTAKE.census(
        Drafts.goodRows(CensusDraft.class, changes),
        SampleSchool.withChildren(),
        SampleSchool.WITH_SHORT_TERMS,
        Recording.onItsFirstDay(SampleSchool.ZONE));
  }

  @Test
  void census_ofAGoodRow_isASheetRecordedOnItsDay() {
    CensusSheet sheet = census("").valuesOrThrow().get(0);
    assertThat(sheet)
        .isEqualTo(
            new CensusSheet(
                sheet.id(),
                SampleSchool.LUO_ID,
                CensusForm.of(
                        LocalDate.of(2025, 9, 8),
                        StaffId.of("T10"),
                        ParentAnswer.awaySince(LocalDate.of(2023, 4, 22)),
                        ParentAnswer.atHome().withAbleToCare(false))
                    .withNote("母亲患病"),
                startOf("2025-09-08")));
  }

  @Test
  void census_ofAParentOfWhomAllIsEmpty_saysNothing() {
    CensusForm form =
        census("father.awaySince= && mother.ableToCare= && note=").valuesOrThrow().get(0).form();
    assertThat(form.father()).isEmpty();
    assertThat(form.mother()).isEmpty();
    assertThat(form.note()).isEmpty();
  }

  @Test
  void census_ofAParentWhoWasAway_hasBothDays() {
    CensusForm form = census("father.returnedOn=2025年8月20日").valuesOrThrow().get(0).form();
    assertThat(form.father().orElseThrow().awaySince()).contains(LocalDate.of(2023, 4, 22));
    assertThat(form.father().orElseThrow().returnedOn()).contains(LocalDate.of(2025, 8, 20));
    assertThat(form.father().orElseThrow().ableToCare()).isEqualTo(Optional.empty());
  }

  @Test
  void census_theSameRow_hasTheSameId_howeverItIsWritten() {
    assertThat(census("day=2025/9/8 && studentNumber=g52242420181129483x").values())
        .isEqualTo(census("").values());
    assertThat(census("mother.ableToCare=是").values().get(0).id())
        .isNotEqualTo(census("").values().get(0).id());
    assertThat(census("note=").values().get(0).id()).isNotEqualTo(census("").values().get(0).id());
  }

  @Test
  void census_faults_areToldTogether() {
    assertThat(
            texts(
                census(
                        "studentNumber=L522424201811290007 && surveyedBy=T99"
                            + " && father.awaySince=2025-09-09 && mother.returnedOn=2025-10-01",
                        "day=2026-07-13",
                        "day= && mother.ableToCare=也许 && father.awaySince=2025-02-30",
                        "studentNumber="
                            + SampleSchool.GUO
                            + " && mother.awaySince=2025-08-01 && mother.returnedOn=2025-08-01")
                    .violations()))
        .containsExactly(
            "row 2 father.awaySince after-end",
            "row 2 mother.returnedOn after-end",
            "row 2 studentNumber unknown-student",
            "row 2 surveyedBy unknown-staff",
            "row 3 day no-term",
            "row 4 day required",
            "row 4 father.awaySince not-a-date",
            "row 4 mother.ableToCare not-one-of",
            "row 5 mother.returnedOn same-day");
  }

  @Test
  void census_twoRowsOfOneChildAndDay_contradictEachOther() {
    assertThat(texts(census("", "mother.ableToCare=是").violations()))
        .containsExactly(
            "row 2 studentNumber contradicting-row", "row 3 studentNumber contradicting-row");
    assertThat(census("", "day=2025-10-08").valuesOrThrow()).hasSize(2);
  }
}
