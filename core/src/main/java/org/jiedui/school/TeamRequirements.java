package org.jiedui.school;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Period;
import java.util.Arrays;

/**
 * What a school asks of its care team: which responsibilities somebody must hold, and how often the
 * records of its staff are checked.
 *
 * <p>Immutable.
 *
 * @param responsibilities what somebody must answer for; with study and daily life, every class
 *     must have a homeroom teacher
 * @param recordCheckEvery how long a check of somebody's records stands, more than nothing
 */
public record TeamRequirements(
    ImmutableSet<Responsibility> responsibilities, Period recordCheckEvery) {

  /** How long a check stands unless said otherwise: 未成年人保护法 art. 62 says 每年, every year. */
  private static final Period A_YEAR = Period.ofYears(1);

  private static final TeamRequirements DEFAULTS =
      new TeamRequirements(Sets.immutableEnumSet(Arrays.asList(Responsibility.values())), A_YEAR);

  /**
   * Creates requirements.
   *
   * @param responsibilities what somebody must answer for; with study and daily life, every class
   *     must have a homeroom teacher
   * @param recordCheckEvery how long a check of somebody's records stands, more than nothing
   * @throws IllegalArgumentException if the period is nothing or has a negative part
   */
  public TeamRequirements {
    requireNonNull(responsibilities, "responsibilities");
    requireNonNull(recordCheckEvery, "recordCheckEvery");
    checkArgument(
        !recordCheckEvery.isZero() && !recordCheckEvery.isNegative(),
        "recordCheckEvery (%s) must be more than nothing",
        recordCheckEvery);
  }

  /**
   * Returns what one school's work summary asks for: all four responsibilities, and a check of
   * records every year.
   *
   * @return the requirements to begin with
   */
  public static TeamRequirements defaults() {
    return DEFAULTS;
  }

  /**
   * Returns the same requirements with other responsibilities.
   *
   * @param needed what somebody must answer for
   * @return the requirements
   */
  public TeamRequirements withResponsibilities(Responsibility... needed) {
    return new TeamRequirements(Sets.immutableEnumSet(Arrays.asList(needed)), recordCheckEvery);
  }

  /**
   * Returns the same requirements with another interval of checks.
   *
   * @param every how long a check stands, more than nothing
   * @return the requirements
   * @throws IllegalArgumentException if the period is nothing or has a negative part
   */
  public TeamRequirements withRecordCheckEvery(Period every) {
    return new TeamRequirements(responsibilities, every);
  }
}
