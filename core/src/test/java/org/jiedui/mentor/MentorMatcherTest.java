package org.jiedui.mentor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.Preference.EarlierBond;
import org.jiedui.mentor.Preference.SameSex;
import org.jiedui.person.Sex;
import org.jiedui.text.Wording;
import org.junit.jupiter.api.Test;

class MentorMatcherTest {

  private static final long SEED = 20250901;

  /** Ways to allow × limits × key support × pairs before, over the sizes. */
  private static final int SMALL_CASES_WITH_PAIRS =
      2 * 3 * 2 * 2
          + 4 * 6 * 2 * 3
          + 4 * 3 * 4 * 4
          + 16 * 6 * 4 * 9
          + 8 * 3 * 8 * 8
          + 64 * 6 * 8 * 27;

  private static final ClassId CLASS = ClassId.of("2025-5-1");
  private static final ClassId OTHER_CLASS = ClassId.of("2025-5-2");

  private static ChildId child(int number) {
    return ChildId.of("c-" + number);
  }

  private static StaffId teacher(int number) {
    return StaffId.of("T1" + number);
  }

  private static Mentee mentee(int number) {
    return Mentee.of(child(number), CLASS, 5);
  }

  private static Candidate candidate(int number) {
    return Candidate.of(teacher(number), List.of(CLASS));
  }

  private static MentorPair pair(int child, int teacher) {
    return MentorPair.of(child(child), teacher(teacher), MentorRole.PRIMARY);
  }

  private static MentorMatcher matcher(int limit, Preference... preferences) {
    return MentorMatcher.of(
        AssignmentPolicy.teachesClass()
            .and(AssignmentPolicy.onePrimary())
            .and(AssignmentPolicy.loadAtMost(limit)),
        List.of(preferences));
  }

  private static MatchRequest request(List<Mentee> mentees, List<Candidate> candidates) {
    return MatchRequest.of(MentorRole.PRIMARY, mentees, candidates);
  }

  private static List<MentorPair> pairs(MatchProposal proposal) {
    return proposal.pairs().stream().map(ProposedPair::pair).toList();
  }

  /** The example in the documentation of {@link MentorMatcher}. */
  @Test
  void propose_theExampleInTheDocumentation() {
    MatchProposal proposal =
        matcher(2)
            .propose(
                request(
                        List.of(
                            mentee(1),
                            mentee(2),
                            mentee(3),
                            mentee(4),
                            mentee(5).withKeySupport(true)),
                        List.of(candidate(0), candidate(1)))
                    .withPairs(List.of(pair(1, 0), pair(2, 0))));
    assertThat(pairs(proposal)).hasSize(4).contains(pair(1, 0), pair(2, 0), pair(5, 1));
    assertThat(proposal.newPairs()).hasSize(2);
    assertThat(proposal.ended()).isEmpty();
    assertThat(proposal.loads()).containsEntry(teacher(0), 2).containsEntry(teacher(1), 2);
    assertThat(proposal.find(child(5)).orElseThrow().reasons())
        .extracting(reason -> reason.in(Locale.ENGLISH))
        .containsExactly("key support", "the teacher then has 2 of at most 2");
    assertThat(proposal.find(child(1)).orElseThrow().reasons())
        .extracting(reason -> reason.in(Locale.CHINESE))
        .containsExactly("保留原结对", "该教师共结对 2 人，上限 2 人");

    assertThat(proposal.unserved()).hasSize(1);
    Unserved left = proposal.unserved().get(0);
    assertThat(left.child()).isIn(child(3), child(4));
    assertThat(left.wording().in(Locale.ENGLISH))
        .isEqualTo("5 children have 4 places; T10 would have to take 3 instead of 2");
    assertThat(left.wording().in(Locale.CHINESE)).isEqualTo("5 名学生只有 4 个名额；T10 需由至多 2 人增至 3 人");
    assertThat(proposal.shortages().get(0).teachers()).containsExactly(teacher(0), teacher(1));
    assertThat(proposal.score().kept()).isEqualTo(2);
  }

