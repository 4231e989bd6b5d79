package org.jiedui;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import org.jiedui.access.Operation;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityPlan;
import org.jiedui.activity.ActivityState;
import org.jiedui.activity.Attendance;
import org.jiedui.activity.AttendanceBook;
import org.jiedui.activity.AttendanceRecord;
import org.jiedui.activity.AttendanceSheet;
import org.jiedui.activity.Attendee;
import org.jiedui.activity.ChildVerdict;
import org.jiedui.activity.FollowUp;
import org.jiedui.activity.QuotaEvaluator;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Child;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.rule.Exemption;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.time.Viewpoint;

/**
 * The desk for who was at activities, and for whom something is missing.
 *
 * <pre>{@code
 * desk.attendance()
 *     .take(
 *         school,
 *         AttendanceSheet.of(lecture, Attendee.CHILD, childrenOfTheClass)
 *             .without(c7, Presence.EXCUSED, AbsenceReason.ILLNESS));
 * desk.attendance().followUps(school, lecture, Attendee.CHILD, Viewpoint.on(today));
 * desk.attendance().coverage(school, RuleId.of("safety-lecture"), Viewpoint.on(today));
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class AttendanceDesk {

  private final Gate gate;

  AttendanceDesk(Gate gate) {
    this.gate = gate;
  }

  /**
   * Takes attendance in one go, for a class say. Taken again, the later record counts.
   *
   * @param school the school
   * @param sheet who was expected, and who was not there
   * @return the records
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such activity, or one of the
   *     children is not there; then nothing is stored
   */
  @CanIgnoreReturnValue
  @Performs(Operation.TAKE_ATTENDANCE)
  public ImmutableList<Attendance> take(SchoolId school, AttendanceSheet sheet) {
    return gate.run(
        Operation.TAKE_ATTENDANCE,
        school,
        (writer, count) -> {
          ImmutableList<Attendance> records = add(writer, school, sheet);
          count.add(records.size());
          return records;
        });
  }

  /** Adds the records of a sheet, and refreshes what quotas say of the children if it counts. */
  ImmutableList<Attendance> add(CareWriter writer, SchoolId school, AttendanceSheet sheet) {
    ImmutableList<Attendance> records = sheet.taken(gate.now(), gate.actor().id());
    ImmutableSet<ActivityId> activities =
        records.stream().map(Attendance::activityId).collect(toImmutableSet());
    boolean counts = false;
    for (ActivityId each : activities) {
      ActivityState state = writer.activities().get(school, each).value().status().state();
      counts |= state == ActivityState.HELD;
    }
    records.forEach(each -> writer.children().get(school, each.childId()));
    writer.attendance().addAll(school, records);
    if (counts) {
      StandingKeeper.of(gate.office(), writer, school)
          .refreshQuotas(
              writer, records.stream().map(Attendance::childId).collect(toImmutableSet()));
    }
    return records;
  }

  /**
   * Returns who was at an activity, as known.
   *
   * @param school the school
   * @param activity the activity
   * @param viewpoint up to which day records are seen
   * @return the records that were known, the last of a child and attendee counts
   */
  @Performs(Operation.SEE_ACTIVITIES)
  public AttendanceBook at(SchoolId school, ActivityId activity, Viewpoint viewpoint) {
    return gate.look(
        Operation.SEE_ACTIVITIES,
        school,
        (reader, count) -> {
          AttendanceBook book = book(reader, school, activity, viewpoint);
          count.add(book.records().size());
          return book;
        });
  }

  private static AttendanceBook book(
      CareReader reader, SchoolId school, ActivityId activity, Viewpoint viewpoint) {
    return AttendanceBook.of(reader.attendance().ofActivity(school, activity))
        .knownOn(viewpoint.knownOn(), zone(reader, school));
  }

  private static ZoneId zone(CareReader reader, SchoolId school) {
    return reader.schools().get(school).value().zone();
  }

  /**
   * Finds of whom to ask further after an activity: the children in care of its classes on its day
   * who, or whose guardians, were not there or of whom nothing is recorded.
   *
   * @param school the school
   * @param activity the activity
   * @param attendee the children or a guardian of each
   * @param viewpoint the dates under which to look
   * @return those to ask, by child; none if the activity is to come on the as-of date
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such activity
   */
  @Performs(Operation.SEE_ACTIVITIES)
  public ImmutableList<FollowUp> followUps(
      SchoolId school, ActivityId activity, Attendee attendee, Viewpoint viewpoint) {
    return gate.look(
        Operation.SEE_ACTIVITIES,
        school,
        (reader, count) -> {
          Instant knownBefore = viewpoint.knownBefore(zone(reader, school));
          Activity stored = reader.activities().get(school, activity).value();
          Optional<LocalDate> day =
              stored
                  .statusKnownBefore(knownBefore)
                  .map(status -> status.arrangement().day())
                  .filter(held -> !held.isAfter(viewpoint.asOf()));
          if (day.isEmpty()) {
            return ImmutableList.of();
          }
          ImmutableList<ChildId> expected =
              reader.children().all(school).stream()
                  .filter(child -> isExpected(child, stored.classes(), day.get(), knownBefore))
                  .map(Child::id)
                  .collect(toImmutableList());
          ImmutableList<FollowUp> open =
              book(reader, school, activity, viewpoint).followUps(activity, attendee, expected);
          count.add(open.size());
          return open;
        });
  }

  private static boolean isExpected(
      Child child, Collection<ClassId> classes, LocalDate day, Instant knownBefore) {
    return child.facts().care().on(day, knownBefore).map(CareStatus::inCare).orElse(false)
        && child
            .facts()
            .placement()
            .on(day, knownBefore)
            .map(placement -> classes.contains(placement.classId()))
            .orElse(false);
  }

  /**
   * Judges every child by a quota: who attended enough, and who attended none so far.
   *
   * @param school the school
   * @param quota a quota of the school
   * @param viewpoint the dates under which to judge
   * @return the periods that began, of each child in turn
   * @throws IllegalArgumentException if the school has no such quota
   * @throws IllegalStateException if the school has no calendar
   */
  @Performs(Operation.SEE_REPORTS)
  public ImmutableList<ChildVerdict> coverage(SchoolId school, RuleId quota, Viewpoint viewpoint) {
    return gate.look(
        Operation.SEE_REPORTS,
        school,
        (reader, count) -> {
          QuotaEvaluator evaluator = ActivitiesDesk.evaluator(reader, school);
          ActivityPlan plan = ActivitiesDesk.all(reader, school);
          ImmutableListMultimap<ChildId, Attendance> attendance =
              reader.attendance().all(school).stream()
                  .collect(
                      ImmutableListMultimap.toImmutableListMultimap(
                          Attendance::childId, each -> each));
          ImmutableListMultimap<ChildId, Exemption> exemptions =
              reader.exemptions().all(school).stream()
                  .collect(
                      ImmutableListMultimap.toImmutableListMultimap(
                          Exemption::childId, each -> each));
          ZoneId zone = zone(reader, school);
          ImmutableList.Builder<ChildVerdict> verdicts = ImmutableList.builder();
          for (Child child : reader.children().all(school)) {
            verdicts.addAll(
                evaluator.judge(
                    AttendanceRecord.of(
                        child.id(),
                        child.facts(),
                        exemptions.get(child.id()),
                        plan,
                        attendance.get(child.id()),
                        zone),
                    quota,
                    viewpoint));
          }
          ImmutableList<ChildVerdict> all = verdicts.build();
          count.add(all.size());
          return all;
        });
  }
}
