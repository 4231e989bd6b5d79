package org.jiedui.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiedui.activity.AbsenceReason;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityFact;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.Arrangement;
import org.jiedui.activity.Attendance;
import org.jiedui.activity.Attendee;
import org.jiedui.activity.Place;
import org.jiedui.activity.Presence;
import org.jiedui.child.Child;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.rule.Scope;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;

/** Activities by their days, and who was there. */
abstract class ActivityCases extends ContractCases {

  private static final Instant AT = Instant.parse("2025-09-01T01:02:03.000000004Z");
  private static final ActorId BY = ActorId.of("T10");
  private static final ActivityId MEETING = ActivityId.of("g-1");

  private static Arrangement on(String day) {
    return new Arrangement(
        LocalDate.parse(day),
        Optional.empty(),
        StaffId.of("T10"),
        Place.classrooms(),
        Optional.empty(),
        60);
  }

  private static Activity activity(SchoolId school, String id, String day) {
    return Activity.of(
        school,
        ActivityId.of(id),
        ActivityKind.READING,
        Wording.of("阅览", "Reading"),
        Scope.all(),
        ImmutableSet.of(),
        ActivityFact.drafted(on(day), AT, BY));
  }

  private static Attendance attendance(ChildId child, Attendee attendee, long second) {
    return new Attendance(
        MEETING,
        child,
        attendee,
        Presence.EXCUSED,
        Optional.of(AbsenceReason.ILLNESS),
        AT.plusSeconds(second),
        BY);
  }

  @Test
  void onDays_areThoseThatAreOrWereArrangedForThem_byId() {
    Activity before = activity(SCHOOL, "a", "2025-09-09");
    Activity first = activity(SCHOOL, "d", "2025-09-10");
    Activity last = activity(SCHOOL, "c", "2025-09-12");
    Activity after = activity(SCHOOL, "e", "2025-09-13");
    Activity movedAway =
        activity(SCHOOL, "b", "2025-09-11")
            .with(ActivityFact.moved(on("2025-10-01"), "绝密", AT, BY));
    Activity movedHere =
        activity(SCHOOL, "f", "2025-10-01")
            .with(ActivityFact.moved(on("2025-09-11"), "绝密", AT, BY));
    Activity elsewhere = activity(OTHER_SCHOOL, "d", "2025-09-10");
    write(
        writer ->
            List.of(after, last, movedHere, before, first, movedAway, elsewhere)
                .forEach(writer.activities()::insert));
    DateRange days = DateRange.parse("2025-09-10/2025-09-12");

    assertListed(reader -> reader.activities().onDays(SCHOOL, days))
        .containsExactly(movedAway, last, first, movedHere);
    assertListed(reader -> reader.activities().onDays(OTHER_SCHOOL, days))
        .containsExactly(elsewhere);
    assertRefused(
        IllegalArgumentException.class,
        writer ->
            writer.activities().onDays(SCHOOL, DateRange.startingOn(LocalDate.of(2025, 9, 10))));
  }

  @Test
  void attendance_isOnlyAdded_andComesBackInItsOrder() {
    Child child = storeChild(SCHOOL, CHILD);
    Child sibling = storeChild(SCHOOL, ChildId.of("c-2"));
    Attendance first = attendance(child.id(), Attendee.CHILD, 0);
    Attendance corrected = attendance(child.id(), Attendee.CHILD, 1);
    Attendance ofGuardian = attendance(child.id(), Attendee.GUARDIAN, 0);
    Attendance ofSibling = attendance(sibling.id(), Attendee.CHILD, 0);
    write(writer -> writer.attendance().addAll(SCHOOL, List.of(ofSibling, ofGuardian, first)));
    write(writer -> writer.attendance().addAll(SCHOOL, List.of(corrected)));
    write(writer -> writer.attendance().addAll(OTHER_SCHOOL, List.of(first)));

    assertListed(reader -> reader.attendance().ofActivity(SCHOOL, MEETING))
        .containsExactly(first, corrected, ofGuardian, ofSibling);
    assertListed(reader -> reader.attendance().ofChild(SCHOOL, CHILD))
        .containsExactly(first, corrected, ofGuardian);
    assertListed(reader -> reader.attendance().ofActivity(SCHOOL, ActivityId.of("g-2"))).isEmpty();
    assertListed(reader -> reader.attendance().all(SCHOOL))
        .containsExactlyElementsOf(read(reader -> reader.attendance().ofActivity(SCHOOL, MEETING)));
    assertThat(
            assertRefused(
                DuplicateRecordException.class,
                writer -> writer.attendance().addAll(SCHOOL, List.of(corrected))))
        .message()
        .contains("g-1/c-1");
    assertRefused(
        DuplicateRecordException.class,
        writer ->
            writer
                .attendance()
                .addAll(
                    SCHOOL,
                    List.of(
                        attendance(sibling.id(), Attendee.CHILD, 7),
                        attendance(sibling.id(), Attendee.CHILD, 7))));
    assertListed(reader -> reader.attendance().ofChild(SCHOOL, sibling.id()))
        .containsExactly(ofSibling);
  }
}
