package org.jiedui.storage;

import com.google.common.collect.ImmutableList;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.mentor.MentorAssignment;

/** Reads mentor assignments. */
public interface AssignmentReader extends RecordReader<AssignmentId, MentorAssignment> {

  /**
   * Returns the mentor assignments of a child.
   *
   * @param school the school
   * @param child the child
   * @return the assignments by id, closed ones too
   */
  ImmutableList<MentorAssignment> ofChild(SchoolId school, ChildId child);
}
