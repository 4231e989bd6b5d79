package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * What a policy says to a step. A refusal is an expected outcome, so it is a value.
 *
 * <p>Immutable.
 */
public sealed interface StepDecision {

  /**
   * Returns the step in question.
   *
   * @return the step
   */
  ActivityStep step();

  /**
   * Whether it may be done.
   *
   * @return true if it is accepted
   */
  default boolean isAccepted() {
    return this instanceof Accepted;
  }

  /**
   * It may be done.
   *
   * @param step the step
   */
  record Accepted(ActivityStep step) implements StepDecision {

    /**
     * Creates an acceptance.
     *
     * @param step the step
     */
    public Accepted {
      requireNonNull(step, "step");
    }
  }

  /**
   * It may not be done.
   *
   * @param step the step
   * @param reasons every reason; at least one
   */
  record Refused(ActivityStep step, ImmutableList<StepRefusal> reasons) implements StepDecision {

    /**
     * Creates a refusal.
     *
     * @param step the step
     * @param reasons every reason; at least one
     * @throws IllegalArgumentException if there is no reason
     */
    public Refused {
      requireNonNull(step, "step");
      requireNonNull(reasons, "reasons");
      checkArgument(!reasons.isEmpty(), "step %s must be refused for a reason", step.code());
    }
  }
}
