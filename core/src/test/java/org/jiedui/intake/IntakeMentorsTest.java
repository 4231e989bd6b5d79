package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.intake.SampleSchool.startOf;
import static org.jiedui.intake.SampleSchool.texts;

import java.time.Instant;
import java.time.LocalDate;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.mentor.MentorPair;
import org.jiedui.mentor.MentorRole;
import org.jiedui.time.Tenure;
import org.junit.jupiter.api.Test;

class IntakeMentorsTest {

  private static IntakeResult<MentorAssignment> mentors(String... changes) {
    return mentors(SampleSchool.withChildren(), changes);
  }

  private static IntakeResult<MentorAssignment> mentors(
      SchoolDirectory directory, String... changes) {
    return SampleSchool.INTAKE.mentors(
        Drafts.goodRows(MentorDraft.class, changes),
        directory,
        Recording.onItsFirstDay(SampleSchool.ZONE),
        SampleSchool.NOW);
  }

  @Test
  void mentors_withoutALastDay_isOpen() {
    MentorAssignment assignment = mentors("").valuesOrThrow().get(0);
    assertThat(assignment)
        .isEqualTo(
            MentorAssignment.open(
                SampleSchool.SCHOOL.id(),
                assignment.id(),
                MentorPair.of(SampleSchool.LUO_ID, StaffId.of("T10"), MentorRole.PRIMARY),
                LocalDate.of(2025, 11, 5),
                startOf("2025-11-05")));
  }

  @Test
  void mentors_withALastDay_isClosedAndThatIsKnownFromThatDayOn() {
    MentorAssignment assignment =
        mentors("from=2025/11/5 && until=2025.12.31").valuesOrThrow().get(0);
    Tenure.Closing closing = assignment.closing().orElseThrow();
    assertThat(assignment.from()).isEqualTo("2025-11-05");
    assertThat(closing.lastDay()).isEqualTo("2025-12-31");
    assertThat(closing.recordedAt()).isEqualTo(startOf("2025-12-31"));
    assertThat(closing.reason()).isNotBlank();
    assertThat(mentors("until=2025-11-05").faults()).as("a single day").isEmpty();
  }

  @Test
  void mentors_recordedAtOneInstant_hasItForBothEnds() {
    Instant now = Instant.parse("2026-02-01T00:00:00Z");
    MentorAssignment assignment =
        SampleSchool.INTAKE
            .mentors(
                Drafts.goodRows(MentorDraft.class, "until=2025-12-31"),
                SampleSchool.withChildren(),
                Recording.at(now),
                SampleSchool.NOW)
            .valuesOrThrow()
            .get(0);
    assertThat(assignment.recordedAt()).isEqualTo(now);
    assertThat(assignment.closing().orElseThrow().recordedAt()).isEqualTo(now);
  }

