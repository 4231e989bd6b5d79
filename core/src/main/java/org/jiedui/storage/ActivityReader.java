package org.jiedui.storage;

import com.google.common.collect.ImmutableList;
import org.jiedui.activity.Activity;
import org.jiedui.id.ActivityId;
import org.jiedui.id.SchoolId;
import org.jiedui.time.DateRange;

/** Reads activities. */
public interface ActivityReader extends RecordReader<ActivityId, Activity> {

  /**
   * Returns the activities that are, or ever were, arranged for some days: so the plan of a term as
   * it was known on an earlier day is among them.
   *
   * @param school the school
   * @param days the days, with an end
   * @return the activities by id, cancelled ones too
   * @throws IllegalArgumentException if the days have no end
   */
  ImmutableList<Activity> onDays(SchoolId school, DateRange days);
}
