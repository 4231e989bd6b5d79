package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.jiedui.id.ChildId;

/**
 * What a policy says to a visit or stay. A refusal is an expected outcome, so it is a value.
 *
 * <p>Immutable.
 */
public sealed interface StayDecision {

  /**
   * Returns the stay in question.
   *
   * @return the stay
   */
  HomeStay stay();

  /**
   * Whether the stay may take place.
   *
   * @return true if it is accepted
   */
  default boolean isAccepted() {
    return this instanceof Accepted;
  }

  /**
   * Returns what speaks against the stay.
   *
   * @return every objection, the guest's first; none if it is accepted
   */
  ImmutableList<Objection> objections();

  /**
   * One reason against a stay.
   *
   * @param child the child about whom it is
   * @param reason why, without a name
   */
  record Objection(ChildId child, Refusal reason) {

    /**
     * Creates an objection.
     *
     * @param child the child about whom it is
     * @param reason why, without a name
     */
    public Objection {
      requireNonNull(child, "child");
      requireNonNull(reason, "reason");
    }
  }

  /**
   * The stay may take place.
   *
   * @param stay the stay
   */
  record Accepted(HomeStay stay) implements StayDecision {

    /**
     * Creates an acceptance.
     *
     * @param stay the stay
     */
    public Accepted {
      requireNonNull(stay, "stay");
    }

    @Override
    public ImmutableList<Objection> objections() {
      return ImmutableList.of();
    }
  }

  /**
   * The stay may not take place.
   *
   * @param stay the stay
   * @param objections every objection, the guest's first; at least one
   */
  record Refused(HomeStay stay, ImmutableList<Objection> objections) implements StayDecision {

    /**
     * Creates a refusal.
     *
     * @param stay the stay
     * @param objections every objection, the guest's first; at least one
     * @throws IllegalArgumentException if there is no objection
     */
    public Refused {
      requireNonNull(stay, "stay");
      requireNonNull(objections, "objections");
      checkArgument(!objections.isEmpty(), "stay %s must be refused for a reason", stay.id());
    }
  }
}
