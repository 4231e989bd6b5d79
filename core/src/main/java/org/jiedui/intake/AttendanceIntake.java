package org.jiedui.intake;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jiedui.activity.AbsenceReason;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityState;
import org.jiedui.activity.Attendance;
import org.jiedui.activity.AttendanceBook;
import org.jiedui.activity.Attendee;
import org.jiedui.activity.Presence;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;

/** Checks attendance against a school, its activities and what was recorded of them. */
final class AttendanceIntake {

  /** What is held for guardians, so that they are meant where nobody is named. */
  private static final ImmutableSet<ActivityKind> FOR_GUARDIANS =
      ImmutableSet.of(ActivityKind.PARENTS_MEETING, ActivityKind.GUARDIAN_TRAINING);

  private final DraftValidator validator;
  private final ActivityDirectory directory;
  private final Function<ActivityId, AttendanceBook> stored;
  private final ActorId by;
  private final Recording recording;
  private final Instant now;
  private final Map<ActivityId, AttendanceBook> books = new HashMap<>();

  AttendanceIntake(
      DraftValidator validator,
      ActivityDirectory directory,
      Function<ActivityId, AttendanceBook> stored,
      ActorId recordedBy,
      Recording recording,
      Instant now) {
    this.validator = validator;
    this.directory = directory;
    this.stored = stored;
    this.by = recordedBy;
    this.recording = recording.notAfter(now);
    this.now = now;
  }

  IntakeResult<Attendance> check(List<DraftRow<AttendanceDraft>> rows) {
    return new RowCheck<AttendanceDraft, Attendance>()
        .run(
            rows,
            validator,
            "studentNumber",
            draft ->
                RowKeys.of(
                    draft.activity().strip(),
                    Texts.studentNumberKey(draft.studentNumber()),
                    attendee(draft).code()),
            this::attendance);
  }

  /** Whose attendance it is, for a row of which nothing is checked yet too. */
  private Attendee attendee(AttendanceDraft draft) {
    return Texts.coded(Attendee.class, draft.attendee())
        .orElseGet(
            () ->
                findActivity(draft)
                        .filter(activity -> FOR_GUARDIANS.contains(activity.kind()))
                        .isPresent()
                    ? Attendee.GUARDIAN
                    : Attendee.CHILD);
  }

  private Optional<Activity> findActivity(AttendanceDraft draft) {
    String id = draft.activity().strip();
    return Texts.isId(id)
        ? Optional.ofNullable(directory.activities().get(ActivityId.of(id)))
        : Optional.empty();
  }

  private Optional<Attendance> attendance(
      AttendanceDraft draft, RowCheck<AttendanceDraft, Attendance>.Row row) {
    Optional<ChildId> child = directory.school().child(draft.studentNumber(), row);
    Optional<Activity> activity = findActivity(draft);
    activity.ifPresentOrElse(
        known -> checkActivity(known, row),
        () -> row.report("activity", DraftRule.UNKNOWN_ACTIVITY));
    Presence presence = Texts.coded(Presence.class, draft.presence()).orElseThrow();
    Optional<AbsenceReason> reason = Texts.coded(AbsenceReason.class, draft.reason());
    if (presence == Presence.PRESENT && reason.isPresent()) {
      row.report("reason", DraftRule.REASON_NOT_EXPECTED);
    }
    if (!row.isGood() || child.isEmpty() || activity.isEmpty()) {
      return Optional.empty();
    }
    ActivityId id = activity.get().id();
    Optional<Attendance> before =
        books.computeIfAbsent(id, stored).find(id, child.get(), attendee(draft));
    if (before.filter(last -> saysSo(last, presence, reason)).isPresent()) {
      return before;
    }
    before.ifPresent(
        last ->
            row.report(
                last.presence() == presence ? "reason" : "presence", DraftRule.STORED_CORRECTED));
    return Optional.of(
        new Attendance(
            id,
            child.get(),
            attendee(draft),
            presence,
            presence == Presence.PRESENT
                ? Optional.empty()
                : reason.or(() -> Optional.of(AbsenceReason.UNKNOWN)),
            before.isPresent() ? now : recording.of(activity.get().status().arrangement().day()),
            by));
  }

  private void checkActivity(Activity activity, RowCheck<AttendanceDraft, Attendance>.Row row) {
    if (activity.status().state() == ActivityState.CANCELLED) {
      row.report("activity", DraftRule.ACTIVITY_CANCELLED);
    } else if (activity
        .status()
        .arrangement()
        .day()
        .isAfter(directory.school().school().dayOf(now))) {
      row.report("activity", DraftRule.ACTIVITY_TO_COME);
    }
  }

  /** A row without a reason takes none back. */
  private static boolean saysSo(
      Attendance last, Presence presence, Optional<AbsenceReason> reason) {
    return last.presence() == presence && reason.or(last::reason).equals(last.reason());
  }
}
