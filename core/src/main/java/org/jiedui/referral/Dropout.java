package org.jiedui.referral;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.id.ChildId;
import org.jiedui.id.ReferralId;

/**
 * A line of the register of children who stay away from compulsory schooling (辍学登记): 未成年人保护法 art.
 * 28 asks the school to register them, to persuade them to come back, and to report in writing to
 * the education office if that is in vain.
 *
 * <p>Nobody's file says whether the nine years are finished: who finished school is {@link
 * org.jiedui.child.Schooling#GRADUATED}, and not here.
 *
 * <p>Immutable.
 *
 * @param child the child
 * @param since the first day on which it stays away
 * @param referral the registration, if there is one
 * @param attempts how many contacts that reached somebody the school's staff made since
 * @param lastAttempt the day of the last of them, if there was one
 * @param reportedAt when it was reported to the education office, if it was
 */
public record Dropout(
    ChildId child,
    LocalDate since,
    Optional<ReferralId> referral,
    int attempts,
    Optional<LocalDate> lastAttempt,
    Optional<Instant> reportedAt) {

  /**
   * Creates a line.
   *
   * @param child the child
   * @param since the first day on which it stays away
   * @param referral the registration, if there is one
   * @param attempts how many contacts that reached somebody the school's staff made since
   * @param lastAttempt the day of the last of them, if there was one
   * @param reportedAt when it was reported to the education office, if it was
   * @throws IllegalArgumentException if the number of attempts is negative, or does not go with the
   *     day of the last one
   */
  public Dropout {
    requireNonNull(child, "child");
    requireNonNull(since, "since");
    requireNonNull(referral, "referral");
    requireNonNull(lastAttempt, "lastAttempt");
    requireNonNull(reportedAt, "reportedAt");
    checkArgument(
        attempts >= 0 && (attempts > 0) == lastAttempt.isPresent(),
        "attempts (%s) must go with the day of the last one",
        attempts);
  }

  /**
   * Returns what the school has to do next.
   *
   * @return to register, then to persuade, then to report; nothing if it was reported
   */
  public DropoutStep next() {
    if (referral.isEmpty()) {
      return DropoutStep.REGISTER;
    }
    if (reportedAt.isPresent()) {
      return DropoutStep.NOTHING;
    }
    return attempts == 0 ? DropoutStep.PERSUADE : DropoutStep.REPORT;
  }

  /** Returns the child's id. */
  @Override
  public String toString() {
    return "Dropout[" + child + "]";
  }
}
