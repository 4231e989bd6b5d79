package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import jakarta.validation.constraints.NotBlank;
import org.jiedui.activity.AbsenceReason;
import org.jiedui.activity.Attendee;
import org.jiedui.activity.Presence;

/**
 * That a child or a guardian was at an activity or was not, as somebody wrote it: a row of {@code
 * attendance.csv}.
 *
 * <p>A file may have the names of the fields as headings or Chinese ones: 活动编号, 学籍号, 出席, 参加人, 缺席原因.
 * The first three columns must be there.
 *
 * @param activity the identifier of the activity (活动编号)
 * @param studentNumber the child's student number (学籍号), also where it is a guardian who was there
 * @param presence whether present, excused or absent (出席), for instance 到场
 * @param attendee whose attendance it is (参加人), 学生 or 家长; if empty, the guardian's at a parents'
 *     meeting or a training of guardians, and the child's elsewhere
 * @param reason why not, for one who was not there (缺席原因); if empty, unknown
 */
public record AttendanceDraft(
    @NotBlank(message = "required") @IdText String activity,
    @NotBlank(message = "required") @StudentNumberText String studentNumber,
    @NotBlank(message = "required") @CodedText(Presence.class) String presence,
    @CodedText(Attendee.class) String attendee,
    @CodedText(AbsenceReason.class) String reason) {

  /** The table of attendance: its columns and their headings. */
  public static final DraftTable<AttendanceDraft> TABLE =
      new DraftTable<>(
          ImmutableList.of("activity", "studentNumber", "presence", "attendee", "reason"),
          ImmutableMap.of(
              "活动编号", "activity",
              "学籍号", "studentNumber",
              "出席", "presence",
              "参加人", "attendee",
              "缺席原因", "reason"),
          ImmutableSet.of("activity", "studentNumber", "presence"),
          f ->
              new AttendanceDraft(
                  f.apply("activity"),
                  f.apply("studentNumber"),
                  f.apply("presence"),
                  f.apply("attendee"),
                  f.apply("reason")));

  /**
   * Creates a draft of an attendance.
   *
   * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
   *
   * @param activity the identifier of the activity (活动编号)
   * @param studentNumber the child's student number (学籍号), also where it is a guardian who was
   *     there
   * @param presence whether present, excused or absent (出席), for instance 到场
   * @param attendee whose attendance it is (参加人), 学生 or 家长; if empty, the guardian's at a parents'
   *     meeting or a training of guardians, and the child's elsewhere
   * @param reason why not, for one who was not there (缺席原因); if empty, unknown
   */
  public AttendanceDraft {
    activity = nullToEmpty(activity);
    studentNumber = nullToEmpty(studentNumber);
    presence = nullToEmpty(presence);
    attendee = nullToEmpty(attendee);
    reason = nullToEmpty(reason);
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "AttendanceDraft[redacted]";
  }
}
