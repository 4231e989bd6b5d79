package org.jiedui.access;

import static java.util.Objects.requireNonNull;

import org.jiedui.id.SchoolId;

/**
 * A role at a school.
 *
 * <p>Immutable.
 *
 * @param school the school
 * @param role what somebody is to it
 */
public record Grant(SchoolId school, Role role) {

  /**
   * Creates a grant.
   *
   * @param school the school
   * @param role what somebody is to it
   */
  public Grant {
    requireNonNull(school, "school");
    requireNonNull(role, "role");
  }
}
