package org.jiedui.time;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

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

  /**
   * Creates a viewpoint.
   *
   * @param asOf the day on which we look; a contact of that day counts, a deadline on it has not
   *     passed
   * @param knownOn the last day whose records are seen; may be before or after {@code asOf}
   */
  public Viewpoint {
    requireNonNull(asOf, "asOf");
    requireNonNull(knownOn, "knownOn");
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
}
