package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jiedui.id.ChildId;
import org.jiedui.id.StaffId;

/**
 * Which children of a class or a school are to have a mentor in one role, and who might be asked.
 *
 * <p>For several mentors to a child (多帮一), match the primary ones first, then the supporting ones
 * with the primary pairs fixed.
 *
 * <p>Immutable.
 *
 * @param role the role that is to be filled, once for each child
 * @param mentees the children, of one school, by id
 * @param candidates the teachers, of the same school, by id
 * @param existing the pairs in this role that there are, by child: kept if possible
 * @param fixed all other pairs: they stay, and count as their teachers' load
 */
public record MatchRequest(
    MentorRole role,
    ImmutableSortedMap<ChildId, Mentee> mentees,
    ImmutableSortedMap<StaffId, Candidate> candidates,
    ImmutableSortedMap<ChildId, MentorPair> existing,
    ImmutableSet<MentorPair> fixed) {

  /**
   * Creates a request.
   *
   * @param role the role that is to be filled, once for each child
   * @param mentees the children, of one school, by id
   * @param candidates the teachers, of the same school, by id
   * @param existing the pairs in this role that there are, by child: kept if possible
   * @param fixed all other pairs: they stay, and count as their teachers' load
   * @throws IllegalArgumentException if an existing pair has another role or another child than it
   *     stands under, or is of a child that is not among the mentees, or is among the fixed pairs
   */
  public MatchRequest {
    requireNonNull(role, "role");
    requireNonNull(mentees, "mentees");
    requireNonNull(candidates, "candidates");
    requireNonNull(existing, "existing");
    requireNonNull(fixed, "fixed");
    for (Map.Entry<ChildId, MentorPair> entry : existing.entrySet()) {
      MentorPair pair = entry.getValue();
      checkArgument(
          pair.role() == role
              && pair.child().equals(entry.getKey())
              && mentees.containsKey(pair.child()),
          "existing pair %s must be of a mentee in role %s",
          pair,
          role.code());
      checkArgument(!fixed.contains(pair), "pair %s must not be both existing and fixed", pair);
    }
  }

  /**
   * Returns a request of a school in which nobody is paired yet.
   *
   * @param role the role that is to be filled, once for each child
   * @param mentees the children, of one school, in any order
   * @param candidates the teachers, of the same school, in any order
   * @return the request
   * @throws IllegalArgumentException if a child or a teacher is there twice
   */
  public static MatchRequest of(
      MentorRole role, Collection<Mentee> mentees, Collection<Candidate> candidates) {
    return new MatchRequest(
        role,
        index(mentees, Mentee::child),
        index(candidates, Candidate::teacher),
        ImmutableSortedMap.of(),
        ImmutableSet.of());
  }

  private static <K extends Comparable<K>, V> ImmutableSortedMap<K, V> index(
      Collection<V> values, Function<V, K> key) {
    return values.stream()
        .collect(
            ImmutableSortedMap.toImmutableSortedMap(Comparator.naturalOrder(), key, each -> each));
  }

  /**
   * Returns this request with the pairs that there are. Those of its mentees in its role are up for
   * change, though kept if possible; all others are fixed.
   *
   * @param pairs all pairs of the school, or at least of these mentees and candidates
   * @return the request with them in place of those that it had
   * @throws IllegalArgumentException if a mentee has two pairs in this role: those that stay must
   *     be given to {@link #withFixed} instead
   */
  public MatchRequest withPairs(Collection<MentorPair> pairs) {
    Map<ChildId, MentorPair> changeable = new TreeMap<>();
    ImmutableSet.Builder<MentorPair> stay = ImmutableSet.builder();
    for (MentorPair pair : ImmutableSet.copyOf(pairs)) {
      if (pair.role() == role && mentees.containsKey(pair.child())) {
        checkArgument(
            changeable.put(pair.child(), pair) == null,
            "child %s has more than one pair in role %s",
            pair.child(),
            role.code());
      } else {
        stay.add(pair);
      }
    }
    return new MatchRequest(
        role, mentees, candidates, ImmutableSortedMap.copyOf(changeable), stay.build());
  }

  /**
   * Returns this request with more pairs that stay, for instance the supporting mentors of children
   * that are to have one more.
   *
   * @param pairs the pairs
   * @return the request with them added to the fixed ones
   * @throws IllegalArgumentException if one of them is up for change already
   */
  public MatchRequest withFixed(Collection<MentorPair> pairs) {
    return new MatchRequest(
        role,
        mentees,
        candidates,
        existing,
        ImmutableSet.<MentorPair>builder().addAll(fixed).addAll(pairs).build());
  }

  /** Returns how many there are of each: what they are is personal. */
  @Override
  public String toString() {
    return "MatchRequest[%s: %s mentees, %s candidates, %s existing, %s fixed]"
        .formatted(role.code(), mentees.size(), candidates.size(), existing.size(), fixed.size());
  }
}
