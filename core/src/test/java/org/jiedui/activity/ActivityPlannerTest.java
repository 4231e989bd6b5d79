package org.jiedui.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiedui.calendar.DayKind;
import org.jiedui.calendar.DayMark;
import org.jiedui.calendar.SchoolDays;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.id.TemplateId;
import org.jiedui.rule.Scope;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.Post;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan looks like, and how it explains itself. */
class ActivityPlannerTest {

  private static final List<ClassGroup> CLASSES =
      List.of(PlannedSchool.group(1, "S1"), PlannedSchool.group(2, "S1"));

  private static PlanRequest autumn(SchoolDays days, ActivityTemplate... templates) {
    return PlanRequest.of(
        days, Years.AUTUMN.days(), List.of(templates), CLASSES, PlannedSchool.LEADERS);
  }

  private static PlanRequest autumn(ActivityTemplate... templates) {
    return autumn(Years.YEAR_2025, templates);
  }

  private static PlanProposal propose(PlanRequest request) {
    return ActivityPlanner.usual().propose(request);
  }

  private static String list(PlanProposal proposal) {
    return proposal.placements().stream()
        .map(each -> each.booking().day() + " " + each.booking().leader() + " " + each.id())
        .collect(Collectors.joining("; "));
  }

  @Test
  void propose_meetingOfEachClass_isLedByItsOwnTeacherOnOneDay() {
    PlanProposal proposal =
        propose(
            autumn(
                PlannedSchool.template("parents", "week 2 friday", Post.HOMEROOM_TEACHER, "各班教室")
                    .forEachClass()));
    assertThat(list(proposal))
        .isEqualTo(
            "2025-09-12 H1 parents:2025-1.week2:c-1; 2025-09-12 H2 parents:2025-1.week2:c-2");
    assertThat(proposal.provenAims()).isEqualTo(PlanProposal.AIMS);
    assertThat(proposal.placements().get(0).reasons())
        .extracting(each -> each.in(Locale.ENGLISH))
        .containsExactly(
            "asked for \"week 2 friday\": 5 days are possible",
            "the day that suits best",
            "its week has 2 in all");
  }

  @Test
  void propose_onePlace_oneActivityADay() {
    PlanProposal proposal =
        propose(
            autumn(
                PlannedSchool.template("parents", "week 2 friday", Post.HOMEROOM_TEACHER, "会议室")
                    .forEachClass()));
    assertThat(list(proposal))
        .isEqualTo(
            "2025-09-11 H2 parents:2025-1.week2:c-2; 2025-09-12 H1 parents:2025-1.week2:c-1");
  }

  @Test
  void propose_noDayLeft_saysWhatBlocksEachDay() {
    SchoolDays days =
        Years.YEAR_2025.extendedBy(
            List.of(
                DayMark.of(DateRange.parse("2025-09-08/2025-09-09"), DayKind.EXAM).withName("月考"),
                DayMark.of(DateRange.parse("2025-09-10/2025-09-11"), DayKind.CLOSED)));
    ActivityTemplate meeting =
        PlannedSchool.template("a", "week 2 friday", Post.VICE_PRINCIPAL, "会议室");
    ActivityTemplate other = PlannedSchool.template("b", "week 2", Post.PRINCIPAL, "会议室");
    PlanProposal proposal =
        propose(
            autumn(days, meeting, other)
                .withFixed(
                    List.of(
                        new Booking(
                            ActivityId.of("fixed"),
                            LocalDate.parse("2025-09-12"),
                            StaffId.of("T02"),
                            Place.parse("操场"),
                            ImmutableSet.of(ClassId.of("c-1"))))));
    assertThat(proposal.placements()).isEmpty();
    assertThat(proposal.unplaced())
        .extracting(each -> each.id() + " " + each.wording().english())
        .containsExactly(
            "a:2025-1.week2 no day is left:"
                + " 2025-09-08: examination day (月考)."
                + " 2025-09-09: examination day (月考)."
                + " 2025-09-10: closed."
                + " 2025-09-11: closed."
                + " 2025-09-12: leader T02 is taken by the fixed fixed; class c-1 is taken by the"
                + " fixed fixed."
                + " 2025-09-13: weekend."
                + " 2025-09-14: weekend",
            "b:2025-1.week2 no day is left:"
                + " 2025-09-08: examination day (月考)."
                + " 2025-09-09: examination day (月考)."
                + " 2025-09-10: closed."
                + " 2025-09-11: closed."
                + " 2025-09-12: class c-1 is taken by the fixed fixed."
                + " 2025-09-13: weekend."
                + " 2025-09-14: weekend");
    assertThat(proposal.unplaced().get(0).wording().chinese())
        .startsWith("没有可用的日子：2025-09-08：考试日（月考）。")
        .contains("2025-09-12：负责人 T02 已用于已定活动 fixed；班级 c-1 已用于已定活动 fixed。");
  }

