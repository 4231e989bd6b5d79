package org.jiedui;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jiedui.access.AccessPolicy;
import org.jiedui.activity.ActivityPolicy;
import org.jiedui.census.AbsenceDefinition;
import org.jiedui.census.LeftBehindDefinition;
import org.jiedui.child.GuardianshipSettings;

/**
 * What a host hands in: the clock, the source of identifiers, who may do what, the numbers under
 * which families are checked, how mentors are chosen, and who is left behind.
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
 * @param mentors how mentors are chosen
 * @param careFollows the definition of left-behind children that opens and closes their care by
 *     itself, see {@link org.jiedui.census.CareKeeper}; empty if only the school does
 * @param activities decides who may do which step with an activity
 */
public record OfficeSettings(
    InstantSource clock,
    Supplier<String> ids,
    AccessPolicy policy,
    GuardianshipSettings guardianship,
    MentorSettings mentors,
    Optional<LeftBehindDefinition> careFollows,
    ActivityPolicy activities) {

  /**
   * Creates settings.
   *
   * @param clock gives the instant at which something is recorded
   * @param ids gives a new identifier each time: 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -},
   *     never made of personal data; thread-safe
   * @param policy decides who may do what
   * @param guardianship the numbers under which a {@link org.jiedui.child.GuardianshipCheck} judges
   * @param mentors how mentors are chosen
   * @param careFollows the definition of left-behind children that opens and closes their care by
   *     itself, see {@link org.jiedui.census.CareKeeper}; empty if only the school does
   * @param activities decides who may do which step with an activity
   */
  public OfficeSettings {
    requireNonNull(clock, "clock");
    requireNonNull(ids, "ids");
    requireNonNull(policy, "policy");
    requireNonNull(guardianship, "guardianship");
    requireNonNull(mentors, "mentors");
    requireNonNull(careFollows, "careFollows");
    requireNonNull(activities, "activities");
  }

  /**
   * Returns settings with the first policy, {@link AccessPolicy#schoolStaff()}, the numbers of the
   * law, mentors as usual, {@link MentorSettings#usual()}, and care that follows the definition of
   * civil affairs, {@link AbsenceDefinition#civilAffairs()}.
   *
   * @param clock gives the instant at which something is recorded
   * @param ids gives a new identifier each time
   * @return the settings
   */
  public static OfficeSettings of(InstantSource clock, Supplier<String> ids) {
    return new OfficeSettings(
        clock,
        ids,
        AccessPolicy.schoolStaff(),
        GuardianshipSettings.byLaw(),
        MentorSettings.usual(),
        Optional.of(AbsenceDefinition.civilAffairs()),
        ActivityPolicy.usual());
  }

  /**
   * Returns the same settings with another policy.
   *
   * @param other decides who may do what
   * @return the settings
   */
  public OfficeSettings withPolicy(AccessPolicy other) {
    return new OfficeSettings(clock, ids, other, guardianship, mentors, careFollows, activities);
  }

  /**
   * Returns the same settings with other numbers for checks of families.
   *
   * @param other the numbers
   * @return the settings
   */
  public OfficeSettings withGuardianship(GuardianshipSettings other) {
    return new OfficeSettings(clock, ids, policy, other, mentors, careFollows, activities);
  }

  /**
   * Returns the same settings with mentors chosen otherwise.
   *
   * @param other how mentors are chosen
   * @return the settings
   */
  public OfficeSettings withMentors(MentorSettings other) {
    return new OfficeSettings(clock, ids, policy, guardianship, other, careFollows, activities);
  }

  /**
   * Returns the same settings with care that follows another definition.
   *
   * @param definition who is left behind
   * @return the settings
   */
  public OfficeSettings withCareFollowing(LeftBehindDefinition definition) {
    return new OfficeSettings(
        clock, ids, policy, guardianship, mentors, Optional.of(definition), activities);
  }

  /**
   * Returns the same settings, with which only the school opens and closes care.
   *
   * @return the settings
   */
  public OfficeSettings withoutCareFollowing() {
    return new OfficeSettings(
        clock, ids, policy, guardianship, mentors, Optional.empty(), activities);
  }

  /**
   * Returns the same settings with others who may do which step with an activity.
   *
   * @param other decides who may
   * @return the settings
   */
  public OfficeSettings withActivities(ActivityPolicy other) {
    return new OfficeSettings(clock, ids, policy, guardianship, mentors, careFollows, other);
  }
}
