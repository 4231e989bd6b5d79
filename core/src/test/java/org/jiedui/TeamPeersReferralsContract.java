package org.jiedui;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiedui.SampleSchool.CLASS;
import static org.jiedui.SampleSchool.FIRST_DAY;
import static org.jiedui.SampleSchool.HONG;
import static org.jiedui.SampleSchool.MENTOR;
import static org.jiedui.SampleSchool.MING;
import static org.jiedui.SampleSchool.SCHOOL;
import static org.jiedui.SampleSchool.SECRET;
import static org.jiedui.SampleSchool.TEACHER;
import static org.jiedui.SampleSchool.visit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiedui.access.AccessDeniedException;
import org.jiedui.access.AuditEntry;
import org.jiedui.access.Operation;
import org.jiedui.activity.Partner;
import org.jiedui.activity.PartnerKind;
import org.jiedui.child.ConsentGiver;
import org.jiedui.child.GuardianConsent;
import org.jiedui.compliance.ComplianceReport;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.MembershipId;
import org.jiedui.id.PartnerId;
import org.jiedui.id.PeerPairId;
import org.jiedui.id.ReferralId;
import org.jiedui.id.StaffId;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.PeerDraft;
import org.jiedui.intake.Recording;
import org.jiedui.intake.TeamDraft;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.mentor.PeerKind;
import org.jiedui.mentor.PeerPair;
import org.jiedui.mentor.PeerPolicy;
import org.jiedui.mentor.Refusal;
import org.jiedui.mentor.StayDecision;
import org.jiedui.mentor.StayKind;
import org.jiedui.mentor.StayPolicy;
import org.jiedui.referral.Authority;
import org.jiedui.referral.HarmTrigger;
import org.jiedui.referral.Referral;
import org.jiedui.referral.ReferralCause;
import org.jiedui.referral.ReferralState;
import org.jiedui.referral.ReportingTime;
import org.jiedui.referral.SupportKind;
import org.jiedui.rule.RuleBook;
import org.jiedui.school.CareTeam;
import org.jiedui.school.Post;
import org.jiedui.school.RecordCheckFinding;
import org.jiedui.school.Responsibility;
import org.jiedui.school.StaffChange;
import org.jiedui.school.TeamGap;
import org.jiedui.school.TeamMembership;
import org.jiedui.school.TeamPost;
import org.jiedui.school.TeamRequirements;
import org.jiedui.storage.AuditReader.Numbered;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.storage.contract.StoreDump;
import org.jiedui.time.DateRange;
import org.jiedui.time.Tenure;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the desks for the team, peers and referrals do, whatever the store: a module with an adapter
 * extends this class and opens an empty store.
 */
public abstract class TeamPeersReferralsContract {

  private static final LocalDate NOVEMBER = LocalDate.of(2025, 11, 1);
  private static final TeamRequirements NEEDED = TeamRequirements.defaults();
  private static final PeerPolicy TWO = PeerPolicy.helpingAtMost(2);

  private CareStore store;
  private SampleSchool sample;

  /** Creates the tests; JUnit calls {@link #openStore()} before each. */
  @SuppressWarnings("NullAway") // set up before each test
  protected TeamPeersReferralsContract() {}

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

  private List<String> gaps(Viewpoint viewpoint) {
    return sample.teacher().team().on(SCHOOL, viewpoint, NEEDED).gaps().stream()
        .map(gap -> gap.wording().in(Locale.ENGLISH))
        .toList();
  }

  private List<String> board(LocalDate day) {
    return sample.teacher().board().page(BoardQuery.on(SCHOOL, day)).stream()
        .map(
            row ->
                row.position().childId()
                    + " "
                    + row.position().rule()
                    + " "
                    + row.responsible().map(StaffId::value).orElse("nobody"))
        .toList();
  }

