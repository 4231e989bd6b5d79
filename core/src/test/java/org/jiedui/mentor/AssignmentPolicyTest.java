package org.jiedui.mentor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.AssignmentDecision.Accepted;
import org.jiedui.mentor.AssignmentDecision.Refused;
import org.jiedui.person.Sex;
import org.jiedui.text.Wording;
import org.junit.jupiter.api.Test;

class AssignmentPolicyTest {

  private static final ChildId CHILD = ChildId.of("c-1");
  private static final StaffId TEACHER = StaffId.of("T10");
  private static final ClassId CLASS = ClassId.of("2025-5-1");
  private static final Mentee MENTEE = Mentee.of(CHILD, CLASS, 5);
  private static final Candidate CANDIDATE = Candidate.of(TEACHER, List.of(CLASS));
  private static final MentorPair PAIR = MentorPair.of(CHILD, TEACHER, MentorRole.PRIMARY);

  private static MentorPair pair(String child, String teacher, MentorRole role) {
    return MentorPair.of(ChildId.of(child), StaffId.of(teacher), role);
  }

  private static List<String> codes(AssignmentDecision decision) {
    return ((Refused) decision).reasons().stream().map(Refusal::code).toList();
  }

  @Test
  void teachesClass_aTeacherOfAnotherClass_isRefused() {
    AssignmentPolicy policy = AssignmentPolicy.teachesClass();
    assertThat(policy.decide(MENTEE, CANDIDATE, MentorRole.PRIMARY, List.of()))
        .isEqualTo(Accepted.of(PAIR));
    Candidate elsewhere = Candidate.of(TEACHER, List.of(ClassId.of("2025-5-2")));
    AssignmentDecision refused = policy.decide(MENTEE, elsewhere, MentorRole.PRIMARY, List.of());
    assertThat(refused.isAccepted()).isFalse();
    assertThat(refused.pair()).isEqualTo(PAIR);
    assertThat(codes(refused)).containsExactly("teaches-class");
  }

  @Test
  void onePrimary_aSecondPrimaryMentor_isRefusedButMaySupport() {
    AssignmentPolicy policy = AssignmentPolicy.onePrimary();
    List<MentorPair> pairs = List.of(pair("c-1", "T11", MentorRole.PRIMARY));
    assertThat(codes(policy.decide(MENTEE, CANDIDATE, MentorRole.PRIMARY, pairs)))
        .containsExactly("one-primary");
    assertThat(policy.decide(MENTEE, CANDIDATE, MentorRole.SUPPORTING, pairs).isAccepted())
        .isTrue();
    assertThat(
            policy
                .decide(
                    MENTEE,
                    CANDIDATE,
                    MentorRole.PRIMARY,
                    List.of(pair("c-1", "T11", MentorRole.SUPPORTING)))
                .isAccepted())
        .isTrue();
  }

  @Test
  void loadAtMost_aFullTeacher_isRefusedWithTheNumbers() {
    AssignmentPolicy policy = AssignmentPolicy.loadAtMost(2);
    List<MentorPair> two =
        List.of(
            pair("c-2", "T10", MentorRole.PRIMARY),
            pair("c-3", "T10", MentorRole.SUPPORTING),
            pair("c-3", "T11", MentorRole.PRIMARY));
    Refused refused = (Refused) policy.decide(MENTEE, CANDIDATE, MentorRole.PRIMARY, two);
    assertThat(refused.reasons()).hasSize(1);
    Refusal reason = refused.reasons().get(0);
    assertThat(reason.code()).isEqualTo("load-limit");
    assertThat(reason.numbers()).isEqualTo(Map.of("load", 2, "limit", 2));
    assertThat(reason.wording().in(Locale.CHINESE)).isEqualTo("已结对 2 人，上限 2 人");
    assertThat(reason.wording().in(Locale.ENGLISH)).isEqualTo("has 2 of at most 2 children");
    assertThat(policy.decide(MENTEE, CANDIDATE, MentorRole.PRIMARY, two.subList(1, 3)).isAccepted())
        .isTrue();
  }

