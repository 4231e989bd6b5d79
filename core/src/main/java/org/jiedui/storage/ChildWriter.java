package org.jiedui.storage;

import org.jiedui.child.Child;
import org.jiedui.id.ChildId;

/**
 * Writes children. A student number is unique within a school: inserting or updating a child to the
 * number of another is refused with {@link DuplicateRecordException}.
 */
public interface ChildWriter extends RecordWriter<ChildId, Child>, ChildReader {}
