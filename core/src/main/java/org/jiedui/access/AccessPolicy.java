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
   * <p>What protects children from harm is apart from that ladder. Any of its staff may raise a
   * referral, and then not read it again; only the safeguarding role sees referrals and reports
   * them. An administrator does not by being one: who keeps the system need not know what a child
   * suffered. A host that wants it otherwise grants somebody both roles.
   *
   * @return the policy
   */
  static AccessPolicy schoolStaff() {
    return (actor, operation, school) ->
        switch (operation.kind()) {
          case SEE, RECORD ->
              actor.has(Role.STAFF, school) || actor.has(Role.ADMINISTRATOR, school);
          case KEEP -> actor.has(Role.ADMINISTRATOR, school);
          case PROTECT -> actor.has(Role.SAFEGUARDING, school);
        };
  }
}
