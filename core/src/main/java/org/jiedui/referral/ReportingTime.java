package org.jiedui.referral;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Within how many hours a school reports what it notices.
 *
 * <p>未成年人保护法 art. 11 says 立即, at once, and names no hours. A program needs a number to say "not in
 * time"; {@link #defaults()} takes two hours, which is ours and not from the law. A school or
 * county that has a number of its own sets that.
 *
 * <p>Immutable.
 *
 * @param suspectedHarm the time for a suspicion of harm, more than nothing
 * @param support the time for support, more than nothing; empty if it has none
 */
public record ReportingTime(Duration suspectedHarm, Optional<Duration> support) {

  private static final int HOURS = 2;

  /**
   * Creates a reporting time.
   *
   * @param suspectedHarm the time for a suspicion of harm, more than nothing
   * @param support the time for support, more than nothing; empty if it has none
   * @throws IllegalArgumentException if a time is nothing or less
   */
  public ReportingTime {
    requireNonNull(suspectedHarm, "suspectedHarm");
    requireNonNull(support, "support");
    checkPositive(suspectedHarm, "suspectedHarm");
    support.ifPresent(time -> checkPositive(time, "support"));
  }

  private static void checkPositive(Duration time, String name) {
    checkArgument(
        !time.isNegative() && !time.isZero(), "%s (%s) must be more than nothing", name, time);
  }

  /**
   * Returns two hours for a suspicion of harm and no limit for support. The two hours are a choice
   * of this library: the law says "at once".
   *
   * @return the time to begin with
   */
  public static ReportingTime defaults() {
    return ofHours(HOURS);
  }

  /**
   * Returns so many hours for a suspicion of harm and no limit for support.
   *
   * @param hours how many, 1 or more
   * @return the time
   * @throws IllegalArgumentException if it is less than 1
   */
  public static ReportingTime ofHours(int hours) {
    return new ReportingTime(Duration.ofHours(hours), Optional.empty());
  }

  /**
   * Returns the same time with a limit for support.
   *
   * @param hours how many, 1 or more
   * @return the time
   * @throws IllegalArgumentException if it is less than 1
   */
  public ReportingTime withSupportHours(int hours) {
    return new ReportingTime(suspectedHarm, Optional.of(Duration.ofHours(hours)));
  }

  /** Returns by when a referral is to be reported, if there is a limit. */
  Optional<Instant> deadlineOf(Referral referral) {
    Optional<Duration> time =
        referral.cause().isSuspectedHarm() ? Optional.of(suspectedHarm) : support;
    return time.map(referral.notice().at()::plus);
  }
}
