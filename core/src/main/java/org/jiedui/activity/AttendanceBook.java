package org.jiedui.activity;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ChildId;

/**
 * What was recorded of who was where: of two records of the same child, attendee and activity the
 * later one counts.
 *
 * <p>Immutable.
 */
public final class AttendanceBook {

  private record Key(ActivityId activityId, ChildId childId, Attendee attendee) {}

  private final ImmutableList<Attendance> records;
  private final Map<Key, Attendance> last = new HashMap<>();

  private AttendanceBook(Collection<Attendance> records) {
    this.records =
        ImmutableList.sortedCopyOf(Comparator.comparing(Attendance::recordedAt), records);
    for (Attendance each : this.records) {
      last.put(new Key(each.activityId(), each.childId(), each.attendee()), each);
    }
  }

  /**
   * Returns a book of records.
   *
   * @param records the records; of two of the same instant the later in this order counts
   * @return the book
   */
  public static AttendanceBook of(Collection<Attendance> records) {
    return new AttendanceBook(records);
  }

  /**
   * Returns the book as it was with what was recorded up to a day.
   *
   * @param knownOn the last day whose records are seen
   * @param zone the school's zone: on which day something was recorded
   * @return the book
   */
  public AttendanceBook knownOn(LocalDate knownOn, ZoneId zone) {
    Instant end = knownOn.plusDays(1).atStartOfDay(zone).toInstant();
    return new AttendanceBook(
        records.stream().filter(each -> each.recordedAt().isBefore(end)).toList());
  }

  /**
   * Returns all that was recorded.
   *
   * @return the records in the order in which they were made
   */
  public ImmutableList<Attendance> records() {
    return records;
  }

  /**
   * Finds what counts of a child.
   *
   * @param activityId the activity
   * @param childId the child
   * @param attendee the child itself or a guardian
   * @return the last record, or empty if there is none
   */
  public Optional<Attendance> find(ActivityId activityId, ChildId childId, Attendee attendee) {
    return Optional.ofNullable(last.get(new Key(activityId, childId, attendee)));
  }

  /**
   * Returns of whom to ask further after an activity.
   *
   * @param activityId the activity
   * @param attendee the children or a guardian of each
   * @param expected the children
   * @return those who were not there, and those of whom nothing is recorded, by child
   */
  public ImmutableList<FollowUp> followUps(
      ActivityId activityId, Attendee attendee, Collection<ChildId> expected) {
    return ImmutableSortedSet.copyOf(expected).stream()
        .map(child -> new FollowUp(activityId, child, attendee, find(activityId, child, attendee)))
        .filter(each -> !isPresent(each))
        .collect(toImmutableList());
  }

  private static boolean isPresent(FollowUp each) {
    return each.absence().filter(last -> last.presence() == Presence.PRESENT).isPresent();
  }

  /** Returns how much there is, but not what: it is personal. */
  @Override
  public String toString() {
    return "AttendanceBook[" + records.size() + " records]";
  }
}
