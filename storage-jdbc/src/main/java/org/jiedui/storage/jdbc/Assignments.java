package org.jiedui.storage.jdbc;

import java.sql.SQLException;
import java.util.Optional;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.mentor.MentorAssignment.Closing;
import org.jiedui.mentor.MentorPair;
import org.jiedui.mentor.MentorRole;
import org.jiedui.storage.AssignmentWriter;

/** Mentor assignments. */
final class Assignments extends Owned<AssignmentId, MentorAssignment> implements AssignmentWriter {

  private static final Kind<AssignmentId, MentorAssignment> KIND =
      new Kind<>(
          "mentor assignment",
          "{mentor_assignment}",
          "assignment_id",
          Columns.of(
              "child_id",
              "mentor",
              "mentor_role",
              "first_day",
              "recorded@",
              "last_day",
              "closing_reason",
              "closed@"),
          MentorAssignment::schoolId,
          MentorAssignment::id);

  Assignments(Session session) {
    super(session, KIND);
  }

  @Override
  void bind(MentorAssignment assignment, Params params) {
    params
        .id(assignment.childId())
        .value(assignment.mentor())
        .code(assignment.role())
        .day(assignment.from())
        .instant(assignment.recordedAt())
        .day(assignment.closing().map(Closing::lastDay))
        .text(assignment.closing().map(Closing::reason))
        .instant(assignment.closing().map(Closing::recordedAt));
  }

  @Override
  MentorAssignment read(SchoolId school, Row row) throws SQLException {
    Optional<String> reason = row.findText("closing_reason");
    return new MentorAssignment(
        school,
        row.id("assignment_id", AssignmentId::of),
        MentorPair.of(
            row.id("child_id", ChildId::of),
            row.id("mentor", StaffId::of),
            row.code("mentor_role", MentorRole.class)),
        row.day("first_day"),
        row.instant("recorded"),
        reason.isEmpty()
            ? Optional.empty()
            : Optional.of(new Closing(row.day("last_day"), reason.get(), row.instant("closed"))));
  }
}
