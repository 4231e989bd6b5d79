package org.jiedui.examples.schoolyear;

import static java.util.Locale.CHINESE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiedui.CareDesk;
import org.jiedui.CareOffice;
import org.jiedui.OfficeSettings;
import org.jiedui.access.Actor;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityState;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.intake.DraftRule;
import org.jiedui.intake.Recording;
import org.jiedui.intake.Violation;
import org.jiedui.school.School;
import org.jiedui.storage.memory.MemoryCareStore;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.Test;

/** Takes the sample school's activities in, and who was at them. */
class SampleActivitiesTest {

  private static final Path DATA = Path.of("data", "qingshi-2025");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateRange YEAR = DateRange.parse("2025-09-01/2026-07-04");
  private static final SchoolId SCHOOL = SchoolId.of("qingshi");
  private static final LocalDate TODAY = LocalDate.of(2025, 12, 10);

  private static CareDesk open() {
    Instant now = TODAY.atTime(9, 0).atZone(ZONE).toInstant();
    AtomicInteger ids = new AtomicInteger();
    CareOffice office =
        CareOffice.open(
            MemoryCareStore.create(),
            OfficeSettings.of(() -> now, () -> "n-" + ids.incrementAndGet()));
    return office.deskOf(Actor.administratorOf(ActorId.of("clerk"), SCHOOL));
  }

  private static List<FileReport> takeIn(CareDesk desk) {
    return new SchoolImport(desk, School.of(SCHOOL, "青石岭小学", ZONE), done -> {})
        .run(SchoolFiles.read(DATA, Optional.empty()));
  }

  private static List<Object> stored(CareDesk desk) {
    return List.of(
        desk.activityBook().get(SCHOOL),
        desk.activities().plan(SCHOOL, YEAR, TODAY).activities(),
        held(desk).stream()
            .map(each -> desk.attendance().at(SCHOOL, each.id(), Viewpoint.on(TODAY)).records())
            .toList());
  }

  private static ImmutableList<Activity> held(CareDesk desk) {
    return desk.activities()
        .plan(SCHOOL, YEAR, TODAY)
        .where(each -> each.status().state() == ActivityState.HELD)
        .activities();
  }

  @Test
  void activitiesAndAttendance_ofTheSample_areTakenIn_andOnceMoreChangesNothing() {
    CareDesk desk = open();
    List<FileReport> reports = takeIn(desk);
    assertThat(reports.subList(reports.size() - 6, reports.size()))
        .allMatch(report -> report.violations().isEmpty());
    assertThat(held(desk)).hasSize(7).allMatch(each -> each.classes().size() == 6);
    assertThat(
            held(desk).stream()
                .mapToInt(
                    each ->
                        desk.attendance()
                            .at(SCHOOL, each.id(), Viewpoint.on(TODAY))
                            .records()
                            .size())
                .sum())
        .isEqualTo(269);
    assertThat(desk.activities().get(SCHOOL, ActivityId.of("A1")).findNote())
        .contains("介绍本学期安排，了解监护情况");
    assertThat(desk.activities().table(SCHOOL, YEAR, CHINESE).csv())
        .contains("青石乡派出所", "青石村委会", "乡卫生院");
    assertThat(desk.attendance().coverage(SCHOOL, RuleId.of("safety-lecture"), Viewpoint.on(TODAY)))
        .anyMatch(each -> !each.attended().isEmpty());
    assertThat(desk.board().check(SCHOOL)).isEmpty();

    List<Object> before = stored(desk);
    takeIn(desk);
    assertThat(stored(desk)).isEqualTo(before);
  }

  @Test
  void attendance_asKnownBeforeTheLecture_isNotSeen() {
    CareDesk desk = open();
    takeIn(desk);
    RuleId lecture = RuleId.of("safety-lecture");
    LocalDate before = LocalDate.of(2025, 9, 18);
    assertThat(desk.attendance().coverage(SCHOOL, lecture, Viewpoint.of(TODAY, before)))
        .isNotEmpty()
        .allMatch(each -> each.attended().isEmpty());
    assertThat(desk.attendance().coverage(SCHOOL, lecture, Viewpoint.of(TODAY, before.plusDays(1))))
        .anyMatch(each -> !each.attended().isEmpty());
  }

  @Test
  void fileOfActivities_withoutItsPartners_isRefused() throws IOException {
    Instant now = TODAY.atTime(9, 0).atZone(ZONE).toInstant();
    CareDesk desk = open();
    takeIn(desk);
    desk.activityBook().change(SCHOOL, book -> book.withPartners(List.of()));
    assertThat(
            desk.activities()
                .checkActivitiesCsv(
                    SCHOOL,
                    Files.readString(DATA.resolve("activities.csv"), StandardCharsets.UTF_8),
                    Recording.at(now))
                .faults())
        .extracting(Violation::rule)
        .containsExactly(
            DraftRule.UNKNOWN_PARTNER, DraftRule.UNKNOWN_PARTNER, DraftRule.UNKNOWN_PARTNER);
  }
}