  @Test
  void propose_keySupport_goesBeforeEverythingElse() {
    MatchProposal proposal =
        matcher(1)
            .propose(
                request(List.of(mentee(1), mentee(2).withKeySupport(true)), List.of(candidate(0)))
                    .withPairs(List.of(pair(1, 0))));
    assertThat(pairs(proposal)).containsExactly(pair(2, 0));
    assertThat(proposal.ended()).containsExactly(new EndedPair(pair(1, 0), ImmutableList.of()));
  }

  @Test
  void propose_aKeptPair_outweighsEvenLoadsAndPreferences() {
    MatchProposal proposal =
        matcher(3, new EarlierBond(1000))
            .propose(
                request(
                        List.of(mentee(1), mentee(2).withBonds(List.of(teacher(1)))),
                        List.of(candidate(0), candidate(1)))
                    .withPairs(List.of(pair(1, 0), pair(2, 0))));
    assertThat(pairs(proposal)).containsExactly(pair(1, 0), pair(2, 0));
  }

  @Test
  void propose_evenLoads_outweighPreferences() {
    MatchProposal proposal =
        matcher(3, new EarlierBond(1000))
            .propose(
                request(
                    List.of(
                        mentee(1).withBonds(List.of(teacher(0))),
                        mentee(2).withBonds(List.of(teacher(0)))),
                    List.of(candidate(0), candidate(1))));
    assertThat(proposal.loads().values()).containsExactly(1, 1);
    assertThat(proposal.score().points()).containsEntry("earlier-bond", 1000L);
  }

  @Test
  void propose_loadsOfFixedPairs_count() {
    List<MentorPair> elsewhere =
        List.of(
            MentorPair.of(child(8), teacher(0), MentorRole.SUPPORTING),
            MentorPair.of(child(9), teacher(0), MentorRole.PRIMARY));
    MatchProposal proposal =
        matcher(4)
            .propose(
                request(List.of(mentee(1), mentee(2)), List.of(candidate(0), candidate(1)))
                    .withPairs(elsewhere));
    assertThat(pairs(proposal)).containsExactly(pair(1, 1), pair(2, 1));
    assertThat(proposal.loads().values()).containsExactly(2, 2);
  }

  @Test
  void propose_preferences_areNamedWithTheirPoints() {
    MatchProposal proposal =
        matcher(1, new SameSex(5, 300), new EarlierBond(200))
            .propose(
                request(
                    List.of(
                        mentee(1).withSex(Sex.FEMALE).withBonds(List.of(teacher(0))),
                        mentee(2).withSex(Sex.MALE)),
                    List.of(candidate(0).withSex(Sex.MALE), candidate(1).withSex(Sex.FEMALE))));
    ProposedPair first = proposal.find(child(1)).orElseThrow();
    assertThat(first.pair()).isEqualTo(pair(1, 1));
    assertThat(first.points()).containsOnly(Map.entry("same-sex", 300));
    assertThat(first.reasons()).extracting(reason -> reason.in(Locale.CHINESE)).contains("同性别");
    assertThat(proposal.score().totalPoints()).isEqualTo(600);
  }

  @Test
  void propose_anActingParent_keepsBothRolesAtNoPlace_andGetsNoSecond() {
    MentorPair acting = MentorPair.of(child(1), teacher(0), MentorRole.ACTING_PARENT);
    MatchProposal kept =
        matcher(1)
            .propose(
                request(List.of(mentee(1), mentee(2)), List.of(candidate(0), candidate(1)))
                    .withPairs(List.of(pair(1, 0), acting)));
    assertThat(pairs(kept)).containsExactly(pair(1, 0), pair(2, 1));
    assertThat(kept.loads().values()).containsExactly(1, 1);

    MatchProposal second =
        matcher(1)
            .propose(request(List.of(mentee(1)), List.of(candidate(0))).withPairs(List.of(acting)));
    assertThat(second.unserved().get(0).wording().in(Locale.ENGLISH))
        .isEqualTo("nobody is eligible: is paired with the child already (1)");
  }

