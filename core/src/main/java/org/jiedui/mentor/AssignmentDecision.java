package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * What a policy says to pairing a teacher with a child. A refusal is an expected outcome, so it is
 * a value.
 *
 * <p>Immutable.
 */
public sealed interface AssignmentDecision {

  /**
   * Returns the pair in question.
   *
   * @return the pair
   */
  MentorPair pair();

  /**
   * Whether the pair may be made.
   *
   * @return true if it is accepted
   */
  default boolean isAccepted() {
    return this instanceof Accepted;
  }

  /**
   * The pair may be made.
   *
   * @param pair the pair
   */
  record Accepted(MentorPair pair) implements AssignmentDecision {

    /**
     * Creates an acceptance.
     *
     * @param pair the pair
     */
    public Accepted {
      requireNonNull(pair, "pair");
    }
  }

  /**
   * The pair may not be made.
   *
   * @param pair the pair
   * @param reasons every reason, in the order of the policy's rules; at least one
   */
  record Refused(MentorPair pair, ImmutableList<Refusal> reasons) implements AssignmentDecision {

    /**
     * Creates a refusal.
     *
     * @param pair the pair
     * @param reasons every reason, in the order of the policy's rules; at least one
     * @throws IllegalArgumentException if there is no reason
     */
    public Refused {
      requireNonNull(pair, "pair");
      requireNonNull(reasons, "reasons");
      checkArgument(!reasons.isEmpty(), "pair %s must be refused for a reason", pair);
    }
  }
}
