package org.jiedui.referral;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.Sets.immutableEnumSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;

/**
 * Why a child is referred: a suspicion of harm, which must be reported, a need of support, or that
 * the child stays away from compulsory schooling.
 *
 * <p>Immutable.
 */
public sealed interface ReferralCause {

  /**
   * Returns a suspicion of harm.
   *
   * @param triggers what it rests on, at least one
   * @return the cause
   * @throws IllegalArgumentException if there is none
   */
  static ReferralCause suspectedHarm(HarmTrigger... triggers) {
    return new SuspectedHarm(immutableEnumSet(Arrays.asList(triggers)));
  }

  /**
   * Returns a need of support.
   *
   * @param kind what support
   * @return the cause
   */
  static ReferralCause support(SupportKind kind) {
    return new Support(kind);
  }

  /**
   * Returns that a child dropped out of compulsory schooling.
   *
   * @return the cause
   */
  static ReferralCause droppedOut() {
    return new DroppedOut();
  }

  /**
   * Whether it must be reported at once.
   *
   * @return true if harm is suspected
   */
  default boolean isSuspectedHarm() {
    return this instanceof SuspectedHarm;
  }

  /**
   * The child is harmed, or may be (强制报告).
   *
   * @param triggers what that rests on, at least one
   */
  record SuspectedHarm(ImmutableSet<HarmTrigger> triggers) implements ReferralCause {

    /**
     * Creates a suspicion of harm.
     *
     * @param triggers what that rests on, at least one
     * @throws IllegalArgumentException if there is none
     */
    public SuspectedHarm {
      requireNonNull(triggers, "triggers");
      checkArgument(!triggers.isEmpty(), "a suspicion of harm must rest on something");
    }

    /** Returns nothing of what it rests on: that is sensitive. */
    @Override
    public String toString() {
      return "SuspectedHarm[redacted]";
    }
  }

  /**
   * The child needs support that others give (转介).
   *
   * @param kind what support
   */
  record Support(SupportKind kind) implements ReferralCause {

    /**
     * Creates a need of support.
     *
     * @param kind what support
     */
    public Support {
      requireNonNull(kind, "kind");
    }

    /** Returns nothing of what support it is: that is sensitive. */
    @Override
    public String toString() {
      return "Support[redacted]";
    }
  }

  /**
   * The child stays away from compulsory schooling. The school registers that, persuades the child
   * to come back, and reports in writing to the education office if that is in vain (未成年人保护法 art.
   * 28).
   */
  record DroppedOut() implements ReferralCause {

    /** Creates the cause. */
    public DroppedOut {}

    /** Returns nothing: that is sensitive. */
    @Override
    public String toString() {
      return "DroppedOut[redacted]";
    }
  }
}