  @Test
  void propose_nobodyEligible_saysWhichRulesKeepOutHowMany() {
    AssignmentPolicy policy =
        AssignmentPolicy.teachesClass()
            .and(
                AssignmentPolicy.rule(
                    question ->
                        question.candidate().sex().equals(Optional.of(Sex.MALE))
                            ? Optional.of(
                                Refusal.of("women-only", Wording.of("限女教师", "women only")))
                            : Optional.empty()));
    MatchProposal proposal =
        MentorMatcher.of(policy, List.of())
            .propose(
                request(
                        List.of(mentee(1).withKeySupport(true)),
                        List.of(
                            candidate(0).withSex(Sex.MALE),
                            Candidate.of(teacher(1), List.of(OTHER_CLASS)).withSex(Sex.MALE),
                            Candidate.of(teacher(2), List.of())))
                    .withPairs(List.of(pair(1, 0))));
    Unserved.NobodyEligible left = (Unserved.NobodyEligible) proposal.unserved().get(0);
    assertThat(left.keySupport()).isTrue();
    assertThat(left.refusals().elementSet())
        .extracting(each -> each.code() + " " + left.refusals().count(each))
        .containsExactlyInAnyOrder("teaches-class 2", "women-only 2");
    assertThat(left.wording().in(Locale.ENGLISH))
        .contains("does not teach the child's class (2)")
        .contains("women only (2)");
    assertThat(left.wording().in(Locale.CHINESE)).startsWith("没有符合条件的教师：").contains("限女教师（2 人）");
    assertThat(proposal.ended().get(0).refusals())
        .extracting(Refusal::code)
        .containsExactly("women-only");
    assertThat(proposal.shortages()).isEmpty();
  }

  @Test
  void propose_nobodyAtAll() {
    MatchProposal proposal =
        matcher(1).propose(request(List.of(mentee(1)), List.of()).withPairs(List.of(pair(1, 0))));
    assertThat(proposal.unserved())
        .containsExactly(new Unserved.NobodyEligible(child(1), false, ImmutableMultiset.of()));
    assertThat(proposal.unserved().get(0).wording().in(Locale.ENGLISH))
        .isEqualTo("there is no candidate");
    assertThat(proposal.ended().get(0).refusals()).containsExactly(Refusal.NOT_A_CANDIDATE);
    assertThat(matcher(1).propose(request(List.of(), List.of(candidate(0)))).pairs()).isEmpty();
  }

  @Test
  void propose_manyForOne_inASecondStep() {
    List<Candidate> candidates = List.of(candidate(0), candidate(1), candidate(2));
    List<Mentee> mentees = List.of(mentee(1), mentee(2));
    List<MentorPair> primary = pairs(matcher(2).propose(request(mentees, candidates)));
    MatchProposal supporting =
        matcher(2)
            .propose(
                MatchRequest.of(MentorRole.SUPPORTING, mentees, candidates).withPairs(primary));
    assertThat(supporting.pairs())
        .hasSize(2)
        .allSatisfy(
            each ->
                assertThat(primary)
                    .noneMatch(
                        first ->
                            first.child().equals(each.pair().child())
                                && first.mentor().equals(each.pair().mentor())));
    assertThat(supporting.loads().values()).containsExactlyInAnyOrder(1, 1, 2);
  }

  @Test
  void propose_aLimitThatIsExceededAlready_saysWhatItWouldTake() {
    List<MentorPair> elsewhere = List.of(pair(7, 0), pair(8, 0), pair(9, 0));
    MatchProposal proposal =
        matcher(1).propose(request(List.of(mentee(1)), List.of(candidate(0))).withPairs(elsewhere));
    assertThat(proposal.shortages().get(0).raises())
        .containsExactly(new Shortage.Raise(teacher(0), 1, 4));
  }

