package org.jiedui.activity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jiedui.child.CareFacts;
import org.jiedui.compliance.CareRecord;
import org.jiedui.contact.Channel;
import org.jiedui.contact.ContactSeries;
import org.jiedui.contact.Party;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ChildId;
import org.jiedui.rule.Exemption;

/**
 * All that a quota needs to know of one child: its facts, its exemptions, the plan, and what was
 * recorded of its attendance and its guardians'.
 *
 * <p>Immutable.
 */
public final class AttendanceRecord {

  private static final int KIND =
      ContactSeries.kind(Party.OTHER_STAFF, Channel.MEETING, ImmutableSet.of(Party.CHILD));

  private final ChildId childId;
  private final CareFacts facts;
  private final ImmutableList<Exemption> exemptions;
  private final ActivityPlan plan;
  private final ImmutableListMultimap<ActivityId, Attendance> attendance;
  private final ZoneId zone;

  private AttendanceRecord(
      ChildId childId,
      CareFacts facts,
      ImmutableList<Exemption> exemptions,
      ActivityPlan plan,
      ImmutableListMultimap<ActivityId, Attendance> attendance,
      ZoneId zone) {
    this.childId = childId;
    this.facts = facts;
    this.exemptions = exemptions;
    this.plan = plan;
    this.attendance = attendance;
    this.zone = zone;
  }

  /**
   * Returns the record of a child.
   *
   * @param childId the child
   * @param facts its facts
   * @param exemptions its exemptions, in any order
   * @param plan the activities of the school
   * @param attendance what was recorded of it and of others, in any order
   * @param zone the school's zone: on which day something was recorded
   * @return the record
   */
  public static AttendanceRecord of(
      ChildId childId,
      CareFacts facts,
      Collection<Exemption> exemptions,
      ActivityPlan plan,
      Collection<Attendance> attendance,
      ZoneId zone) {
    return new AttendanceRecord(
        childId,
        facts,
        ImmutableList.copyOf(exemptions),
        plan,
        attendance.stream()
            .filter(each -> each.childId().equals(childId))
            .sorted(Comparator.comparing(Attendance::recordedAt))
            .collect(
                ImmutableListMultimap.toImmutableListMultimap(
                    Attendance::activityId, each -> each)),
        zone);
  }

  ChildId childId() {
    return childId;
  }

  CareFacts facts() {
    return facts;
  }

  ActivityPlan plan() {
    return plan;
  }

  ZoneId zone() {
    return zone;
  }

  ImmutableList<Attendance> attendanceAt(ActivityId activity, Attendee attendee) {
    return attendance.get(activity).stream()
        .filter(each -> each.attendee() == attendee)
        .collect(ImmutableList.toImmutableList());
  }

  /** One stretch of time in which we thought that it was at an activity. */
  private record Presumed(LocalDate day, Instant from, Optional<Instant> until) {}

  /** The attendance that counts for a quota, as the contacts that the evaluator judges. */
  CareRecord toCareRecord(ActivityQuota quota) {
    List<Presumed> all = new ArrayList<>();
    for (Activity activity : plan.activities()) {
      if (quota.kinds().contains(activity.kind()) && attendance.containsKey(activity.id())) {
        all.addAll(presumed(activity, quota.attendee()));
      }
    }
    all.sort(Comparator.comparing(Presumed::day).thenComparing(Presumed::from));
    ContactSeries.Builder series = new ContactSeries.Builder();
    for (Presumed each : all) {
      series.add(
          (int) each.day().toEpochDay(),
          KIND,
          epochDay(each.from()),
          each.until().map(this::epochDay).orElse(ContactSeries.NEVER));
    }
    return CareRecord.packed(childId, facts, exemptions, series.build(), zone);
  }

  private int epochDay(Instant instant) {
    return (int) instant.atZone(zone).toLocalDate().toEpochDay();
  }

  /** It counts while both are known: that the activity was held, and that it was there. */
  private List<Presumed> presumed(Activity activity, Attendee attendee) {
    ImmutableList<Attendance> own = attendanceAt(activity.id(), attendee);
    TreeSet<Instant> changes = new TreeSet<>();
    activity.history().forEach(fact -> changes.add(fact.recordedAt()));
    own.forEach(each -> changes.add(each.recordedAt()));
    List<Presumed> presumed = new ArrayList<>();
    Optional<LocalDate> counting = Optional.empty();
    Instant since = Instant.MIN;
    for (Instant change : changes) {
      Optional<LocalDate> now = dayAttended(activity, own, change);
      if (!now.equals(counting)) {
        if (counting.isPresent()) {
          presumed.add(new Presumed(counting.get(), since, Optional.of(change)));
        }
        counting = now;
        since = change;
      }
    }
    if (counting.isPresent()) {
      presumed.add(new Presumed(counting.get(), since, Optional.empty()));
    }
    return presumed;
  }

  private static Optional<LocalDate> dayAttended(
      Activity activity, List<Attendance> own, Instant at) {
    boolean wasThere = false;
    for (Attendance each : own) {
      if (!each.recordedAt().isAfter(at)) {
        wasThere = each.presence() == Presence.PRESENT;
      }
    }
    Optional<ActivityStatus> status = activity.statusKnownBefore(at.plusNanos(1));
    return wasThere && status.isPresent() && status.get().state() == ActivityState.HELD
        ? Optional.of(status.get().arrangement().day())
        : Optional.empty();
  }

  /** Returns the child's id. */
  @Override
  public String toString() {
    return "AttendanceRecord[" + childId + "]";
  }
}
