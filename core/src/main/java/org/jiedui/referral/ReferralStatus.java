package org.jiedui.referral;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a referral stands at an instant, and how long it took or has taken.
 *
 * <p>Example, with two hours: noticed at 09:00 and reported to the police at 10:30, it is open with
 * one hour elapsed at 10:15, and reported in time with one hour elapsed ever after. Unreported at
 * 11:00 it is still open; a moment later it is overdue.
 *
 * <p>Immutable.
 *
 * @param state where it stands
 * @param elapsed from when it was noticed until it was reported, or until the instant
 * @param deadline the last instant at which a report is in time, if there is a limit
 */
public record ReferralStatus(ReferralState state, Duration elapsed, Optional<Instant> deadline) {

  /**
   * Creates a status.
   *
   * @param state where it stands
   * @param elapsed from when it was noticed until it was reported, or until the instant
   * @param deadline the last instant at which a report is in time, if there is a limit
   * @throws IllegalArgumentException if the time elapsed is negative
   */
  public ReferralStatus {
    requireNonNull(state, "state");
    requireNonNull(elapsed, "elapsed");
    requireNonNull(deadline, "deadline");
    checkArgument(!elapsed.isNegative(), "elapsed (%s) must not be negative", elapsed);
  }

  /**
   * Returns the status of a referral at an instant: what was reported or ended later is not seen.
   *
   * @param referral the referral
   * @param at the instant, not before it was noticed
   * @param time within how many hours the school reports
   * @return the status
   * @throws IllegalArgumentException if it was noticed later
   */
  public static ReferralStatus of(Referral referral, Instant at, ReportingTime time) {
    Instant noticed = referral.notice().at();
    checkArgument(
        !at.isBefore(noticed), "referral %s was noticed later than %s", referral.id(), at);
    Optional<Instant> deadline = time.deadlineOf(referral);
    Optional<Instant> reported =
        referral.findReport().map(Referral.Report::at).filter(when -> !when.isAfter(at));
    Instant until = reported.orElse(at);
    boolean inTime = deadline.map(last -> !until.isAfter(last)).orElse(true);
    boolean mistaken =
        referral.ending().filter(end -> end.mistaken() && !end.at().isAfter(at)).isPresent();
    return new ReferralStatus(
        state(reported.isPresent(), inTime, mistaken), Duration.between(noticed, until), deadline);
  }

  private static ReferralState state(boolean reported, boolean inTime, boolean mistaken) {
    if (reported) {
      return inTime ? ReferralState.REPORTED_IN_TIME : ReferralState.REPORTED_LATE;
    }
    if (mistaken) {
      return ReferralState.MISTAKEN;
    }
    return inTime ? ReferralState.OPEN : ReferralState.OVERDUE;
  }

  /**
   * Returns the whole hours that have elapsed.
   *
   * @return 0 or more, rounded down
   */
  public long hoursElapsed() {
    return elapsed.toHours();
  }
}