  @Test
  void propose_oneMustGiveWay_bothAreNamed() {
    ActivityTemplate first = PlannedSchool.template("a", "on teachers-day", Post.PRINCIPAL, "操场");
    ActivityTemplate second =
        PlannedSchool.template("b", "on teachers-day", Post.VICE_PRINCIPAL, "操场");
    PlanProposal proposal = propose(autumn(first, second));
    assertThat(list(proposal)).isEqualTo("2025-09-10 T01 a:teachers-day-2025");
    assertThat(proposal.unplaced().get(0).wording().english())
        .isEqualTo(
            "no day is left: 2025-09-10: place 操场 is taken by a:teachers-day-2025; class c-1 is"
                + " taken by a:teachers-day-2025; class c-2 is taken by a:teachers-day-2025");
  }

  @Test
  void propose_nobodyHoldsThePost_isSaid() {
    PlanProposal proposal =
        propose(autumn(PlannedSchool.template("a", "on teachers-day", Post.OTHER, "操场")));
    assertThat(proposal.unplaced().get(0).wording().english())
        .isEqualTo("no day is left: 2025-09-10: nobody is other on that day");
  }

  @ParameterizedTest
  @CsvSource({
    "on mid-autumn-festival, false, ''",
    "on mid-autumn-festival, true, 2025-10-06 T03 a:mid-autumn-festival-2025",
    "near mid-autumn-festival from -7 to 3, false, 2025-10-09 T03 a:mid-autumn-festival-2025"
  })
  void propose_dayOff_onlyIfWanted(String timing, boolean wanted, String plan) {
    ActivityTemplate feast = PlannedSchool.template("a", timing, Post.CHIEF_COUNSELLOR, "操场");
    assertThat(list(propose(autumn(wanted ? feast.onDaysOffToo() : feast)))).isEqualTo(plan);
  }

  @Test
  void propose_idleTemplates_areNamedWithWhy() {
    ActivityTemplate children = PlannedSchool.template("a", "on childrens-day", Post.OTHER, "操场");
    ActivityTemplate upper =
        PlannedSchool.template("b", "week 1", Post.OTHER, "操场").forAudience(Scope.parse("grade 9"));
    ActivityTemplate done = PlannedSchool.template("c", "week 1", Post.PRINCIPAL, "操场");
    PlanProposal proposal =
        propose(
            autumn(children, upper, done)
                .withFixed(
                    List.of(
                        new Booking(
                            ActivityId.of("c:2025-1.week1"),
                            LocalDate.parse("2025-09-02"),
                            StaffId.of("T01"),
                            Place.parse("操场"),
                            ImmutableSet.of()))));
    assertThat(proposal.idle())
        .containsEntry(TemplateId.of("a"), Idle.NO_OCCASION)
        .containsEntry(TemplateId.of("b"), Idle.NO_CLASS)
        .containsEntry(TemplateId.of("c"), Idle.ALL_FIXED);
    assertThat(proposal.weeks()).containsEntry(LocalDate.parse("2025-09-01"), 1);
  }

  @Test
  void propose_heldForAllClassesAtOnce_noClassIsAskedAgain() {
    ActivityTemplate meeting =
        PlannedSchool.template("parents", "week 2 friday", Post.HOMEROOM_TEACHER, "各班教室")
            .forEachClass();
    Booking held =
        new Booking(
            ActivityId.of("A1"),
            LocalDate.parse("2025-09-08"),
            StaffId.of("T01"),
            Place.classrooms(),
            ImmutableSet.of(ClassId.of("c-1"), ClassId.of("c-2")),
            Optional.of(TemplateId.of("parents")));
    assertThat(propose(autumn(meeting).withFixed(List.of(held))).idle())
        .containsEntry(TemplateId.of("parents"), Idle.ALL_FIXED);
  }

  @Test
  void propose_heldForOneClassOrInAnotherWeek_theOthersAreAsked() {
    ActivityTemplate meeting =
        PlannedSchool.template("parents", "week 2 friday", Post.HOMEROOM_TEACHER, "各班教室")
            .forEachClass();
    Booking ofOne =
        new Booking(
            ActivityId.of("A1"),
            LocalDate.parse("2025-09-08"),
            StaffId.of("T01"),
            Place.classrooms(),
            ImmutableSet.of(ClassId.of("c-1")),
            Optional.of(TemplateId.of("parents")));
    Booking aWeekLater =
        new Booking(
            ActivityId.of("A2"),
            LocalDate.parse("2025-09-15"),
            StaffId.of("T01"),
            Place.classrooms(),
            ImmutableSet.of(ClassId.of("c-1"), ClassId.of("c-2")),
            Optional.of(TemplateId.of("parents")));
    assertThat(list(propose(autumn(meeting).withFixed(List.of(ofOne, aWeekLater)))))
        .isEqualTo("2025-09-12 H2 parents:2025-1.week2:c-2");
  }

