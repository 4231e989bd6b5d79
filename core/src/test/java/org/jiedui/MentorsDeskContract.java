package org.jiedui;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.jiedui.SampleSchool.CLASS;
import static org.jiedui.SampleSchool.FIRST_DAY;
import static org.jiedui.SampleSchool.HONG;
import static org.jiedui.SampleSchool.MENTOR;
import static org.jiedui.SampleSchool.MING;
import static org.jiedui.SampleSchool.SCHOOL;
import static org.jiedui.SampleSchool.SECRET;
import static org.jiedui.SampleSchool.TALK;
import static org.jiedui.SampleSchool.TEACHER;
import static org.jiedui.SampleSchool.at;
import static org.jiedui.SampleSchool.made;
import static org.jiedui.SampleSchool.primary;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jiedui.child.CareStatus;
import org.jiedui.child.KeySupport;
import org.jiedui.compliance.Breakdown;
import org.jiedui.compliance.Dimension;
import org.jiedui.compliance.Group;
import org.jiedui.compliance.Grouping;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.Party;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.MentorDraft;
import org.jiedui.intake.Recording;
import org.jiedui.intake.Severity;
import org.jiedui.mentor.AssignmentDecision;
import org.jiedui.mentor.AssignmentPolicy;
import org.jiedui.mentor.Candidate;
import org.jiedui.mentor.EndedPair;
import org.jiedui.mentor.Handover;
import org.jiedui.mentor.LocalKnowledge;
import org.jiedui.mentor.MatchProposal;
import org.jiedui.mentor.Mentee;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.mentor.MentorMatcher;
import org.jiedui.mentor.MentorPair;
import org.jiedui.mentor.MentorRole;
import org.jiedui.mentor.Preference;
import org.jiedui.mentor.ProposedPair;
import org.jiedui.mentor.Refusal;
import org.jiedui.person.PersonName;
import org.jiedui.person.Sex;
import org.jiedui.school.Post;
import org.jiedui.school.StaffMember;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.storage.contract.StoreDump;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How mentors are assigned, proposed and handed over, whatever the store: a module with an adapter
 * extends this class and opens an empty store.
 *
 * <p>A class of two children, MING and HONG; its homeroom teacher is T10, its subject teacher T20.
 */
public abstract class MentorsDeskContract {

  private static final StaffId ELSEWHERE = StaffId.of("T30");
  private static final LocalDate LAST_DAY = LocalDate.of(2025, 9, 20);
  private static final LocalDate NEXT_DAY = LAST_DAY.plusDays(1);
  private static final LocalDate LATER = LocalDate.of(2025, 11, 3);

  private CareStore store;
  private SampleSchool sample;

  /** Creates the tests; JUnit opens a store before each. */
  @SuppressWarnings("NullAway") // set up before each test
  protected MentorsDeskContract() {}

  /**
   * Opens an empty store.
   *
   * @return the store
   */
  protected abstract CareStore openEmptyStore();

