package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jspecify.annotations.Nullable;

/**
 * The attendance of a class, taken in one go: all are there but those of whom it is said that they
 * are not.
 *
 * <pre>{@code
 * ImmutableList<Attendance> attendance =
 *     AttendanceSheet.of(meeting.id(), Attendee.GUARDIAN, childrenOfTheClass)
 *         .without(c7, Presence.EXCUSED, AbsenceReason.AWAY)
 *         .without(c9, Presence.ABSENT, AbsenceReason.UNKNOWN)
 *         .taken(now, teacher);
 * }</pre>
 *
 * <p>Immutable.
 */
public final class AttendanceSheet {

  private record Absence(Presence presence, AbsenceReason reason) {}

  private final ActivityId activityId;
  private final Attendee attendee;
  private final ImmutableSortedSet<ChildId> expected;
  private final ImmutableSortedMap<ChildId, Absence> absences;

  private AttendanceSheet(
      ActivityId activityId,
      Attendee attendee,
      ImmutableSortedSet<ChildId> expected,
      ImmutableSortedMap<ChildId, Absence> absences) {
    this.activityId = activityId;
    this.attendee = attendee;
    this.expected = expected;
    this.absences = absences;
  }

  /**
   * Returns a sheet on which all are there.
   *
   * @param activityId the activity
   * @param attendee whether it is the children or a guardian of each
   * @param expected the children
   * @return the sheet
   */
  public static AttendanceSheet of(
      ActivityId activityId, Attendee attendee, Collection<ChildId> expected) {
    return new AttendanceSheet(
        activityId, attendee, ImmutableSortedSet.copyOf(expected), ImmutableSortedMap.of());
  }

  /**
   * Returns the same sheet, with one who is not there.
   *
   * @param child the child, one of those on the sheet
   * @param presence excused or absent
   * @param reason why
   * @return the sheet
   * @throws IllegalArgumentException if the child is not on the sheet, or the presence is present
   */
  public AttendanceSheet without(ChildId child, Presence presence, AbsenceReason reason) {
    checkArgument(expected.contains(child), "child %s is not on the sheet", child);
    checkArgument(presence != Presence.PRESENT, "one who is not there is excused or absent");
    Map<ChildId, Absence> all = new TreeMap<>(absences);
    all.put(child, new Absence(presence, reason));
    return new AttendanceSheet(activityId, attendee, expected, ImmutableSortedMap.copyOf(all));
  }

  /**
   * Returns what is recorded.
   *
   * @param at when it is recorded
   * @param by who records it
   * @return the attendance of every child on the sheet, by child
   */
  public ImmutableList<Attendance> taken(Instant at, ActorId by) {
    return expected.stream().map(child -> attendance(child, at, by)).collect(toImmutableList());
  }

  private Attendance attendance(ChildId child, Instant at, ActorId by) {
    @Nullable Absence absence = absences.get(child);
    return new Attendance(
        activityId,
        child,
        attendee,
        absence == null ? Presence.PRESENT : absence.presence(),
        Optional.ofNullable(absence).map(Absence::reason),
        at,
        by);
  }

  /** Returns the activity and how many are on it. */
  @Override
  public String toString() {
    return "AttendanceSheet[" + activityId + ", " + expected.size() + " expected]";
  }
}
