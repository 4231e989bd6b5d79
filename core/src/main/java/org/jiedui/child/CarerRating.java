package org.jiedui.child;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * How well a carer can care for a child, as the school saw it on a day.
 *
 * <p>Immutable.
 *
 * @param ability how well
 * @param ratedOn the day on which it was seen
 */
public record CarerRating(CarerAbility ability, LocalDate ratedOn) {

  /**
   * Creates a rating.
   *
   * @param ability how well
   * @param ratedOn the day on which it was seen
   */
  public CarerRating {
    requireNonNull(ability, "ability");
    requireNonNull(ratedOn, "ratedOn");
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "CarerRating[redacted]";
  }
}
