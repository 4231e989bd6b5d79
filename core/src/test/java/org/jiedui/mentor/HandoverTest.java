package org.jiedui.mentor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.text.Wording;
import org.junit.jupiter.api.Test;

/** T10 leaves; T11 and T12 teach the class too. */
class HandoverTest {

  private static final ClassId CLASS = ClassId.of("2025-5-1");
  private static final StaffId LEAVING = StaffId.of("T10");

  private static final MentorMatcher MATCHER =
      MentorMatcher.of(
          AssignmentPolicy.teachesClass()
              .and(AssignmentPolicy.onePrimary())
              .and(AssignmentPolicy.loadAtMost(3)),
          Preference.usual());

  private static final List<Mentee> MENTEES =
      IntStream.rangeClosed(1, 6)
          .mapToObj(number -> Mentee.of(ChildId.of("c-" + number), CLASS, 5))
          .toList();

  private static final List<Candidate> CANDIDATES =
      IntStream.rangeClosed(10, 12)
          .mapToObj(number -> Candidate.of(StaffId.of("T" + number), List.of(CLASS)))
          .toList();

  private static MentorPair pair(int child, int teacher) {
    return MentorPair.of(ChildId.of("c-" + child), StaffId.of("T" + teacher), MentorRole.PRIMARY);
  }

  private static MentorPair supporting(int child, int teacher) {
    return MentorPair.of(
        ChildId.of("c-" + child), StaffId.of("T" + teacher), MentorRole.SUPPORTING);
  }

  private static MentorPair acting(int child, int teacher) {
    return MentorPair.of(
        ChildId.of("c-" + child), StaffId.of("T" + teacher), MentorRole.ACTING_PARENT);
  }

  private static Handover handover(List<MentorPair> pairs) {
    return Handover.of(LEAVING, MATCHER, MENTEES, CANDIDATES, pairs);
  }

  private static List<MentorPair> proposed(Handover handover) {
    return handover.proposals().stream().map(ProposedPair::pair).toList();
  }

  @Test
  void proposals_coverAllMenteesAndLeaveEverybodyElseAlone() {
    Handover handover = handover(List.of(pair(1, 10), pair(2, 10), pair(3, 10), pair(4, 11)));
    assertThat(handover.leaving()).isEqualTo(LEAVING);
    assertThat(handover.ending()).containsExactly(pair(1, 10), pair(2, 10), pair(3, 10));
    assertThat(proposed(handover))
        .extracting(MentorPair::child)
        .extracting(ChildId::value)
        .containsExactly("c-1", "c-2", "c-3");
    assertThat(proposed(handover))
        .extracting(each -> each.mentor().value())
        .containsExactlyInAnyOrder("T11", "T12", "T12");
    assertThat(handover.unserved()).isEmpty();
  }

  @Test
  void proposals_keepTheRole_andNameNobodyTwice() {
    Handover handover =
        handover(List.of(supporting(1, 10), pair(1, 11), pair(2, 10), supporting(2, 12)));
    assertThat(proposed(handover)).containsExactly(supporting(1, 12), pair(2, 11));
    assertThat(handover.find(pair(2, 10)).orElseThrow().pair()).isEqualTo(pair(2, 11));
  }

  @Test
  void proposals_whereLimitsBind_sayWhoIsLeftAndWhy() {
    Handover handover =
        handover(
            List.of(
                pair(1, 10),
                pair(2, 10),
                pair(3, 11),
                pair(4, 11),
                pair(5, 12),
                pair(6, 12),
                supporting(3, 12),
                pair(7, 11)));
    assertThat(handover.proposals()).isEmpty();
    assertThat(handover.unserved())
        .hasSize(2)
        .allSatisfy(
            left -> assertThat(((Unserved.LimitsBind) left).shortage().missing()).isEqualTo(2));
  }

  @Test
  void proposals_namesTheLoadsThatAllOfThemComeTo() {
    Handover handover =
        handover(List.of(pair(1, 10), supporting(2, 10), pair(2, 11), pair(3, 11), pair(4, 11)));
    assertThat(proposed(handover)).containsExactly(pair(1, 12), supporting(2, 12));
    assertThat(handover.proposals()).extracting(ProposedPair::loadAfter).containsExactly(2, 2);
  }

  @Test
  void proposals_whoeverTakesOverOneRole_takesBoth() {
    MentorPair acting = acting(1, 10);
    Handover handover = handover(List.of(pair(1, 10), acting, pair(2, 11), pair(3, 11)));
    assertThat(handover.ending()).containsExactly(pair(1, 10), acting);
    assertThat(proposed(handover)).containsExactly(pair(1, 12), acting(1, 12));
    assertThat(handover.proposals()).extracting(ProposedPair::loadAfter).containsExactly(1, 1);
    assertThat(handover.find(acting).orElseThrow().pair()).isEqualTo(acting(1, 12));
    assertThat(handover.find(supporting(1, 10))).isEmpty();
  }

  @Test
  void proposals_whoMayNotTakeBothRoles_leavesOneToAnother() {
    MentorMatcher notT12 =
        MentorMatcher.of(
            MATCHER
                .policy()
                .and(
                    AssignmentPolicy.rule(
                        question ->
                            question.role() == MentorRole.ACTING_PARENT
                                    && question.candidate().teacher().equals(StaffId.of("T12"))
                                ? Optional.of(
                                    Refusal.of("ours", Wording.of("本校规定", "a rule of ours")))
                                : Optional.empty())),
            Preference.usual());
    Handover handover =
        Handover.of(
            LEAVING,
            notT12,
            MENTEES,
            CANDIDATES,
            List.of(pair(1, 10), acting(1, 10), pair(2, 11), pair(3, 11)));
    assertThat(proposed(handover)).containsExactly(acting(1, 11), pair(1, 12));
  }

  @Test
  void aChildThatIsMissing_isRejected() {
    assertThatThrownBy(() -> handover(List.of(pair(7, 10))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("child c-7 of teacher T10 is missing");
    assertThat(handover(List.of()).proposals()).isEmpty();
    assertThat(handover(List.of(pair(1, 10)))).hasToString("Handover[T10: 1 pairs]");
  }
}
