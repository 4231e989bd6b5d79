package org.jiedui.storage;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;

/**
 * Which part of a school's board to read.
 *
 * <pre>{@code
 * BoardQuery.on(school, today).responsible(StaffId.of("T10")).limit(50)
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param school the school
 * @param day the day on which the board is read: what is due or overdue on it
 * @param responsible only what this member of staff answers for, if given
 * @param classId only the children of this class, if given
 * @param after only what comes after this position, if given: the last one of the page before
 * @param limit how many rows at most, 1 or more
 */
public record BoardQuery(
    SchoolId school,
    LocalDate day,
    Optional<StaffId> responsible,
    Optional<ClassId> classId,
    Optional<BoardPosition> after,
    int limit) {

  /** How many rows a page has unless said otherwise. */
  public static final int DEFAULT_LIMIT = 50;

  /**
   * Creates a query.
   *
   * @param school the school
   * @param day the day on which the board is read: what is due or overdue on it
   * @param responsible only what this member of staff answers for, if given
   * @param classId only the children of this class, if given
   * @param after only what comes after this position, if given: the last one of the page before
   * @param limit how many rows at most, 1 or more
   * @throws IllegalArgumentException if the limit is less than 1
   */
  public BoardQuery {
    requireNonNull(school, "school");
    requireNonNull(day, "day");
    requireNonNull(responsible, "responsible");
    requireNonNull(classId, "classId");
    requireNonNull(after, "after");
    checkArgument(limit >= 1, "limit (%s) must be 1 or more", limit);
  }

  /**
   * Returns the query for the first page of a school's board.
   *
   * @param school the school
   * @param day the day on which the board is read
   * @return the query for at most 50 rows
   */
  public static BoardQuery on(SchoolId school, LocalDate day) {
    return new BoardQuery(
        school, day, Optional.empty(), Optional.empty(), Optional.empty(), DEFAULT_LIMIT);
  }

  /**
   * Returns the same query for what one member of staff answers for.
   *
   * @param member the member of staff
   * @return the narrower query
   */
  public BoardQuery responsible(StaffId member) {
    return new BoardQuery(school, day, Optional.of(member), classId, after, limit);
  }

  /**
   * Returns the same query for one class.
   *
   * @param group the class
   * @return the narrower query
   */
  public BoardQuery inClass(ClassId group) {
    return new BoardQuery(school, day, responsible, Optional.of(group), after, limit);
  }

  /**
   * Returns the same query for the next page.
   *
   * @param last the position of the last row of the page before
   * @return the query
   */
  public BoardQuery after(BoardPosition last) {
    return new BoardQuery(school, day, responsible, classId, Optional.of(last), limit);
  }

  /**
   * Returns the same query with another limit.
   *
   * @param rows how many rows at most, 1 or more
   * @return the query
   * @throws IllegalArgumentException if the limit is less than 1
   */
  public BoardQuery limit(int rows) {
    return new BoardQuery(school, day, responsible, classId, after, rows);
  }

  /**
   * Whether a row is on this part of the board, wherever it stands.
   *
   * @param row a row of the same school
   * @return true if it is shown on the day, has opened, and is of the responsible person and class
   *     asked for
   */
  public boolean matches(StandingRow row) {
    return row.standing().isShownOn(day)
        && !row.standing().opens().isAfter(day)
        && (responsible.isEmpty() || responsible.equals(row.responsible()))
        && (classId.isEmpty() || classId.equals(row.classId()));
  }
}