  /** Every class of 1 to 4 children and up to 3 teachers with limits 0 to 2, but for the names. */
  @Test
  void propose_allSmallCases_areAsGoodAsTryingEverything() {
    int cases = 0;
    for (int children = 1; children <= 4; children++) {
      for (int teachers = 1; teachers <= 3; teachers++) {
        for (int may = 0; may < 1 << (children * teachers); may++) {
          for (int limits = 0; limits < (int) Math.pow(3, teachers); limits++) {
            if (isAscending(limits, teachers)) {
              check(smallCase(children, teachers, may, limits, cases++));
            }
          }
        }
      }
    }
    assertThat(cases).isEqualTo(48_930);
  }

  /**
   * Every class of 1 to 3 children and 1 or 2 teachers with limits 0 to 2, whoever may mentor whom,
   * is of key support or was with whom before.
   */
  @Test
  void propose_allSmallCasesWithKeySupportAndPairs_areAsGoodAsTryingEverything() {
    int cases = 0;
    for (int children = 1; children <= 3; children++) {
      for (int teachers = 1; teachers <= 2; teachers++) {
        int befores = (int) Math.pow(teachers + 1, children);
        for (int may = 0; may < 1 << (children * teachers); may++) {
          for (int limits = 0; limits < (int) Math.pow(3, teachers); limits++) {
            for (int before = 0; isAscending(limits, teachers) && before < befores; before++) {
              for (int keySupport = 0; keySupport < 1 << children; keySupport++) {
                Case some = smallCase(children, teachers, may, limits, keySupport);
                check(some.with("case " + cases++, before(before, children, teachers)));
              }
            }
          }
        }
      }
    }
    assertThat(cases).isEqualTo(SMALL_CASES_WITH_PAIRS);
  }

  private static List<MentorPair> before(int number, int children, int teachers) {
    List<MentorPair> pairs = new ArrayList<>();
    int rest = number;
    for (int i = 0; i < children; i++) {
      if (rest % (teachers + 1) > 0) {
        pairs.add(pair(i, rest % (teachers + 1) - 1));
      }
      rest /= teachers + 1;
    }
    return pairs;
  }

  private static boolean isAscending(int limits, int teachers) {
    int rest = limits;
    int last = 2;
    for (int i = 0; i < teachers; i++) {
      if (rest % 3 > last) {
        return false;
      }
      last = rest % 3;
      rest /= 3;
    }
    return true;
  }

