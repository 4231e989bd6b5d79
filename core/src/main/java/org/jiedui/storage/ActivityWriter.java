package org.jiedui.storage;

import org.jiedui.activity.Activity;
import org.jiedui.id.ActivityId;

/** Writes activities. */
public interface ActivityWriter extends RecordWriter<ActivityId, Activity>, ActivityReader {}
