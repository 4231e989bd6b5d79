package org.jiedui.child;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.id.ChildId;
import org.jiedui.id.ConsentId;
import org.jiedui.id.SchoolId;
import org.jiedui.time.DateRange;

/**
 * That somebody agreed to something for a child: that it visits another child's family, or that the
 * school keeps its data.
 *
 * <p>It is withdrawn by a record of its own, and never changed otherwise. From the day on which it
 * is withdrawn, that day included, it counts no more.
 *
 * <p>Immutable.
 *
 * @param schoolId the school
 * @param id the identifier
 * @param childId for which child
 * @param purpose to what
 * @param givenBy who gave it
 * @param givenOn the day on which it was given: the first on which it counts
 * @param validUntil the last day on which it counts, if it names one
 * @param recordedAt when it was recorded
 * @param withdrawal that it was withdrawn, if it was
 */
public record GuardianConsent(
    SchoolId schoolId,
    ConsentId id,
    ChildId childId,
    ConsentPurpose purpose,
    ConsentGiver givenBy,
    LocalDate givenOn,
    Optional<LocalDate> validUntil,
    Instant recordedAt,
    Optional<Withdrawal> withdrawal) {

  /**
   * Creates a consent.
   *
   * @param schoolId the school
   * @param id the identifier
   * @param childId for which child
   * @param purpose to what
   * @param givenBy who gave it
   * @param givenOn the day on which it was given: the first on which it counts
   * @param validUntil the last day on which it counts, if it names one
   * @param recordedAt when it was recorded
   * @param withdrawal that it was withdrawn, if it was
   * @throws IllegalArgumentException if it ends or is withdrawn before it was given
   */
  public GuardianConsent {
    requireNonNull(schoolId, "schoolId");
    requireNonNull(id, "id");
    requireNonNull(childId, "childId");
    requireNonNull(purpose, "purpose");
    requireNonNull(givenBy, "givenBy");
    requireNonNull(givenOn, "givenOn");
    requireNonNull(validUntil, "validUntil");
    requireNonNull(recordedAt, "recordedAt");
    requireNonNull(withdrawal, "withdrawal");
    checkArgument(
        validUntil.isEmpty() || !validUntil.get().isBefore(givenOn),
        "consent %s must not end before it was given on %s",
        id,
        givenOn);
    checkArgument(
        withdrawal.isEmpty() || !withdrawal.get().on().isBefore(givenOn),
        "consent %s must not be withdrawn before it was given on %s",
        id,
        givenOn);
  }

  /**
   * That a consent was withdrawn.
   *
   * @param on the first day on which it counts no more
   * @param recordedAt when that was recorded
   */
  public record Withdrawal(LocalDate on, Instant recordedAt) {

    /**
     * Creates a withdrawal.
     *
     * @param on the first day on which it counts no more
     * @param recordedAt when that was recorded
     */
    public Withdrawal {
      requireNonNull(on, "on");
      requireNonNull(recordedAt, "recordedAt");
    }
  }

  /**
   * Returns this consent as withdrawn.
   *
   * @param by on which day, and when that is recorded
   * @return the withdrawn consent
   * @throws IllegalArgumentException if it was withdrawn before, or on a day before it was given
   */
  public GuardianConsent withdrawn(Withdrawal by) {
    checkArgument(withdrawal.isEmpty(), "consent %s is withdrawn already", id);
    return new GuardianConsent(
        schoolId, id, childId, purpose, givenBy, givenOn, validUntil, recordedAt, Optional.of(by));
  }

  /**
   * Whether it was given on or before the first of some days and counts on each of them, with
   * everything known.
   *
   * @param days the days, with an end
   * @return true if it covers them all
   */
  public boolean covers(DateRange days) {
    return days.last()
        .map(
            last ->
                !givenOn.isAfter(days.start())
                    && validUntil.map(end -> !end.isBefore(last)).orElse(true)
                    && withdrawal.map(by -> by.on().isAfter(last)).orElse(true))
        .orElse(false);
  }

  /**
   * Whether it counts on a day, with what was recorded before an instant.
   *
   * @param day the day
   * @param knownBefore only what was recorded strictly before is seen
   * @return true if it was given by then, and neither ended nor withdrawn
   */
  public boolean isOn(LocalDate day, Instant knownBefore) {
    return recordedAt.isBefore(knownBefore)
        && !givenOn.isAfter(day)
        && validUntil.map(last -> !last.isBefore(day)).orElse(true)
        && withdrawal
            .map(by -> by.on().isAfter(day) || !by.recordedAt().isBefore(knownBefore))
            .orElse(true);
  }

  /** Returns the ids. */
  @Override
  public String toString() {
    return "GuardianConsent[" + schoolId + "/" + id + "]";
  }
}
