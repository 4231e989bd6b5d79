package org.jiedui.storage;

import com.google.common.collect.ImmutableList;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;

/** Reads standings. */
public interface StandingReader {

  /**
   * Returns a page of a board: what is due or overdue, by deadline, then child, then rule.
   *
   * <p>It is a range of an index by (school, deadline) or (school, responsible person, deadline),
   * from the position asked for: its cost depends on the page, not on the school.
   *
   * @param query which part
   * @return the rows that {@link BoardQuery#matches match}, in order
   */
  ImmutableList<StandingRow> board(BoardQuery query);

  /**
   * Returns all standings of a child.
   *
   * @param school the school
   * @param child the child
   * @return the rows by rule id, then by the days on which they are shown
   */
  ImmutableList<StandingRow> ofChild(SchoolId school, ChildId child);
}
