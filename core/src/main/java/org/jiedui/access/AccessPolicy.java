package org.jiedui.access;

import org.jiedui.id.SchoolId;

/**
 * Decides who may do what.
 *
 * <p>Implementations are pure and thread-safe: the same question has the same answer.
 */
@FunctionalInterface
public interface AccessPolicy {

  /**
   * Decides whether an actor may do something at a school.
   *
   * @param actor who
   * @param operation what
   * @param school at which school
   * @return true if it may
   */
  boolean permits(Actor actor, Operation operation, SchoolId school);

  /**
   * Returns the first policy: staff of a school see their school and record contacts, its
   * administrators also keep its roster and rules, and nobody else sees anything.
   *
   * @return the policy
   */
  static AccessPolicy schoolStaff() {
    return (actor, operation, school) ->
        actor.has(Role.ADMINISTRATOR, school)
            || (actor.has(Role.STAFF, school) && operation.kind() != Operation.Kind.KEEP);
  }
}
