package org.jiedui;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.jiedui.access.AccessPolicy;
import org.jiedui.child.GuardianshipSettings;

/**
 * What a host hands in: the clock, the source of identifiers, who may do what, and the numbers
 * under which families are checked.
 *
 * <p>Usually the system's clock in UTC, and random UUIDs.
 *
 * <p>Immutable.
 *
 * @param clock gives the instant at which something is recorded
 * @param ids gives a new identifier each time: 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -},
 *     never made of personal data; thread-safe
 * @param policy decides who may do what
 * @param guardianship the numbers under which a {@link org.jiedui.child.GuardianshipCheck} judges
 */
public record OfficeSettings(
    InstantSource clock,
    Supplier<String> ids,
    AccessPolicy policy,
    GuardianshipSettings guardianship) {

  /**
   * Creates settings.
   *
   * @param clock gives the instant at which something is recorded
   * @param ids gives a new identifier each time: 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -},
   *     never made of personal data; thread-safe
   * @param policy decides who may do what
   * @param guardianship the numbers under which a {@link org.jiedui.child.GuardianshipCheck} judges
   */
  public OfficeSettings {
    requireNonNull(clock, "clock");
    requireNonNull(ids, "ids");
    requireNonNull(policy, "policy");
    requireNonNull(guardianship, "guardianship");
  }

  /**
   * Returns settings with the first policy, {@link AccessPolicy#schoolStaff()}, and the numbers of
   * the law.
   *
   * @param clock gives the instant at which something is recorded
   * @param ids gives a new identifier each time
   * @return the settings
   */
  public static OfficeSettings of(InstantSource clock, Supplier<String> ids) {
    return new OfficeSettings(clock, ids, AccessPolicy.schoolStaff(), GuardianshipSettings.byLaw());
  }

  /**
   * Returns the same settings with another policy.
   *
   * @param other decides who may do what
   * @return the settings
   */
  public OfficeSettings withPolicy(AccessPolicy other) {
    return new OfficeSettings(clock, ids, other, guardianship);
  }

  /**
   * Returns the same settings with other numbers for checks of families.
   *
   * @param other the numbers
   * @return the settings
   */
  public OfficeSettings withGuardianship(GuardianshipSettings other) {
    return new OfficeSettings(clock, ids, policy, other);
  }
}
