package org.jiedui.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.child.CareFacts;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Placement;
import org.jiedui.compliance.Standing;
import org.jiedui.compliance.StandingState;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.RuleId;
import org.jiedui.id.StaffId;
import org.jiedui.rule.RuleSyntaxException;
import org.jiedui.rule.Scope;
import org.jiedui.school.ClassGroup;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether enough is planned, held and attended. */
class QuotaEvaluatorTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final ActorId ACTOR = ActorId.of("T03");
  private static final RuleId MEETING = RuleId.of("parents-meeting");
  private static final RuleId LECTURE = RuleId.of("safety-lecture");
  private static final LocalDate YEAR_BEGINS = LocalDate.parse("2025-09-01");
  private static final SchoolCalendar CALENDAR =
      SchoolCalendar.of(ImmutableList.of(Years.AUTUMN, Years.SPRING));
  private static final List<ClassGroup> CLASSES =
      List.of(PlannedSchool.group(1), PlannedSchool.group(2));
  private static final QuotaEvaluator EVALUATOR =
      QuotaEvaluator.of(QuotaPresets.defaults(YEAR_BEGINS), CALENDAR, ZONE);

  private static Instant on(String day) {
    return LocalDate.parse(day).atTime(18, 0).atZone(ZONE).toInstant();
  }

  private static Viewpoint view(String asOf) {
    return Viewpoint.on(LocalDate.parse(asOf));
  }

  private static Activity draft(String id, ActivityKind kind, String day, String... classes) {
    Arrangement arrangement =
        new Arrangement(
            LocalDate.parse(day),
            Optional.empty(),
            StaffId.of("T02"),
            Place.parse("操场"),
            Optional.empty(),
            60);
    return Activity.of(
        PlannedSchool.SCHOOL,
        ActivityId.of(id),
        kind,
        Wording.of("活动", "Activity"),
        Scope.all(),
        ImmutableSet.copyOf(Arrays.stream(classes).map(ClassId::of).collect(Collectors.toList())),
        ActivityFact.drafted(arrangement, on("2025-08-25"), ACTOR));
  }

  private static Activity agreed(String id, ActivityKind kind, String day, String... classes) {
    return draft(id, kind, day, classes).with(ActivityFact.agreed(on("2025-08-26"), ACTOR));
  }

  private static Activity held(String id, ActivityKind kind, String day, String... classes) {
    return agreed(id, kind, day, classes).with(ActivityFact.held(on(day), ACTOR));
  }

  private static String list(ActivityPlan plan, RuleId quota, Viewpoint viewpoint) {
    return EVALUATOR.judgePlan(plan, CLASSES, viewpoint).stream()
        .filter(each -> each.quota().equals(quota))
        .map(each -> each.classId().map(one -> one + " ").orElse("") + each.wording().english())
        .collect(Collectors.joining(" | "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '$',
      textBlock =
          """
          # as-of     $ the lectures of the autumn term
          2025-08-20  $ too few planned: 1-2 in 2025-09-01/2026-01-17
          2025-08-27  $ planned: 1-2 in 2025-09-01/2026-01-17; to come L1, L2; only drafts L3
          2025-09-19  $ met: 1-2 in 2025-09-01/2026-01-17; held L1; to come L2; only drafts L3
          2025-12-06  $ met: 1-2 in 2025-09-01/2026-01-17; held L1; not recorded L2; only drafts L3
          2026-02-01  $ met: 1-2 in 2025-09-01/2026-01-17; held L1; not recorded L2; only drafts L3
          """)
  void judgePlan_schoolQuota_overTheYear(String asOf, String first) {
    ActivityPlan plan =
        ActivityPlan.of(
            List.of(
                held("L1", ActivityKind.SAFETY_LECTURE, "2025-09-19"),
                agreed("L2", ActivityKind.SAFETY_LECTURE, "2025-12-05"),
                draft("L3", ActivityKind.SAFETY_LECTURE, "2026-01-09"),
                held("R1", ActivityKind.RECREATION, "2025-09-20")));
    String verdicts = list(plan, LECTURE, view(asOf));
    assertThat(verdicts).startsWith(first + " | ");
    assertThat(verdicts).endsWith("| too few planned: 1-2 in 2026-02-24/2026-07-04");
  }

  @Test
  void judgePlan_moreThanTheMost_isSaidAsSoonAsAgreed() {
    ActivityPlan plan =
        ActivityPlan.of(
            List.of(
                held("L1", ActivityKind.SAFETY_LECTURE, "2025-09-19"),
                agreed("L2", ActivityKind.SAFETY_LECTURE, "2025-12-05"),
                agreed("L3", ActivityKind.SAFETY_LECTURE, "2025-12-06")));
    assertThat(list(plan, LECTURE, view("2025-10-01"))).startsWith("too many: 1-2 in");
  }

  @Test
  void judgePlan_nothingHeldInTime_isMissed() {
    ActivityPlan plan =
        ActivityPlan.of(
            List.of(
                held("M1", ActivityKind.PARENTS_MEETING, "2025-09-05", "c-1"),
                held("M2", ActivityKind.PARENTS_MEETING, "2025-09-25", "c-2")));
    assertThat(list(plan, MEETING, view("2025-09-30")))
        .isEqualTo(
            "c-1 met: 1+ in 2025-09-01/2025-09-14; held M1"
                + " | c-1 too few planned: 1+ in 2026-02-24/2026-03-09"
                + " | c-2 missed: 1+ in 2025-09-01/2025-09-14"
                + " | c-2 too few planned: 1+ in 2026-02-24/2026-03-09");
  }

  @Test
  void judgePlan_recordedLater_wasNotKnownBefore() {
    ActivityPlan plan =
        ActivityPlan.of(
            List.of(
                agreed("L1", ActivityKind.SAFETY_LECTURE, "2025-09-19")
                    .with(ActivityFact.held(on("2025-09-25"), ACTOR))));
    assertThat(list(plan, LECTURE, view("2025-09-22"))).startsWith("too few planned");
    Viewpoint later = Viewpoint.of(LocalDate.parse("2025-09-22"), LocalDate.parse("2025-09-25"));
    assertThat(list(plan, LECTURE, later)).startsWith("met");
  }

  private static String standings(ActivityPlan plan, String asOf) {
    return EVALUATOR.planStandings(plan, CLASSES, view(asOf)).stream()
        .map(
            each ->
                each.standing().rule()
                    + each.classId().map(one -> " " + one).orElse("")
                    + " "
                    + each.standing().opens()
                    + "/"
                    + each.standing().deadline())
        .collect(Collectors.joining("; "));
  }

  @Test
  void planStandings_heldOrMadeUp_areSettled() {
    ActivityPlan plan =
        ActivityPlan.of(
            List.of(
                held("M1", ActivityKind.PARENTS_MEETING, "2025-09-05", "c-1"),
                held("M2", ActivityKind.PARENTS_MEETING, "2025-09-25", "c-2"),
                held("L1", ActivityKind.SAFETY_LECTURE, "2025-09-19"),
                held("G1", ActivityKind.GUARDIAN_TRAINING, "2025-11-21")));
    assertThat(standings(plan, "2025-09-20"))
        .isEqualTo(
            "parents-meeting c-1 2026-02-24/2026-03-09;"
                + " parents-meeting c-2 2025-09-01/2025-09-14;"
                + " safety-lecture 2026-02-24/2026-07-04;"
                + " guardian-training 2025-09-01/2026-07-04");
    assertThat(standings(plan, "2025-12-01"))
        .isEqualTo(
            "parents-meeting c-1 2026-02-24/2026-03-09;"
                + " parents-meeting c-2 2026-02-24/2026-03-09;"
                + " safety-lecture 2026-02-24/2026-07-04");
    assertThat(standings(plan, "2026-08-01")).isEmpty();
    Standing overdue = EVALUATOR.planStandings(plan, CLASSES, view("2025-09-20")).get(1).standing();
    assertThat(overdue.stateOn(LocalDate.parse("2025-09-20"))).isEqualTo(StandingState.OVERDUE);
    assertThat(overdue.daysOverdueOn(LocalDate.parse("2025-09-20"))).isEqualTo(6);
    assertThat(EVALUATOR.planStandings(plan, CLASSES))
        .extracting(each -> each.standing().opens())
        .containsOnly(LocalDate.parse("2026-02-24"));
  }

  private static CareFacts inCareFrom(String day) {
    DateRange days = DateRange.startingOn(LocalDate.parse(day));
    return CareFacts.none()
        .withCare(care -> care.with(days, CareStatus.open(), on("2025-08-20")))
        .withPlacement(
            placed -> placed.with(days, new Placement(ClassId.of("c-1"), 1), on("2025-08-20")));
  }

  private static Attendance attendance(Presence presence, String recorded) {
    return new Attendance(
        ActivityId.of("L1"),
        ChildId.of("k-1"),
        Attendee.CHILD,
        presence,
        presence == Presence.PRESENT ? Optional.empty() : Optional.of(AbsenceReason.ILLNESS),
        on(recorded),
        ACTOR);
  }

  private static AttendanceRecord record(
      String inCareFrom, Activity lecture, Attendance... attendance) {
    return AttendanceRecord.of(
        ChildId.of("k-1"),
        inCareFrom(inCareFrom),
        List.of(),
        ActivityPlan.of(List.of(lecture)),
        List.of(attendance),
        ZONE);
  }

  private static String judged(AttendanceRecord record, Viewpoint viewpoint) {
    return EVALUATOR.judge(record, LECTURE, viewpoint).stream()
        .map(each -> each.wording().english())
        .collect(Collectors.joining(" | "));
  }

  private static final Activity L1 = held("L1", ActivityKind.SAFETY_LECTURE, "2025-09-19", "c-1");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          # in care from; attendance; as-of     ; verdict
          2025-09-01    ; present   ; 2025-10-01; met: 1 of 1 in 2025-09-01/2026-01-17, at L1
          2025-09-01    ; excused   ; 2025-10-01; pending: 0 of 1 in 2025-09-01/2026-01-17, not at L1
          2025-09-01    ; absent    ; 2026-02-01; missed: 0 of 1 in 2025-09-01/2026-01-17, not at L1
          2025-09-01    ;           ; 2025-10-01; pending: 0 of 1 in 2025-09-01/2026-01-17, not recorded at L1
          2025-09-01    ; present   ; 2025-09-18; pending: 0 of 1 in 2025-09-01/2026-01-17
          2025-12-01    ;           ; 2026-02-01; not applicable: 0 of 1 in 2025-09-01/2026-01-17
          """)
  void judge_child_byTheEvaluatorOfContacts(
      String inCareFrom, String presence, String asOf, String verdict) {
    AttendanceRecord record =
        presence == null
            ? record(inCareFrom, L1)
            : record(
                inCareFrom,
                L1,
                attendance(Coded.find(Presence.class, presence).orElseThrow(), "2025-09-19"));
    assertThat(judged(record, view(asOf))).isEqualTo(verdict.replace(", ", "; "));
  }

  @Test
  void judge_correctedLater_asKnownOnEachDay() {
    AttendanceRecord record =
        record(
            "2025-09-01",
            L1.with(ActivityFact.reopened("登记有误", on("2025-10-20"), ACTOR))
                .with(ActivityFact.held(on("2025-10-25"), ACTOR)),
            attendance(Presence.PRESENT, "2025-09-19"),
            attendance(Presence.ABSENT, "2025-10-01"),
            attendance(Presence.PRESENT, "2025-10-10"));
    List<String> verdicts = new ArrayList<>();
    for (String known :
        List.of(
            "2025-09-18", "2025-09-19", "2025-10-01", "2025-10-10", "2025-10-20", "2025-10-25")) {
      Viewpoint viewpoint = Viewpoint.of(LocalDate.parse("2025-10-31"), LocalDate.parse(known));
      verdicts.add(EVALUATOR.judge(record, LECTURE, viewpoint).get(0).window().verdict().code());
    }
    assertThat(verdicts).containsExactly("pending", "met", "pending", "met", "pending", "met");
  }

  @Test
  void standings_child_areOfTheKindOfContactRules() {
    AttendanceRecord missed = record("2025-09-01", L1, attendance(Presence.ABSENT, "2025-09-19"));
    assertThat(EVALUATOR.standings(missed, view("2026-01-20")))
        .singleElement()
        .satisfies(
            standing -> {
              assertThat(standing.rule()).isEqualTo(LECTURE);
              assertThat(standing.opens()).isEqualTo("2025-09-01");
              assertThat(standing.deadline()).isEqualTo("2026-01-17");
              assertThat(standing.stateOn(LocalDate.parse("2026-01-20")))
                  .isEqualTo(StandingState.OVERDUE);
            });
    AttendanceRecord there = record("2025-09-01", L1, attendance(Presence.PRESENT, "2025-09-19"));
    assertThat(EVALUATOR.standings(there, view("2026-01-20")))
        .extracting(Standing::opens)
        .containsExactly(LocalDate.parse("2026-02-24"));
    assertThat(EVALUATOR.standings(there)).hasSize(1);
    assertThat(EVALUATOR.judge(there, MEETING, view("2026-01-20"))).isEmpty();
    assertThatThrownBy(() -> EVALUATOR.judge(there, RuleId.of("x"), view("2026-01-20")))
        .hasMessage("there is no quota x");
  }

  @Test
  void of_versions_judgeThePeriodsThatBeginWithThem() {
    ActivityQuota first = QuotaPresets.defaults(LocalDate.parse("2025-10-01")).get(1);
    ActivityQuota second =
        new ActivityQuota(
            first.id(),
            first.title(),
            first.provenance(),
            first.kinds(),
            QuotaAmount.parse("2-3 per-term"),
            first.eachClass(),
            first.scope(),
            2,
            first.attendee(),
            LocalDate.parse("2026-02-01"),
            Optional.empty());
    QuotaEvaluator evaluator = QuotaEvaluator.of(List.of(second, first), CALENDAR, ZONE);
    assertThat(evaluator.judgePlan(ActivityPlan.empty(), CLASSES, view("2025-10-01")))
        .extracting(each -> each.version() + " " + each.wording().chinese())
        .containsExactly(
            "0 安排不足：2025-09-01/2026-01-17 应有 1-2 次", "1 安排不足：2026-02-24/2026-07-04 应有 2-3 次");
    assertThat(evaluator.judge(record("2025-09-01", L1), LECTURE, view("2026-03-01")))
        .extracting(ChildVerdict::needed)
        .containsExactly(1, 2);
    assertThatThrownBy(
            () ->
                QuotaEvaluator.of(
                    List.of(first.until(LocalDate.parse("2026-02-01")), second), CALENDAR, ZONE))
        .hasMessage("versions of quota safety-lecture must not both be in force on 2026-02-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1-2 per-term", "1+ per-year", "1+ term-start", "0-3 P1M", "2 P1W"})
  void amount_text_printsBack(String text) {
    assertThat(QuotaAmount.parse(text)).hasToString(text);
  }

  @Test
  void amount_otherText_isRejected() {
    assertThatThrownBy(() -> QuotaAmount.parse("often"))
        .isInstanceOf(RuleSyntaxException.class)
        .hasMessage(
            "position 1 of \"often\": expected a number and a period, such as 1-2 per-term or 1+"
                + " per-year");
    assertThatThrownBy(() -> QuotaAmount.parse("3-2 per-term"))
        .hasMessage("3 to 2 must be 0 to 366 and ascend");
    assertThatThrownBy(() -> QuotaAmount.parse("1 every 14 days"))
        .hasMessage(
            "the periods of a quota must not depend on the child, as those of \"every 14 days\" do");
  }

  @Test
  void cells_ofThePresets_readBack() {
    for (ActivityQuota quota : QuotaPresets.defaults(YEAR_BEGINS)) {
      ActivityQuota closed = quota.until(LocalDate.parse("2026-08-31"));
      assertThat(ActivityQuota.fromCells(quota.cells())).isEqualTo(quota);
      assertThat(ActivityQuota.fromCells(closed.cells())).isEqualTo(closed);
    }
    List<String> cells = new ArrayList<>(QuotaPresets.defaults(YEAR_BEGINS).get(0).cells());
    cells.set(3, "parents-meeting;party");
    assertThatThrownBy(() -> ActivityQuota.fromCells(cells))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("column kinds cannot hold \"parents-meeting;party\"");
  }
}
