package org.jiedui.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.rule.Scope;
import org.jiedui.school.Post;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of an activity, who may do what with it, and the plan that it is in. */
class ActivityTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final ActorId ACTOR = ActorId.of("T03");
  private static final Arrangement FRIDAY =
      new Arrangement(
          LocalDate.parse("2025-09-19"),
          Optional.empty(),
          StaffId.of("T02"),
          Place.parse("操场"),
          Optional.empty(),
          60);

  private static Instant at(int day) {
    return LocalDate.of(2025, 9, day).atTime(9, 0).atZone(ZONE).toInstant();
  }

  private static Activity lecture() {
    return Activity.of(
        PlannedSchool.SCHOOL,
        ActivityId.of("A2"),
        ActivityKind.SAFETY_LECTURE,
        Wording.of("交通与防溺水安全", "Traffic and water safety"),
        Scope.all(),
        ImmutableSet.of(ClassId.of("c-1")),
        ActivityFact.drafted(FRIDAY, at(1), ACTOR));
  }

  @Test
  void status_known_isThatOfTheDay() {
    Activity activity =
        lecture()
            .with(ActivityFact.agreed(at(3), ACTOR))
            .with(
                ActivityFact.moved(
                    FRIDAY.onDay(LocalDate.parse("2025-09-22")).startingAt(LocalTime.of(15, 30)),
                    "下雨",
                    at(18),
                    ACTOR))
            .with(ActivityFact.held(at(23), ACTOR));
    assertThat(activity.statusKnownOn(LocalDate.parse("2025-08-31"), ZONE)).isEmpty();
    assertThat(activity.statusKnownOn(LocalDate.parse("2025-09-02"), ZONE))
        .hasToString("Optional[draft 2025-09-19]");
    assertThat(activity.statusKnownOn(LocalDate.parse("2025-09-17"), ZONE))
        .hasToString("Optional[agreed 2025-09-19]");
    assertThat(activity.statusKnownOn(LocalDate.parse("2025-09-18"), ZONE))
        .hasToString("Optional[moved 2025-09-22]");
    assertThat(activity.status()).hasToString("held 2025-09-22");
    assertThat(activity.sequence()).isEqualTo(3);
    assertThat(lecture().isContinuedBy(activity)).isTrue();
    assertThat(activity.isContinuedBy(lecture())).isFalse();
  }

  @Test
  void reopened_isAgainWhatItWas() {
    Activity moved =
        lecture()
            .with(ActivityFact.agreed(at(3), ACTOR))
            .with(
                ActivityFact.moved(
                    FRIDAY.onDay(LocalDate.parse("2025-09-22")), "下雨", at(18), ACTOR));
    Activity cancelled = moved.with(ActivityFact.cancelled("停电", at(19), ACTOR));
    assertThat(cancelled.findBooking()).isEmpty();
    assertThat(cancelled.status().reason()).contains("停电");
    Activity again = cancelled.with(ActivityFact.reopened("来电", at(20), ACTOR));
    assertThat(again.status()).hasToString("moved 2025-09-22");
    Activity held =
        again.with(ActivityFact.heldAs(FRIDAY.onDay(LocalDate.parse("2025-09-23")), at(23), ACTOR));
    assertThat(held.status()).hasToString("held 2025-09-23");
    assertThat(held.with(ActivityFact.reopened("登记有误", at(24), ACTOR)).status())
        .hasToString("moved 2025-09-22");
  }

  @Test
  void note_changesNothingButWhatIsNoted() {
    Activity cancelled =
        lecture()
            .with(ActivityFact.noted("请派出所来讲", at(2), ACTOR))
            .with(ActivityFact.cancelled("停电", at(3), ACTOR));
    Activity noted = cancelled.with(ActivityFact.noted("改到下学期", at(4), ACTOR));
    assertThat(noted.status()).isEqualTo(cancelled.status());
    assertThat(noted.sequence()).isEqualTo(1);
    assertThat(noted.findNote()).contains("改到下学期");
    assertThat(noted.knownBefore(at(4)).flatMap(Activity::findNote)).contains("请派出所来讲");
    assertThat(lecture().findNote()).isEmpty();
    assertThat(noted.history().get(3)).asString().doesNotContain("下学期");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # state,    step,   state after
          draft,      agree,  agreed
          draft,      move,   draft
          draft,      hold,
          draft,      cancel, cancelled
          draft,      reopen,
          draft,      draft,
          agreed,     agree,
          agreed,     move,   moved
          agreed,     hold,   held
          agreed,     cancel, cancelled
          agreed,     reopen,
          moved,      agree,
          moved,      move,   moved
          moved,      hold,   held
          moved,      cancel, cancelled
          moved,      reopen,
          held,       agree,
          held,       move,
          held,       hold,
          held,       cancel,
          held,       reopen, agreed
          cancelled,  agree,
          cancelled,  move,
          cancelled,  hold,
          cancelled,  cancel,
          cancelled,  reopen, agreed
          draft,      note,   draft
          agreed,     note,   agreed
          moved,      note,   moved
          held,       note,   held
          cancelled,  note,   cancelled
          """)
  void with_step_followsOrIsRejected(String state, String step, String after) {
    Activity before = in(state);
    ActivityFact fact = fact(step);
    if (after == null) {
      assertThatThrownBy(() -> before.with(fact))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("step " + step + " must not follow in activity A2, which is " + state);
    } else {
      assertThat(before.with(fact).status().state().code()).isEqualTo(after);
    }
  }

  private static Activity in(String state) {
    Activity agreed = lecture().with(ActivityFact.agreed(at(2), ACTOR));
    return switch (state) {
      case "draft" -> lecture();
      case "agreed" -> agreed;
      case "moved" -> agreed.with(ActivityFact.moved(FRIDAY, "x", at(3), ACTOR));
      case "held" -> agreed.with(ActivityFact.held(at(19), ACTOR));
      default -> agreed.with(ActivityFact.cancelled("x", at(3), ACTOR));
    };
  }

  private static ActivityFact fact(String step) {
    return switch (step) {
      case "draft" -> ActivityFact.drafted(FRIDAY, at(20), ACTOR);
      case "agree" -> ActivityFact.agreed(at(20), ACTOR);
      case "move" -> ActivityFact.moved(FRIDAY, "x", at(20), ACTOR);
      case "hold" -> ActivityFact.held(at(20), ACTOR);
      case "cancel" -> ActivityFact.cancelled("x", at(20), ACTOR);
      case "note" -> ActivityFact.noted("x", at(20), ACTOR);
      default -> ActivityFact.reopened("x", at(20), ACTOR);
    };
  }

  @Test
  void with_earlierInstant_isRejected() {
    Activity agreed = lecture().with(ActivityFact.agreed(at(5), ACTOR));
    assertThatThrownBy(() -> agreed.with(ActivityFact.held(at(4), ACTOR)))
        .hasMessage("step hold of activity A2 must not be recorded before the one before it");
    assertThatThrownBy(() -> ActivityFact.cancelled(" ", at(4), ACTOR))
        .hasMessage("the reason must not be blank");
    assertThatThrownBy(() -> ActivityFact.noted(" ", at(4), ACTOR))
        .hasMessage("the note must not be blank");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # who,             leads, own class, draft, agree, move, hold, cancel, reopen, note
          principal,         no,    no,        yes,   yes,   yes,  yes,  yes,    yes,    yes
          vice-principal,    no,    no,        yes,   yes,   yes,  yes,  yes,    yes,    yes
          chief-counsellor,  no,    no,        yes,   yes,   yes,  yes,  yes,    no,     yes
          homeroom-teacher,  no,    yes,       yes,   no,    no,   yes,  no,     no,     yes
          homeroom-teacher,  no,    no,        no,    no,    no,   no,   no,     no,     no
          subject-teacher,   no,    no,        no,    no,    no,   no,   no,     no,     no
          subject-teacher,   yes,   no,        no,    no,    yes,  yes,  no,     no,     yes
          """)
  void usual_table(
      String post,
      String leads,
      String own,
      String draft,
      String agree,
      String move,
      String hold,
      String cancel,
      String reopen,
      String note) {
    Doer who =
        new Doer(
            StaffId.of(leads.equals("yes") ? "T02" : "T99"),
            ImmutableSet.of(Coded.find(Post.class, post).orElseThrow()),
            own.equals("yes") ? ImmutableSet.of(ClassId.of("c-1")) : ImmutableSet.of());
    assertThat(
            List.of(
                ActivityPolicy.usual().decideDraft(lecture(), who).isAccepted(),
                may(who, "agree", "draft"),
                may(who, "move", "agreed"),
                may(who, "hold", "agreed"),
                may(who, "cancel", "agreed"),
                may(who, "reopen", "held"),
                may(who, "note", "cancelled")))
        .containsExactly(
            draft.equals("yes"),
            agree.equals("yes"),
            move.equals("yes"),
            hold.equals("yes"),
            cancel.equals("yes"),
            reopen.equals("yes"),
            note.equals("yes"));
  }

  private static boolean may(Doer who, String step, String state) {
    return ActivityPolicy.usual()
        .decide(fact(step), in(state), who, LocalDate.parse("2025-09-19"))
        .isAccepted();
  }

  @Test
  void decide_severalReasons_areAllGiven() {
    Doer stranger = new Doer(StaffId.of("T99"), ImmutableSet.of(Post.OTHER), ImmutableSet.of());
    StepDecision decision =
        ActivityPolicy.usual()
            .decide(fact("hold"), lecture(), stranger, LocalDate.parse("2025-09-18"));
    assertThat(decision)
        .isInstanceOfSatisfying(
            StepDecision.Refused.class,
            refused ->
                assertThat(refused.reasons())
                    .extracting(each -> each.code() + ": " + each.wording().english())
                    .containsExactly(
                        "not-permitted: may not hold this activity",
                        "wrong-state: it is draft, so one cannot hold it",
                        "not-yet: its day, 2025-09-19, is to come"));
    ActivityPolicy open = ActivityPolicy.usual().withStep(ActivityStep.AGREE, false, Post.OTHER);
    assertThat(open.decide(fact("agree"), lecture(), stranger, FRIDAY.day()).isAccepted()).isTrue();
    assertThat(open.postsFor(ActivityStep.AGREE)).containsExactly(Post.OTHER);
    assertThat(open.isForLeader(ActivityStep.MOVE)).isTrue();
  }

  @Test
  void doer_homeroomTeacher_isOneByTheClass() {
    Doer doer =
        Doer.on(
            LocalDate.parse("2025-09-10"),
            PlannedSchool.staff("H1", Post.SUBJECT_TEACHER),
            List.of(PlannedSchool.group(1), PlannedSchool.group(2)));
    assertThat(doer.posts()).containsExactly(Post.HOMEROOM_TEACHER, Post.SUBJECT_TEACHER);
    assertThat(doer.homeroomOf()).containsExactly(ClassId.of("c-1"));
  }

  @Test
  void redraft_proposals_addMoveCancelAndReopenDrafts() {
    ActivityTemplate a = PlannedSchool.template("a", "week 2 monday", Post.PRINCIPAL, "操场");
    ActivityTemplate b = PlannedSchool.template("b", "week 3", Post.VICE_PRINCIPAL, "操场");
    PlanRequest request =
        PlanRequest.of(
            Years.YEAR_2025,
            Years.AUTUMN.days(),
            List.of(a, b),
            List.of(PlannedSchool.group(1)),
            PlannedSchool.LEADERS);
    ActivityPlanner planner = ActivityPlanner.usual();
    ActivityPlan first =
        ActivityPlan.empty().redraft(planner.propose(request), PlannedSchool.SCHOOL, at(1), ACTOR);
    assertThat(first.drafts()).hasSize(2);
    ActivityId idOfA = ActivityId.of("a:2025-1.week2");
    ActivityId idOfB = ActivityId.of("b:2025-1.week3");

    ActivityPlan agreed =
        first.with(first.find(idOfA).orElseThrow().with(ActivityFact.agreed(at(2), ACTOR)));
    PlanRequest onlyA =
        PlanRequest.of(
                request.days(), request.plan(), List.of(a), request.classes(), request.staff())
            .withFixed(agreed.fixed())
            .withEarlier(agreed.drafts());
    ActivityPlan without =
        agreed.redraft(planner.propose(onlyA), PlannedSchool.SCHOOL, at(3), ACTOR);
    assertThat(without.find(idOfA)).isEqualTo(agreed.find(idOfA));
    assertThat(without.find(idOfB).orElseThrow().status().state())
        .isEqualTo(ActivityState.CANCELLED);

    ActivityPlan again =
        without.redraft(
            planner.propose(request.withFixed(without.fixed()).withEarlier(without.drafts())),
            PlannedSchool.SCHOOL,
            at(4),
            ACTOR);
    assertThat(again.find(idOfB).orElseThrow().status().state()).isEqualTo(ActivityState.DRAFT);
    assertThat(again.knownOn(LocalDate.parse("2025-09-01"), ZONE)).isEqualTo(first);
    assertThat(again.ledBy(StaffId.of("T02")).activities())
        .extracting(Activity::id)
        .containsExactly(idOfB);
    assertThat(again.ofClass(ClassId.of("c-2")).activities()).isEmpty();
    assertThatThrownBy(() -> again.with(first.find(idOfA).orElseThrow()))
        .hasMessage("activity a:2025-1.week2 must continue what was recorded of it");
  }
}
