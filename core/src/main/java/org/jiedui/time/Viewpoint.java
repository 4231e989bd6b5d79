package org.jiedui.time;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The pair of dates under which everything is judged: the day on which we look, and the day up to
 * which records are known.
 *
 * <p>A contact made after {@link #asOf()} is not seen; a record made after {@link #knownOn()} does
 * not exist yet. A report of October that is made in November has an as-of date in October and a
 * known-on date in November. The same report under the same viewpoint gives the same answer for
 * ever.
 *
 * <p>Immutable.
 *
 * @param asOf the day on which we look; a contact of that day counts, a deadline on it has not
 *     passed
 * @param knownOn the last day whose records are seen; may be before or after {@code asOf}
 */
public record Viewpoint(LocalDate asOf, LocalDate knownOn) {

  private static final int MAX_YEAR = 9999;

  /**
   * Creates a viewpoint.
   *
   * @param asOf the day on which we look; a contact of that day counts, a deadline on it has not
   *     passed
   * @param knownOn the last day whose records are seen; may be before or after {@code asOf}
   * @throws IllegalArgumentException if a date is not in years 1 to 9999
   */
  public Viewpoint {
    requireNonNull(asOf, "asOf");
    requireNonNull(knownOn, "knownOn");
    checkYear(asOf, "asOf");
    checkYear(knownOn, "knownOn");
  }

  private static void checkYear(LocalDate day, String name) {
    checkArgument(
        day.getYear() >= 1 && day.getYear() <= MAX_YEAR,
        "%s (%s) must be in years 1 to 9999",
        name,
        day);
  }

  /**
   * Returns the usual viewpoint: what was known on the day itself.
   *
   * @param asOf the day on which we look
   * @return a viewpoint whose known-on date is the same day
   */
  public static Viewpoint on(LocalDate asOf) {
    return new Viewpoint(asOf, asOf);
  }

  /**
   * Returns a viewpoint with two dates.
   *
   * @param asOf the day on which we look
   * @param knownOn the last day whose records are seen
   * @return the viewpoint
   */
  public static Viewpoint of(LocalDate asOf, LocalDate knownOn) {
    return new Viewpoint(asOf, knownOn);
  }

  /**
   * Returns the instant before which something must have been recorded to be seen.
   *
   * <p>Example: known on 2025-10-09 in Shanghai, it is 2025-10-09T16:00:00Z, where the next day
   * begins.
   *
   * @param zone the school's zone: on which day something was recorded
   * @return the start of the day after the known-on date
   */
  public Instant knownBefore(ZoneId zone) {
    return knownOn.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
