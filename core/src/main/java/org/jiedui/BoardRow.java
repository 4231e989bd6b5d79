package org.jiedui;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.compliance.StandingState;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.person.PersonName;
import org.jiedui.person.StudentNumber;
import org.jiedui.storage.BoardPosition;

/**
 * A line of a board: a child with whom contact is due, or who should attend an activity, by which
 * rule or quota, since when, and who answers for it.
 *
 * <p>Immutable.
 *
 * @param position where it stands: its deadline, child and rule
 * @param name the child's name
 * @param studentNumber its student number
 * @param classId its class on the day, or empty if it is in none
 * @param opens the first day of the window
 * @param state due or overdue
 * @param daysOverdue calendar days since the deadline, 0 if due
 * @param responsible who answers for it on the day, or empty if nobody does
 */
public record BoardRow(
    BoardPosition position,
    PersonName name,
    StudentNumber studentNumber,
    Optional<ClassId> classId,
    LocalDate opens,
    StandingState state,
    int daysOverdue,
    Optional<StaffId> responsible) {

  /**
   * Creates a board row.
   *
   * @param position where it stands: its deadline, child and rule
   * @param name the child's name
   * @param studentNumber its student number
   * @param classId its class on the day, or empty if it is in none
   * @param opens the first day of the window
   * @param state due or overdue
   * @param daysOverdue calendar days since the deadline, 0 if due
   * @param responsible who answers for it on the day, or empty if nobody does
   */
  public BoardRow {
    requireNonNull(position, "position");
    requireNonNull(name, "name");
    requireNonNull(studentNumber, "studentNumber");
    requireNonNull(classId, "classId");
    requireNonNull(opens, "opens");
    requireNonNull(state, "state");
    requireNonNull(responsible, "responsible");
  }

  /**
   * Returns the last day on which the window can be met.
   *
   * @return the deadline
   */
  public LocalDate deadline() {
    return position.deadline();
  }

  /** Returns the position; the rest is personal. */
  @Override
  public String toString() {
    return "BoardRow[" + position.childId() + " " + position.rule() + " " + deadline() + "]";
  }
}
