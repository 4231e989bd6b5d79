package org.jiedui.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.junit.jupiter.api.Test;

/** Who was there, taken in one go for a class. */
class AttendanceTest {

  private static final ActivityId MEETING = ActivityId.of("A1");
  private static final ActorId TEACHER = ActorId.of("T10");
  private static final Instant SEPTEMBER_5 = Instant.parse("2025-09-05T10:00:00Z");
  private static final Instant SEPTEMBER_8 = Instant.parse("2025-09-08T10:00:00Z");
  private static final ImmutableList<ChildId> CLASS =
      ImmutableList.of(ChildId.of("c-3"), ChildId.of("c-1"), ChildId.of("c-2"));

  private static AttendanceSheet sheet() {
    return AttendanceSheet.of(MEETING, Attendee.GUARDIAN, CLASS)
        .without(ChildId.of("c-2"), Presence.EXCUSED, AbsenceReason.AWAY);
  }

  @Test
  void taken_class_hasOneRecordOfEach() {
    assertThat(sheet().taken(SEPTEMBER_5, TEACHER))
        .extracting(each -> each.childId() + " " + each.presence().code())
        .containsExactly("c-1 present", "c-2 excused", "c-3 present");
  }

  @Test
  void without_childOfAnotherClassOrPresent_isRejected() {
    assertThatThrownBy(
            () -> sheet().without(ChildId.of("c-9"), Presence.ABSENT, AbsenceReason.UNKNOWN))
        .hasMessage("child c-9 is not on the sheet");
    assertThatThrownBy(
            () -> sheet().without(ChildId.of("c-1"), Presence.PRESENT, AbsenceReason.UNKNOWN))
        .hasMessage("one who is not there is excused or absent");
  }

  @Test
  void attendance_reasonAndPresence_goTogether() {
    assertThatThrownBy(
            () ->
                new Attendance(
                    MEETING,
                    ChildId.of("c-1"),
                    Attendee.CHILD,
                    Presence.ABSENT,
                    Optional.empty(),
                    SEPTEMBER_5,
                    TEACHER))
        .hasMessage("attendance absent at A1 must have a reason");
  }

  @Test
  void followUps_absentAndUnrecorded_areListedUntilCorrected() {
    AttendanceBook book = AttendanceBook.of(sheet().taken(SEPTEMBER_5, TEACHER));
    List<ChildId> expected = ImmutableList.of(ChildId.of("c-4"), ChildId.of("c-1"), CLASS.get(2));
    assertThat(book.followUps(MEETING, Attendee.GUARDIAN, expected))
        .extracting(each -> each.childId() + " " + each.wording().chinese())
        .containsExactly("c-2 家长请假（外出务工）", "c-4 家长未登记");

    AttendanceBook corrected =
        AttendanceBook.of(
            ImmutableList.<Attendance>builder()
                .addAll(
                    AttendanceSheet.of(MEETING, Attendee.GUARDIAN, expected)
                        .taken(SEPTEMBER_8, TEACHER))
                .addAll(book.records())
                .build());
    assertThat(corrected.followUps(MEETING, Attendee.GUARDIAN, expected)).isEmpty();
    assertThat(
            corrected
                .knownOn(LocalDate.parse("2025-09-05"), ZoneId.of("Asia/Shanghai"))
                .followUps(MEETING, Attendee.GUARDIAN, expected))
        .hasSize(2);
    assertThat(corrected.find(MEETING, ChildId.of("c-2"), Attendee.CHILD)).isEmpty();
  }

  @Test
  void toString_saysNothingOfAnybody() {
    Attendance absent = sheet().taken(SEPTEMBER_5, TEACHER).get(1);
    assertThat(absent).hasToString("Attendance[A1/c-2/guardian]");
    assertThat(AttendanceBook.of(List.of(absent))).hasToString("AttendanceBook[1 records]");
  }
}
