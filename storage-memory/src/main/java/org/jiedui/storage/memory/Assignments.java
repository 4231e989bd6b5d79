package org.jiedui.storage.memory;

import com.google.common.collect.ImmutableSet;
import org.jiedui.id.AssignmentId;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.storage.AssignmentWriter;

/** Mentor assignments. */
final class Assignments extends OwnedRecords<AssignmentId, MentorAssignment>
    implements AssignmentWriter {

  private static final Kind<AssignmentId, MentorAssignment> KIND =
      new Kind<>("mentor assignment", MentorAssignment::schoolId, MentorAssignment::id);

  Assignments(Session session, Rows<AssignmentId, MentorAssignment> rows) {
    super(session, KIND, each -> ImmutableSet.of(each.childId()), rows);
  }
}
