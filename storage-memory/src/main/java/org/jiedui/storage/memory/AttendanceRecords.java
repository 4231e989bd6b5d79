package org.jiedui.storage.memory;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Comparator;
import org.jiedui.activity.Attendance;
import org.jiedui.activity.Attendee;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.AttendanceWriter;
import org.jiedui.storage.DuplicateRecordException;
import org.pcollections.TreePSet;

/** Who was at activities, child by child. */
final class AttendanceRecords implements AttendanceWriter {

  private static final Comparator<Attendance> ORDER =
      Comparator.comparing(Attendance::activityId)
          .thenComparing(Attendance::attendee, Comparator.comparing(Attendee::code))
          .thenComparing(Attendance::recordedAt);

  private final Session session;
  private SchoolMap<ChildId, TreePSet<Attendance>> rows;

  AttendanceRecords(Session session, SchoolMap<ChildId, TreePSet<Attendance>> rows) {
    this.session = session;
    this.rows = rows;
  }

  SchoolMap<ChildId, TreePSet<Attendance>> rows() {
    return rows;
  }

  private TreePSet<Attendance> of(SchoolId school, ChildId child) {
    return rows.find(school, child).orElseGet(() -> TreePSet.empty(ORDER));
  }

  @Override
  public ImmutableList<Attendance> ofActivity(SchoolId school, ActivityId activity) {
    session.checkUse();
    return rows.of(school).values().stream()
        .flatMap(Collection::stream)
        .filter(each -> each.activityId().equals(activity))
        .collect(toImmutableList());
  }

  @Override
  public ImmutableList<Attendance> ofChild(SchoolId school, ChildId child) {
    session.checkUse();
    return ImmutableList.copyOf(of(school, child));
  }

  @Override
  public ImmutableList<Attendance> all(SchoolId school) {
    session.checkUse();
    return rows.of(school).values().stream()
        .flatMap(Collection::stream)
        .sorted(Comparator.comparing(Attendance::activityId).thenComparing(Attendance::childId))
        .collect(toImmutableList());
  }

  @Override
  public void addAll(SchoolId school, Collection<Attendance> records) {
    session.checkWrite();
    for (Attendance each : records) {
      TreePSet<Attendance> own = of(school, each.childId());
      if (own.contains(each)) {
        throw new DuplicateRecordException(
            "attendance", school, each.activityId() + "/" + each.childId());
      }
      rows = rows.plus(school, each.childId(), own.plus(each));
    }
  }

  /** Removes what was recorded of a child. */
  void eraseOf(SchoolId school, ChildId child) {
    rows = rows.minus(school, child);
  }
}