  @Test
  void mentors_unknownChildAndStaffAndOrderOfDays_areToldTogether() {
    IntakeResult<MentorAssignment> result =
        mentors(
            "studentNumber=L522424201811290007 && staffNumber=T99 && until=2025-11-04",
            "studentNumber=g52242420181129483x");
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 staffNumber unknown-staff",
            "row 2 studentNumber unknown-student",
            "row 2 until ends-before-start");
    assertThat(result.values())
        .extracting(MentorAssignment::childId)
        .containsExactly(SampleSchool.LUO_ID);
  }

  @Test
  void mentors_sameRow_hasTheSameIdWheneverItIsTakenIn() {
    AssignmentId id = mentors("").values().get(0).id();
    assertThat(mentors("", "until=2026-01-17").faultyRows()).containsExactly(2, 3);
    assertThat(mentors("until=2026-01-17").values().get(0).id()).isEqualTo(id);
    assertThat(mentors("from=2025/11/5").values().get(0).id()).isEqualTo(id);
    assertThat(mentors("from=2025-11-06").values().get(0).id()).isNotEqualTo(id);
    assertThat(mentors("staffNumber=T20").values().get(0).id()).isNotEqualTo(id);
    assertThat(mentors("studentNumber=" + SampleSchool.GUO).values().get(0).id()).isNotEqualTo(id);
    assertThat(id.value()).matches("m-[0-9a-f]{32}");
  }

  @Test
  void mentors_thatAreThereAlready_areTheStoredOnes() {
    MentorAssignment open = mentors("").values().get(0);
    MentorAssignment closed = mentors("until=2026-01-17").values().get(0);
    IntakeResult<MentorAssignment> again =
        mentors(SampleSchool.withChildren(open), "", "staffNumber=T20");
    assertThat(again.violations()).isEmpty();
    assertThat(again.values().get(0)).isEqualTo(open);
    assertThat(again.values().get(1).mentor()).isEqualTo(StaffId.of("T20"));
    assertThat(mentors(SampleSchool.withChildren(closed), "until=2026-01-17").values())
        .containsExactly(closed);
  }

  @Test
  void mentors_thatHaveEndedMeanwhile_areClosedNow() {
    MentorAssignment open = mentors("").values().get(0);
    IntakeResult<MentorAssignment> ended =
        mentors(SampleSchool.withChildren(open), "until=2026-01-17");
    assertThat(texts(ended.violations())).containsExactly("row 2 until stored-changed");
    Tenure.Closing closing = ended.values().get(0).closing().orElseThrow();
    assertThat(closing.lastDay()).isEqualTo("2026-01-17");
    assertThat(closing.recordedAt()).isEqualTo(SampleSchool.NOW);
  }

  @Test
  void mentors_thatEndedOtherwise_stayAndAreTold() {
    MentorAssignment closed = mentors("until=2026-01-17").values().get(0);
    for (String row : new String[] {"", "until=2026-01-16"}) {
      IntakeResult<MentorAssignment> again = mentors(SampleSchool.withChildren(closed), row);
      assertThat(texts(again.violations())).containsExactly("row 2 until stored-kept");
      assertThat(again.values()).containsExactly(closed);
    }
  }

  @Test
  void mentors_oneAssignmentInTwoSpellings_isOne() {
    assertThat(mentors("", "from=2025/11/5").faultyRows()).containsExactly(2, 3);
    assertThat(mentors("", "studentNumber=g52242420181129483x").faultyRows()).containsExactly(2, 3);
    assertThat(texts(mentors("", "").violations()))
        .containsExactly("row 3 studentNumber repeated-row");
  }

  @Test
  void mentors_ofOneChildOnOneDay_mayBeSeveral() {
    assertThat(mentors("", "staffNumber=T20", "studentNumber=" + SampleSchool.GUO).valuesOrThrow())
        .hasSize(3)
        .extracting(MentorAssignment::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void mentors_roles_areReadByCodeOrName_andAreStoredAsTheyWere() {
    assertThat(
            mentors(
                    "role=主要",
                    "staffNumber=T20 && role=supporting",
                    "staffNumber=T20 && role=代理家长",
                    "role=acting-parent")
                .valuesOrThrow())
        .extracting(MentorAssignment::role)
        .containsExactly(
            MentorRole.PRIMARY,
            MentorRole.SUPPORTING,
            MentorRole.ACTING_PARENT,
            MentorRole.ACTING_PARENT);
    MentorAssignment stored = mentors("").values().get(0);
    IntakeResult<MentorAssignment> other =
        mentors(SampleSchool.withChildren(stored), "role=supporting", "role=acting-parent");
    assertThat(texts(other.violations())).containsExactly("row 2 role stored-kept");
    assertThat(other.values().get(0)).isEqualTo(stored);
    assertThat(other.values().get(1).id()).isNotEqualTo(stored.id());
    assertThat(texts(mentors("", "role=supporting").violations()))
        .containsExactly(
            "row 2 studentNumber contradicting-row", "row 3 studentNumber contradicting-row");
  }

  @Test
  void mentors_emptyRows_areToldOfWhatIsMissing() {
    assertThat(texts(mentors("studentNumber= && staffNumber= && from=").violations()))
        .containsExactly(
            "row 2 from required", "row 2 staffNumber required", "row 2 studentNumber required");
    assertThat(texts(mentors("from=", "from=", "staffNumber=", "staffNumber=").violations()))
        .containsExactly(
            "row 2 from required",
            "row 3 from required",
            "row 4 staffNumber required",
            "row 5 staffNumber required");
  }
}
