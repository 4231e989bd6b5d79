package org.jiedui.storage.memory;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import org.jiedui.activity.Activity;
import org.jiedui.id.ActivityId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.ActivityWriter;
import org.jiedui.storage.Versioned;
import org.jiedui.time.DateRange;

/** Activities. */
final class Activities extends Records<ActivityId, Activity> implements ActivityWriter {

  private static final Kind<ActivityId, Activity> KIND =
      new Kind<>("activity", Activity::schoolId, Activity::id);

  Activities(Session session, SchoolMap<ActivityId, Versioned<Activity>> rows) {
    super(session, KIND, rows);
  }

  @Override
  public ImmutableList<Activity> onDays(SchoolId school, DateRange days) {
    session().checkUse();
    checkArgument(days.hasEnd(), "the days (%s) must have an end", days);
    return records().of(school).values().stream()
        .map(Versioned::value)
        .filter(activity -> wasEverOn(activity, days))
        .collect(toImmutableList());
  }

  private static boolean wasEverOn(Activity activity, DateRange days) {
    return activity.history().stream()
        .flatMap(fact -> fact.arrangement().stream())
        .anyMatch(arrangement -> days.contains(arrangement.day()));
  }
}
