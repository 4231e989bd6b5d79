package org.jiedui.activity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.id.TemplateId;

/**
 * What an activity takes up: a leader, a place and classes, on a day.
 *
 * <p>Immutable.
 *
 * @param id the activity
 * @param day the day
 * @param leader who leads it
 * @param place where it is
 * @param classes the classes that take part
 * @param template the template of which it is, if any
 */
public record Booking(
    ActivityId id,
    LocalDate day,
    StaffId leader,
    Place place,
    ImmutableSet<ClassId> classes,
    Optional<TemplateId> template) {

  /**
   * Creates a booking.
   *
   * @param id the activity
   * @param day the day
   * @param leader who leads it
   * @param place where it is
   * @param classes the classes that take part
   * @param template the template of which it is, if any
   */
  public Booking {
    requireNonNull(id, "id");
    requireNonNull(day, "day");
    requireNonNull(leader, "leader");
    requireNonNull(place, "place");
    requireNonNull(classes, "classes");
    requireNonNull(template, "template");
  }

  /**
   * Creates the booking of an activity of no template.
   *
   * @param id the activity
   * @param day the day
   * @param leader who leads it
   * @param place where it is
   * @param classes the classes that take part
   */
  public Booking(
      ActivityId id, LocalDate day, StaffId leader, Place place, ImmutableSet<ClassId> classes) {
    this(id, day, leader, place, classes, Optional.empty());
  }

  /**
   * Whether it is as another was planned: on that day and by that leader.
   *
   * @param other the other
   * @return true if neither has changed
   */
  public boolean isKeptFrom(Booking other) {
    return day.equals(other.day) && leader.equals(other.leader);
  }

  /** Whether it is what a template asks for on an occasion, though under an id of its own. */
  boolean meets(TemplateId asking, Occasion occasion, Collection<ClassId> all) {
    return template.filter(asking::equals).isPresent()
        && occasion.days().contains(day)
        && classes.containsAll(all);
  }

  /** What it takes up that no other may take up on the day. */
  ImmutableSet<Claim> claims() {
    ImmutableSet.Builder<Claim> claims = ImmutableSet.builder();
    claims.add(new Claim(Clash.LEADER, leader.value(), day));
    if (!place.ownRooms()) {
      claims.add(new Claim(Clash.PLACE, place.name(), day));
    }
    classes.forEach(each -> claims.add(new Claim(Clash.CLASS, each.value(), day)));
    return claims.build();
  }
}
