package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.jiedui.id.ChildId;

/**
 * What a policy says to pairing two children. A refusal is an expected outcome, so it is a value.
 *
 * <p>Immutable.
 */
public sealed interface PeerDecision {

  /**
   * Whether the pair may be made.
   *
   * @return true if it is accepted
   */
  default boolean isAccepted() {
    return this instanceof Accepted;
  }

  /**
   * Returns what speaks against the pair.
   *
   * @return every reason, in the order of the policy; none if it is accepted
   */
  ImmutableList<Refusal> reasons();

  /**
   * The pair may be made.
   *
   * @param helper the child who helps
   * @param helped the child who is helped
   */
  record Accepted(ChildId helper, ChildId helped) implements PeerDecision {

    /**
     * Creates an acceptance.
     *
     * @param helper the child who helps
     * @param helped the child who is helped
     */
    public Accepted {
      requireNonNull(helper, "helper");
      requireNonNull(helped, "helped");
    }

    @Override
    public ImmutableList<Refusal> reasons() {
      return ImmutableList.of();
    }
  }

  /**
   * The pair may not be made.
   *
   * @param helper the child who would help
   * @param helped the child who would be helped
   * @param reasons every reason, in the order of the policy; at least one
   */
  record Refused(ChildId helper, ChildId helped, ImmutableList<Refusal> reasons)
      implements PeerDecision {

    /**
     * Creates a refusal.
     *
     * @param helper the child who would help
     * @param helped the child who would be helped
     * @param reasons every reason, in the order of the policy; at least one
     * @throws IllegalArgumentException if there is no reason
     */
    public Refused {
      requireNonNull(helper, "helper");
      requireNonNull(helped, "helped");
      requireNonNull(reasons, "reasons");
      checkArgument(
          !reasons.isEmpty(), "pair of %s and %s must be refused for a reason", helper, helped);
    }
  }
}
