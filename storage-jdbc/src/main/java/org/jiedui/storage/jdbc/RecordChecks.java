package org.jiedui.storage.jdbc;

import java.sql.SQLException;
import org.jiedui.id.RecordCheckId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.school.RecordCheck;

/** Checks of the staff's records. */
final class RecordChecks extends Records<RecordCheckId, RecordCheck> {

  private static final Kind<RecordCheckId, RecordCheck> KIND =
      new Kind<>(
          "record check",
          "{record_check}",
          "check_id",
          Columns.of("staff_id", "checked_on", "recorded@"),
          RecordCheck::schoolId,
          RecordCheck::id);

  RecordChecks(Session session) {
    super(session, KIND);
  }

  @Override
  void bind(RecordCheck check, Params params) {
    params.value(check.staff()).day(check.checkedOn()).instant(check.recordedAt());
  }

  @Override
  RecordCheck read(SchoolId school, Row row) throws SQLException {
    return new RecordCheck(
        school,
        row.id("check_id", RecordCheckId::of),
        row.id("staff_id", StaffId::of),
        row.day("checked_on"),
        row.instant("recorded"));
  }
}
