package org.jiedui.mentor;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;
import org.jiedui.id.ChildId;
import org.jiedui.id.StaffId;

/**
 * Who should mentor whom, as a matcher proposes it. Nothing is assigned until a person accepts it.
 *
 * <p>Immutable.
 *
 * @param pairs the pairs, kept ones too, by child
 * @param ended the existing pairs that are not kept, by child
 * @param unserved the children without a mentor, by child
 * @param shortages where limits bind, by their first child
 * @param loads how many children each candidate has if all is accepted, fixed pairs included
 * @param score how good it is
 */
public record MatchProposal(
    ImmutableList<ProposedPair> pairs,
    ImmutableList<EndedPair> ended,
    ImmutableList<Unserved> unserved,
    ImmutableList<Shortage> shortages,
    ImmutableSortedMap<StaffId, Integer> loads,
    MatchScore score) {

  /**
   * Creates a proposal.
   *
   * @param pairs the pairs, kept ones too, by child
   * @param ended the existing pairs that are not kept, by child
   * @param unserved the children without a mentor, by child
   * @param shortages where limits bind, by their first child
   * @param loads how many children each candidate has if all is accepted, fixed pairs included
   * @param score how good it is
   */
  public MatchProposal {
    requireNonNull(pairs, "pairs");
    requireNonNull(ended, "ended");
    requireNonNull(unserved, "unserved");
    requireNonNull(shortages, "shortages");
    requireNonNull(loads, "loads");
    requireNonNull(score, "score");
  }

  /**
   * Returns the pairs that would be new.
   *
   * @return the pairs that are not kept ones, by child
   */
  public ImmutableList<ProposedPair> newPairs() {
    return pairs.stream().filter(pair -> !pair.kept()).collect(toImmutableList());
  }

  /**
   * Finds the pair that is proposed for a child.
   *
   * @param child the child
   * @return the pair, or empty if none could be proposed
   */
  public Optional<ProposedPair> find(ChildId child) {
    return pairs.stream().filter(pair -> pair.pair().child().equals(child)).findFirst();
  }
}