  @Test
  void propose_severalLeaders_shareTheDay() {
    PlanProposal proposal =
        propose(
            PlanRequest.of(
                Years.YEAR_2025,
                Years.AUTUMN.days(),
                List.of(
                    PlannedSchool.template("a", "on teachers-day", Post.VICE_PRINCIPAL, "教室")
                        .forEachClass()),
                CLASSES,
                Stream.concat(
                        PlannedSchool.LEADERS.stream(),
                        Stream.of(PlannedSchool.staff("T04", Post.VICE_PRINCIPAL)))
                    .toList()));
    assertThat(list(proposal))
        .isEqualTo(
            "2025-09-10 T02 a:teachers-day-2025:c-1; 2025-09-10 T04 a:teachers-day-2025:c-2");
  }

  @Test
  void propose_again_movesNothing() {
    PlanRequest year = LargePlanRequest.year(0);
    PlanProposal first = propose(year);
    PlanProposal again = propose(year.withEarlier(first.bookings()));
    assertThat(again.bookings()).isEqualTo(first.bookings());
    assertThat(again.moved()).isEmpty();
    assertThat(again.dropped()).isEmpty();
  }

  @Test
  void propose_afterAChange_movesWhatMustBeMovedAndSaysWhy() {
    ActivityTemplate a = PlannedSchool.template("a", "week 2 monday", Post.PRINCIPAL, "操场");
    ActivityTemplate b = PlannedSchool.template("b", "week 2 tuesday", Post.VICE_PRINCIPAL, "操场");
    ActivityTemplate gone = PlannedSchool.template("c", "week 3", Post.PRINCIPAL, "操场");
    PlanProposal before = propose(autumn(a, b, gone));
    SchoolDays changed =
        Years.YEAR_2025.extendedBy(
            List.of(DayMark.of(DateRange.parse("2025-09-08/2025-09-08"), DayKind.CLOSED)));
    PlanProposal after = propose(autumn(changed, a, b).withEarlier(before.bookings()));
    assertThat(list(after))
        .isEqualTo("2025-09-09 T02 b:2025-1.week2; 2025-09-10 T01 a:2025-1.week2");
    assertThat(after.moved())
        .singleElement()
        .satisfies(
            moved ->
                assertThat(moved.reasons())
                    .extracting(each -> each.in(Locale.ENGLISH))
                    .contains("was on 2025-09-08: closed"));
    assertThat(after.find(ActivityId.of("b:2025-1.week2")).orElseThrow().reasons())
        .extracting(each -> each.in(Locale.ENGLISH))
        .contains("as planned before");
    assertThat(after.dropped()).containsExactly(ActivityId.of("c:2025-1.week3"));
    assertThat(after.score()).isEqualTo(new PlanScore(2, 2, 1, 4, 2));
  }

  @Test
  void propose_yearAfterADayIsLost_movesOnlyWhatWasOnIt() {
    PlanRequest year = LargePlanRequest.year(0);
    PlanProposal before = propose(year);
    LocalDate lost = LocalDate.parse("2025-10-22");
    long onIt =
        before.placements().stream().filter(each -> each.booking().day().equals(lost)).count();
    PlanRequest changed =
        PlanRequest.of(
                year.days().extendedBy(List.of(DayMark.of(DateRange.ofDay(lost), DayKind.EXAM))),
                year.plan(),
                year.templates(),
                year.classes(),
                year.staff())
            .withEarlier(before.bookings());
    PlanProposal after = propose(changed);
    assertThat(onIt).isPositive();
    assertThat(after.score().placed()).isGreaterThanOrEqualTo(before.score().placed() - (int) onIt);
    assertThat(after.moved()).hasSizeLessThanOrEqualTo((int) onIt + 2);
  }

  @ParameterizedTest
  @CsvSource({"0, 598, 9556", "3, 413, 4471", "6, 280, 2252"})
  void propose_largeYears_areAsGoodAsMeasured(int counsellors, int placed, long sumOfSquares) {
    PlanScore score = propose(LargePlanRequest.year(counsellors)).score();
    assertThat(score.asked()).isEqualTo(636);
    assertThat(score.placed()).isGreaterThanOrEqualTo(placed);
    if (score.placed() == placed) {
      assertThat(score.sumOfSquares()).isLessThanOrEqualTo(sumOfSquares);
    }
  }

  @Test
  void request_openPlanOrTwoTemplatesOfOneId_isRejected() {
    ActivityTemplate one = PlannedSchool.template("a", "week 1", Post.PRINCIPAL, "操场");
    assertThatThrownBy(() -> autumn(one, one))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a");
    assertThatThrownBy(
            () ->
                PlanRequest.of(
                    Years.YEAR_2025,
                    DateRange.parse("2025-09-01/.."),
                    List.of(),
                    List.of(),
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the days of a plan (2025-09-01/..) must have a last one");
  }

  @Test
  void idOf_longParts_staysWithinAnIdAndApart() {
    ActivityTemplate template = PlannedSchool.template("t".repeat(40), "week 1", Post.OTHER, "操场");
    Occasion occasion = template.timing().occasions(Years.YEAR_2025).get(0);
    ActivityId one = template.idOf(occasion, Optional.of(ClassId.of("c".repeat(40))));
    ActivityId other = template.idOf(occasion, Optional.of(ClassId.of("c".repeat(41))));
    assertThat(one.value()).hasSize(64);
    assertThat(one).isNotEqualTo(other);
  }
}
