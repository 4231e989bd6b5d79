package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jiedui.id.ChildId;
import org.jiedui.id.StaffId;

/**
 * A teacher leaves: who is proposed to take its mentees over (帮扶交接).
 *
 * <p>Everybody else's pairs stay as they are. Each mentee is proposed a new mentor in the role that
 * the leaving teacher had for it; primary mentors are proposed first, then supporting ones, then
 * acting parents. Where the leaving teacher had two roles for a child, whoever takes over one takes
 * over both if the policy lets it. People review the proposals and accept all in one step, or one
 * by one, or choose somebody else; the policy is asked again each time, as things stand then.
 *
 * <pre>{@code
 * Handover handover = desk.mentors().handover(school, StaffId.of("T10"), lastDay);
 * handover.proposals().forEach(proposal -> show(proposal.pair(), proposal.reasons()));
 * handover.unserved().forEach(left -> show(left.child(), left.wording()));
 *
 * desk.mentors().acceptHandover(school, handover, lastDay, "调离");
 * }</pre>
 *
 * <p>What a child is owed is owed through any handover: a contact counts for the mentor of its day,
 * and {@link Duties} finds who answers from the facts of the day. Nothing is rewritten.
 *
 * <p>Immutable.
 *
 * @param leaving the teacher who leaves
 * @param ending the leaving teacher's pairs, which end, by child
 * @param proposals who is proposed to take over, by child: at most one for each pair that ends
 * @param unserved the mentees for whom nobody could be proposed and why, by child; one to whom the
 *     leaving teacher has two roles may stand here twice
 */
public record Handover(
    StaffId leaving,
    ImmutableList<MentorPair> ending,
    ImmutableList<ProposedPair> proposals,
    ImmutableList<Unserved> unserved) {

  /**
   * Creates a handover.
   *
   * @param leaving the teacher who leaves
   * @param ending the leaving teacher's pairs, which end, by child
   * @param proposals who is proposed to take over, by child: at most one for each pair that ends
   * @param unserved the mentees for whom nobody could be proposed and why, by child; one to whom
   *     the leaving teacher has two roles may stand here twice
   */
  public Handover {
    requireNonNull(leaving, "leaving");
    requireNonNull(ending, "ending");
    requireNonNull(proposals, "proposals");
    requireNonNull(unserved, "unserved");
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
   *     a child or a teacher is there twice
   */
  public static Handover of(
      StaffId leaving,
      MentorMatcher matcher,
      Collection<Mentee> mentees,
      Collection<Candidate> candidates,
      Collection<MentorPair> pairs) {
    ImmutableMap<ChildId, Mentee> menteeOf = index(mentees, Mentee::child);
    ImmutableSortedSet<MentorPair> ending =
        pairs.stream()
            .filter(pair -> pair.mentor().equals(leaving))
            .collect(toImmutableSortedSet(Comparator.naturalOrder()));
    for (MentorPair pair : ending) {
      checkArgument(
          menteeOf.containsKey(pair.child()),
          "child %s of teacher %s is missing",
          pair.child(),
          leaving);
    }
    Proposing proposing =
        new Proposing(
            matcher,
            menteeOf,
            index(
                candidates.stream().filter(each -> !each.teacher().equals(leaving)).toList(),
                Candidate::teacher),
            pairs.stream().filter(pair -> !pair.mentor().equals(leaving)).toList());
    for (MentorRole role : MentorRole.values()) {
      proposing.propose(
          role,
          ending.stream()
              .filter(pair -> pair.role() == role)
              .map(MentorPair::child)
              .collect(toImmutableList()));
    }
    return new Handover(leaving, ending.asList(), proposing.proposals(), proposing.unserved());
  }

  private static <K, V> ImmutableMap<K, V> index(Collection<V> values, Function<V, K> key) {
    return values.stream().collect(ImmutableMap.toImmutableMap(key, each -> each));
  }

  /**
   * Finds who is proposed to take a pair over.
   *
   * @param pair a pair of the leaving teacher
   * @return the proposal, or empty if nobody could be proposed or the pair is none that ends
   */
  public Optional<ProposedPair> find(MentorPair pair) {
    return ending.contains(pair)
        ? proposals.stream()
            .filter(
                proposed ->
                    proposed.pair().child().equals(pair.child())
                        && proposed.pair().role() == pair.role())
            .findFirst()
        : Optional.empty();
  }

  /** Returns the leaving teacher and how many pairs end. */
  @Override
  public String toString() {
    return "Handover[%s: %s pairs]".formatted(leaving, ending.size());
  }

  /** One role after the other is filled; what was proposed for one stands for the next. */
  private static final class Proposing {

    private final MentorMatcher matcher;
    private final ImmutableMap<ChildId, Mentee> mentees;
    private final ImmutableMap<StaffId, Candidate> candidates;
    private final List<MentorPair> standing;
    private final Map<ChildId, ProposedPair> successors = new LinkedHashMap<>();
    private final List<ProposedPair> proposed = new ArrayList<>();
    private final List<Unserved> unserved = new ArrayList<>();

    Proposing(
        MentorMatcher matcher,
        ImmutableMap<ChildId, Mentee> mentees,
        ImmutableMap<StaffId, Candidate> candidates,
        Collection<MentorPair> standing) {
      this.matcher = matcher;
      this.mentees = mentees;
      this.candidates = candidates;
      this.standing = new ArrayList<>(standing);
    }

    void propose(MentorRole role, Collection<ChildId> children) {
      ImmutableList.Builder<Mentee> open = ImmutableList.builder();
      for (ChildId child : children) {
        ProposedPair successor = successors.get(child);
        if (successor != null && mayHaveBoth(successor, role)) {
          add(successor.with(role, successor.loadAfter()));
        } else {
          open.add(get(mentees, child));
        }
      }
      ImmutableList<Mentee> without = open.build();
      if (!without.isEmpty()) {
        MatchProposal proposal =
            matcher.propose(
                MatchRequest.of(role, without, candidates.values()).withFixed(standing));
        proposal.pairs().forEach(this::add);
        unserved.addAll(proposal.unserved());
      }
    }

    private boolean mayHaveBoth(ProposedPair successor, MentorRole role) {
      return matcher
          .policy()
          .decide(
              get(mentees, successor.pair().child()),
              get(candidates, successor.pair().mentor()),
              role,
              standing)
          .isAccepted();
    }

    private static <K, V> V get(ImmutableMap<K, V> map, K key) {
      return Optional.ofNullable(map.get(key)).orElseThrow();
    }

    private void add(ProposedPair proposal) {
      proposed.add(proposal);
      standing.add(proposal.pair());
      successors.putIfAbsent(proposal.pair().child(), proposal);
    }

    /** What was proposed early names the loads that all proposals together come to. */
    ImmutableList<ProposedPair> proposals() {
      return proposed.stream()
          .map(each -> each.with(each.pair().role(), load(each.pair().mentor())))
          .sorted(Comparator.comparing(ProposedPair::pair))
          .collect(toImmutableList());
    }

    private int load(StaffId teacher) {
      return (int)
          standing.stream()
              .filter(pair -> pair.mentor().equals(teacher))
              .map(MentorPair::child)
              .distinct()
              .count();
    }

    ImmutableList<Unserved> unserved() {
      return unserved.stream()
          .sorted(Comparator.comparing(Unserved::child))
          .collect(toImmutableList());
    }
  }
}
