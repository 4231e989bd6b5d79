package org.jiedui.storage.jdbc;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiedui.activity.AbsenceReason;
import org.jiedui.activity.Attendance;
import org.jiedui.activity.Attendee;
import org.jiedui.activity.Presence;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.AttendanceWriter;
import org.jiedui.storage.DuplicateRecordException;

/** Who was at activities: the table is only added to. */
final class AttendanceRecords implements AttendanceWriter {

  private static final Columns COLUMNS =
      Columns.of(
          "school_id",
          "activity_id",
          "child_id",
          "attendee",
          "recorded@",
          "presence",
          "reason",
          "recorded_by");
  private static final String SELECT = "SELECT * FROM {attendance} WHERE school_id = ? AND ";
  private static final ActorId NOBODY = ActorId.of("nobody");
  private static final String ORDER = "attendee, recorded_at, recorded_nanos";

  private final Session session;

  AttendanceRecords(Session session) {
    this.session = session;
  }

  @Override
  public ImmutableList<Attendance> ofActivity(SchoolId school, ActivityId activity) {
    return session.list(
        SELECT + "activity_id = ? ORDER BY school_id, activity_id, child_id, " + ORDER,
        Params.of(school).id(activity),
        AttendanceRecords::read);
  }

  @Override
  public ImmutableList<Attendance> ofChild(SchoolId school, ChildId child) {
    return session.list(
        SELECT + "child_id = ? ORDER BY school_id, child_id, activity_id, " + ORDER,
        Params.of(school).id(child),
        AttendanceRecords::read);
  }

  @Override
  public ImmutableList<Attendance> all(SchoolId school) {
    return session.list(
        "SELECT * FROM {attendance} WHERE school_id = ? ORDER BY activity_id, child_id, " + ORDER,
        Params.of(school),
        AttendanceRecords::read);
  }

  private static Attendance read(Row row) throws SQLException {
    return new Attendance(
        row.id("activity_id", ActivityId::of),
        row.id("child_id", ChildId::of),
        row.code("attendee", Attendee.class),
        row.code("presence", Presence.class),
        row.findCode("reason", AbsenceReason.class),
        row.instant("recorded"),
        row.id("recorded_by", ActorId::of));
  }

  @Override
  public void addAll(SchoolId school, Collection<Attendance> records) {
    session.checkWrite();
    // A batch that fails would not tell which is there, so it is asked.
    Set<Attendance> distinct = new HashSet<>();
    for (ActivityId activity :
        records.stream().map(Attendance::activityId).distinct().collect(toImmutableList())) {
      ofActivity(school, activity).forEach(each -> distinct.add(keyOf(each)));
    }
    for (Attendance each : records) {
      if (!distinct.add(keyOf(each))) {
        throw new DuplicateRecordException(
            "attendance", school, each.activityId() + "/" + each.childId());
      }
    }
    for (List<Attendance> some : Iterables.partition(records, Which.MANY)) {
      session.updateAll(
          COLUMNS.insertInto("{attendance}"),
          some.stream().map(each -> params(school, each)).collect(toImmutableList()));
    }
  }

  /** The same record but for what it says. */
  private static Attendance keyOf(Attendance each) {
    return new Attendance(
        each.activityId(),
        each.childId(),
        each.attendee(),
        Presence.PRESENT,
        Optional.empty(),
        each.recordedAt(),
        NOBODY);
  }

  private static Params params(SchoolId school, Attendance each) {
    return Params.of(school)
        .id(each.activityId())
        .id(each.childId())
        .code(each.attendee())
        .instant(each.recordedAt())
        .code(each.presence())
        .code(each.reason())
        .value(each.recordedBy());
  }
}