  /** Everything stored but the audit. */
  private Object stored() {
    return store.<Object>read(
        reader ->
            StoreDump.of(reader, ImmutableList.of(SCHOOL), ImmutableList.of()).entrySet().stream()
                .filter(entry -> !entry.getKey().endsWith(" audit"))
                .collect(toImmutableList()));
  }

  // The team.

  @Test
  void team_joinedAndClosed_isThatOfTheDay_asKnownOnADay() {
    TeamMembership head =
        desk()
            .team()
            .join(
                SCHOOL,
                TEACHER,
                TeamPost.HEAD,
                ImmutableSet.of(
                    Responsibility.LEADS,
                    Responsibility.MORAL_EDUCATION,
                    Responsibility.SAFETY_AND_LEGAL_EDUCATION),
                FIRST_DAY);
    assertThat(gaps(Viewpoint.on(FIRST_DAY))).isEmpty();
    assertThat(gaps(Viewpoint.on(FIRST_DAY.minusDays(1)))).hasSize(3);

    sample.setToday(LocalDate.of(2025, 11, 5));
    desk().team().close(SCHOOL, head.id(), NOVEMBER.minusDays(1), SECRET);
    assertThat(gaps(Viewpoint.on(NOVEMBER.minusDays(1)))).isEmpty();
    assertThat(gaps(Viewpoint.of(NOVEMBER, LocalDate.of(2025, 11, 4)))).isEmpty();
    assertThat(gaps(Viewpoint.of(NOVEMBER, LocalDate.of(2025, 11, 5))))
        .containsExactly(
            "nobody holds: leads the care team",
            "nobody holds: safety and legal education",
            "nobody holds: moral education");
    assertThat(sample.teacher().team().memberships(SCHOOL))
        .extracting(TeamMembership::id)
        .containsExactly(head.id());
    assertThatThrownBy(
            () ->
                desk()
                    .team()
                    .join(SCHOOL, StaffId.of("T99"), TeamPost.HEAD, ImmutableSet.of(), FIRST_DAY))
        .isInstanceOf(RecordNotFoundException.class);
  }

  @Test
  void team_importedTwice_changesNothing() {
    Recording recording = Recording.onItsFirstDay(SampleSchool.ZONE);
    List<DraftRow<TeamDraft>> rows =
        List.of(
            new DraftRow<>(2, new TeamDraft("T10", "组长", "全面负责", "2025-09-01", "")),
            new DraftRow<>(3, new TeamDraft("T20", "成员", "德育", "2025-09-01", "")));
    desk().team().importAll(SCHOOL, desk().team().check(SCHOOL, rows, recording).valuesOrThrow());
    Object once = stored();
    List<TeamMembership> again = desk().team().check(SCHOOL, rows, recording).valuesOrThrow();
    desk().team().importAll(SCHOOL, again);
    assertThat(stored()).isEqualTo(once);
    assertThat(gaps(Viewpoint.on(FIRST_DAY)))
        .containsExactly("nobody holds: safety and legal education");

    TeamMembership first = again.get(0);
    desk()
        .team()
        .importAll(
            SCHOOL,
            List.of(
                first.closed(new Tenure.Closing(NOVEMBER, "left", SampleSchool.at(FIRST_DAY)))));
    assertThat(gaps(Viewpoint.on(NOVEMBER.plusDays(1))))
        .contains("nobody holds: leads the care team");
    assertThatThrownBy(() -> desk().team().importAll(SCHOOL, List.of(first)))
        .as("an end is not taken back")
        .isInstanceOf(DuplicateRecordException.class);
    TeamMembership ofNobody =
        new TeamMembership(
            SCHOOL,
            MembershipId.of("t-x"),
            StaffId.of("T99"),
            TeamPost.MEMBER,
            ImmutableSet.of(),
            first.tenure());
    assertThatThrownBy(() -> desk().team().importAll(SCHOOL, List.of(ofNobody)))
        .isInstanceOf(RecordNotFoundException.class);
  }

