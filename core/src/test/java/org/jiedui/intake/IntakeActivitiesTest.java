package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.intake.SampleSchool.NOW;
import static org.jiedui.intake.SampleSchool.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityFact;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityState;
import org.jiedui.activity.ActivityTemplate;
import org.jiedui.activity.Arrangement;
import org.jiedui.activity.Partner;
import org.jiedui.activity.PartnerKind;
import org.jiedui.activity.Place;
import org.jiedui.activity.Timing;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ClassId;
import org.jiedui.id.PartnerId;
import org.jiedui.id.StaffId;
import org.jiedui.id.TemplateId;
import org.jiedui.rule.Scope;
import org.jiedui.school.Post;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeActivitiesTest {

  private static final ActorId CLERK = ActorId.of("clerk");
  private static final Instant LATER = NOW.plus(Duration.ofDays(1));

  private static final ActivityTemplate LECTURE =
      ActivityTemplate.of(
              TemplateId.of("lecture"),
              Wording.of("交通与防溺水安全", "Roads and water"),
              ActivityKind.SAFETY_LECTURE,
              Timing.parse("2 per term"),
              Post.VICE_PRINCIPAL,
              Place.parse("操场"),
              45)
          .forAudience(Scope.parse("grade 2"))
          .withPartner(PartnerId.of("clinic"));

  private static IntakeResult<Activity> activities(ActivityDirectory directory, String... changes) {
    return SampleSchool.INTAKE.activities(
        Drafts.goodRows(ActivityDraft.class, changes), directory, CLERK, Recording.at(NOW), NOW);
  }

  private static Activity one(String changes) {
    return activities(SampleSchool.activities(List.of(LECTURE)), changes).valuesOrThrow().get(0);
  }

  /** What becomes of a stored activity through a row that is taken in a day later. */
  private static IntakeResult<Activity> again(Activity stored, String changes) {
    return SampleSchool.INTAKE.activities(
        Drafts.goodRows(ActivityDraft.class, changes),
        SampleSchool.activities(List.of(LECTURE), stored),
        CLERK,
        Recording.onItsFirstDay(SampleSchool.SCHOOL.zone()),
        LATER);
  }

  private static IntakeResult<Activity> csv(String text) {
    return SampleSchool.INTAKE.activities(
        text, SampleSchool.activities(), CLERK, Recording.at(NOW), NOW);
  }

  private static List<String> steps(Activity activity) {
    return activity.history().stream().map(fact -> fact.step().code()).toList();
  }

  @Test
  void activities_row_becomesOneThatWasHeld_recordedNow() {
    assertThat(one(""))
        .isEqualTo(
            Activity.of(
                    SampleSchool.SCHOOL.id(),
                    ActivityId.of("A2"),
                    ActivityKind.SAFETY_LECTURE,
                    Wording.of("交通与防溺水安全", "交通与防溺水安全"),
                    Scope.all(),
                    ImmutableSet.of(SampleSchool.classId(1), SampleSchool.classId(2)),
                    ActivityFact.drafted(
                        new Arrangement(
                            LocalDate.of(2025, 9, 19),
                            Optional.empty(),
                            StaffId.of("T11"),
                            Place.parse("操场"),
                            Optional.of(PartnerId.of("police-post")),
                            60),
                        NOW,
                        CLERK))
                .with(ActivityFact.agreed(NOW, CLERK))
                .with(ActivityFact.held(NOW, CLERK)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the row                            | its state | its steps
          day=2026-02-01                       | held      | draft agree hold
          day=2026-02-02                       | draft     | draft
          day=2026-02-02 && status=draft       | draft     | draft
          day=2026-02-02 && status=已确定      | agreed    | draft agree
          status=草案                          | draft     | draft
          status=已改期                        | moved     | draft agree move
          status=已开展                        | held      | draft agree hold
          status=已取消                        | cancelled | draft cancel
          """)
  void activities_status_isThatOfTheRow_orFollowsFromTheDay(
      String change, String state, String steps) {
    Activity activity = one(change);
    assertThat(activity.status().state().code()).isEqualTo(state);
    assertThat(steps(activity)).containsExactly(steps.split(" "));
  }

  @Test
  void activities_fieldsThatMayBeEmpty_areRead() {
    Activity activity = one("startsAt=8：05 && minutes=40 && classes=一（1）班;2025-2-1 && partner=");
    Arrangement arrangement = activity.status().arrangement();
    assertThat(arrangement.startsAt()).contains(LocalTime.of(8, 5));
    assertThat(arrangement.minutes()).isEqualTo(40);
    assertThat(arrangement.partner()).isEmpty();
    assertThat(activity.classes())
        .containsExactlyInAnyOrder(SampleSchool.classId(1), SampleSchool.classId(2));
    assertThat(one("classes=一年级1班 && place=各班教室").classes())
        .containsExactly(SampleSchool.classId(1));
    assertThat(one("place=各班教室").status().arrangement().place()).isEqualTo(Place.classrooms());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the row                               | recorded at
          note=雨                                 | 2025-09-18T16:00:00Z
          status=已改期                           | 2025-09-18T16:00:00Z
          status=已取消                           | 2025-09-18T16:00:00Z
          day=2026-02-02                          | NOW
          day=2026-03-02 && status=已确定         | NOW
          """)
  void activities_thatAreNew_areRecordedOnTheirDay_butNotInTheFuture(String row, String instant) {
    Activity activity =
        SampleSchool.INTAKE
            .activities(
                Drafts.goodRows(ActivityDraft.class, row),
                SampleSchool.activities(List.of(LECTURE)),
                CLERK,
                Recording.onItsFirstDay(SampleSchool.SCHOOL.zone()),
                NOW)
            .valuesOrThrow()
            .get(0);
    assertThat(activity.history())
        .extracting(ActivityFact::recordedAt)
        .containsOnly(instant.equals("NOW") ? NOW : Instant.parse(instant));
  }

  @Test
  void activities_note_isAddedOnce_andALaterOneStandsBesideIt() {
    Activity first = one("note= 来了三位家长 ");
    assertThat(first.findNote()).contains("来了三位家长");
    assertThat(steps(first)).containsExactly("draft", "agree", "hold", "note");
    assertThat(again(first, "note=来了三位家长").valuesOrThrow()).containsExactly(first);
    assertThat(again(first, "note=").valuesOrThrow()).containsExactly(first);

    IntakeResult<Activity> changed = again(first, "note=来了四位家长");
    Activity second = changed.values().get(0);
    assertThat(second.findNote()).contains("来了四位家长");
    assertThat(second.status()).isEqualTo(first.status());
    assertThat(first.isContinuedBy(second)).isTrue();
    assertThat(texts(changed.violations())).containsExactly("row 2 note stored-changed");
    IntakeResult<Activity> old = again(second, "note=来了三位家长");
    assertThat(old.values()).containsExactly(second);
    assertThat(old.violations()).extracting(Violation::field).containsExactly("note");
  }

  @Test
  void activities_ofATemplate_haveWhatItSays_whereTheRowSaysNothing() {
    for (String template : List.of("lecture", "交通与防溺水安全")) {
      Activity activity = one("partner= && template=" + template);
      assertThat(activity.template()).contains(TemplateId.of("lecture"));
      assertThat(activity.title()).isEqualTo(LECTURE.title());
      assertThat(activity.audience()).isEqualTo(LECTURE.audience());
      assertThat(activity.classes()).containsExactly(SampleSchool.classId(2));
      assertThat(activity.status().arrangement().minutes()).isEqualTo(45);
      assertThat(activity.status().arrangement().partner()).contains(PartnerId.of("clinic"));
    }
    assertThat(one("template=lecture && title=水 && minutes=50").title())
        .isEqualTo(Wording.of("水", "水"));
  }

  @Test
  void activities_ofAnEarlierSchoolYear_areForItsClasses() {
    assertThat(one("day=2025-03-14").classes()).containsExactly(ClassId.of("2024-1-1"));
    assertThat(one("day=2025-08-31 && classes=一年级1班").classes())
        .as("the holidays after it")
        .containsExactly(ClassId.of("2024-1-1"));
    assertThat(
            texts(
                activities(SampleSchool.activities(), "day=2025-03-14 && classes=二年级1班").faults()))
        .containsExactly("row 2 classes unknown-class");
  }

  @Test
  void activities_partnerOfANameThatAnotherHadBefore_isTheOneOfTheDay() {
    ActivityDirectory sample = SampleSchool.activities();
    ActivityDirectory school =
        new ActivityDirectory(
            sample.school(),
            sample.calendar(),
            sample.classes(),
            sample.templates(),
            ImmutableList.of(
                clinic("old", "2020-01-01/2025-08-31"), clinic("new", "2025-09-01/2025-12-31")),
            sample.activities());
    assertThat(partnersOf(school, "2025-08-31", "2025-09-01")).containsExactly("old", "new");
    assertThat(partnersOf(school, "2026-01-05")).containsExactly("none");
    assertThat(
            texts(
                SampleSchool.INTAKE
                    .templates(
                        Drafts.goodRows(TemplateDraft.class, "partner=卫生院"), school.partners())
                    .violations()))
        .as("neither goes on")
        .containsExactly("row 2 partner unknown-partner");
    assertThat(
            SampleSchool.INTAKE
                .templates(
                    Drafts.goodRows(TemplateDraft.class, "partner=卫生院"),
                    ImmutableList.of(
                        clinic("old", "2020-01-01/2025-08-31"), clinic("new", "2025-09-01/..")))
                .valuesOrThrow()
                .get(0)
                .partner())
        .contains(PartnerId.of("new"));
  }

  private static Partner clinic(String id, String days) {
    return Partner.of(PartnerId.of(id), "卫生院", PartnerKind.CLINIC, DateRange.parse(days));
  }

  private static List<String> partnersOf(ActivityDirectory school, String... days) {
    return Stream.of(days)
        .map(
            day ->
                SampleSchool.INTAKE
                    .activities(
                        Drafts.goodRows(ActivityDraft.class, "partner=卫生院 && day=" + day),
                        school,
                        CLERK,
                        Recording.at(NOW),
                        NOW)
                    .values()
                    .stream()
                    .flatMap(each -> each.status().arrangement().partner().stream())
                    .map(PartnerId::value)
                    .findFirst()
                    .orElse("none"))
        .toList();
  }

  @Test
  void activities_partner_isFoundByItsName_orTakenByItsId() {
    for (String partner : List.of(" 青石乡派出所 ", "police-post")) {
      assertThat(one("partner=" + partner).status().arrangement().partner())
          .contains(PartnerId.of("police-post"));
    }
    assertThat(one("partner=elsewhere-kept").status().arrangement().partner())
        .contains(PartnerId.of("elsewhere-kept"));
    assertThat(
            texts(
                activities(
                        SampleSchool.activities(),
                        "id=A1 && partner=青石村委会",
                        "id=A2 && partner=志愿者",
                        "id=A3 && partner=" + "x".repeat(65))
                    .violations()))
        .as("unknown, of two, too long for an id")
        .containsExactly(
            "row 2 partner unknown-partner",
            "row 3 partner unknown-partner",
            "row 4 partner unknown-partner");
  }

  @Test
  void activities_faults_areToldTogether() {
    IntakeResult<Activity> result =
        activities(
            SampleSchool.activities(),
            "leader=T99 && classes=一年级1班;九年级1班;x && template=x && day=2026-09-01",
            "id=A3 && day=2025-02-16",
            "id=A4 && day=2026-02-02 && status=已开展",
            "id=A5 && kind= && title= && minutes=0",
            "id=A6",
            "id=A6 && place=会议室",
            "id=A7");
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 day outside-calendar",
            "row 2 leader unknown-staff",
            "row 2 template unknown-template",
            "row 3 day outside-calendar",
            "row 4 status activity-to-come",
            "row 5 kind required",
            "row 5 minutes not-a-number",
            "row 5 title required",
            "row 6 id contradicting-row",
            "row 7 id contradicting-row");
    assertThat(result.values()).extracting(Activity::id).containsExactly(ActivityId.of("A7"));
  }

  // What is stored.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''
          day=2026-02-02
          status=已改期
          status=已取消
          status=已确定 && startsAt=15:30 && classes=一年级1班
          template=lecture && partner=
          """)
  void activities_sameRowAgain_isTheStoredOne_andNothingIsTold(String change) {
    Activity stored = one(change);
    IntakeResult<Activity> result = again(stored, change);
    assertThat(result.values()).containsExactly(stored);
    assertThat(result.violations()).isEmpty();
  }

  @Test
  void activities_rowOfAPlan_whoseDayPassed_isNotHeldByItself() {
    Activity drafted = one("day=2026-02-02");
    assertThat(again(drafted, "day=2026-02-02").values()).containsExactly(drafted);
    IntakeResult<Activity> held = again(drafted, "day=2026-02-02 && status=已开展");
    assertThat(texts(held.violations())).containsExactly("row 2 status stored-changed");
    assertThat(steps(held.values().get(0))).containsExactly("draft", "agree", "hold");
    assertThat(held.values().get(0).history().get(2).recordedAt()).isEqualTo(LATER);
    assertThat(held.violations().get(0).message(Locale.CHINA)).contains("2026-02-02");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # stored                 | the row                                   | told                                                | steps added
          status=draft             | status=已确定                             | status stored-changed                               | agree
          status=draft             | day=2025-09-20                            | day stored-changed                                  | move
          status=agreed            | status=draft                              | status stored-kept                                  |
          status=agreed            | status=已改期                             | status stored-changed                               | move
          status=agreed            | status=agreed && leader=T10 && minutes=30 | leader stored-changed, minutes stored-changed       | move
          status=agreed            | status=held && place=会议室               | place stored-changed, status stored-changed         | hold
          status=moved             | status=cancelled && place=会议室          | place stored-kept, status stored-changed            | cancel
          status=held              | status=cancelled && day=2025-09-20        | day stored-kept, status stored-kept                 |
          status=cancelled         | status=held                               | status stored-kept                                  |
          status=held              | kind=班会 && title=x && classes=一年级1班 && template=lecture | classes stored-kept, kind stored-kept, template stored-kept, title stored-kept |
          status=agreed && startsAt=15:30 && minutes=30 | partner=             |                                                     |
          """)
  void activities_otherRowOfAStoredOne_addsWhatIsNew_andTakesNothingBack(
      String before, String change, String told, String steps) {
    Activity stored = one(before);
    IntakeResult<Activity> result = again(stored, change);
    assertThat(String.join(", ", texts(result.violations())).replace("row 2 ", ""))
        .isEqualTo(told == null ? "" : told);
    Activity continued = result.valuesOrThrow().get(0);
    assertThat(stored.isContinuedBy(continued)).isTrue();
    assertThat(steps(continued).subList(stored.history().size(), continued.history().size()))
        .isEqualTo(steps == null ? List.of() : List.of(steps.split(" ")));
    assertThat(again(continued, change).values())
        .as("and the same once more")
        .containsExactly(continued);
  }

  @Test
  void activities_rowThatWasOvertaken_doesNotUndoWhatWasDoneSince() {
    Activity agreed = one("status=agreed");
    Arrangement later = agreed.status().arrangement().onDay(LocalDate.of(2025, 9, 26));
    Activity moved = agreed.with(ActivityFact.moved(later, "rain", NOW, CLERK));
    IntakeResult<Activity> result = again(moved, "status=agreed");
    assertThat(result.values()).containsExactly(moved);
    assertThat(texts(result.violations())).containsExactly("row 2 day stored-kept");

    Activity reopened = one("").with(ActivityFact.reopened("by mistake", NOW, CLERK));
    assertThat(again(reopened, "").values()).containsExactly(reopened);
    IntakeResult<Activity> held = again(reopened, "status=已开展");
    assertThat(held.values()).containsExactly(reopened);
    assertThat(texts(held.violations())).containsExactly("row 2 status stored-kept");
    assertThat(reopened.status().state()).isEqualTo(ActivityState.AGREED);
  }

  // CSV.

  @Test
  void csv_asSchoolsWriteIt_isRead() {
    String text =
        """
        编号,类别,主题,日期,负责人工号,地点,合作单位
        A1,家长会,秋季学期开学家长会,2025-09-05,T10,各班教室,
        A2,安全与法制讲座,交通与防溺水安全,2025/9/19,T11,操场,police-post
        """;
    List<Activity> read = csv("\uFEFF" + text.replace("\n", "\r\n")).valuesOrThrow();
    assertThat(read).extracting(each -> each.id().value()).containsExactly("A1", "A2");
    assertThat(read.get(1)).isEqualTo(one(""));
    assertThat(
            csv("""
                    day,place,leader,title,kind,id,时长（分钟）,status
                    2025-09-05,各班教室,T10,会,parents-meeting,A1,90,held
                    """)
                .valuesOrThrow()
                .get(0)
                .status()
                .arrangement()
                .minutes())
        .isEqualTo(90);
  }

  @Test
  void csv_anyFault_isToldAtItsRow_andNothingIsTakenIn() {
    IntakeResult<Activity> result =
        csv(
            """
            编号,类别,主题,日期,负责人工号,地点
            A1,家长会,会,2025-09-05,T10,各班教室
            A2,家长会,会,2025-09-31,T99,各班教室
            A3,家长会,会
            A4,家长会,会,2025-09-05,T99,各班教室
            """);
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 3 day not-a-date", "row 4  too-few-cells", "row 5 leader unknown-staff");
    assertThat(result.values()).isEmpty();
  }

  @Test
  void csv_headings_areCheckedAllAtOnce() {
    assertThat(texts(csv("编号,id,天气,类别,日期,地点\n1").violations()))
        .containsExactly(
            "row 1  unknown-column",
            "row 1 id repeated-column",
            "row 1 leader missing-column",
            "row 1 title missing-column");
    assertThat(texts(csv("").violations())).hasSize(6);
  }
}
