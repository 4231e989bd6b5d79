package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.google.common.collect.ImmutableSortedMap.toImmutableSortedMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jiedui.id.ChildId;
import org.jiedui.id.StaffId;

/**
 * A teacher leaves: who takes its mentees over (帮扶交接).
 *
 * <p>Everybody else's pairs stay as they are. Each mentee is proposed a new mentor in the role that
 * the leaving teacher had for it; primary mentors are proposed first, then supporting ones, then
 * acting parents. People review the proposals and accept all in one step, or one by one, or choose
 * somebody else; the policy is asked again each time, as things stand then.
 *
 * <pre>{@code
 * Handover handover =
 *     Handover.of(StaffId.of("T10"), matcher, mentees, candidates, MentorPair.on(today, assignments));
 * handover.proposals().forEach(proposal -> show(proposal.pair(), proposal.reasons()));
 * handover.unserved().forEach(left -> show(left.child(), left.wording()));
 *
 * for (AssignmentDecision decision : handover.decideAll(MentorPair.on(today, assignments))) {
 *   // accepted: close the leaving teacher's assignment and open the new one
 * }
 * }</pre>
 *
 * <p>What a child is owed is owed through any handover: a contact counts for the mentor of its day,
 * and {@link Duties} finds who answers from the facts of the day. Nothing is rewritten.
 *
 * <p>Immutable, and thread-safe if the policy and the preferences are.
 */
public final class Handover {

  private final StaffId leaving;
  private final AssignmentPolicy policy;
  private final ImmutableMap<ChildId, Mentee> mentees;
  private final ImmutableMap<StaffId, Candidate> candidates;
  private final ImmutableSortedMap<ChildId, MentorPair> ending;
  private final ImmutableList<MatchProposal> byRole;

  private Handover(
      StaffId leaving,
      AssignmentPolicy policy,
      ImmutableMap<ChildId, Mentee> mentees,
      ImmutableMap<StaffId, Candidate> candidates,
      ImmutableSortedMap<ChildId, MentorPair> ending,
      ImmutableList<MatchProposal> byRole) {
    this.leaving = leaving;
    this.policy = policy;
    this.mentees = mentees;
    this.candidates = candidates;
    this.ending = ending;
    this.byRole = byRole;
  }

  /**
   * Proposes who takes over.
   *
   * @param leaving the teacher who leaves
   * @param matcher the policy and the preferences
   * @param mentees the leaving teacher's mentees; other children may be among them
   * @param candidates the teachers of the school; the leaving one may be among them
   * @param pairs all pairs of the school, those of the leaving teacher too
   * @return the proposals
   * @throws IllegalArgumentException if a child of the leaving teacher is not among the mentees, or
   *     is paired with it in two roles, or a child or a teacher is there twice
   */
  public static Handover of(
      StaffId leaving,
      MentorMatcher matcher,
      Collection<Mentee> mentees,
      Collection<Candidate> candidates,
      Collection<MentorPair> pairs) {
    ImmutableMap<ChildId, Mentee> menteeOf = index(mentees, Mentee::child);
    ImmutableMap<StaffId, Candidate> others =
        index(
            candidates.stream().filter(each -> !each.teacher().equals(leaving)).toList(),
            Candidate::teacher);
    ImmutableSortedMap<ChildId, MentorPair> ending =
        pairs.stream()
            .filter(pair -> pair.mentor().equals(leaving))
            .distinct()
            .collect(
                toImmutableSortedMap(Comparator.naturalOrder(), MentorPair::child, each -> each));
    for (ChildId child : ending.keySet()) {
      checkArgument(
          menteeOf.containsKey(child), "child %s of teacher %s is missing", child, leaving);
    }
    List<MentorPair> staying =
        new ArrayList<>(pairs.stream().filter(pair -> !pair.mentor().equals(leaving)).toList());
    ImmutableList.Builder<MatchProposal> byRole = ImmutableList.builder();
    for (MentorRole role : MentorRole.values()) {
      List<Mentee> inRole =
          ending.values().stream()
              .filter(pair -> pair.role() == role)
              .map(pair -> menteeOf.get(pair.child()))
              .toList();
      if (!inRole.isEmpty()) {
        MatchProposal proposal =
            matcher.propose(MatchRequest.of(role, inRole, others.values()).withFixed(staying));
        byRole.add(proposal);
        proposal.pairs().forEach(proposed -> staying.add(proposed.pair()));
      }
    }
    return new Handover(leaving, matcher.policy(), menteeOf, others, ending, byRole.build());
  }

