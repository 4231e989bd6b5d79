package org.jiedui.rule;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jiedui.id.ChildId;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.time.DateRange;

/**
 * Days on which a rule, or every rule, does not ask for contacts with a child, nor a quota for its
 * attendance: it was in hospital, or with its parents over the holidays.
 *
 * <p>An exemption is never changed; a wrong one is withdrawn by a record of its own.
 *
 * <p>Immutable.
 *
 * @param schoolId the school
 * @param childId the child
 * @param id the identifier
 * @param days the exempt days
 * @param rule the contact rule or quota that it is for, or empty for all
 * @param reason why, not blank
 * @param approvedBy who approved it
 * @param recordedAt when it was recorded
 * @param withdrawnAt when its withdrawal was recorded, if it was withdrawn
 */
public record Exemption(
    SchoolId schoolId,
    ChildId childId,
    ExemptionId id,
    DateRange days,
    Optional<RuleId> rule,
    String reason,
    StaffId approvedBy,
    Instant recordedAt,
    Optional<Instant> withdrawnAt) {

  /**
   * Creates an exemption.
   *
   * @param schoolId the school
   * @param childId the child
   * @param id the identifier
   * @param days the exempt days
   * @param rule the contact rule or quota that it is for, or empty for all
   * @param reason why, not blank
   * @param approvedBy who approved it
   * @param recordedAt when it was recorded
   * @param withdrawnAt when its withdrawal was recorded, if it was withdrawn
   * @throws IllegalArgumentException if the reason is blank or it is withdrawn before it was
   *     recorded
   */
  public Exemption {
    requireNonNull(schoolId, "schoolId");
    requireNonNull(childId, "childId");
    requireNonNull(id, "id");
    requireNonNull(days, "days");
    requireNonNull(rule, "rule");
    requireNonNull(reason, "reason");
    requireNonNull(approvedBy, "approvedBy");
    requireNonNull(recordedAt, "recordedAt");
    requireNonNull(withdrawnAt, "withdrawnAt");
    checkArgument(!reason.isBlank(), "reason must not be blank");
    checkArgument(
        withdrawnAt.isEmpty() || !withdrawnAt.get().isBefore(recordedAt),
        "exemption %s must not be withdrawn before it was recorded",
        id);
  }

  /**
   * Returns this exemption as withdrawn.
   *
   * @param at when that was recorded
   * @return the withdrawn exemption
   * @throws IllegalArgumentException if it is withdrawn already, or before it was recorded
   */
  public Exemption withdrawn(Instant at) {
    checkArgument(withdrawnAt.isEmpty(), "exemption %s is withdrawn already", id);
    return new Exemption(
        schoolId, childId, id, days, rule, reason, approvedBy, recordedAt, Optional.of(at));
  }

  /**
   * Whether it concerns a rule.
   *
   * @param other the rule
   * @return true if it is for that rule or for all
   */
  public boolean concerns(RuleId other) {
    return rule.isEmpty() || rule.get().equals(other);
  }

  /**
   * Whether it was known at an instant and not yet withdrawn.
   *
   * @param knownBefore only what was recorded strictly before is seen
   * @return true if it is seen
   */
  public boolean isKnownBefore(Instant knownBefore) {
    return recordedAt.isBefore(knownBefore)
        && (withdrawnAt.isEmpty() || !withdrawnAt.get().isBefore(knownBefore));
  }

  /** Returns the ids and days; the reason is personal. */
  @Override
  public String toString() {
    return "Exemption[" + schoolId + "/" + childId + "/" + id + " " + days + "]";
  }
}