  @BeforeEach
  void openSchool() {
    store = openEmptyStore();
    sample = new SampleSchool(store);
    sample.open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  /** Another office over the same store, whose host has other settings. */
  private void set(MentorSettings settings) {
    sample = sample.with(settings);
  }

  private static MentorSettings with(AssignmentPolicy more) {
    return MentorSettings.usual()
        .withMatcher(
            MentorMatcher.of(
                MentorSettings.usual().matcher().policy().and(more), Preference.usual()));
  }

  private static AssignmentPolicy only(StaffId mentor) {
    Refusal refusal = Refusal.of("ours", Wording.of("本校规定", "a rule of ours"));
    return AssignmentPolicy.rule(
        question ->
            question.candidate().teacher().equals(mentor)
                ? Optional.empty()
                : Optional.of(refusal));
  }

  private MentorsDesk desk() {
    return sample.administrator().mentors();
  }

  private static MentorPair pair(ChildId child, StaffId mentor, MentorRole role) {
    return MentorPair.of(child, mentor, role);
  }

  private static List<String> codes(AssignmentDecision decision) {
    return ((AssignmentDecision.Refused) decision).reasons().stream().map(Refusal::code).toList();
  }

  /** Takes in a pair as it is, whatever the policy. */
  private MentorAssignment takeIn(String id, MentorPair pair, LocalDate from) {
    MentorAssignment assignment =
        MentorAssignment.open(SCHOOL, AssignmentId.of(id), pair, from, at(from));
    desk().importAll(SCHOOL, List.of(assignment));
    return assignment;
  }

  /** Everything that is stored, but the audit, which has an entry for each call. */
  private ImmutableMap<String, Object> dump() {
    Map<String, Object> all =
        new LinkedHashMap<>(store.read(reader -> StoreDump.of(reader, List.of(SCHOOL), List.of())));
    all.keySet().removeIf(key -> key.endsWith(" audit"));
    return ImmutableMap.copyOf(all);
  }

  private List<String> pairs(LocalDate day) {
    return desk().pairs(SCHOOL, day).stream().map(MentorPair::toString).toList();
  }

  private void assertBoardHolds() {
    assertThat(sample.administrator().board().check(SCHOOL)).isEmpty();
  }

  // One pair.

  @Test
  void assign_accepted_isStoredWithItsRole_andOnce() {
    MentorAssignment stored = sample.assign(MING, FIRST_DAY);
    assertThat(stored.role()).isEqualTo(MentorRole.PRIMARY);
    assertThat(desk().ofChild(SCHOOL, MING)).containsExactly(stored);
    ImmutableMap<String, Object> before = dump();
    sample.setToday(FIRST_DAY.plusDays(1));
    assertThat(sample.assign(MING, FIRST_DAY)).isEqualTo(stored);
    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void assign_refused_storesNothingAndGivesEveryReason() {
    sample.assign(MING, FIRST_DAY);
    ImmutableMap<String, Object> before = dump();
    AssignmentDecision second = desk().assign(SCHOOL, primary(MING, TEACHER), FIRST_DAY);
    assertThat(codes(second)).containsExactly("one-primary");
    set(with(only(MENTOR)));
    assertThat(codes(desk().assign(SCHOOL, primary(MING, TEACHER), FIRST_DAY)))
        .containsExactly("one-primary", "ours");
    assertThat(codes(desk().assign(SCHOOL, primary(MING, MENTOR), FIRST_DAY.plusDays(1))))
        .containsExactly("paired-already", "one-primary");
    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void assign_supportersAndAnActingParentBesides_areAccepted() {
    set(with(AssignmentPolicy.loadAtMost(1)));
    sample.assign(MING, FIRST_DAY);
    MentorPair acting = pair(MING, MENTOR, MentorRole.ACTING_PARENT);
    assertThat(made(desk().assign(SCHOOL, acting, FIRST_DAY)).pair()).isEqualTo(acting);
    made(desk().assign(SCHOOL, pair(MING, TEACHER, MentorRole.SUPPORTING), FIRST_DAY));
    assertThat(pairs(FIRST_DAY))
        .containsExactly(
            "c-ming-T10 (supporting)", "c-ming-T20 (primary)", "c-ming-T20 (acting-parent)");
    assertThat(codes(desk().assign(SCHOOL, primary(HONG, MENTOR), FIRST_DAY)))
        .containsExactly("load-limit");
    assertBoardHolds();
  }

  @Test
  void assign_whatBeginsLater_isSeen() {
    set(with(AssignmentPolicy.loadAtMost(1)));
    sample.assign(HONG, LATER);
    assertThat(codes(desk().assign(SCHOOL, primary(MING, MENTOR), FIRST_DAY)))
        .containsExactly("load-limit");
    assertThat(codes(desk().assign(SCHOOL, primary(HONG, TEACHER), FIRST_DAY)))
        .containsExactly("one-primary");
    made(desk().assign(SCHOOL, primary(MING, TEACHER), FIRST_DAY));
  }

  @Test
  void assign_withoutAClassOrAPost_isRefused_andWithoutARecordItFails() {
    putStaff(ELSEWHERE, DateRange.startingOn(LATER));
    assertThat(codes(desk().assign(SCHOOL, primary(MING, ELSEWHERE), FIRST_DAY)))
        .containsExactly("not-a-candidate");
    assertThat(codes(desk().assign(SCHOOL, primary(MING, ELSEWHERE), LATER)))
        .containsExactly("teaches-class");
    assertThat(codes(desk().assign(SCHOOL, primary(MING, MENTOR), FIRST_DAY.minusDays(1))))
        .containsExactly("no-class");
    assertThatThrownBy(() -> desk().assign(SCHOOL, primary(MING, StaffId.of("T99")), FIRST_DAY))
        .isInstanceOf(RecordNotFoundException.class);
    assertThatThrownBy(() -> desk().assign(SCHOOL, primary(ChildId.of("c-0"), MENTOR), FIRST_DAY))
        .isInstanceOf(RecordNotFoundException.class);
  }

  private void putStaff(StaffId id, DateRange days) {
    sample
        .administrator()
        .school()
        .putStaff(
            SCHOOL,
            List.of(
                new StaffMember(
                    SCHOOL,
                    id,
                    PersonName.of(SECRET + "老师"),
                    Sex.MALE,
                    Optional.empty(),
                    Timeline.<Post>empty().with(days, Post.SUBJECT_TEACHER, at(FIRST_DAY)))));
  }

  @Test
  void close_again_isTheSame_andOtherwiseIsRefused() {
    MentorAssignment open = sample.assign(MING, FIRST_DAY);
    MentorAssignment closed = desk().close(SCHOOL, open.id(), LAST_DAY, "调离");
    sample.setToday(LATER);
    ImmutableMap<String, Object> before = dump();
    assertThat(desk().close(SCHOOL, open.id(), LAST_DAY, "调离")).isEqualTo(closed);
    assertThat(dump()).isEqualTo(before);
    assertThatThrownBy(() -> desk().close(SCHOOL, open.id(), LATER, "调离"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> desk().close(SCHOOL, open.id(), LAST_DAY, "产假"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  // Files.

  private IntakeResult<MentorAssignment> checkFile() {
    return desk()
        .check(
            SCHOOL,
            List.of(
                row(2, "L522424201403100077", "T20", "2025-10-01", ""),
                row(3, "L522424201410240072", "T20", "2025-09-01", ""),
                row(4, "L522424201410240072", "T10", "2025-09-01", "主要"),
                row(5, "L522424201410240072", "T20", "2025-09-01", "代理家长")),
            Recording.onItsFirstDay(SampleSchool.ZONE));
  }

  private static DraftRow<MentorDraft> row(
      int row, String studentNumber, String staffNumber, String from, String role) {
    return new DraftRow<>(row, new MentorDraft(studentNumber, staffNumber, from, "", role));
  }

  @Test
  void check_whatThePolicyWouldRefuse_isAWarningAndTakenIn() {
    set(with(AssignmentPolicy.loadAtMost(1)));
    IntakeResult<MentorAssignment> result = checkFile();
    assertThat(result.violations())
        .extracting(violation -> violation + ": " + violation.message(Locale.ENGLISH))
        .containsExactly(
            "row 2 staffNumber mentor-policy: the policy on mentors speaks against it: has 1 of at"
                + " most 1 children",
            "row 4 staffNumber mentor-policy: the policy on mentors speaks against it: the child"
                + " has a primary mentor already");
    desk().importAll(SCHOOL, result.values());
    // Which of the two primary ones of one day it is follows from their ids.
    assertThat(pairs(LATER)).hasSize(4).contains("c-hong-T20 (acting-parent)");
    ImmutableMap<String, Object> before = dump();
    assertThat(checkFile()).isEqualTo(result);
    desk().importAll(SCHOOL, result.values());
    assertThat(dump()).isEqualTo(before);
    assertBoardHolds();
  }

  @Test
  void check_whereTheHostWantsIt_whatThePolicyRefusesIsAFault() {
    set(with(AssignmentPolicy.loadAtMost(1)).onImport(Severity.FAULT));
    IntakeResult<MentorAssignment> result = checkFile();
    assertThat(result.faultyRows()).containsExactly(2, 4);
    assertThat(result.faults().get(1).message(Locale.CHINA)).isEqualTo("结对规定不允许：该学生已有主要帮扶教师");
    assertThat(result.values()).hasSize(2);
  }

  // Proposals.

  @Test
  void propose_namesEachChildWithItsReasons_andAcceptStoresThem() {
    sample.beginKeySupport(MING, FIRST_DAY);
    takeIn("m-old", pair(HONG, TEACHER, MentorRole.SUPPORTING), FIRST_DAY);
    desk().close(SCHOOL, AssignmentId.of("m-old"), FIRST_DAY, "换人");
    LocalDate day = FIRST_DAY.plusDays(1);
    MatchProposal proposal = desk().propose(SCHOOL, day);
    assertThat(proposal.pairs())
        .extracting(each -> each.pair() + " " + english(each))
        .containsExactly(
            "c-hong-T10 (primary) [an earlier bond, the teacher then has 1]",
            "c-ming-T20 (primary) [key support, the teacher then has 1]");
    assertThat(desk().proposeForClass(SCHOOL, CLASS, day)).isEqualTo(proposal);

    ImmutableList<AssignmentDecision> decisions = desk().accept(SCHOOL, proposal, day, "新学期");
    assertThat(decisions).allMatch(AssignmentDecision::isAccepted).hasSize(2);
    assertThat(pairs(day)).containsExactly("c-hong-T10 (primary)", "c-ming-T20 (primary)");
    ImmutableMap<String, Object> before = dump();
    assertThat(desk().accept(SCHOOL, proposal, day, "新学期")).isEqualTo(decisions);
    assertThat(dump()).isEqualTo(before);
    assertThat(desk().propose(SCHOOL, day).pairs()).allMatch(ProposedPair::kept);
    assertBoardHolds();
  }

  private static List<String> english(ProposedPair pair) {
    return pair.reasons().stream().map(reason -> reason.in(Locale.ENGLISH)).toList();
  }

  @Test
  void propose_childrenNotInCare_areLeftOut() {
    endCare(HONG, LATER);
    assertThat(desk().propose(SCHOOL, LATER).pairs())
        .extracting(each -> each.pair().child())
        .containsExactly(MING);
    assertThat(desk().propose(SCHOOL, LATER.minusDays(1)).pairs()).hasSize(2);
  }

  private void endCare(ChildId child, LocalDate day) {
    sample
        .administrator()
        .children()
        .addFacts(
            SCHOOL,
            child,
            facts ->
                facts.withCare(
                    t ->
                        t.with(
                            DateRange.startingOn(day),
                            CareStatus.closed(Optional.of(SECRET)),
                            at(FIRST_DAY))));
  }

  @Test
  void propose_whatTheHostKnows_isWeighed() {
    LocalKnowledge dialects =
        new LocalKnowledge() {

          @Override
          public Mentee about(SchoolId school, Mentee mentee) {
            return mentee.child().equals(HONG) ? mentee.withDialects(List.of("苗语")) : mentee;
          }

          @Override
          public Candidate about(SchoolId school, Candidate candidate) {
            return candidate.teacher().equals(MENTOR)
                ? candidate.withDialects(List.of("苗语"))
                : candidate.withLimit(1);
          }
        };
    set(MentorSettings.usual().withKnowledge(dialects));
    ProposedPair pair = desk().propose(SCHOOL, FIRST_DAY).find(HONG).orElseThrow();
    assertThat(pair.pair()).isEqualTo(primary(HONG, MENTOR));
    assertThat(pair.points()).containsEntry("same-dialect", 200);
    made(desk().assign(SCHOOL, primary(MING, TEACHER), FIRST_DAY));
    assertThat(codes(desk().assign(SCHOOL, primary(HONG, TEACHER), FIRST_DAY)))
        .containsExactly("load-limit");
  }

  @Test
  void acceptOne_takesThePlaceOfThePairBefore() {
    putStaff(ELSEWHERE, DateRange.startingOn(FIRST_DAY));
    takeIn("m-1", primary(MING, ELSEWHERE), FIRST_DAY);
    MatchProposal proposal = desk().propose(SCHOOL, LATER);
    assertThat(proposal.ended())
        .extracting(EndedPair::pair)
        .containsExactly(primary(MING, ELSEWHERE));
    MentorPair proposed = proposal.find(MING).orElseThrow().pair();
    assertThat(codes(desk().acceptOne(SCHOOL, proposal, MING, FIRST_DAY, "换人")))
        .containsExactly("begins-then");
    made(desk().acceptOne(SCHOOL, proposal, MING, LATER, "换人"));
    assertThat(pairs(LATER.minusDays(1))).containsExactly("c-ming-T30 (primary)");
    assertThat(pairs(LATER)).containsExactly(proposed.toString());
    assertThat(desk().ofChild(SCHOOL, MING))
        .filteredOn(each -> each.mentor().equals(ELSEWHERE))
        .allSatisfy(
            each -> {
              assertThat(each.closing().orElseThrow().lastDay()).isEqualTo("2025-11-02");
              assertThat(each.closing().orElseThrow().reason()).isEqualTo("换人");
            });
    ImmutableMap<String, Object> before = dump();
    made(desk().acceptOne(SCHOOL, proposal, MING, LATER, "换人"));
    assertThat(dump()).isEqualTo(before);
    assertThatThrownBy(
            () -> desk().acceptOne(SCHOOL, desk().propose(SCHOOL, LATER), MING, LATER, "换人"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nobody new is proposed for child c-ming");
    assertBoardHolds();
  }

  @Test
  void accept_aPlaceThatGoesToAnother_endsWithWhoHadIt() {
    set(with(only(MENTOR).and(AssignmentPolicy.loadAtMost(1))));
    sample.assign(HONG, FIRST_DAY);
    sample.beginKeySupport(MING, FIRST_DAY);
    MatchProposal proposal = desk().propose(SCHOOL, LATER);
    assertThat(proposal.newPairs())
        .extracting(ProposedPair::pair)
        .containsExactly(primary(MING, MENTOR));
    assertThat(proposal.unserved()).hasSize(1);
    assertThat(codes(desk().acceptOne(SCHOOL, proposal, MING, LATER, "重点帮扶优先")))
        .containsExactly("load-limit");
    assertThat(desk().accept(SCHOOL, proposal, LATER, "重点帮扶优先"))
        .allMatch(AssignmentDecision::isAccepted);
    assertThat(pairs(LATER)).containsExactly("c-ming-T20 (primary)");
    assertThat(pairs(LATER.minusDays(1))).containsExactly("c-hong-T20 (primary)");
    assertBoardHolds();
  }

  @Test
  void accept_aPlaceThatNobodyTakesAfterAll_staysWithWhoHasIt() {
    set(with(only(MENTOR).and(AssignmentPolicy.loadAtMost(1))));
    sample.assign(HONG, FIRST_DAY);
    sample.beginKeySupport(MING, FIRST_DAY);
    MatchProposal proposal = desk().propose(SCHOOL, LATER);
    takeIn("m-since", primary(MING, TEACHER), FIRST_DAY);
    assertThat(codes(desk().accept(SCHOOL, proposal, LATER, "重点帮扶优先").get(0)))
        .containsExactly("one-primary");
    assertThat(pairs(LATER)).containsExactly("c-hong-T20 (primary)", "c-ming-T10 (primary)");
  }

  @Test
  void accept_aRefusedSwap_keepsItsPlace_soThatNobodyElseGetsIt() {
    // HONG was to go from T20 to T10, and MING to take T20's place.
    set(with(AssignmentPolicy.loadAtMost(1)));
    sample.assign(HONG, FIRST_DAY);
    MatchProposal stays = desk().propose(SCHOOL, LATER);
    assertThat(stays.find(HONG).orElseThrow().kept()).isTrue();
    set(
        with(
            AssignmentPolicy.loadAtMost(1)
                .and(
                    AssignmentPolicy.rule(
                        question ->
                            question.mentee().child().equals(HONG)
                                    == question.candidate().teacher().equals(MENTOR)
                                ? Optional.of(
                                    Refusal.of("ours", Wording.of("本校规定", "a rule of ours")))
                                : Optional.empty()))));
    MatchProposal swap = desk().propose(SCHOOL, LATER);
    assertThat(swap.newPairs())
        .extracting(ProposedPair::pair)
        .containsExactly(primary(HONG, TEACHER), primary(MING, MENTOR));
    set(with(AssignmentPolicy.loadAtMost(1).and(only(MENTOR))));
    assertThat(desk().accept(SCHOOL, swap, LATER, "调整").stream().map(MentorsDeskContract::codes))
        .containsExactly(List.of("ours"), List.of("load-limit"));
    assertThat(pairs(LATER)).containsExactly("c-hong-T20 (primary)");
  }

  // Handover.

  @Test
  void handover_acceptedAtOnce_endsEachPairAndBeginsTheNext() {
    sample.assign(MING, FIRST_DAY);
    made(desk().assign(SCHOOL, pair(MING, MENTOR, MentorRole.ACTING_PARENT), FIRST_DAY));
    sample.assign(HONG, FIRST_DAY);
    Handover handover = desk().handover(SCHOOL, MENTOR, LAST_DAY);
    assertThat(handover.ending()).hasSize(3);
    assertThat(handover.unserved()).isEmpty();
    assertThat(handover.proposals())
        .extracting(each -> each.pair().toString())
        .containsExactly(
            "c-hong-T10 (primary)", "c-ming-T10 (primary)", "c-ming-T10 (acting-parent)");
    ImmutableList<AssignmentDecision> decisions =
        desk().acceptHandover(SCHOOL, handover, LAST_DAY, "调离");
    assertThat(decisions).hasSize(3).allMatch(AssignmentDecision::isAccepted);
    assertThat(pairs(LAST_DAY)).hasSize(3).allMatch(pair -> pair.contains("T20"));
    assertThat(pairs(NEXT_DAY)).hasSize(3).allMatch(pair -> pair.contains("T10"));
    ImmutableMap<String, Object> before = dump();
    assertThat(desk().acceptHandover(SCHOOL, handover, LAST_DAY, "调离")).isEqualTo(decisions);
    assertThat(dump()).isEqualTo(before);
    assertThat(desk().handover(SCHOOL, MENTOR, LAST_DAY).ending()).isEmpty();
    assertBoardHolds();
  }

  @Test
  void handover_whatIsRefused_staysAsItWas() {
    sample.assign(MING, FIRST_DAY);
    sample.assign(HONG, FIRST_DAY);
    Handover handover = desk().handover(SCHOOL, MENTOR, LAST_DAY);
    set(with(AssignmentPolicy.loadAtMost(1)));
    ImmutableList<AssignmentDecision> decisions =
        desk().acceptHandover(SCHOOL, handover, LAST_DAY, "调离");
    assertThat(decisions.get(0).isAccepted()).isTrue();
    assertThat(codes(decisions.get(1))).containsExactly("load-limit");
    assertThat(pairs(NEXT_DAY)).containsExactly("c-hong-T10 (primary)", "c-ming-T20 (primary)");
    assertThat(desk().handover(SCHOOL, MENTOR, LAST_DAY).unserved()).hasSize(1);
    assertBoardHolds();
  }

  @Test
  void replace_oneByOne_orSomebodyElse() {
    sample.assign(MING, FIRST_DAY);
    MentorPair before = primary(MING, MENTOR);
    assertThatThrownBy(() -> desk().replace(SCHOOL, before, MENTOR, LAST_DAY, "调离"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("c-ming-T20 (primary) must be taken over by another teacher");
    putStaff(ELSEWHERE, DateRange.startingOn(FIRST_DAY));
    assertThat(codes(desk().replace(SCHOOL, before, ELSEWHERE, LAST_DAY, "调离")))
        .containsExactly("teaches-class");
    MentorAssignment made = made(desk().replace(SCHOOL, before, TEACHER, LAST_DAY, "调离"));
    assertThat(made.from()).isEqualTo(NEXT_DAY);
    ImmutableMap<String, Object> stored = dump();
    assertThat(made(desk().replace(SCHOOL, before, TEACHER, LAST_DAY, "调离"))).isEqualTo(made);
    assertThat(dump()).isEqualTo(stored);
    assertThatThrownBy(() -> desk().replace(SCHOOL, before, TEACHER, LATER, "调离"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("c-ming-T20 (primary) are no pair on 2025-11-03");
    assertThatThrownBy(() -> desk().replace(SCHOOL, before, TEACHER, LAST_DAY, " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertBoardHolds();
  }

  // What is owed, and to whose credit.

  private static Contact.Builder talk(String id, LocalDate day, StaffId mentor) {
    return Contact.builder(SCHOOL, MING, ContactId.of(id))
        .day(day)
        .channel(Channel.TALK)
        .madeBy(Party.MENTOR, mentor)
        .with(Party.CHILD);
  }

  private List<String> talksDue(LocalDate day, LocalDate knownOn) {
    return sample.teacher().board().pageKnownOn(BoardQuery.on(SCHOOL, day), knownOn).stream()
        .filter(row -> row.position().rule().equals(TALK))
        .map(row -> row.opens() + "/" + row.deadline() + " " + row.responsible().orElseThrow())
        .toList();
  }

  private List<String> windows(Viewpoint viewpoint) {
    return sample.teacher().reports().listing(SCHOOL, MING, TALK, viewpoint).windows().stream()
        .map(Object::toString)
        .toList();
  }

  private Map<StaffId, Integer> credits(Viewpoint viewpoint) {
    return sample
        .teacher()
        .reports()
        .mentorCredits(SCHOOL, DateRange.startingOn(FIRST_DAY), viewpoint)
        .contacts();
  }

  private List<String> missedByMentor(Viewpoint viewpoint) {
    Breakdown breakdown =
        sample
            .teacher()
            .reports()
            .sweep(
                SweepScope.ofSchool(SCHOOL),
                viewpoint,
                List.of(Grouping.by(Dimension.MENTOR, Dimension.RULE)),
                SweepOptions.inThisThread())
            .breakdowns()
            .get(0);
    return breakdown.cells().stream()
        .filter(cell -> cell.groups().contains(new Group.OfRule(TALK)))
        .map(
            cell ->
                cell.groups().get(0)
                    + " met "
                    + cell.counts().met()
                    + " missed "
                    + cell.counts().missed())
        .collect(toImmutableList());
  }

  @Test
  void handover_theObligationStays_andEachContactGoesToTheMentorOfItsDay() {
    sample.beginKeySupport(MING, FIRST_DAY);
    sample.assign(MING, FIRST_DAY);
    LocalDate talked = LocalDate.of(2025, 9, 5);
    sample.setToday(talked);
    sample.teacher().contacts().record(talk("k-1", talked, MENTOR));
    LocalDate october = LocalDate.of(2025, 10, 8);
    sample.setToday(october);
    List<String> dueBefore = talksDue(october, october);
    assertThat(dueBefore).containsExactly("2025-10-01/2025-10-31 T20");
    List<String> windowsBefore = windows(Viewpoint.on(october));

    sample.setToday(LocalDate.of(2025, 10, 15));
    LocalDate lastDay = LocalDate.of(2025, 10, 20);
    desk().acceptHandover(SCHOOL, desk().handover(SCHOOL, MENTOR, lastDay), lastDay, "调离");

    // The same windows are owed; who answers follows the day.
    assertThat(talksDue(october, lastDay)).isEqualTo(dueBefore);
    assertThat(talksDue(lastDay, lastDay)).containsExactly("2025-10-01/2025-10-31 T20");
    assertThat(talksDue(lastDay.plusDays(1), lastDay.plusDays(1)))
        .containsExactly("2025-10-01/2025-10-31 T10");
    assertThat(windows(Viewpoint.on(october))).isEqualTo(windowsBefore);
    // As known before the handover was recorded, T20 still answers.
    assertThat(talksDue(lastDay.plusDays(1), october)).containsExactly("2025-10-01/2025-10-31 T20");

    LocalDate later = LocalDate.of(2025, 10, 25);
    sample.setToday(later);
    // Entered late: T20's talk of the 18th is T20's, whoever is the mentor by now.
    sample.teacher().contacts().record(talk("k-2", LocalDate.of(2025, 10, 18), MENTOR));
    sample.teacher().contacts().record(talk("k-3", later, TEACHER));
    sample.teacher().contacts().record(talk("k-4", later, TEACHER).notReached());
    assertThat(talksDue(later, later)).isEmpty();
    assertThat(credits(Viewpoint.on(later))).containsExactly(entry(TEACHER, 1), entry(MENTOR, 2));
    assertThat(credits(Viewpoint.on(lastDay))).containsExactly(entry(MENTOR, 1));
    assertThat(credits(Viewpoint.of(later, lastDay))).containsExactly(entry(MENTOR, 1));
    assertThat(missedByMentor(Viewpoint.on(LATER)))
        .containsExactlyInAnyOrder(
            new Group.OfMentor(SCHOOL, MENTOR) + " met 1 missed 0",
            new Group.OfMentor(SCHOOL, TEACHER) + " met 1 missed 0");
    assertThat(sample.teacher().contacts().ofChild(SCHOOL, MING))
        .extracting(contact -> contact.id() + " " + contact.staff().orElseThrow())
        .contains("k-1 T20", "k-2 T20", "k-3 T10");
    assertBoardHolds();
  }

  // Gaps.

  @Test
  void gaps_nameChildrenOfKeySupport_andTheReasonToThoseWhoMaySeeFiles() {
    sample.beginKeySupport(MING, FIRST_DAY);
    MentorGaps gaps = sample.teacher().mentors().gaps(SCHOOL, FIRST_DAY);
    assertThat(gaps.keySupport())
        .containsExactly(new MentorGaps.Gap(MING, Optional.of(CLASS), Optional.empty()));
    assertThat(gaps.withoutMentor()).isEqualTo(2);
    assertThat(gaps.inCare()).isEqualTo(2);
    assertThat(desk().gapsWithReasons(SCHOOL, FIRST_DAY).keySupport().get(0).reason())
        .contains(new KeySupport(SECRET));
    assertThat(desk().gapsWithReasons(SCHOOL, FIRST_DAY).toString()).doesNotContain(SECRET);

    sample.assign(MING, LATER);
    assertThat(desk().gaps(SCHOOL, LATER.minusDays(1)).keySupport()).hasSize(1);
    assertThat(desk().gaps(SCHOOL, LATER)).isEqualTo(new MentorGaps(ImmutableList.of(), 1, 2));
    endCare(HONG, LATER);
    assertThat(desk().gaps(SCHOOL, LATER)).isEqualTo(new MentorGaps(ImmutableList.of(), 0, 1));
  }

  @Test
  void gaps_aMentorWithoutAPost_isNone() {
    putStaff(ELSEWHERE, DateRange.ofClosed(FIRST_DAY, LAST_DAY));
    takeIn("m-1", primary(MING, ELSEWHERE), FIRST_DAY);
    sample.beginKeySupport(MING, FIRST_DAY);
    assertThat(desk().gaps(SCHOOL, LAST_DAY).keySupport()).isEmpty();
    assertThat(desk().gaps(SCHOOL, NEXT_DAY).keySupport()).hasSize(1);
    assertThat(desk().propose(SCHOOL, NEXT_DAY).ended().get(0).refusals())
        .containsExactly(Refusal.NOT_A_CANDIDATE);
  }

  @Test
  void twoPrimaryMentorsOfOldRecords_standInNobodysWay() {
    takeIn("m-1", primary(MING, MENTOR), FIRST_DAY);
    takeIn("m-2", primary(MING, TEACHER), FIRST_DAY.plusDays(1));
    assertThat(pairs(LATER)).containsExactly("c-ming-T10 (supporting)", "c-ming-T20 (primary)");
    assertThat(desk().propose(SCHOOL, LATER).find(MING).orElseThrow().kept()).isTrue();
    List<MentorPair> ending = new ArrayList<>(desk().handover(SCHOOL, TEACHER, LATER).ending());
    assertThat(ending).containsExactly(pair(MING, TEACHER, MentorRole.SUPPORTING));
    assertThat(ImmutableSet.copyOf(desk().handover(SCHOOL, TEACHER, LATER).proposals())).isEmpty();
  }
}
