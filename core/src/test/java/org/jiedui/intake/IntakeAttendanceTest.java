package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.intake.SampleSchool.NOW;
import static org.jiedui.intake.SampleSchool.texts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jiedui.activity.AbsenceReason;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityFact;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.Attendance;
import org.jiedui.activity.AttendanceBook;
import org.jiedui.activity.Attendee;
import org.jiedui.activity.Presence;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeAttendanceTest {

  private static final ActorId CLERK = ActorId.of("clerk");
  private static final Instant LATER = NOW.plus(Duration.ofHours(1));
  private static final Activity LECTURE = SampleSchool.activity("A2", "2025-09-19");

  private static Activity of(String id, ActivityKind kind) {
    return new Activity(
        LECTURE.schoolId(),
        ActivityId.of(id),
        LECTURE.template(),
        kind,
        LECTURE.title(),
        LECTURE.audience(),
        LECTURE.classes(),
        LECTURE.history());
  }

  private static final ActivityDirectory SCHOOL =
      SampleSchool.activities(
          LECTURE,
          of("A1", ActivityKind.PARENTS_MEETING),
          of("A6", ActivityKind.GUARDIAN_TRAINING),
          SampleSchool.activity("A8", "2026-02-02"),
          SampleSchool.activity("A9", "2025-09-19")
              .with(ActivityFact.cancelled("rain", NOW, CLERK)));

  private static IntakeResult<Attendance> attendance(List<Attendance> stored, String... changes) {
    return SampleSchool.INTAKE.attendance(
        Drafts.goodRows(AttendanceDraft.class, changes),
        SCHOOL,
        activity ->
            AttendanceBook.of(
                stored.stream().filter(each -> each.activityId().equals(activity)).toList()),
        CLERK,
        Recording.at(NOW),
        stored.isEmpty() ? NOW : LATER);
  }

  private static IntakeResult<Attendance> csv(String text) {
    return SampleSchool.INTAKE.attendance(
        text, SCHOOL, activity -> AttendanceBook.of(List.of()), CLERK, Recording.at(NOW), NOW);
  }

  @Test
  void attendance_thatIsNew_mayCountAsRecordedOnTheDayOfTheActivity() {
    assertThat(
            SampleSchool.INTAKE
                .attendance(
                    Drafts.goodRows(AttendanceDraft.class, ""),
                    SCHOOL,
                    activity -> AttendanceBook.of(List.of()),
                    CLERK,
                    Recording.onItsFirstDay(SampleSchool.SCHOOL.zone()),
                    NOW)
                .valuesOrThrow())
        .extracting(Attendance::recordedAt)
        .containsExactly(Instant.parse("2025-09-18T16:00:00Z"));
  }

  @Test
  void attendance_row_becomesARecord_ofNow() {
    assertThat(attendance(List.of(), "").valuesOrThrow())
        .containsExactly(
            new Attendance(
                ActivityId.of("A2"),
                SampleSchool.LUO_ID,
                Attendee.CHILD,
                Presence.PRESENT,
                Optional.empty(),
                NOW,
                CLERK));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the row                                | whose    | presence | reason
          presence=出席                            | child    | present  |
          presence=缺席                            | child    | absent   | unknown
          presence=请假 && reason=病假             | child    | excused  | illness
          attendee=家长 && presence=absent && reason=away | guardian | absent | away
          activity=A1                              | guardian | present  |
          activity=A6                              | guardian | present  |
          activity=A1 && attendee=学生             | child    | present  |
          """)
  void attendance_row_saysWhoWasThere(String change, String whose, String presence, String reason) {
    Attendance read = attendance(List.of(), change).valuesOrThrow().get(0);
    assertThat(read.attendee().code()).isEqualTo(whose);
    assertThat(read.presence().code()).isEqualTo(presence);
    assertThat(read.reason().map(AbsenceReason::code)).isEqualTo(Optional.ofNullable(reason));
  }

  @Test
  void attendance_faults_areToldTogether() {
    IntakeResult<Attendance> result =
        attendance(
            List.of(),
            "activity=A7 && studentNumber=L522424201811290007 && reason=病假",
            "activity=A8",
            "activity=A9",
            "presence=来了 && attendee=x",
            "studentNumber=" + SampleSchool.GUO,
            "studentNumber=" + SampleSchool.GUO + " && presence=缺席",
            "attendee=家长",
            "attendee=guardian && activity=A1",
            "activity=A1");
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 activity unknown-activity",
            "row 2 reason reason-not-expected",
            "row 2 studentNumber unknown-student",
            "row 3 activity activity-to-come",
            "row 4 activity activity-cancelled",
            "row 5 attendee not-one-of",
            "row 5 presence not-one-of",
            "row 6 studentNumber contradicting-row",
            "row 7 studentNumber contradicting-row",
            "row 9 studentNumber contradicting-row",
            "row 10 studentNumber contradicting-row");
    assertThat(result.values()).hasSize(1);
  }

  @Test
  void attendance_thatIsThereAlready_isTheStoredOne_andAnotherIsALaterRecord() {
    Attendance stored = attendance(List.of(), "presence=请假 && reason=病假").valuesOrThrow().get(0);
    List<Attendance> all = List.of(stored);
    assertThat(attendance(all, "presence=请假 && reason=病假").values()).containsExactly(stored);
    assertThat(attendance(all, "presence=请假").values())
        .as("no reason takes none back")
        .containsExactly(stored);
    assertThat(attendance(all, "presence=请假").violations()).isEmpty();
    IntakeResult<Attendance> other = attendance(all, "presence=请假 && reason=事假");
    assertThat(texts(other.violations())).containsExactly("row 2 reason stored-corrected");
    assertThat(other.values().get(0).reason()).contains(AbsenceReason.FAMILY);
    assertThat(other.values().get(0).recordedAt()).isEqualTo(LATER);
    IntakeResult<Attendance> present = attendance(all, "");
    assertThat(texts(present.violations())).containsExactly("row 2 presence stored-corrected");
    assertThat(present.values().get(0).presence()).isEqualTo(Presence.PRESENT);
    assertThat(attendance(all, "attendee=家长").violations()).as("another's").isEmpty();
  }

  @Test
  void csv_asSchoolsWriteIt_isRead_andAnyFaultKeepsAllOut() {
    String text = "\uFEFF活动编号,学籍号,出席\r\nA2,G52242420181129483X,到场\r\n";
    assertThat(csv(text).valuesOrThrow()).isEqualTo(attendance(List.of(), "").valuesOrThrow());
    IntakeResult<Attendance> result = csv(text + "A7,G52242420181129483X,到场\r\n");
    assertThat(texts(result.violations())).containsExactly("row 3 activity unknown-activity");
    assertThat(result.values()).isEmpty();
    assertThat(texts(csv("activity,reason,出席,缺席原因\n").violations()))
        .containsExactly("row 1 reason repeated-column", "row 1 studentNumber missing-column");
  }
}
