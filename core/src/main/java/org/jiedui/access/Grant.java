package org.jiedui.access;

import org.jiedui.id.SchoolId;

/**
 * A role at a school.
 *
 * <p>Immutable.
 *
 * @param school the school
 * @param role what somebody is to it
 */
public record Grant(SchoolId school, Role role) {}
