package org.jiedui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiedui.calendar.CalendarEvent;
import org.jiedui.ics.IcsReader;
import org.jiedui.ics.IcsWriter;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ClassId;
import org.jiedui.id.PartnerId;
import org.jiedui.id.StaffId;
import org.jiedui.rule.Scope;
import org.jiedui.text.Wording;
import org.junit.jupiter.api.Test;

/** A plan as a table and as a calendar. */
class PlanExportTest {

  private static final ActorId ACTOR = ActorId.of("T03");
  private static final Instant SEPTEMBER_1 = Instant.parse("2025-09-01T02:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static Activity draft(
      String id, ActivityKind kind, String title, String day, String leader, String place) {
    return Activity.of(
        PlannedSchool.SCHOOL,
        ActivityId.of(id),
        kind,
        Wording.of(title, "=" + id),
        Scope.all(),
        ImmutableSet.of(ClassId.of("c-2"), ClassId.of("c-1")),
        ActivityFact.drafted(
            new Arrangement(
                LocalDate.parse(day),
                Optional.empty(),
                StaffId.of(leader),
                Place.parse(place),
                id.equals("A2") ? Optional.of(PartnerId.of("police")) : Optional.empty(),
                60),
            SEPTEMBER_1,
            ACTOR));
  }

  private static final Activity MEETING =
      draft("A1", ActivityKind.PARENTS_MEETING, "开学家长会", "2025-09-05", "T01", "各班教室")
          .with(ActivityFact.agreed(SEPTEMBER_1, ACTOR));

  private static final Activity LECTURE =
      draft("A2", ActivityKind.SAFETY_LECTURE, "防溺水", "2025-09-19", "T02", "操场")
          .with(ActivityFact.agreed(SEPTEMBER_1, ACTOR));

  private static final Activity FEAST =
      draft("A3", ActivityKind.FESTIVAL, "中秋团圆会", "2025-10-06", "T03", "留守儿童之家");

  private static final ActivityPlan PLAN = ActivityPlan.of(List.of(FEAST, LECTURE, MEETING));

  @Test
  void text_months_areAligned() {
    assertThat(
            PlanTable.of(PLAN, Years.AUTUMN.days(), Years.YEAR_2025, PlanNames.ids(), Locale.CHINA)
                .text())
        .isEqualTo(
            """
            2025年9月
            日期        星期  周次  活动        类别            班级      负责人  地点      合作单位  分钟  状态
            2025-09-05  周五  1     开学家长会  家长会          c-1、c-2  T01     各班教室            60    已确定
            2025-09-19  周五  3     防溺水      安全与法制讲座  c-1、c-2  T02     操场      police    60    已确定

            2025年10月
            日期        星期  周次  活动        类别      班级      负责人  地点          分钟  状态
            2025-10-06  周一  6     中秋团圆会  节日活动  c-1、c-2  T03     留守儿童之家  60    草案
            """);
  }

  @Test
  void csv_english_isGuardedAgainstFormulas() {
    assertThat(
            PlanTable.of(
                    PLAN, Years.AUTUMN.days(), Years.YEAR_2025, PlanNames.ids(), Locale.ENGLISH)
                .csv())
        .isEqualTo(
            """
            Day,Weekday,Week,Time,Activity,Kind,Classes,Leader,Place,Partner,Minutes,State
            2025-09-05,Fri,1,,'=A1,parents' meeting,"c-1, c-2",T01,own classrooms,,60,agreed
            2025-09-19,Fri,3,,'=A2,safety and legal lecture,"c-1, c-2",T02,操场,police,60,agreed
            2025-10-06,Mon,6,,'=A3,festival activity,"c-1, c-2",T03,留守儿童之家,,60,draft
            """
                .replace("\n", "\r\n"));
  }

  private static List<CalendarEvent> events(ActivityPlan plan) {
    return PlanEvents.of(plan, PlanNames.ids(), Locale.CHINA);
  }

  @Test
  void events_agreedAlone_withStableIds() {
    assertThat(events(PLAN))
        .extracting(CalendarEvent::uid)
        .containsExactly("A1@qingshi.jiedui", "A2@qingshi.jiedui");
    assertThat(events(PLAN.ledBy(StaffId.of("T02"))))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.note()).contains("负责人：T02\n班级：c-1、c-2\n合作单位：police");
              assertThat(event.startsAt()).isEmpty();
              assertThat(event.sequence()).isEqualTo(1);
            });
    assertThat(events(PLAN.ofClass(ClassId.of("c-9")))).isEmpty();
  }

  @Test
  void events_movedAndCancelled_replaceWhatCalendarsHad() {
    Arrangement later =
        LECTURE
            .status()
            .arrangement()
            .onDay(LocalDate.parse("2025-09-22"))
            .startingAt(LocalTime.of(15, 0));
    Activity moved = LECTURE.with(ActivityFact.moved(later, "下雨", SEPTEMBER_1, ACTOR));
    Activity cancelled = moved.with(ActivityFact.cancelled("停电", SEPTEMBER_1, ACTOR));
    Activity droppedDraft = FEAST.with(ActivityFact.cancelled("不办", SEPTEMBER_1, ACTOR));
    CalendarEvent first = events(ActivityPlan.of(List.of(moved, droppedDraft))).get(0);
    assertThat(first.sequence()).isEqualTo(2);
    assertThat(first.startsAt()).contains(LocalTime.of(15, 0));
    assertThat(first.minutes()).isEqualTo(60);
    assertThat(events(ActivityPlan.of(List.of(cancelled, droppedDraft))))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.uid()).isEqualTo(first.uid());
              assertThat(event.sequence()).isEqualTo(3);
              assertThat(event.cancelled()).isTrue();
            });
  }

  @Test
  void events_throughAFile_areTheSame() {
    String file = IcsWriter.write("青石小学", events(PLAN), SEPTEMBER_1, ZONE);
    assertThat(IcsReader.read(file, ZONE).events()).isEqualTo(events(PLAN));
  }

  @Test
  void classes_standInTheOrderOfTheirGrades_whateverTheirNames() {
    PlanNames names =
        new PlanNames() {
          @Override
          public String of(StaffId leader) {
            return leader.value();
          }

          @Override
          public String of(ClassId classId) {
            return classId.value().equals("c-2") ? "二年级1班" : "三年级1班";
          }

          @Override
          public String of(PartnerId partner) {
            return partner.value();
          }
        };
    List<ClassId> classes = List.of(ClassId.of("c-3"), ClassId.of("c-2"));
    assertThat(names.of(classes, Locale.CHINESE)).isEqualTo("二年级1班、三年级1班");
    assertThat(names.of(classes, Locale.ENGLISH)).isEqualTo("二年级1班, 三年级1班");
    assertThat(names.of(List.of(), Locale.CHINESE)).isEmpty();
  }
}
