package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jiedui.id.PartnerId;
import org.jiedui.id.StaffId;

/**
 * When and where an activity is, who leads it, with whom and how long.
 *
 * <p>Immutable.
 *
 * @param day the day
 * @param startsAt at what time of the school's zone it begins, if that is agreed; a whole minute
 * @param leader who leads it
 * @param place where
 * @param partner the partner that takes part, if any
 * @param minutes how long it lasts, 1 to 1440
 */
public record Arrangement(
    LocalDate day,
    Optional<LocalTime> startsAt,
    StaffId leader,
    Place place,
    Optional<PartnerId> partner,
    int minutes) {

  /**
   * Creates an arrangement.
   *
   * @param day the day
   * @param startsAt at what time of the school's zone it begins, if that is agreed; a whole minute
   * @param leader who leads it
   * @param place where
   * @param partner the partner that takes part, if any
   * @param minutes how long it lasts, 1 to 1440
   * @throws IllegalArgumentException if the time is no whole minute, or the minutes are not 1 to
   *     1440
   */
  public Arrangement {
    requireNonNull(day, "day");
    requireNonNull(startsAt, "startsAt");
    requireNonNull(leader, "leader");
    requireNonNull(place, "place");
    requireNonNull(partner, "partner");
    checkArgument(
        startsAt.isEmpty() || startsAt.get().truncatedTo(ChronoUnit.MINUTES).equals(startsAt.get()),
        "an activity must begin at a whole minute");
    ActivityTemplate.checkMinutes(minutes);
  }

  /**
   * Returns the arrangement that a planner proposes, without a time of day.
   *
   * @param placement the proposal
   * @return the arrangement
   */
  public static Arrangement from(ProposedActivity placement) {
    Booking booking = placement.booking();
    return new Arrangement(
        booking.day(),
        Optional.empty(),
        booking.leader(),
        booking.place(),
        placement.template().partner(),
        placement.template().minutes());
  }

  /**
   * Returns the same arrangement on another day.
   *
   * @param other the day
   * @return the arrangement
   */
  public Arrangement onDay(LocalDate other) {
    return new Arrangement(other, startsAt, leader, place, partner, minutes);
  }

  /**
   * Returns the same arrangement at a time of day.
   *
   * @param time the time of the school's zone, a whole minute
   * @return the arrangement
   * @throws IllegalArgumentException if it is no whole minute
   */
  public Arrangement startingAt(LocalTime time) {
    return new Arrangement(day, Optional.of(time), leader, place, partner, minutes);
  }

  /**
   * Returns the same arrangement with another leader.
   *
   * @param other who leads
   * @return the arrangement
   */
  public Arrangement ledBy(StaffId other) {
    return new Arrangement(day, startsAt, other, place, partner, minutes);
  }
}
