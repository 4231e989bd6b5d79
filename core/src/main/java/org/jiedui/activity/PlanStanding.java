package org.jiedui.activity;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jiedui.compliance.Standing;
import org.jiedui.id.ClassId;

/**
 * The period of a quota to act on now, for the school or a class.
 *
 * <p>Immutable.
 *
 * @param classId the class, if each class has its own
 * @param standing the period, as that of a contact rule: a board shows both side by side
 */
public record PlanStanding(Optional<ClassId> classId, Standing standing) {

  /**
   * Creates a standing.
   *
   * @param classId the class, if each class has its own
   * @param standing the period, as that of a contact rule: a board shows both side by side
   */
  public PlanStanding {
    requireNonNull(classId, "classId");
    requireNonNull(standing, "standing");
  }
}
