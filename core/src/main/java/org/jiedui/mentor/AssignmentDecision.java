package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

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
   * The pair may be made, or was.
   *
   * @param pair the pair
   * @param assignment what is stored of it: empty if a policy was only asked
   */
  record Accepted(MentorPair pair, Optional<MentorAssignment> assignment)
      implements AssignmentDecision {

    /**
     * Creates an acceptance.
     *
     * @param pair the pair
     * @param assignment what is stored of it: empty if a policy was only asked
     * @throws IllegalArgumentException if the assignment is of another pair
     */
    public Accepted {
      requireNonNull(pair, "pair");
      requireNonNull(assignment, "assignment");
      checkArgument(
          assignment.isEmpty() || assignment.get().pair().equals(pair),
          "an assignment of another pair is stored than %s",
          pair);
    }

    /**
     * Returns that a pair may be made.
     *
     * @param pair the pair
     * @return the acceptance, with nothing stored
     */
    public static Accepted of(MentorPair pair) {
      return new Accepted(pair, Optional.empty());
    }

    /**
     * Returns that a pair was made.
     *
     * @param assignment what is stored
     * @return the acceptance
     */
    public static Accepted of(MentorAssignment assignment) {
      return new Accepted(assignment.pair(), Optional.of(assignment));
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
