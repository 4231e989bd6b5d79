package org.jiedui.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiedui.activity.AbsenceReason;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityBook;
import org.jiedui.activity.ActivityFact;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityQuota;
import org.jiedui.activity.Arrangement;
import org.jiedui.activity.Attendance;
import org.jiedui.activity.Attendee;
import org.jiedui.activity.Place;
import org.jiedui.activity.Presence;
import org.jiedui.activity.QuotaAmount;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ClassId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.Scope;
import org.jiedui.storage.CareWriter;
import org.jiedui.text.Wording;

/**
 * Three quotas, an activity of theirs in every week since the school year began, all held, and who
 * was there: of ten children one was not.
 */
final class HeldPlan {

  private static final int DAYS_BETWEEN = 7;
  private static final int ABSENT_ONE_OF = 10;
  private static final int MINUTES = 90;
  private static final ActorId CLERK = ActorId.of("clerk");

  private static final ImmutableList<ActivityQuota> QUOTAS =
      ImmutableList.of(
          quota(
              "safety-lectures",
              Wording.of("安全与法制讲座", "Safety and legal lectures"),
              ActivityKind.SAFETY_LECTURE,
              "1+ per-term",
              Attendee.CHILD),
          quota(
              "parents-meetings",
              Wording.of("家长会", "Parents' meetings"),
              ActivityKind.PARENTS_MEETING,
              "1+ term-start",
              Attendee.GUARDIAN),
          quota(
              "reading",
              Wording.of("图书阅览", "Reading"),
              ActivityKind.READING,
              "1+ P1M",
              Attendee.CHILD));

  private final SchoolId school;
  private final LocalDate end;

  /**
   * Creates a plan.
   *
   * @param school the school
   * @param end the day before which it was held
   */
  HeldPlan(SchoolId school, LocalDate end) {
    this.school = school;
    this.end = end;
  }

  private static ActivityQuota quota(
      String id, Wording title, ActivityKind kind, String amount, Attendee attendee) {
    return new ActivityQuota(
        RuleId.of(id),
        title,
        Provenance.unverified("preset"),
        ImmutableSet.of(kind),
        QuotaAmount.parse(amount),
        false,
        Scope.all(),
        1,
        attendee,
        PresetRules.VALID_FROM,
        Optional.empty());
  }

  /** Stores it, with these children of the school. */
  void load(CareWriter writer, List<CountyChild> children) {
    writer.activityBooks().insert(school, ActivityBook.empty().withQuotas(QUOTAS));
    ImmutableSet<ClassId> classes =
        writer.classes().all(school).stream()
            .map(group -> group.id())
            .collect(ImmutableSet.toImmutableSet());
    List<Attendance> attendance = new ArrayList<>();
    int number = 0;
    for (LocalDate day = PresetRules.VALID_FROM;
        day.isBefore(end);
        day = day.plusDays(DAYS_BETWEEN)) {
      ActivityQuota quota = QUOTAS.get(number % QUOTAS.size());
      Activity activity = held(number++, quota, day, classes);
      writer.activities().insert(activity);
      for (CountyChild child : children) {
        attendance.add(attendance(child, activity, quota.attendee(), day));
      }
    }
    writer.attendance().addAll(school, attendance);
  }

  private Activity held(
      int number, ActivityQuota quota, LocalDate day, ImmutableSet<ClassId> classes) {
    Arrangement arrangement =
        new Arrangement(
            day,
            Optional.of(LocalTime.of(14, 0)),
            StaffId.of("T1"),
            Place.classrooms(),
            Optional.empty(),
            MINUTES);
    return Activity.of(
            school,
            ActivityId.of("a-" + number),
            quota.kinds().iterator().next(),
            quota.title(),
            Scope.all(),
            classes,
            ActivityFact.drafted(arrangement, at(PresetRules.VALID_FROM, 8), CLERK))
        .with(ActivityFact.agreed(at(PresetRules.VALID_FROM, 9), CLERK))
        .with(ActivityFact.held(at(day, 17), CLERK));
  }

  private static Attendance attendance(
      CountyChild child, Activity activity, Attendee attendee, LocalDate day) {
    boolean absent = (child.number() + day.toEpochDay() / DAYS_BETWEEN) % ABSENT_ONE_OF == 0;
    return new Attendance(
        activity.id(),
        child.id(),
        attendee,
        absent ? Presence.EXCUSED : Presence.PRESENT,
        absent ? Optional.of(AbsenceReason.ILLNESS) : Optional.empty(),
        at(day, 18),
        CLERK);
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(LifeCourse.ZONE).toInstant();
  }
}
