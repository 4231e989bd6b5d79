package org.jiedui.storage;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jiedui.compliance.Standing;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;

/**
 * A standing as a store keeps it, with who answers for it.
 *
 * <p>Where the responsible person or the class changes while a standing is shown, it is kept as
 * several rows, each shown on its own days; so on every day exactly the right one is seen, and
 * nothing has to run at midnight.
 *
 * <p>Immutable.
 *
 * @param schoolId the school
 * @param childId the child
 * @param standing the standing, shown on the days of this row
 * @param responsible who answers for it on these days, or empty if nobody does
 * @param classId the child's class on these days, or empty if it is in none
 */
public record StandingRow(
    SchoolId schoolId,
    ChildId childId,
    Standing standing,
    Optional<StaffId> responsible,
    Optional<ClassId> classId) {

  /**
   * Creates a standing row.
   *
   * @param schoolId the school
   * @param childId the child
   * @param standing the standing, shown on the days of this row
   * @param responsible who answers for it on these days, or empty if nobody does
   * @param classId the child's class on these days, or empty if it is in none
   */
  public StandingRow {
    requireNonNull(schoolId, "schoolId");
    requireNonNull(childId, "childId");
    requireNonNull(standing, "standing");
    requireNonNull(responsible, "responsible");
    requireNonNull(classId, "classId");
  }

  /**
   * Returns where the row stands on a board.
   *
   * @return its position
   */
  public BoardPosition position() {
    return new BoardPosition(standing.deadline(), childId, standing.rule());
  }
}