  private static <K, V> ImmutableMap<K, V> index(Collection<V> values, Function<V, K> key) {
    return values.stream().collect(ImmutableMap.toImmutableMap(key, each -> each));
  }

  /**
   * Returns the teacher who leaves.
   *
   * @return the teacher
   */
  public StaffId leaving() {
    return leaving;
  }

  /**
   * Returns the leaving teacher's pairs, which end.
   *
   * @return the pairs, by child
   */
  public ImmutableList<MentorPair> ending() {
    return ending.values().asList();
  }

  /**
   * Returns who is proposed to take over.
   *
   * @return the pairs, by child
   */
  public ImmutableList<ProposedPair> proposals() {
    return byRole.stream()
        .flatMap(proposal -> proposal.pairs().stream())
        .sorted(Comparator.comparing(ProposedPair::pair))
        .collect(toImmutableList());
  }

  /**
   * Returns the mentees for whom nobody could be proposed.
   *
   * @return the children and why, by child
   */
  public ImmutableList<Unserved> unserved() {
    return byRole.stream()
        .flatMap(proposal -> proposal.unserved().stream())
        .sorted(Comparator.comparing(Unserved::child))
        .collect(toImmutableList());
  }

  /**
   * Finds who is proposed for a child.
   *
   * @param child the child
   * @return the pair, or empty if nobody could be proposed or the child is not the leaving
   *     teacher's
   */
  public Optional<ProposedPair> find(ChildId child) {
    return byRole.stream().flatMap(proposal -> proposal.find(child).stream()).findFirst();
  }

  /**
   * Decides on the proposal for one child, as things stand.
   *
   * @param child the child
   * @param pairs all pairs of the school now; the leaving teacher's pair with this child does not
   *     count
   * @return accepted, or refused with every reason
   * @throws IllegalArgumentException if nobody is proposed for the child
   */
  public AssignmentDecision decide(ChildId child, Collection<MentorPair> pairs) {
    Optional<ProposedPair> proposed = find(child);
    checkArgument(proposed.isPresent(), "nobody is proposed for child %s", child);
    return decide(child, proposed.get().pair().mentor(), pairs);
  }

  /**
   * Decides on somebody whom a reviewer chose instead, as things stand.
   *
   * @param child the child
   * @param mentor the teacher who is to take over
   * @param pairs all pairs of the school now; the leaving teacher's pair with this child does not
   *     count
   * @return accepted, or refused with every reason
   * @throws IllegalArgumentException if the child is not the leaving teacher's
   */
  public AssignmentDecision decide(ChildId child, StaffId mentor, Collection<MentorPair> pairs) {
    MentorPair ended = ending.get(child);
    checkArgument(ended != null, "child %s is not with teacher %s", child, leaving);
    Candidate candidate = candidates.get(mentor);
    Mentee mentee = mentees.get(child);
    if (candidate == null || mentee == null) {
      return new AssignmentDecision.Refused(
          MentorPair.of(child, mentor, ended.role()), ImmutableList.of(Refusal.NOT_A_CANDIDATE));
    }
    ImmutableSet<MentorPair> others =
        pairs.stream()
            .filter(pair -> !(pair.child().equals(child) && pair.mentor().equals(leaving)))
            .collect(toImmutableSet());
    return policy.decide(mentee, candidate, ended.role(), others);
  }

  /**
   * Decides on all proposals in one step, as things stand: each that is accepted counts when the
   * next is decided.
   *
   * @param pairs all pairs of the school now; the leaving teacher's do not count
   * @return one decision for each proposal, by child
   */
  public ImmutableList<AssignmentDecision> decideAll(Collection<MentorPair> pairs) {
    List<MentorPair> standing =
        new ArrayList<>(pairs.stream().filter(pair -> !pair.mentor().equals(leaving)).toList());
    ImmutableList.Builder<AssignmentDecision> decisions = ImmutableList.builder();
    for (ProposedPair proposed : proposals()) {
      AssignmentDecision decision = decide(proposed.pair().child(), standing);
      if (decision.isAccepted()) {
        standing.add(decision.pair());
      }
      decisions.add(decision);
    }
    return decisions.build();
  }

  /** Returns the leaving teacher and how many mentees it has. */
  @Override
  public String toString() {
    return "Handover[%s: %s mentees]".formatted(leaving, ending.size());
  }
}