  private static Case smallCase(int children, int teachers, int may, int limits, int number) {
    Set<String> allowed = new TreeSet<>();
    List<Mentee> mentees = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < children; i++) {
      mentees.add(mentee(i).withKeySupport((number >> i) % 2 == 1));
      for (int j = 0; j < teachers; j++) {
        if ((may >> (i * teachers + j)) % 2 == 1) {
          allowed.add(child(i) + " " + teacher(j));
        }
      }
    }
    int rest = limits;
    for (int j = 0; j < teachers; j++) {
      candidates.add(candidate(j).withLimit(rest % 3));
      rest /= 3;
    }
    return new Case(
        "case " + number, allowed, List.of(), request(mentees, candidates), new Random(number));
  }

  @Test
  void propose_randomCases_areAsGoodAsTryingEverything() {
    Random random = new Random(SEED);
    for (int run = 0; run < 4000; run++) {
      check(randomCase(random, "seed " + SEED + ", run " + run));
    }
  }

  @Test
  void propose_theOrderOfTheInput_doesNotMatter() {
    Random random = new Random(SEED);
    for (int run = 0; run < 300; run++) {
      Case some = randomCase(random, "seed " + SEED + ", run " + run);
      MatchProposal proposal = some.matcher().propose(some.request());
      List<Mentee> mentees = new ArrayList<>(some.request().mentees().values());
      List<Candidate> candidates = new ArrayList<>(some.request().candidates().values());
      List<MentorPair> pairs = new ArrayList<>(some.request().existing().values());
      pairs.addAll(some.request().fixed());
      Collections.shuffle(mentees, random);
      Collections.shuffle(candidates, random);
      Collections.shuffle(pairs, random);
      assertThat(some.matcher().propose(request(mentees, candidates).withPairs(pairs)))
          .as(some.name())
          .isEqualTo(proposal);
    }
  }

  @Test
  void propose_whoHasNothingToDoWithAClass_doesNotChangeIt() {
    Random random = new Random(SEED);
    for (int run = 0; run < 100; run++) {
      List<Mentee> mentees = new ArrayList<>();
      List<Candidate> candidates = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        mentees.add(mentee(i).withBonds(List.of(teacher(random.nextInt(3)))));
        candidates.add(candidate(i));
      }
      MatchProposal alone = matcher(1, new EarlierBond(5)).propose(request(mentees, candidates));
      mentees.add(Mentee.of(ChildId.of("a"), OTHER_CLASS, 5));
      mentees.add(Mentee.of(ChildId.of("z"), OTHER_CLASS, 5));
      candidates.add(Candidate.of(StaffId.of("A"), List.of(OTHER_CLASS)));
      MatchProposal together = matcher(1, new EarlierBond(5)).propose(request(mentees, candidates));
      assertThat(together.pairs()).containsAll(alone.pairs());
    }
  }

  private static Case randomCase(Random random, String name) {
    int children = 1 + random.nextInt(5);
    int teachers = 1 + random.nextInt(4);
    Set<String> allowed = new TreeSet<>();
    List<Mentee> mentees = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    List<MentorPair> pairs = new ArrayList<>();
    for (int i = 0; i < children; i++) {
      Mentee mentee = mentee(i).withKeySupport(random.nextInt(3) == 0);
      if (random.nextBoolean()) {
        mentee = mentee.withSex(random.nextBoolean() ? Sex.MALE : Sex.FEMALE);
      }
      if (random.nextBoolean()) {
        mentee = mentee.withBonds(List.of(teacher(random.nextInt(teachers))));
      }
      Map<StaffId, Integer> metres = new HashMap<>();
      for (int j = 0; j < teachers; j++) {
        metres.put(teacher(j), random.nextInt(4) * 1000);
        if (random.nextInt(4) > 0) {
          allowed.add(child(i) + " " + teacher(j));
        }
      }
      mentees.add(mentee.withMetres(metres));
      if (random.nextInt(3) == 0) {
        pairs.add(pair(i, random.nextInt(teachers + 1)));
      }
      if (random.nextInt(5) == 0) {
        int other = random.nextInt(teachers);
        if (!pairs.contains(pair(i, other))) {
          pairs.add(MentorPair.of(child(i), teacher(other), MentorRole.SUPPORTING));
        }
      }
      if (random.nextInt(4) == 0) {
        pairs.add(
            MentorPair.of(child(i), teacher(random.nextInt(teachers)), MentorRole.ACTING_PARENT));
      }
    }
    for (int j = 0; j < teachers; j++) {
      Candidate candidate = candidate(j).withSex(random.nextBoolean() ? Sex.MALE : Sex.FEMALE);
      candidates.add(random.nextInt(5) == 0 ? candidate : candidate.withLimit(random.nextInt(4)));
      if (random.nextInt(4) == 0) {
        pairs.add(pair(100 + j, j));
      }
    }
    List<Preference> preferences =
        List.of(
            new EarlierBond(random.nextInt(1001)),
            new SameSex(1 + random.nextInt(9), random.nextInt(1001)),
            new Preference.Nearby(1 + random.nextInt(5000), random.nextInt(1001)));
    return new Case(
        name, allowed, preferences, request(mentees, candidates).withPairs(pairs), random);
  }

  /** A request, and a rule of the host that says who may mentor whom. */
  private record Case(
      String name,
      Set<String> allowed,
      List<Preference> preferences,
      MatchRequest request,
      Random random) {

    Case with(String other, List<MentorPair> pairs) {
      return new Case(other, allowed, preferences, request.withPairs(pairs), random);
    }

    private static final Refusal NOT_ALLOWED =
        Refusal.of("not-allowed", Wording.of("不许", "not allowed"));

    MentorMatcher matcher() {
      return MentorMatcher.of(
          AssignmentPolicy.rule(
              question ->
                  allowed.contains(question.mentee().child() + " " + question.candidate().teacher())
                      ? Optional.empty()
                      : Optional.of(NOT_ALLOWED)),
          preferences);
    }

    Mentee mentee(ChildId child) {
      return Optional.ofNullable(request.mentees().get(child)).orElseThrow();
    }

    Candidate candidate(StaffId teacher) {
      return Optional.ofNullable(request.candidates().get(teacher)).orElseThrow();
    }

    /** Whether a teacher has another role towards a child, so that a second takes no place. */
    boolean isFixed(ChildId child, StaffId teacher) {
      return !fixedRoles(child, teacher).isEmpty();
    }

    private List<MentorRole> fixedRoles(ChildId child, StaffId teacher) {
      return request.fixed().stream()
          .filter(fixed -> fixed.child().equals(child) && fixed.mentor().equals(teacher))
          .map(MentorPair::role)
          .toList();
    }

    /** A teacher with another role towards a child is no candidate, but may keep both. */
    boolean may(Mentee mentee, Candidate candidate) {
      MentorPair pair = MentorPair.of(mentee.child(), candidate.teacher(), MentorRole.PRIMARY);
      List<MentorRole> roles = fixedRoles(mentee.child(), candidate.teacher());
      boolean keepsBoth =
          roles.equals(List.of(MentorRole.ACTING_PARENT)) && request.existing().containsValue(pair);
      return allowed.contains(mentee.child() + " " + candidate.teacher())
          && (roles.isEmpty() || keepsBoth);
    }

    /** How many children a teacher has who are not up for change. */
    long fixedLoad(StaffId teacher) {
      return request.fixed().stream()
          .filter(fixed -> fixed.mentor().equals(teacher))
          .map(MentorPair::child)
          .distinct()
          .count();
    }
  }

  private static void check(Case some) {
    MatchProposal proposal = some.matcher().propose(some.request());
    Map<ChildId, StaffId> proposed =
        proposal.pairs().stream()
            .collect(Collectors.toMap(each -> each.pair().child(), each -> each.pair().mentor()));
    Tried best = new Search(some).best();
    Tried ours = new Search(some).score(proposed);
    assertThat(ours).as(some.name()).isEqualTo(best);
    MatchScore score = proposal.score();
    assertThat(
            new Tried(
                score.keySupportServed(),
                score.served(),
                score.kept(),
                -score.sumOfSquares(),
                score.totalPoints()))
        .as(some.name())
        .isEqualTo(best);
    assertThat(proposal.pairs().size() + proposal.unserved().size())
        .as(some.name())
        .isEqualTo(some.request().mentees().size());
    assertThat(proposal.ended().size() + score.kept())
        .as(some.name())
        .isEqualTo(some.request().existing().size());
    checkPolicy(some, proposal);
    checkUnserved(some, proposal);
  }

  /** Each new pair is accepted by the policy when all others stand. */
  private static void checkPolicy(Case some, MatchProposal proposal) {
    Set<MentorPair> all = new TreeSet<>(some.request().fixed());
    proposal.pairs().forEach(each -> all.add(each.pair()));
    for (ProposedPair each : proposal.pairs()) {
      Set<MentorPair> others = new TreeSet<>(all);
      others.remove(each.pair());
      assertThat(
              some.matcher()
                  .policy()
                  .decide(
                      some.mentee(each.pair().child()),
                      some.candidate(each.pair().mentor()),
                      MentorRole.PRIMARY,
                      others))
          .as(some.name())
          .isEqualTo(AssignmentDecision.Accepted.of(each.pair()));
    }
  }

  /** Those whom nobody may mentor, and those who compete for too few places; raises serve them. */
  private static void checkUnserved(Case some, MatchProposal proposal) {
    Map<StaffId, Candidate> raised = new HashMap<>(some.request().candidates());
    int hopeless = 0;
    for (Unserved left : proposal.unserved()) {
      Mentee mentee = some.mentee(left.child());
      boolean nobody =
          some.request().candidates().values().stream()
              .noneMatch(candidate -> some.may(mentee, candidate));
      if (left instanceof Unserved.LimitsBind limits) {
        assertThat(nobody).as(some.name()).isFalse();
        assertThat(limits.shortage().unserved()).as(some.name()).contains(left.child());
        assertThat(proposal.shortages()).as(some.name()).contains(limits.shortage());
      } else {
        assertThat(nobody).as(some.name()).isTrue();
        hopeless++;
      }
    }
    for (Shortage shortage : proposal.shortages()) {
      long places = 0;
      for (StaffId teacher : shortage.teachers()) {
        Candidate candidate = some.candidate(teacher);
        places += Math.max(0, candidate.limit().orElseThrow() - some.fixedLoad(teacher));
      }
      assertThat((long) shortage.places()).as(some.name()).isEqualTo(places);
      for (ChildId child : shortage.children()) {
        for (Candidate candidate : some.request().candidates().values()) {
          if (some.may(some.mentee(child), candidate)) {
            assertThat(shortage.teachers()).as(some.name()).contains(candidate.teacher());
          }
        }
      }
      for (Shortage.Raise raise : shortage.raises()) {
        Candidate candidate = some.candidate(raise.teacher());
        assertThat(candidate.limit()).as(some.name()).hasValue(raise.limit());
        raised.put(raise.teacher(), candidate.withLimit(raise.needed()));
      }
    }
    assertThat(hopeless + proposal.shortages().stream().mapToInt(Shortage::missing).sum())
        .as(some.name())
        .isEqualTo(proposal.unserved().size());
    if (proposal.shortages().isEmpty()) {
      return;
    }
    MatchRequest request = some.request();
    MatchProposal withRaises =
        some.matcher()
            .propose(
                request(List.copyOf(request.mentees().values()), List.copyOf(raised.values()))
                    .withPairs(
                        ImmutableSet.<MentorPair>builder()
                            .addAll(request.existing().values())
                            .addAll(request.fixed())
                            .build()));
    assertThat(withRaises.unserved()).as(some.name()).hasSize(hopeless);
  }

  /** What a solution comes to: more is better, the first in which two differ decides. */
  private record Tried(long keySupport, long served, long kept, long evenness, long points)
      implements Comparable<Tried> {

    @Override
    public int compareTo(Tried other) {
      long[] ours = {keySupport, served, kept, evenness, points};
      long[] theirs = {other.keySupport, other.served, other.kept, other.evenness, other.points};
      return Arrays.compare(ours, theirs);
    }
  }

  /** Tries everything. */
  private static final class Search {

    private final Case some;
    private final List<Mentee> mentees;
    private final Map<ChildId, StaffId> chosen = new HashMap<>();
    private final Map<StaffId, Integer> loads = new HashMap<>();
    private Optional<Tried> best = Optional.empty();

    Search(Case some) {
      this.some = some;
      this.mentees = some.request().mentees().values().asList();
      some.request()
          .candidates()
          .keySet()
          .forEach(each -> loads.put(each, (int) some.fixedLoad(each)));
    }

    Tried best() {
      from(0);
      return best.orElseThrow();
    }

    private void from(int index) {
      if (index == mentees.size()) {
        Tried tried = score(chosen, loads);
        if (best.isEmpty() || tried.compareTo(best.get()) > 0) {
          best = Optional.of(tried);
        }
        return;
      }
      from(index + 1);
      Mentee mentee = mentees.get(index);
      for (Candidate candidate : some.request().candidates().values()) {
        int load = loads.getOrDefault(candidate.teacher(), 0);
        boolean free = some.isFixed(mentee.child(), candidate.teacher());
        if (some.may(mentee, candidate)
            && (free || load < candidate.limit().orElse(Integer.MAX_VALUE))) {
          chosen.put(mentee.child(), candidate.teacher());
          loads.put(candidate.teacher(), free ? load : load + 1);
          from(index + 1);
          chosen.remove(mentee.child());
          loads.put(candidate.teacher(), load);
        }
      }
    }

    Tried score(Map<ChildId, StaffId> pairs) {
      Map<StaffId, Integer> after = new HashMap<>(loads);
      pairs.forEach(
          (child, teacher) ->
              after.merge(teacher, some.isFixed(child, teacher) ? 0 : 1, Integer::sum));
      return score(pairs, after);
    }

    private Tried score(Map<ChildId, StaffId> pairs, Map<StaffId, Integer> after) {
      long keySupport = 0;
      long kept = 0;
      long points = 0;
      for (Mentee mentee : mentees) {
        StaffId teacher = pairs.get(mentee.child());
        if (teacher != null) {
          keySupport += mentee.keySupport() ? 1 : 0;
          MentorPair pair = MentorPair.of(mentee.child(), teacher, MentorRole.PRIMARY);
          kept += some.request().existing().containsValue(pair) ? 1 : 0;
          Candidate candidate = some.candidate(teacher);
          for (Preference preference : some.preferences()) {
            points += preference.points(mentee, candidate);
          }
        }
      }
      long squares = after.values().stream().mapToLong(load -> (long) load * load).sum();
      return new Tried(keySupport, pairs.size(), kept, -squares, points);
    }
  }

  @Test
  void of_tooManyPreferencesOrOneTwice_isRejected() {
    assertThatThrownBy(() -> matcher(1, new EarlierBond(1), new EarlierBond(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("preference earlier-bond is there twice");
    assertThatThrownBy(
            () ->
                MentorMatcher.of(
                    AssignmentPolicy.anybody(), Collections.nCopies(11, new EarlierBond(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there must be at most 10 preferences, not 11");
  }

  @Test
  void propose_aPreferenceOutOfBounds_isRejected() {
    Preference tooMuch =
        new Preference() {
          @Override
          public String code() {
            return "ours";
          }

          @Override
          public Wording wording() {
            return Wording.of("本校", "ours");
          }

          @Override
          public int points(Mentee mentee, Candidate candidate) {
            return 1001;
          }
        };
    MatchRequest request = request(List.of(mentee(1)), List.of(candidate(0)));
    assertThatThrownBy(() -> matcher(1, tooMuch).propose(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("preference ours must give 0 to 1000 points, not 1001");
  }

  @Test
  void request_twoPairsInItsRole_areRejectedUnlessFixed() {
    List<MentorPair> supporters =
        List.of(
            MentorPair.of(child(1), teacher(0), MentorRole.SUPPORTING),
            MentorPair.of(child(1), teacher(1), MentorRole.SUPPORTING));
    MatchRequest request =
        MatchRequest.of(
            MentorRole.SUPPORTING,
            List.of(mentee(1)),
            List.of(candidate(0), candidate(1), candidate(2)));
    assertThatThrownBy(() -> request.withPairs(supporters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("child c-1 has more than one pair in role supporting");
    assertThat(pairs(matcher(1).propose(request.withFixed(supporters))))
        .containsExactly(MentorPair.of(child(1), teacher(2), MentorRole.SUPPORTING));
    assertThatThrownBy(
            () -> request.withPairs(supporters.subList(0, 1)).withFixed(supporters.subList(0, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pair c-1-T10 (supporting) must not be both existing and fixed");
  }
}
