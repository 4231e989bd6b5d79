package org.jiedui.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiedui.id.ClassId;
import org.jiedui.id.MembershipId;
import org.jiedui.id.RecordCheckId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.person.PersonName;
import org.jiedui.person.Sex;
import org.jiedui.time.DateRange;
import org.jiedui.time.Tenure;
import org.jiedui.time.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CareTeamTest {

  private static final SchoolId SCHOOL = SchoolId.of("qingshi");
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 9, 1);
  private static final Instant RECORDED = Instant.parse("2025-09-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2025-11-05T00:00:00Z");
  private static final StaffId PRINCIPAL = StaffId.of("T01");
  private static final StaffId VICE = StaffId.of("T02");
  private static final StaffId COUNSELLOR = StaffId.of("T03");
  private static final StaffId TEACHER = StaffId.of("T10");

  private static StaffMember member(StaffId id, Optional<LocalDate> leaves) {
    Timeline<Post> post =
        Timeline.<Post>empty().with(DateRange.startingOn(FIRST_DAY), Post.OTHER, RECORDED);
    return new StaffMember(
        SCHOOL,
        id,
        PersonName.of("秘密"),
        Sex.FEMALE,
        Optional.empty(),
        leaves.map(day -> post.without(DateRange.startingOn(day), LATER)).orElse(post));
  }

  private static TeamMembership membership(
      String id, StaffId staff, TeamPost post, Responsibility... responsibilities) {
    return new TeamMembership(
        SCHOOL,
        MembershipId.of(id),
        staff,
        post,
        ImmutableSet.copyOf(responsibilities),
        Tenure.startingOn(FIRST_DAY, RECORDED));
  }

  private static ClassGroup group(int grade, Timeline<StaffId> homeroom) {
    return new ClassGroup(
        SCHOOL,
        ClassId.of("2025-" + grade + "-1"),
        2025,
        grade + "年级1班",
        grade,
        homeroom,
        Timeline.empty());
  }

  private static Timeline<StaffId> homeroom(StaffId teacher) {
    return Timeline.<StaffId>empty().with(DateRange.startingOn(FIRST_DAY), teacher, RECORDED);
  }

  private static final TeamMembership HEAD =
      membership("t-1", PRINCIPAL, TeamPost.HEAD, Responsibility.LEADS);
  private static final TeamMembership DEPUTY =
      membership("t-2", VICE, TeamPost.DEPUTY, Responsibility.SAFETY_AND_LEGAL_EDUCATION);
  private static final TeamMembership MORAL =
      membership("t-3", COUNSELLOR, TeamPost.MEMBER, Responsibility.MORAL_EDUCATION);

  /** The principal, a vice-principal who leaves in November, the counsellor and a teacher. */
  private static CareTeam.Records records(List<TeamMembership> memberships, ClassGroup... classes) {
    return new CareTeam.Records(
        ImmutableList.copyOf(memberships),
        ImmutableList.of(
            member(PRINCIPAL, Optional.empty()),
            member(VICE, Optional.of(LocalDate.of(2025, 11, 1))),
            member(COUNSELLOR, Optional.empty()),
            member(TEACHER, Optional.empty())),
        ImmutableList.copyOf(classes));
  }

  private static List<String> gaps(CareTeam team) {
    return team.gaps().stream().map(gap -> gap.wording().in(Locale.ENGLISH)).toList();
  }

  private static CareTeam whole(LocalDate day, Instant knownBefore) {
    return CareTeam.knownBefore(
        records(List.of(MORAL, HEAD, DEPUTY), group(1, homeroom(TEACHER))),
        TeamRequirements.defaults(),
        day,
        knownBefore);
  }

  @Test
  void team_withEverybody_hasNoGap_andTheHeadFirst() {
    CareTeam team = whole(FIRST_DAY, Instant.MAX);
    assertThat(team.gaps()).isEmpty();
    assertThat(team.members()).containsExactly(HEAD, DEPUTY, MORAL);
    assertThat(team.holders().get(Responsibility.LEADS)).containsExactly(PRINCIPAL);
    assertThat(team.holders().get(Responsibility.STUDY_AND_DAILY_LIFE)).containsExactly(TEACHER);
    assertThat(team.homeroomTeachers()).containsEntry(ClassId.of("2025-1-1"), TEACHER);
    assertThat(team.day()).isEqualTo(FIRST_DAY);
    assertThat(team).hasToString("CareTeam[2025-09-01, members=3, gaps=0]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # day      | known before         | gaps
          2025-08-31 |                      | nobody holds: leads the care team; nobody holds: safety and legal education; nobody holds: moral education; class 2025-1-1 has no homeroom teacher
          2025-10-31 |                      |
          2025-11-01 | 2025-11-05T00:00:00Z |
          2025-11-01 |                      | nobody holds: safety and legal education; member T02 of the team holds no post any more
          """)
  void gaps_followTheDay_andWhatWasKnown(LocalDate day, Instant knownBefore, String expected) {
    CareTeam team = whole(day, knownBefore == null ? Instant.MAX : knownBefore);
    assertThat(String.join("; ", gaps(team))).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void gaps_ofClasses_tellThoseWithoutATeacherAndThoseWhoseTeacherLeft() {
    CareTeam team =
        CareTeam.on(
            records(
                List.of(HEAD, DEPUTY, MORAL),
                group(3, homeroom(StaffId.of("T99"))),
                group(2, Timeline.empty()),
                group(1, homeroom(TEACHER))),
            TeamRequirements.defaults(),
            FIRST_DAY);
    assertThat(team.gaps())
        .containsExactly(
            new TeamGap.NoHomeroomTeacher(ClassId.of("2025-2-1"), Optional.empty()),
            new TeamGap.NoHomeroomTeacher(ClassId.of("2025-3-1"), Optional.of(StaffId.of("T99"))));
    assertThat(team.gaps().get(1).wording().chinese()).isEqualTo("班级 2025-3-1 的班主任 T99 已不在岗");
  }

  @Test
  void gaps_areOfWhatTheSchoolNeedsAlone() {
    CareTeam.Records records = records(List.of(HEAD), group(1, Timeline.empty()));
    assertThat(
            gaps(
                CareTeam.on(
                    records,
                    TeamRequirements.defaults()
                        .withResponsibilities(Responsibility.LEADS, Responsibility.MORAL_EDUCATION),
                    FIRST_DAY)))
        .containsExactly("nobody holds: moral education");
    assertThat(
            CareTeam.on(records, TeamRequirements.defaults().withResponsibilities(), FIRST_DAY)
                .gaps())
        .isEmpty();
  }

  @Test
  void closedMembership_holdsNothingAfterItsLastDay() {
    TeamMembership closed =
        HEAD.closed(new Tenure.Closing(LocalDate.of(2025, 10, 31), "秘密", LATER));
    CareTeam.Records records = records(List.of(closed));
    TeamRequirements leads = TeamRequirements.defaults().withResponsibilities(Responsibility.LEADS);
    assertThat(CareTeam.on(records, leads, LocalDate.of(2025, 10, 31)).gaps()).isEmpty();
    assertThat(CareTeam.on(records, leads, LocalDate.of(2025, 11, 1)).gaps()).hasSize(1);
    assertThat(CareTeam.knownBefore(records, leads, LocalDate.of(2025, 11, 1), LATER).gaps())
        .as("nobody knew yet")
        .isEmpty();
    assertThat(closed).hasToString("TeamMembership[qingshi/t-1 2025-09-01/2025-10-31]");
  }

  @Test
  void membership_withStudyAndDailyLife_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> membership("t-9", TEACHER, TeamPost.MEMBER, Responsibility.STUDY_AND_DAILY_LIFE))
        .withMessage(
            "study-and-daily-life follows from who is homeroom teacher, membership t-9 must not"
                + " name it");
  }

  private static RecordCheck check(StaffId staff, String day, Instant recordedAt) {
    return new RecordCheck(
        SCHOOL, RecordCheckId.of("r-" + day), staff, LocalDate.parse(day), recordedAt);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # every | day        | last check of who is found
          P1Y     | 2025-09-01 | T02 none
          P1Y     | 2025-09-02 | T01 2024-09-01, T02 none
          P1Y     | 2025-10-01 | T01 2024-09-01, T02 none
          P1Y     | 2025-10-02 | T01 2024-09-01
          P2Y     | 2025-09-15 | T02 none
          P6M     | 2025-09-15 | T01 2024-09-01, T02 none, T03 2025-02-28
          """)
  void recordChecks_outOfDateOrMissing_areFound(Period every, LocalDate day, String expected) {
    List<RecordCheck> checks =
        List.of(
            check(PRINCIPAL, "2023-05-01", RECORDED),
            check(PRINCIPAL, "2024-09-01", RECORDED),
            check(VICE, "2025-10-02", LATER),
            check(COUNSELLOR, "2025-02-28", RECORDED));
    assertThat(
            RecordCheckFinding.findAll(
                    records(List.of()).staff().subList(0, 3),
                    checks,
                    TeamRequirements.defaults().withRecordCheckEvery(every),
                    day,
                    Instant.MAX)
                .stream()
                .map(
                    finding ->
                        finding.staff()
                            + " "
                            + finding.lastCheck().map(LocalDate::toString).orElse("none")))
        .containsExactly(expected.split(", ", -1));
  }

  @Test
  void recordChecks_ofWhoLeft_orNotKnownYet_areNotSeen() {
    List<RecordCheck> checks = List.of(check(TEACHER, "2025-09-02", LATER));
    TeamRequirements yearly = TeamRequirements.defaults();
    LocalDate december = LocalDate.of(2025, 12, 1);
    assertThat(
            RecordCheckFinding.findAll(
                records(List.of()).staff(), checks, yearly, december, Instant.MAX))
        .extracting(RecordCheckFinding::staff)
        .as("T02 left in November, T10 was checked")
        .containsExactly(PRINCIPAL, COUNSELLOR);
    assertThat(
            RecordCheckFinding.findAll(records(List.of()).staff(), checks, yearly, december, LATER))
        .extracting(RecordCheckFinding::staff)
        .containsExactly(PRINCIPAL, VICE, COUNSELLOR, TEACHER);
  }

  @Test
  void recordCheckFinding_namesTheArticle() {
    RecordCheckFinding missing = new RecordCheckFinding(TEACHER, Optional.empty());
    RecordCheckFinding old = new RecordCheckFinding(TEACHER, Optional.of(FIRST_DAY));
    assertThat(missing.wording().chinese()).contains("T10", "第 62 条");
    assertThat(old.wording().english()).contains("T10", "2025-09-01", "art. 62");
  }

  @Test
  void requirements_withoutAnInterval_areRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TeamRequirements.defaults().withRecordCheckEvery(Period.ZERO))
        .withMessage("recordCheckEvery (P0D) must be more than nothing");
    assertThat(TeamRequirements.defaults().responsibilities())
        .containsExactly(Responsibility.values());
  }
}
