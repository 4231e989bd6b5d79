package org.jiedui.mentor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.AssignmentDecision.Accepted;
import org.jiedui.mentor.AssignmentDecision.Refused;
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
    assertThat(handover.find(ChildId.of("c-2")).orElseThrow().pair()).isEqualTo(pair(2, 11));
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
  void decideAll_acceptsEveryProposalInOneStep() {
    List<MentorPair> pairs = List.of(pair(1, 10), pair(2, 10), pair(3, 10), pair(4, 11));
    Handover handover = handover(pairs);
    assertThat(handover.decideAll(pairs))
        .hasSize(3)
        .allMatch(AssignmentDecision::isAccepted)
        .extracting(AssignmentDecision::pair)
        .isEqualTo(proposed(handover));
  }

  @Test
  void decideAll_whatChangedSince_isSeen() {
    Handover handover = handover(List.of(pair(1, 10), pair(2, 10), pair(3, 11), pair(4, 12)));
    List<MentorPair> since = new ArrayList<>(List.of(pair(1, 10), pair(2, 10)));
    since.addAll(List.of(pair(3, 12), pair(4, 12), pair(5, 12), pair(6, 11)));
    List<AssignmentDecision> decisions = handover.decideAll(since);
    assertThat(decisions).hasSize(2);
    for (AssignmentDecision decision : decisions) {
      assertThat(decision.isAccepted())
          .isEqualTo(decision.pair().mentor().equals(StaffId.of("T11")));
    }
    assertThat(decisions).anyMatch(AssignmentDecision::isAccepted);
  }

  @Test
  void decide_oneByOne_seesWhatWasAcceptedBefore() {
    List<MentorPair> pairs = new ArrayList<>(List.of(pair(1, 10), pair(2, 10), pair(3, 11)));
    Handover handover = handover(pairs);
    ChildId first = ChildId.of("c-1");
    AssignmentDecision decision = handover.decide(first, pairs);
    assertThat(decision).isInstanceOf(Accepted.class);
    pairs.remove(pair(1, 10));
    pairs.add(decision.pair());
    assertThat(((Refused) handover.decide(first, pairs)).reasons())
        .extracting(Refusal::code)
        .containsExactly("paired-already", "one-primary");
    assertThat(handover.decide(ChildId.of("c-2"), pairs).isAccepted()).isTrue();
  }

  @Test
  void decide_somebodyElse_isCheckedByThePolicy() {
    List<MentorPair> pairs =
        List.of(pair(1, 10), pair(3, 11), pair(4, 11), pair(5, 11), pair(6, 12));
    Handover handover = handover(pairs);
    ChildId child = ChildId.of("c-1");
    assertThat(proposed(handover)).containsExactly(pair(1, 12));
    assertThat(((Refused) handover.decide(child, StaffId.of("T11"), pairs)).reasons())
        .extracting(Refusal::code)
        .containsExactly("load-limit");
    assertThat(((Refused) handover.decide(child, StaffId.of("T99"), pairs)).reasons())
        .containsExactly(Refusal.NOT_A_CANDIDATE);
    assertThat(((Refused) handover.decide(child, LEAVING, pairs)).reasons())
        .containsExactly(Refusal.NOT_A_CANDIDATE);
    assertThat(handover.decide(child, StaffId.of("T12"), pairs).isAccepted()).isTrue();
  }

  @Test
  void aChildThatIsNotTheirs_isRejected() {
    Handover handover = handover(List.of(pair(1, 10)));
    assertThatThrownBy(() -> handover.decide(ChildId.of("c-2"), StaffId.of("T11"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("child c-2 is not with teacher T10");
    assertThatThrownBy(() -> handover.decide(ChildId.of("c-2"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nobody is proposed for child c-2");
    assertThatThrownBy(() -> handover(List.of(pair(7, 10))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("child c-7 of teacher T10 is missing");
    assertThat(handover(List.of()).proposals()).isEmpty();
    assertThat(handover).hasToString("Handover[T10: 1 mentees]");
  }
}
