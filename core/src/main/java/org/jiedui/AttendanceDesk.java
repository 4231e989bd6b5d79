package org.jiedui;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.access.Operation;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityState;
import org.jiedui.activity.Attendance;
import org.jiedui.activity.AttendanceBook;
import org.jiedui.activity.AttendanceRecord;
import org.jiedui.activity.AttendanceSheet;
import org.jiedui.activity.Attendee;
import org.jiedui.activity.ChildVerdict;
import org.jiedui.activity.FollowUp;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Child;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.intake.AttendanceDraft;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.Recording;
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
   * Returns a sheet for a class on which every child in care is there: say who is not, with {@link
   * AttendanceSheet#without}, and {@link #take} it.
   *
   * @param school the school
   * @param activity the activity
   * @param classId a class that takes part
   * @param attendee the children or a guardian of each
   * @return the sheet with the children who are in care and in the class on the activity's day
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such activity
   * @throws IllegalArgumentException if the class does not take part
   */
  @Performs(Operation.SEE_ACTIVITIES)
  public AttendanceSheet sheet(
      SchoolId school, ActivityId activity, ClassId classId, Attendee attendee) {
    return gate.look(
        Operation.SEE_ACTIVITIES,
        school,
        (reader, count) -> {
          Activity stored = reader.activities().get(school, activity).value();
          checkArgument(
              stored.classes().contains(classId),
              "class %s must take part in activity %s",
              classId,
              activity);
          ImmutableList<ChildId> expected =
              expected(
                  reader,
                  school,
                  ImmutableSet.of(classId),
                  stored.status().arrangement().day(),
                  Instant.MAX);
          count.add(expected.size());
          return AttendanceSheet.of(activity, attendee, expected);
        });
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
    store(writer, school, records, activities(writer, school, records));
    return records;
  }

  /**
   * Checks attendance that was written down elsewhere, against the constraints and the school;
   * stores nothing.
   *
   * @param school the school; it must have a calendar
   * @param rows the rows
   * @param recording when what is new counts as recorded, by the day of the activity; what differs
   *     from what is stored is recorded now
   * @return the attendance and every violation; that of which the row says nothing new is equal to
   *     what is stored
   * @throws IllegalStateException if the school has no calendar yet
   */
  @Performs(Operation.IMPORT_ATTENDANCE)
  public IntakeResult<Attendance> checkAttendance(
      SchoolId school, List<DraftRow<AttendanceDraft>> rows, Recording recording) {
    return gate.run(
        Operation.IMPORT_ATTENDANCE,
        school,
        (writer, count) ->
            gate.intake()
                .attendance(
                    rows,
                    Directories.activities(writer, school),
                    activity -> book(writer, school, activity),
                    gate.actor().id(),
                    recording,
                    gate.now()));
  }

  /**
   * Checks a CSV text of attendance, with the headings of {@link AttendanceDraft}; stores nothing.
   *
   * @param school the school; it must have a calendar
   * @param csv the text
   * @param recording when what is new counts as recorded, by the day of the activity
   * @return the attendance, none if there is any fault, and every violation, see {@link
   *     #checkAttendance}
   * @throws IllegalStateException if the school has no calendar yet
   */
  @Performs(Operation.IMPORT_ATTENDANCE)
  public IntakeResult<Attendance> checkAttendanceCsv(
      SchoolId school, String csv, Recording recording) {
    return gate.run(
        Operation.IMPORT_ATTENDANCE,
        school,
        (writer, count) ->
            gate.intake()
                .attendance(
                    csv,
                    Directories.activities(writer, school),
                    activity -> book(writer, school, activity),
                    gate.actor().id(),
                    recording,
                    gate.now()));
  }

  /**
   * Takes in attendance that was written down elsewhere, all or none. A record that says what was
   * recorded last of the same activity, child and attendee is left alone, so taking in the same
   * ones again changes nothing; one that says something else is a later record, and counts.
   *
   * @param school the school
   * @param records the records, at most one of an activity, child and attendee
   * @return how many were stored
   * @throws IllegalArgumentException if one was recorded after now, or not after the one that it
   *     differs from
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such activity or child
   */
  @CanIgnoreReturnValue
  @Performs(Operation.IMPORT_ATTENDANCE)
  public int importAttendance(SchoolId school, Collection<Attendance> records) {
    return gate.run(
        Operation.IMPORT_ATTENDANCE,
        school,
        (writer, count) -> {
          ImmutableList<Activity> activities = activities(writer, school, records);
          Map<ActivityId, AttendanceBook> books = new HashMap<>();
          ImmutableList<Attendance> fresh =
              records.stream()
                  .filter(
                      each ->
                          isNews(
                              each,
                              books.computeIfAbsent(
                                  each.activityId(), id -> book(writer, school, id))))
                  .collect(toImmutableList());
          store(writer, school, fresh, activities);
          count.add(fresh.size());
          return fresh.size();
        });
  }

  /** The activities of records; the children of all must be there too. */
  private static ImmutableList<Activity> activities(
      CareReader reader, SchoolId school, Collection<Attendance> records) {
    ImmutableList<Activity> activities =
        records.stream()
            .map(Attendance::activityId)
            .distinct()
            .map(each -> reader.activities().get(school, each).value())
            .collect(toImmutableList());
    Directories.checkKnown(reader.children(), school, children(records));
    return activities;
  }

  private static ImmutableSet<ChildId> children(Collection<Attendance> records) {
    return records.stream().map(Attendance::childId).collect(toImmutableSet());
  }

  /** Stores records, and refreshes what quotas say of the children if one of them counts. */
  private void store(
      CareWriter writer,
      SchoolId school,
      Collection<Attendance> records,
      Collection<Activity> activities) {
    writer.attendance().addAll(school, records);
    if (activities.stream().anyMatch(each -> each.status().state() == ActivityState.HELD)) {
      StandingKeeper.of(gate.office(), writer, school).refreshQuotas(writer, children(records));
    }
  }

  private boolean isNews(Attendance given, AttendanceBook book) {
    checkArgument(
        !given.recordedAt().isAfter(gate.now()),
        "attendance at %s must not be recorded in the future",
        given.activityId());
    Optional<Attendance> last = book.find(given.activityId(), given.childId(), given.attendee());
    if (last.filter(
            known -> known.presence() == given.presence() && known.reason().equals(given.reason()))
        .isPresent()) {
      return false;
    }
    checkArgument(
        last.isEmpty() || given.recordedAt().isAfter(last.get().recordedAt()),
        "attendance at %s must be recorded after what it differs from",
        given.activityId());
    return true;
  }

  private static AttendanceBook book(CareReader reader, SchoolId school, ActivityId activity) {
    return AttendanceBook.of(reader.attendance().ofActivity(school, activity));
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
    return book(reader, school, activity).knownOn(viewpoint.knownOn(), zone(reader, school));
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
              expected(reader, school, stored.classes(), day.get(), knownBefore);
          ImmutableList<FollowUp> open =
              book(reader, school, activity, viewpoint).followUps(activity, attendee, expected);
          count.add(open.size());
          return open;
        });
  }

  private static ImmutableList<ChildId> expected(
      CareReader reader,
      SchoolId school,
      Collection<ClassId> classes,
      LocalDate day,
      Instant knownBefore) {
    return reader.children().all(school).stream()
        .filter(child -> isExpected(child, classes, day, knownBefore))
        .map(Child::id)
        .collect(toImmutableList());
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
   * @return the periods that began, of each child in turn; none if the quota asks for nothing of
   *     each child
   * @throws IllegalArgumentException if the school has no such quota
   * @throws IllegalStateException if the school has no calendar
   */
  @Performs(Operation.SEE_REPORTS)
  public ImmutableList<ChildVerdict> coverage(SchoolId school, RuleId quota, Viewpoint viewpoint) {
    return gate.look(
        Operation.SEE_REPORTS,
        school,
        (reader, count) -> {
          checkArgument(
              ActivityBookDesk.read(reader, school).quotas().stream()
                  .anyMatch(each -> each.id().equals(quota)),
              "there is no quota %s",
              quota);
          Optional<ChildQuotas> quotas =
              ChildQuotas.ofAll(reader, school).filter(each -> each.ids().contains(quota));
          ImmutableList.Builder<ChildVerdict> verdicts = ImmutableList.builder();
          if (quotas.isPresent()) {
            ImmutableListMultimap<ChildId, Exemption> exemptions =
                Multimaps.index(reader.exemptions().all(school), Exemption::childId);
            for (Child child : reader.children().all(school)) {
              AttendanceRecord record =
                  quotas.get().record(child.id(), child.facts(), exemptions.get(child.id()));
              verdicts.addAll(quotas.get().evaluator().judge(record, quota, viewpoint));
            }
          }
          ImmutableList<ChildVerdict> all = verdicts.build();
          count.add(all.size());
          return all;
        });
  }
}
