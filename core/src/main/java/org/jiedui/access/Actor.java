package org.jiedui.access;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import org.jiedui.id.ActorId;
import org.jiedui.id.SchoolId;

/**
 * Somebody who acts: a teacher, an office clerk or a program. The host has authenticated it.
 *
 * <p>Immutable.
 *
 * @param id the identifier that stands in the audit
 * @param grants the roles at schools that it has; none means that it may do nothing
 */
public record Actor(ActorId id, ImmutableSet<Grant> grants) {

  /**
   * Creates an actor.
   *
   * @param id the identifier that stands in the audit
   * @param grants the roles at schools that it has; none means that it may do nothing
   */
  public Actor {
    requireNonNull(id, "id");
    requireNonNull(grants, "grants");
  }

  /**
   * Returns an actor.
   *
   * @param id the identifier that stands in the audit
   * @param grants the roles at schools that it has
   * @return the actor
   */
  public static Actor of(ActorId id, Grant... grants) {
    return new Actor(id, ImmutableSet.copyOf(Arrays.asList(grants)));
  }

  /**
   * Returns a member of a school's staff.
   *
   * @param id the identifier that stands in the audit
   * @param school the school
   * @return the actor
   */
  public static Actor staffOf(ActorId id, SchoolId school) {
    return of(id, new Grant(school, Role.STAFF));
  }

  /**
   * Returns somebody who keeps a school's roster, staff, calendar and rules.
   *
   * @param id the identifier that stands in the audit
   * @param school the school
   * @return the actor
   */
  public static Actor administratorOf(ActorId id, SchoolId school) {
    return of(id, new Grant(school, Role.ADMINISTRATOR));
  }

  /**
   * Whether it has a role at a school.
   *
   * @param role the role
   * @param school the school
   * @return true if it was granted
   */
  public boolean has(Role role, SchoolId school) {
    return grants.contains(new Grant(school, role));
  }
}
