package org.jiedui.storage;

import com.google.common.collect.ImmutableList;
import org.jiedui.activity.Attendance;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;

/** Reads who was at activities. */
public interface AttendanceReader {

  /**
   * Returns what was recorded of an activity.
   *
   * @param school the school
   * @param activity the activity
   * @return the records by child, attendee, then when recorded; those that were overridden too
   */
  ImmutableList<Attendance> ofActivity(SchoolId school, ActivityId activity);

  /**
   * Returns what was recorded of a child and its guardians.
   *
   * @param school the school
   * @param child the child
   * @return the records by activity, attendee, then when recorded; those that were overridden too
   */
  ImmutableList<Attendance> ofChild(SchoolId school, ChildId child);

  /**
   * Returns what was recorded of a school.
   *
   * @param school the school
   * @return the records by activity, child, attendee, then when recorded; those that were
   *     overridden too
   */
  ImmutableList<Attendance> all(SchoolId school);
}