  @Test
  void recordChecks_areRecordedOnce_andTheRestIsFound() {
    assertThat(desk().team().recordCheckFindings(SCHOOL, Viewpoint.on(FIRST_DAY), NEEDED))
        .extracting(RecordCheckFinding::staff)
        .containsExactly(TEACHER, MENTOR);
    desk().team().recordCheck(SCHOOL, TEACHER, FIRST_DAY);
    Object once = stored();
    desk().team().recordCheck(SCHOOL, TEACHER, FIRST_DAY);
    assertThat(stored()).isEqualTo(once);
    assertThat(desk().team().recordCheckFindings(SCHOOL, Viewpoint.on(FIRST_DAY), NEEDED))
        .containsExactly(new RecordCheckFinding(MENTOR, Optional.empty()));
    assertThat(
            desk()
                .team()
                .recordCheckFindings(
                    SCHOOL, Viewpoint.of(FIRST_DAY, FIRST_DAY.minusDays(1)), NEEDED))
        .as("nobody was known then")
        .isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> desk().team().recordCheck(SCHOOL, TEACHER, FIRST_DAY.plusDays(1)));
  }

  // A teacher leaves or takes other classes.

  @Test
  void leaves_responsibleFollowsTheDay_pastContactsKeepTheirAuthor_andStandingsAgree() {
    sample.teacher().contacts().record(visit(MING, "k-1", FIRST_DAY));
    desk()
        .team()
        .join(SCHOOL, TEACHER, TeamPost.HEAD, ImmutableSet.of(Responsibility.LEADS), FIRST_DAY);
    SampleSchool.made(
        desk().mentors().assign(SCHOOL, SampleSchool.primary(HONG, TEACHER), FIRST_DAY));
    assertThat(board(NOVEMBER.plusDays(4)))
        .containsOnly("c-hong home-visit T10", "c-ming home-visit T10");

    sample.setToday(LocalDate.of(2025, 10, 20));
    StaffChange leaves = StaffChange.leaves(TEACHER, NOVEMBER, SECRET);
    LeftOpen open = desk().team().apply(SCHOOL, leaves);

    assertThat(open)
        .isEqualTo(
            new LeftOpen(
                ImmutableSet.of(CLASS),
                ImmutableSet.of(Responsibility.LEADS),
                ImmutableSet.of(HONG)));
    assertThat(board(NOVEMBER.minusDays(1))).allMatch(row -> row.endsWith("T10"));
    assertThat(board(NOVEMBER.plusDays(4))).isNotEmpty().allMatch(row -> row.endsWith("nobody"));
    assertThat(desk().board().check(SCHOOL)).isEmpty();
    assertThat(sample.teacher().contacts().ofChild(SCHOOL, MING).get(0).staff()).contains(TEACHER);
    assertThat(gaps(Viewpoint.on(NOVEMBER)))
        .contains("class 2025-1-1 has no homeroom teacher", "nobody holds: leads the care team")
        .noneMatch(gap -> gap.contains("T10"));
    assertThat(gaps(Viewpoint.of(NOVEMBER, LocalDate.of(2025, 10, 19))))
        .as("as known before it was recorded")
        .doesNotContain("nobody holds: leads the care team");

    Object once = stored();
    assertThat(desk().team().apply(SCHOOL, leaves)).as("again").isEqualTo(open);
    assertThat(stored()).isEqualTo(once);
  }

  @Test
  void leaves_knownOnAnEarlierDay_theBoardIsAsItWas() {
    LocalDate later = NOVEMBER.plusDays(4);
    sample.setToday(LocalDate.of(2025, 10, 20));
    desk().team().apply(SCHOOL, StaffChange.leaves(TEACHER, NOVEMBER, SECRET));
    assertThat(
            sample
                .teacher()
                .board()
                .pageKnownOn(BoardQuery.on(SCHOOL, later), LocalDate.of(2025, 10, 19)))
        .isNotEmpty()
        .allMatch(row -> row.responsible().equals(Optional.of(TEACHER)));
    assertThat(
            sample
                .teacher()
                .board()
                .pageKnownOn(BoardQuery.on(SCHOOL, later), LocalDate.of(2025, 10, 20)))
        .isNotEmpty()
        .allMatch(row -> row.responsible().isEmpty());
  }

  @Test
  void leaves_whoHasNothing_leavesNothingOpen() {
    LeftOpen open = desk().team().apply(SCHOOL, StaffChange.leaves(MENTOR, NOVEMBER, "x"));
    assertThat(open.isEmpty()).isTrue();
    assertThat(board(NOVEMBER.plusDays(4))).allMatch(row -> row.endsWith("T10"));
    assertThatThrownBy(
            () -> desk().team().apply(SCHOOL, StaffChange.leaves(StaffId.of("T99"), NOVEMBER, "x")))
        .isInstanceOf(RecordNotFoundException.class);
  }

  @Test
  void teaches_anotherTakesTheClassOver_andMenteesOfOtherClassesAreNamed() {
    SampleSchool.made(
        desk().mentors().assign(SCHOOL, SampleSchool.primary(HONG, TEACHER), FIRST_DAY));
    SampleSchool.made(
        desk().mentors().assign(SCHOOL, SampleSchool.primary(MING, MENTOR), FIRST_DAY));
    LeftOpen ofMentor =
        desk()
            .team()
            .apply(
                SCHOOL,
                StaffChange.teaches(
                    MENTOR,
                    NOVEMBER,
                    "接任",
                    Post.HOMEROOM_TEACHER,
                    ImmutableSet.of(CLASS),
                    ImmutableSet.of()));
    assertThat(ofMentor.isEmpty()).as("still teaches that class").isTrue();
    assertThat(board(NOVEMBER.plusDays(4))).isNotEmpty().allMatch(row -> row.endsWith("T20"));
    LeftOpen ofTeacher =
        desk()
            .team()
            .apply(
                SCHOOL,
                StaffChange.teaches(
                    TEACHER,
                    NOVEMBER,
                    "换岗",
                    Post.SUBJECT_TEACHER,
                    ImmutableSet.of(),
                    ImmutableSet.of()));
    assertThat(ofTeacher)
        .as("the class has another teacher, but the child's mentor teaches it no more")
        .isEqualTo(new LeftOpen(ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(HONG)));
    assertThat(desk().board().check(SCHOOL)).isEmpty();
    CareTeam team = sample.teacher().team().on(SCHOOL, Viewpoint.on(NOVEMBER), NEEDED);
    assertThat(team.homeroomTeachers()).containsEntry(CLASS, MENTOR);
    assertThat(team.gaps()).noneMatch(TeamGap.NoHomeroomTeacher.class::isInstance);
    assertThatThrownBy(
            () ->
                desk()
                    .team()
                    .apply(
                        SCHOOL,
                        StaffChange.teaches(
                            TEACHER,
                            NOVEMBER,
                            "x",
                            Post.SUBJECT_TEACHER,
                            ImmutableSet.of(),
                            ImmutableSet.of(ClassId.of("x")))))
        .isInstanceOf(RecordNotFoundException.class);
  }

  @Test
  void leaves_aDutyOfTheMentor_isNotMovedByIt() {
    desk().rules().replaceRuleBook(SCHOOL, SampleSchool.mentorThenTeacher(Optional.empty()));
    MentorAssignment assigned = sample.assign(MING, FIRST_DAY);
    LeftOpen open = desk().team().apply(SCHOOL, StaffChange.leaves(MENTOR, NOVEMBER, SECRET));
    assertThat(open.mentees()).containsExactly(MING);
    assertThat(board(NOVEMBER.plusDays(4)))
        .as("until the handover")
        .contains("c-ming mentor-talk T20");
    desk().mentors().close(SCHOOL, assigned.id(), NOVEMBER.minusDays(1), SECRET);
    assertThat(board(NOVEMBER.plusDays(4))).contains("c-ming mentor-talk T10");
    assertThat(desk().team().apply(SCHOOL, StaffChange.leaves(MENTOR, NOVEMBER, SECRET)).isEmpty())
        .isTrue();
    assertThat(desk().board().check(SCHOOL)).isEmpty();
  }

  // Peers.

  private ChildId third() {
    ChildId third = ChildId.of("c-third");
    desk()
        .children()
        .admit(SCHOOL, ImmutableList.of(SampleSchool.child(third, "L522424201504190176")));
    return third;
  }

  @Test
  void pair_acceptedIsStored_refusedIsNot_andTellsEveryReason() {
    ChildId third = third();
    PeersDesk.Pairing first =
        desk().peers().pair(SCHOOL, MING, HONG, PeerKind.STUDY, FIRST_DAY, TWO);
    assertThat(first.decision().isAccepted()).isTrue();
    assertThat(sample.teacher().peers().pairs(SCHOOL)).containsExactly(first.pair().orElseThrow());

    PeersDesk.Pairing chain =
        desk().peers().pair(SCHOOL, HONG, third, PeerKind.LIFE, FIRST_DAY, TWO);
    assertThat(chain.pair()).isEmpty();
    assertThat(chain.decision().reasons())
        .extracting(Refusal::code)
        .containsExactly("helper-is-helped");
    assertThat(
            sample
                .teacher()
                .peers()
                .decide(SCHOOL, HONG, MING, PeerKind.LIFE, FIRST_DAY.minusDays(1), TWO)
                .reasons())
        .extracting(Refusal::code)
        .containsExactly(
            "helper-not-enrolled", "helped-not-enrolled", "helper-is-helped", "helped-is-helper");
    assertThat(sample.teacher().peers().pairs(SCHOOL)).hasSize(1);

    PeerPair closed =
        desk().peers().close(SCHOOL, first.pair().orElseThrow().id(), NOVEMBER, SECRET);
    assertThat(sample.teacher().peers().pairsOf(SCHOOL, HONG)).containsExactly(closed);
    assertThat(
            desk()
                .peers()
                .pair(SCHOOL, HONG, third, PeerKind.LIFE, NOVEMBER.plusDays(1), TWO)
                .pair())
        .isPresent();
  }

  @Test
  void peers_importedTwice_changeNothing() {
    Recording recording = Recording.onItsFirstDay(SampleSchool.ZONE);
    List<DraftRow<PeerDraft>> rows =
        List.of(
            new DraftRow<>(
                2,
                new PeerDraft(
                    "L522424201403100077", "L522424201410240072", "学习", "2025-09-15", "")));
    desk()
        .peers()
        .importAll(SCHOOL, desk().peers().check(SCHOOL, rows, TWO, recording).valuesOrThrow());
    Object once = stored();
    List<PeerPair> again = desk().peers().check(SCHOOL, rows, TWO, recording).valuesOrThrow();
    desk().peers().importAll(SCHOOL, again);
    assertThat(stored()).isEqualTo(once);
    PeerPair unknown =
        new PeerPair(
            SCHOOL,
            PeerPairId.of("p-x"),
            MING,
            ChildId.of("c-x"),
            PeerKind.LIFE,
            again.get(0).tenure());
    assertThatThrownBy(() -> desk().peers().importAll(SCHOOL, List.of(unknown)))
        .isInstanceOf(RecordNotFoundException.class)
        .hasMessageContaining("c-x");
  }

  private StayDecision arrange() {
    return desk()
        .peers()
        .arrange(
            SCHOOL,
            HONG,
            MING,
            StayKind.WEEKEND,
            DateRange.parse("2025-10-11/2025-10-12"),
            StayPolicy.guardians());
  }

  @Test
  void stay_needsBothConsents_andOneWithdrawnLaterIsFound() {
    assertThat(arrange().objections())
        .extracting(each -> each.child() + " " + each.reason().code())
        .containsExactly("c-hong no-consent", "c-ming no-consent");
    desk().peers().consent(SCHOOL, HONG, ConsentGiver.MOTHER, FIRST_DAY, Optional.empty());
    assertThat(arrange().objections()).hasSize(1);
    assertThat(sample.teacher().peers().stays(SCHOOL, HONG)).isEmpty();
    GuardianConsent ofHost =
        desk()
            .peers()
            .consent(
                SCHOOL,
                MING,
                ConsentGiver.FATHER,
                FIRST_DAY,
                Optional.of(LocalDate.of(2025, 12, 31)));

    StayDecision accepted = arrange();

    assertThat(accepted.isAccepted()).isTrue();
    assertThat(sample.teacher().peers().stays(SCHOOL, HONG)).containsExactly(accepted.stay());
    assertThat(sample.teacher().peers().stays(SCHOOL, MING)).containsExactly(accepted.stay());
    assertThat(staysWithoutConsent("2025-10-12")).isEmpty();
    desk().peers().withdraw(SCHOOL, ofHost.id(), LocalDate.of(2025, 10, 12));
    assertThat(desk().audit().page(SCHOOL, 0, Integer.MAX_VALUE))
        .last()
        .satisfies(last -> assertThat(last.entry().operation()).isEqualTo(Operation.KEEP_PEERS))
        .satisfies(last -> assertThat(last.entry().records()).as("one consent").isEqualTo(1));
    assertThat(sample.teacher().peers().consents(SCHOOL, MING))
        .singleElement()
        .satisfies(consent -> assertThat(consent.withdrawal()).isPresent());
    assertThat(staysWithoutConsent("2025-10-12")).containsExactly("c-ming consent-withdrawn");
    assertThat(staysWithoutConsent("2025-10-13")).as("it is over").isEmpty();
    desk().peers().callOff(SCHOOL, accepted.stay().id(), SECRET);
    assertThat(staysWithoutConsent("2025-10-12")).as("it is called off").isEmpty();
  }

  private List<String> staysWithoutConsent(String day) {
    return sample
        .teacher()
        .peers()
        .staysWithoutConsent(SCHOOL, LocalDate.parse(day), StayPolicy.guardians())
        .stream()
        .flatMap(refused -> refused.objections().stream())
        .map(each -> each.child() + " " + each.reason().code())
        .toList();
  }

  // Referrals.

  private ReferralId raise(CareDesk by, ReferralCause cause) {
    return by.referrals()
        .raise(
            SCHOOL,
            MING,
            cause,
            SampleSchool.at(FIRST_DAY).minus(Duration.ofHours(1)),
            TEACHER,
            Optional.of(SECRET));
  }

  private static final ReferralCause HARM =
      ReferralCause.suspectedHarm(HarmTrigger.VIOLENCE_OR_ABUSE);

  @Test
  void referral_anyStaffRaises_andOnlySafeguardingSeesAndReports() {
    ReferralId raised = raise(sample.teacher(), HARM);

    for (CareDesk other : List.of(sample.teacher(), desk(), sample.stranger())) {
      assertThatThrownBy(() -> other.referrals().get(SCHOOL, raised))
          .isInstanceOf(AccessDeniedException.class);
      assertThatThrownBy(() -> other.referrals().ofChild(SCHOOL, MING))
          .isInstanceOf(AccessDeniedException.class);
      assertThatThrownBy(
              () ->
                  other
                      .referrals()
                      .at(SCHOOL, SampleSchool.at(FIRST_DAY), ReportingTime.defaults()))
          .isInstanceOf(AccessDeniedException.class);
      assertThatThrownBy(() -> other.referrals().end(SCHOOL, raised, SECRET))
          .isInstanceOf(AccessDeniedException.class)
          .hasMessageNotContaining(SECRET);
    }

    Referral seen = sample.safeguarding().referrals().get(SCHOOL, raised);
    assertThat(seen.notice().note()).contains(SECRET);
    assertThat(seen.notice().raisedBy().value()).isEqualTo("T10");
    assertThat(sample.safeguarding().referrals().ofChild(SCHOOL, MING)).containsExactly(seen);
  }

  @Test
  void referral_clockRunsUntilItIsReported() {
    ReferralId raised = raise(sample.teacher(), HARM);
    Instant noticed = SampleSchool.at(FIRST_DAY).minus(Duration.ofHours(1));
    assertThat(states(noticed.plus(Duration.ofHours(2)))).containsExactly(ReferralState.OPEN);
    assertThat(states(noticed.plus(Duration.ofHours(3)))).containsExactly(ReferralState.OVERDUE);
    assertThat(states(noticed.minusNanos(1))).as("not noticed yet").isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sample.safeguarding().referrals().end(SCHOOL, raised, SECRET));

    ReferralsDesk safeguarding = sample.safeguarding().referrals();
    safeguarding.report(
        SCHOOL, raised, Authority.POLICE, SampleSchool.at(FIRST_DAY), TEACHER, Optional.of(SECRET));
    assertThat(states(noticed.plus(Duration.ofHours(3))))
        .containsExactly(ReferralState.REPORTED_IN_TIME);
    Referral ended = safeguarding.end(SCHOOL, raised, SECRET);
    assertThat(ended.ending().orElseThrow().outcome()).isEqualTo(SECRET);
    assertThat(safeguarding.get(SCHOOL, raised)).isEqualTo(ended);
    ReferralId twice = raise(desk(), ReferralCause.support(SupportKind.CLINIC));
    safeguarding.markMistaken(SCHOOL, twice, SECRET);
    assertThat(states(noticed.plus(Duration.ofHours(3))))
        .containsExactlyInAnyOrder(ReferralState.REPORTED_IN_TIME, ReferralState.MISTAKEN);
  }

  @Test
  void referral_handedOnToAPartner_isAmongThoseThatItReceived() {
    PartnerId police = PartnerId.of("police");
    PartnerId clinic = PartnerId.of("clinic");
    LocalDate since = FIRST_DAY.minusYears(1);
    desk()
        .activityBook()
        .change(
            SCHOOL,
            book ->
                book.withPartners(
                    List.of(
                        Partner.of(
                            police, "青石乡派出所", PartnerKind.POLICE_POST, DateRange.startingOn(since)),
                        Partner.of(
                            clinic,
                            "青石卫生院",
                            PartnerKind.CLINIC,
                            DateRange.ofClosed(since, FIRST_DAY.minusDays(1))))));
    ReferralsDesk safeguarding = sample.safeguarding().referrals();
    Instant at = SampleSchool.at(FIRST_DAY);
    ReferralId harm = raise(sample.teacher(), HARM);
    ReferralId support = raise(sample.teacher(), ReferralCause.support(SupportKind.CLINIC));

    Referral handed = safeguarding.handOn(SCHOOL, harm, police, at, TEACHER, Optional.of(SECRET));

    assertThat(handed.findReport()).as("a police post is the police").isPresent();
    assertThat(safeguarding.receivedBy(SCHOOL, police)).containsExactly(handed);
    assertThat(safeguarding.receivedBy(SCHOOL, clinic)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> safeguarding.handOn(SCHOOL, support, clinic, at, TEACHER, Optional.empty()))
        .withMessage("partner clinic must work with the school on %s", FIRST_DAY);
    desk()
        .activityBook()
        .change(
            SCHOOL,
            book ->
                book.withPartners(
                    List.of(
                        Partner.of(
                            clinic, "青石卫生院", PartnerKind.CLINIC, DateRange.startingOn(since)))));
    Referral supported =
        safeguarding.handOn(SCHOOL, support, clinic, at, TEACHER, Optional.empty());
    assertThat(supported.findReport()).isPresent();
    assertThat(safeguarding.receivedBy(SCHOOL, clinic)).containsExactly(supported);
    Referral twice = safeguarding.handOn(SCHOOL, harm, clinic, at, TEACHER, Optional.empty());
    assertThat(twice.reports())
        .extracting(Referral.Report::to)
        .containsExactly(Authority.POLICE, Authority.OTHER);
    assertThat(safeguarding.receivedBy(SCHOOL, clinic)).containsExactlyInAnyOrder(supported, twice);
    for (CareDesk other : List.of(sample.teacher(), desk(), sample.stranger())) {
      assertThatThrownBy(() -> other.referrals().receivedBy(SCHOOL, clinic))
          .isInstanceOf(AccessDeniedException.class);
    }
    assertThatThrownBy(() -> safeguarding.receivedBy(SCHOOL, police))
        .isInstanceOf(RecordNotFoundException.class)
        .hasMessage("school qingshi has no partner police");
  }

  private List<ReferralState> states(Instant at) {
    return sample.safeguarding().referrals().at(SCHOOL, at, ReportingTime.defaults()).stream()
        .map(entry -> entry.status().state())
        .toList();
  }

  @Test
  void referral_isOnNoBoardAndInNoRate_andTheAuditHasIdsAlone() {
    Viewpoint now = Viewpoint.on(FIRST_DAY);
    List<String> board = board(FIRST_DAY);
    ComplianceReport report = sample.teacher().reports().compliance(SCHOOL, now);
    ReferralId raised = raise(sample.teacher(), HARM);
    sample
        .safeguarding()
        .referrals()
        .report(
            SCHOOL,
            raised,
            Authority.POLICE,
            SampleSchool.at(FIRST_DAY),
            TEACHER,
            Optional.empty());

    assertThat(board(FIRST_DAY)).isEqualTo(board);
    assertThat(sample.teacher().reports().compliance(SCHOOL, now)).isEqualTo(report);
    assertThat(desk().board().check(SCHOOL)).isEmpty();
    List<AuditEntry> audit =
        store.<List<AuditEntry>>read(
            reader ->
                reader.audit().page(SCHOOL, 0, Integer.MAX_VALUE).stream()
                    .map(Numbered::entry)
                    .filter(
                        entry ->
                            entry.operation() == Operation.RAISE_REFERRAL
                                || entry.operation() == Operation.REPORT_REFERRALS)
                    .toList());
    assertThat(audit)
        .hasSize(2)
        .allSatisfy(entry -> assertThat(entry.child()).contains(MING))
        .allSatisfy(entry -> assertThat(entry.toString()).doesNotContain(SECRET, "violence"));
  }

  @Test
  void referral_ofNobodyOrLaterThanNow_isRefused() {
    assertThatThrownBy(
            () ->
                sample
                    .teacher()
                    .referrals()
                    .raise(
                        SCHOOL,
                        ChildId.of("c-x"),
                        HARM,
                        SampleSchool.at(FIRST_DAY),
                        TEACHER,
                        Optional.of(SECRET)))
        .isInstanceOf(RecordNotFoundException.class)
        .hasMessageNotContaining(SECRET);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                sample
                    .teacher()
                    .referrals()
                    .raise(
                        SCHOOL,
                        MING,
                        HARM,
                        SampleSchool.at(FIRST_DAY).plusSeconds(1),
                        TEACHER,
                        Optional.of(SECRET)))
        .withMessageNotContaining(SECRET);
  }

  @Test
  void rulesWithoutABook_areNoHindrance() {
    desk().rules().replaceRuleBook(SCHOOL, RuleBook.empty());
    assertThat(desk().team().apply(SCHOOL, StaffChange.leaves(TEACHER, NOVEMBER, "x")).classes())
        .containsExactly(CLASS);
  }
}
