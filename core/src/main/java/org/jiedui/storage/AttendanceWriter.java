package org.jiedui.storage;

import java.util.Collection;
import org.jiedui.activity.Attendance;
import org.jiedui.id.SchoolId;

/** Writes who was at activities: records are added, never changed. */
public interface AttendanceWriter extends AttendanceReader {

  /**
   * Adds records.
   *
   * @param school the school
   * @param records the records, of any activities and children
   * @throws DuplicateRecordException if there is one of the same activity, child, attendee and
   *     instant
   */
  void addAll(SchoolId school, Collection<Attendance> records);
}
