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
 * @param dropout the time for a child that dropped out, more than nothing; empty if it has none:
 *     art. 28 says 及时, without delay, after persuading was in vain
 */
public record ReportingTime(
    Duration suspectedHarm, Optional<Duration> support, Optional<Duration> dropout) {

  private static final int HOURS = 2;

  /**
   * Creates a reporting time.
   *
   * @param suspectedHarm the time for a suspicion of harm, more than nothing
   * @param support the time for support, more than nothing; empty if it has none
   * @param dropout the time for a child that dropped out, more than nothing; empty if it has none:
   *     art. 28 says 及时, without delay, after persuading was in vain
   * @throws IllegalArgumentException if a time is nothing or less
   */
  public ReportingTime {
    requireNonNull(suspectedHarm, "suspectedHarm");
    requireNonNull(support, "support");
    checkPositive(suspectedHarm, "suspectedHarm");
    support.ifPresent(time -> checkPositive(time, "support"));
    requireNonNull(dropout, "dropout");
    dropout.ifPresent(time -> checkPositive(time, "dropout"));
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
    return new ReportingTime(Duration.ofHours(hours), Optional.empty(), Optional.empty());
  }

  /**
   * Returns the same time with a limit for support.
   *
   * @param hours how many, 1 or more
   * @return the time
   * @throws IllegalArgumentException if it is less than 1
   */
  public ReportingTime withSupportHours(int hours) {
    return new ReportingTime(suspectedHarm, Optional.of(Duration.ofHours(hours)), dropout);
  }

  /**
   * Returns the same time with a limit for children that dropped out.
   *
   * @param days how many days, 1 or more
   * @return the time
   * @throws IllegalArgumentException if it is less than 1
   */
  public ReportingTime withDropoutDays(int days) {
    return new ReportingTime(suspectedHarm, support, Optional.of(Duration.ofDays(days)));
  }

  /** Returns by when a referral is to be reported, if there is a limit. */
  Optional<Instant> deadlineOf(Referral referral) {
    Optional<Duration> time = timeFor(referral.cause());
    return time.map(referral.notice().at()::plus);
  }

  private Optional<Duration> timeFor(ReferralCause cause) {
    if (cause.isSuspectedHarm()) {
      return Optional.of(suspectedHarm);
    }
    return cause instanceof ReferralCause.DroppedOut ? dropout : support;
  }
}
