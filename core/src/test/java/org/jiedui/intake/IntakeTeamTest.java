package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.intake.SampleSchool.startOf;
import static org.jiedui.intake.SampleSchool.texts;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import org.jiedui.id.StaffId;
import org.jiedui.school.Responsibility;
import org.jiedui.school.TeamMembership;
import org.jiedui.school.TeamPost;
import org.jiedui.time.Tenure;
import org.junit.jupiter.api.Test;

class IntakeTeamTest {

  private static IntakeResult<TeamMembership> team(List<TeamMembership> stored, String... changes) {
    return SampleSchool.INTAKE.team(
        Drafts.goodRows(TeamDraft.class, changes),
        SampleSchool.empty(),
        stored,
        Recording.onItsFirstDay(SampleSchool.ZONE),
        SampleSchool.NOW);
  }

  @Test
  void team_row_becomesAMembership() {
    TeamMembership membership = team(List.of(), "").valuesOrThrow().get(0);
    assertThat(membership)
        .isEqualTo(
            new TeamMembership(
                SampleSchool.SCHOOL.id(),
                membership.id(),
                StaffId.of("T10"),
                TeamPost.HEAD,
                ImmutableSet.of(Responsibility.LEADS),
                Tenure.startingOn(SampleSchool.FIRST_DAY, startOf("2025-09-01"))));
    assertThat(membership.id().value()).matches("t-[0-9a-f]{32}");
  }

  @Test
  void team_severalResponsibilitiesOrNone_areRead() {
    assertThat(
            team(
                    List.of(),
                    "responsibilities=德育;安全与法制教育",
                    "staffNumber=T11 && post=组员 && responsibilities=")
                .valuesOrThrow())
        .extracting(TeamMembership::responsibilities)
        .containsExactly(
            ImmutableSet.of(
                Responsibility.MORAL_EDUCATION, Responsibility.SAFETY_AND_LEGAL_EDUCATION),
            ImmutableSet.of());
  }

  @Test
  void team_faults_areToldTogether() {
    assertThat(
            texts(
                team(
                        List.of(),
                        "staffNumber=T99 && responsibilities=学习与生活;全面负责 && until=2025-08-31",
                        "staffNumber=T11 && post=校长 && responsibilities=全面管理 && from=",
                        "staffNumber=T20",
                        "staffNumber=T20 && post=成员")
                    .violations()))
        .containsExactly(
            "row 2 responsibilities follows-from-classes",
            "row 2 staffNumber unknown-staff",
            "row 2 until ends-before-start",
            "row 3 from required",
            "row 3 post not-one-of",
            "row 3 responsibilities not-one-of",
            "row 4 staffNumber contradicting-row",
            "row 5 staffNumber contradicting-row");
  }

  @Test
  void team_thatIsThereAlready_isTheStoredOne_andItsEndIsAdded() {
    TeamMembership open = team(List.of(), "").values().get(0);
    assertThat(team(List.of(open), "from=2025/9/1").values()).containsExactly(open);
    assertThat(team(List.of(open), "").violations()).isEmpty();
    IntakeResult<TeamMembership> ended = team(List.of(open), "until=2026-01-17");
    assertThat(texts(ended.violations())).containsExactly("row 2 until stored-changed");
    Tenure.Closing closing = ended.values().get(0).tenure().closing().orElseThrow();
    assertThat(closing.lastDay()).isEqualTo("2026-01-17");
    assertThat(closing.recordedAt()).isEqualTo(SampleSchool.NOW);
    TeamMembership closed = ended.values().get(0);
    IntakeResult<TeamMembership> other = team(List.of(closed), "post=成员 && responsibilities=德育");
    assertThat(texts(other.violations()))
        .containsExactly(
            "row 2 post stored-kept",
            "row 2 responsibilities stored-kept",
            "row 2 until stored-kept");
    assertThat(other.values()).containsExactly(closed);
  }
}