  @Test
  void findLimit_isTheLowerOfThePolicysAndTheTeachersOwn() {
    assertThat(AssignmentPolicy.anybody().findLimit(CANDIDATE)).isEmpty();
    assertThat(AssignmentPolicy.anybody().findLimit(CANDIDATE.withLimit(3))).hasValue(3);
    AssignmentPolicy five = AssignmentPolicy.loadAtMost(5);
    assertThat(five.findLimit(CANDIDATE.withLimit(3))).hasValue(3);
    assertThat(five.findLimit(CANDIDATE.withLimit(8))).hasValue(5);
    assertThat(five.and(AssignmentPolicy.loadAtMost(4)).findLimit(CANDIDATE)).hasValue(4);
    assertThatThrownBy(() -> AssignmentPolicy.loadAtMost(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limit (-1) must not be negative");
  }

  @Test
  void decide_everyReason_isGiven() {
    Refusal ours = Refusal.of("women-for-girls", Wording.of("女生由女教师结对", "girls have women"));
    AssignmentPolicy policy =
        AssignmentPolicy.teachesClass()
            .and(AssignmentPolicy.onePrimary())
            .and(AssignmentPolicy.loadAtMost(1))
            .and(
                AssignmentPolicy.rule(
                    question ->
                        question.mentee().sex().equals(Optional.of(Sex.FEMALE))
                                && question.candidate().sex().equals(Optional.of(Sex.MALE))
                            ? Optional.of(ours)
                            : Optional.empty()));
    AssignmentDecision decision =
        policy.decide(
            MENTEE.withSex(Sex.FEMALE),
            Candidate.of(TEACHER, List.of()).withSex(Sex.MALE),
            MentorRole.PRIMARY,
            List.of(PAIR, pair("c-2", "T10", MentorRole.SUPPORTING)));
    assertThat(codes(decision))
        .containsExactly("paired-already", "teaches-class", "one-primary", "women-for-girls");
    assertThat(
            codes(
                policy.decide(
                    MENTEE.withSex(Sex.FEMALE),
                    Candidate.of(TEACHER, List.of()).withSex(Sex.MALE),
                    MentorRole.PRIMARY,
                    List.of(
                        pair("c-1", "T11", MentorRole.PRIMARY),
                        pair("c-2", "T10", MentorRole.SUPPORTING)))))
        .containsExactly("teaches-class", "one-primary", "women-for-girls", "load-limit");
  }

  @Test
  void decide_anActingParentBesides_isAnotherRoleOfTheSameMentor() {
    AssignmentPolicy policy = AssignmentPolicy.onePrimary().and(AssignmentPolicy.loadAtMost(1));
    MentorPair acting = pair("c-1", "T10", MentorRole.ACTING_PARENT);
    assertThat(policy.decide(MENTEE, CANDIDATE, MentorRole.ACTING_PARENT, List.of(PAIR)))
        .isEqualTo(Accepted.of(acting));
    assertThat(policy.decide(MENTEE, CANDIDATE, MentorRole.SUPPORTING, List.of(acting)))
        .isEqualTo(Accepted.of(pair("c-1", "T10", MentorRole.SUPPORTING)));
    assertThat(codes(policy.decide(MENTEE, CANDIDATE, MentorRole.SUPPORTING, List.of(PAIR))))
        .containsExactly("paired-already");
    assertThat(codes(policy.decide(MENTEE, CANDIDATE, MentorRole.ACTING_PARENT, List.of(acting))))
        .containsExactly("paired-already");
    Mentee another = Mentee.of(ChildId.of("c-2"), CLASS, 5);
    assertThat(codes(policy.decide(another, CANDIDATE, MentorRole.PRIMARY, List.of(PAIR, acting))))
        .containsExactly("load-limit");
  }

  @Test
  void refused_withoutAReason_isRejected() {
    assertThatThrownBy(() -> new Refused(PAIR, ImmutableList.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pair c-1-T10 (primary) must be refused for a reason");
    assertThatThrownBy(() -> Refusal.of("Women", Wording.of("女", "women")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("code (Women) must be lower-case letters, digits and hyphens");
  }
}
