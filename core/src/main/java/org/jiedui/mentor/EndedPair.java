package org.jiedui.mentor;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * An existing pair that a matcher does not keep, and why.
 *
 * <p>Immutable.
 *
 * @param pair the pair
 * @param refusals what the policy says against it; empty if nothing does but the teacher's limit:
 *     its places went to others
 */
public record EndedPair(MentorPair pair, ImmutableList<Refusal> refusals) {

  /**
   * Creates an ended pair.
   *
   * @param pair the pair
   * @param refusals what the policy says against it; empty if nothing does but the teacher's limit:
   *     its places went to others
   */
  public EndedPair {
    requireNonNull(pair, "pair");
    requireNonNull(refusals, "refusals");
  }
}
