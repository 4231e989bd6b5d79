package org.jiedui.storage.jdbc;

import com.google.common.collect.ObjectArrays;
import java.sql.SQLException;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.MentorAssignment;
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
              ObjectArrays.concat(
                  new String[] {"child_id", "mentor", "mentor_role"},
                  Tenures.COLUMNS,
                  String.class)),
          MentorAssignment::schoolId,
          MentorAssignment::id);

  Assignments(Session session) {
    super(session, KIND);
  }

  @Override
  void bind(MentorAssignment assignment, Params params) {
    params.id(assignment.childId()).value(assignment.mentor()).code(assignment.role());
    Tenures.bind(assignment.tenure(), params);
  }

  @Override
  MentorAssignment read(SchoolId school, Row row) throws SQLException {
    return new MentorAssignment(
        school,
        row.id("assignment_id", AssignmentId::of),
        MentorPair.of(
            row.id("child_id", ChildId::of),
            row.id("mentor", StaffId::of),
            row.code("mentor_role", MentorRole.class)),
        Tenures.read(row));
  }
}
