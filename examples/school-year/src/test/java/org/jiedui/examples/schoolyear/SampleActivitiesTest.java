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
import org.jiedui.activity.Attendance;
import org.jiedui.activity.Partner;
import org.jiedui.activity.PartnerKind;
import org.jiedui.activity.QuotaPresets;
import org.jiedui.id.ActorId;
import org.jiedui.id.PartnerId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.intake.DraftRule;
import org.jiedui.intake.IntakeResult;
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
  private static final Recording RECORDING = Recording.onItsFirstDay(ZONE);
  private static final SchoolId SCHOOL = SchoolId.of("qingshi");
  private static final LocalDate TODAY = LocalDate.of(2025, 12, 10);

  private static String file(String name) throws IOException {
    return Files.readString(DATA.resolve(name), StandardCharsets.UTF_8);
  }

  private static CareDesk open() {
    Instant now = TODAY.atTime(9, 0).atZone(ZONE).toInstant();
    AtomicInteger ids = new AtomicInteger();
    CareOffice office =
        CareOffice.open(
            MemoryCareStore.create(),
            OfficeSettings.of(() -> now, () -> "n-" + ids.incrementAndGet()));
    CareDesk desk = office.deskOf(Actor.administratorOf(ActorId.of("clerk"), SCHOOL));
    new SchoolImport(desk, School.of(SCHOOL, "青石岭小学", ZONE), done -> {})
        .run(SchoolFiles.read(DATA, Optional.empty()));
    return desk;
  }

  private static Partner partner(String id, String name, PartnerKind kind) {
    return Partner.of(PartnerId.of(id), name, kind, DateRange.startingOn(LocalDate.of(2025, 9, 1)));
  }

  @Test
  void activitiesAndAttendance_ofTheSample_areTakenIn_andOnceMoreChangesNothing()
      throws IOException {
    CareDesk desk = open();
    assertThat(
            desk.activities()
                .checkActivitiesCsv(SCHOOL, file("activities.csv"), RECORDING)
                .faults())
        .extracting(Violation::rule)
        .as("their partners are not known yet")
        .containsExactly(
            DraftRule.UNKNOWN_PARTNER, DraftRule.UNKNOWN_PARTNER, DraftRule.UNKNOWN_PARTNER);
    desk.activityBook()
        .change(
            SCHOOL,
            book ->
                book.withPartners(
                    List.of(
                        partner("police", "青石乡派出所", PartnerKind.POLICE_POST),
                        partner("village", "青石村委会", PartnerKind.VILLAGE_COMMITTEE),
                        partner("clinic", "乡卫生院", PartnerKind.CLINIC))));
    IntakeResult<Activity> activities =
        desk.activities().checkActivitiesCsv(SCHOOL, file("activities.csv"), RECORDING);
    assertThat(activities.violations()).isEmpty();
    assertThat(desk.activities().importActivities(SCHOOL, activities.valuesOrThrow())).isEqualTo(7);
    ImmutableList<Activity> plan =
        desk.activities()
            .plan(SCHOOL, DateRange.parse("2025-09-01/2026-01-17"), TODAY)
            .where(each -> each.template().isEmpty()) // the others were planned
            .activities();
    assertThat(plan).extracting(each -> each.status().state().code()).containsOnly("held");
    assertThat(plan).allMatch(each -> each.classes().size() == 6);
    assertThat(
            desk.activities()
                .table(SCHOOL, DateRange.parse("2025-09-01/2026-01-17"), CHINESE)
                .csv())
        .contains("青石乡派出所", "青石村委会", "乡卫生院");

    IntakeResult<Attendance> attendance =
        desk.attendance().checkAttendanceCsv(SCHOOL, file("attendance.csv"), RECORDING);
    assertThat(attendance.violations()).isEmpty();
    assertThat(desk.attendance().importAttendance(SCHOOL, attendance.valuesOrThrow()))
        .isEqualTo(269);

    IntakeResult<Activity> again =
        desk.activities().checkActivitiesCsv(SCHOOL, file("activities.csv"), RECORDING);
    assertThat(again.violations()).isEmpty();
    assertThat(desk.activities().importActivities(SCHOOL, again.values())).isZero();
    assertThat(
            desk.attendance()
                .importAttendance(
                    SCHOOL,
                    desk.attendance()
                        .checkAttendanceCsv(SCHOOL, file("attendance.csv"), RECORDING)
                        .valuesOrThrow()))
        .isZero();

    desk.activityBook().importQuotas(SCHOOL, QuotaPresets.defaults(LocalDate.of(2025, 9, 1)));
    assertThat(desk.attendance().coverage(SCHOOL, RuleId.of("safety-lecture"), Viewpoint.on(TODAY)))
        .anyMatch(each -> !each.attended().isEmpty());
  }
}
