package org.jiedui.school;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import org.jiedui.id.RecordCheckId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;

/**
 * That the records of a member of staff were checked for offences that bar people from work with
 * minors (未成年人保护法 art. 62).
 *
 * <p>What was found is not kept here: it belongs into the personnel file. Somebody who must not
 * work with minors holds no post any more, and that is recorded as such.
 *
 * <p>Immutable.
 *
 * @param schoolId the school
 * @param id the identifier
 * @param staff whose records
 * @param checkedOn the day on which they were checked
 * @param recordedAt when that was recorded
 */
public record RecordCheck(
    SchoolId schoolId, RecordCheckId id, StaffId staff, LocalDate checkedOn, Instant recordedAt) {

  /**
   * Creates a check.
   *
   * @param schoolId the school
   * @param id the identifier
   * @param staff whose records
   * @param checkedOn the day on which they were checked
   * @param recordedAt when that was recorded
   */
  public RecordCheck {
    requireNonNull(schoolId, "schoolId");
    requireNonNull(id, "id");
    requireNonNull(staff, "staff");
    requireNonNull(checkedOn, "checkedOn");
    requireNonNull(recordedAt, "recordedAt");
  }
}
