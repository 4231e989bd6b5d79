package org.jiedui.storage;

import org.jiedui.id.AssignmentId;
import org.jiedui.mentor.MentorAssignment;

/** Writes mentor assignments. */
public interface AssignmentWriter
    extends RecordWriter<AssignmentId, MentorAssignment>, AssignmentReader {}
