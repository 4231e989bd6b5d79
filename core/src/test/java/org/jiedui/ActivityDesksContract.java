package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiedui.SampleSchool.CLASS;
import static org.jiedui.SampleSchool.FIRST_DAY;
import static org.jiedui.SampleSchool.HONG;
import static org.jiedui.SampleSchool.MENTOR;
import static org.jiedui.SampleSchool.MING;
import static org.jiedui.SampleSchool.SCHOOL;
import static org.jiedui.SampleSchool.SECRET;
import static org.jiedui.SampleSchool.TEACHER;
import static org.jiedui.SampleSchool.ZONE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiedui.access.AccessDeniedException;
import org.jiedui.activity.AbsenceReason;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityFact;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityState;
import org.jiedui.activity.ActivityTemplate;
import org.jiedui.activity.Arrangement;
import org.jiedui.activity.Attendance;
import org.jiedui.activity.AttendanceSheet;
import org.jiedui.activity.Attendee;
import org.jiedui.activity.Partner;
import org.jiedui.activity.PartnerKind;
import org.jiedui.activity.Place;
import org.jiedui.activity.PlanProposal;
import org.jiedui.activity.Presence;
import org.jiedui.activity.StepDecision;
import org.jiedui.activity.StepRefusal;
import org.jiedui.activity.Timing;
import org.jiedui.calendar.CalendarEvent;
import org.jiedui.calendar.DayKind;
import org.jiedui.calendar.DayMark;
import org.jiedui.calendar.OpeningHours;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.contact.CallRegister;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.FamilyCall;
import org.jiedui.contact.Party;
import org.jiedui.ics.IcsReader;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.PartnerId;
import org.jiedui.id.RuleId;
import org.jiedui.id.TemplateId;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.Recording;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.ContactPattern;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.RuleVersion;
import org.jiedui.rule.Scope;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.Test;

/**
 * What the desks for activities and attendance do, whatever the store: a module with an adapter
 * extends this class and opens an empty store.
 */
public abstract class ActivityDesksContract extends ActivityContract {

  private static final DateRange AUTUMN = DateRange.parse("2025-09-01/2026-01-17");
  private static final ActivityId MEETING = ActivityId.of("parents:2025-1.week2:2025-1-1");
  private static final Recording RECORDING = Recording.onItsFirstDay(SampleSchool.ZONE);

  /** Creates the tests; JUnit opens an empty store before each. */
  protected ActivityDesksContract() {}

  private static Activity lecture(String id, LocalDate day) {
    return Activity.of(
        SCHOOL,
        ActivityId.of(id),
        ActivityKind.SAFETY_LECTURE,
        Wording.of("防溺水", "Water safety"),
        Scope.all(),
        ImmutableSet.of(CLASS),
        ActivityFact.drafted(
            new Arrangement(day, Optional.empty(), MENTOR, Place.parse("操场"), Optional.empty(), 60),
            SampleSchool.at(FIRST_DAY),
            ActorId.of("clerk")));
  }

  private ActivitiesDesk desk() {
    return sample.administrator().activities();
  }

  private ActivitiesDesk teacher() {
    return sample.teacher().activities();
  }

  private void plan() {
    desk().accept(SCHOOL, AUTUMN, desk().propose(SCHOOL, AUTUMN));
  }

  private static List<String> reasons(StepDecision decision) {
    return decision instanceof StepDecision.Refused refused
        ? refused.reasons().stream().map(StepRefusal::code).toList()
        : List.of();
  }

  private ActivityState state(ActivityId id) {
    return desk().get(SCHOOL, id).status().state();
  }

  @Test
  void plan_isProposedAndAccepted_andTheSameAgainChangesNothing() {
    PlanProposal proposal = desk().propose(SCHOOL, AUTUMN);
    assertThat(proposal.placements()).hasSize(1);
    assertThat(desk().plan(SCHOOL, AUTUMN, FIRST_DAY).activities()).isEmpty();

    desk().accept(SCHOOL, AUTUMN, proposal);

    Activity planned = desk().get(SCHOOL, MEETING);
    assertThat(planned.status().state()).isEqualTo(ActivityState.DRAFT);
    assertThat(planned.status().arrangement().day()).isEqualTo(ITS_DAY);
    assertThat(planned.status().arrangement().leader()).isEqualTo(TEACHER);
    assertThatIllegalStateException()
        .isThrownBy(() -> desk().accept(SCHOOL, AUTUMN, proposal))
        .withMessage("the plan of school qingshi has changed since it was proposed");
    plan();
    assertThat(desk().get(SCHOOL, MEETING)).isEqualTo(planned);
  }

  @Test
  void replan_afterTheCountyMarksTheDay_movesTheDraftAlone() {
    plan();
    desk().agree(SCHOOL, MEETING);
    book().setCountyDays(SCHOOL, List.of(DayMark.of(DateRange.ofDay(ITS_DAY), DayKind.EXAM)));
    plan();
    assertThat(desk().get(SCHOOL, MEETING).status().arrangement().day())
        .as("what is agreed stays")
        .isEqualTo(ITS_DAY);
    book()
        .change(
            SCHOOL,
            book ->
                book.withTemplates(
                    List.of(meeting(), meeting().withTiming(Timing.parse("week 3 friday"))).stream()
                        .map(
                            each ->
                                each.timing().text().startsWith("week 3") ? renamed(each) : each)
                        .toList()));
    plan();
    ActivityId second = ActivityId.of("second:2025-1.week3:2025-1-1");
    assertThat(desk().get(SCHOOL, second).status().arrangement().day())
        .isEqualTo(ITS_DAY.plusWeeks(1));
    book()
        .change(
            SCHOOL,
            book ->
                book.withOwnDays(
                    List.of(DayMark.of(DateRange.ofDay(ITS_DAY.plusWeeks(1)), DayKind.CLOSED))));
    sample.setToday(FIRST_DAY.plusDays(1));
    plan();
    Activity moved = desk().get(SCHOOL, second);
    assertThat(moved.status().arrangement().day()).isEqualTo(ITS_DAY.plusWeeks(1).minusDays(1));
    assertThat(moved.history()).hasSize(2);
    assertThat(
            desk()
                .plan(SCHOOL, AUTUMN, FIRST_DAY)
                .find(second)
                .orElseThrow()
                .status()
                .arrangement()
                .day())
        .isEqualTo(ITS_DAY.plusWeeks(1));
    assertThat(book().get(SCHOOL).countyDays()).hasSize(1);
  }

  private static ActivityTemplate renamed(ActivityTemplate each) {
    return new ActivityTemplate(
        TemplateId.of("second"),
        each.title(),
        each.kind(),
        each.audience(),
        each.eachClass(),
        each.timing(),
        each.leader(),
        each.place(),
        each.partner(),
        each.minutes(),
        each.daysOff());
  }

  @Test
  void steps_areForWhoMay_inTheStatesThatPermitThem_andLeaveAHistory() {
    plan();
    assertThat(reasons(teacher().agree(SCHOOL, MEETING))).containsExactly("not-permitted");
    assertThat(reasons(desk().hold(SCHOOL, MEETING))).containsExactly("wrong-state", "not-yet");
    assertThat(state(MEETING)).isEqualTo(ActivityState.DRAFT);
    assertThat(desk().agree(SCHOOL, MEETING)).isInstanceOf(StepDecision.Accepted.class);
    LocalDate later = ITS_DAY.plusDays(3);
    assertThat(teacher().move(SCHOOL, MEETING, later, Optional.of(LocalTime.of(15, 30)), SECRET))
        .as("its leader may move it")
        .isInstanceOf(StepDecision.Accepted.class);
    assertThat(reasons(teacher().hold(SCHOOL, MEETING))).containsExactly("not-yet");
    assertThat(reasons(teacher().cancel(SCHOOL, MEETING, SECRET))).containsExactly("not-permitted");
    sample.setToday(later);
    assertThat(teacher().hold(SCHOOL, MEETING)).isInstanceOf(StepDecision.Accepted.class);
    assertThat(state(MEETING)).isEqualTo(ActivityState.HELD);
    assertThat(reasons(desk().cancel(SCHOOL, MEETING, SECRET))).containsExactly("wrong-state");
    assertThat(reasons(teacher().reopen(SCHOOL, MEETING, SECRET))).containsExactly("not-permitted");
    assertThat(desk().reopen(SCHOOL, MEETING, SECRET)).isInstanceOf(StepDecision.Accepted.class);
    assertThat(desk().cancel(SCHOOL, MEETING, SECRET)).isInstanceOf(StepDecision.Accepted.class);
    assertThat(reasons(sample.safeguarding().activities().note(SCHOOL, MEETING, SECRET)))
        .containsExactly("not-permitted");
    assertThat(teacher().note(SCHOOL, MEETING, SECRET))
        .as("its leader may, in whatever state it is")
        .isInstanceOf(StepDecision.Accepted.class);
    Activity all = desk().get(SCHOOL, MEETING);
    assertThat(all.findNote()).contains(SECRET);
    assertThat(all.history())
        .extracting(fact -> fact.step().code())
        .containsExactly("draft", "agree", "move", "hold", "reopen", "cancel", "note");
    assertThat(all.toString()).doesNotContain(SECRET);
    assertThat(desk().plan(SCHOOL, AUTUMN, later.minusDays(1)).activities().get(0).status().state())
        .isEqualTo(ActivityState.MOVED);
    assertThatThrownBy(() -> desk().agree(SCHOOL, ActivityId.of("g-9")))
        .isInstanceOf(RecordNotFoundException.class);
  }

  @Test
  void draft_isForWhoMay() {
    assertThat(reasons(sample.safeguarding().activities().draft(lecture("g-1", ITS_DAY))))
        .as("she holds no post")
        .containsExactly("not-permitted");
    assertThat(teacher().draft(lecture("g-1", ITS_DAY)))
        .as("a homeroom teacher for her own class")
        .isInstanceOf(StepDecision.Accepted.class);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                teacher()
                    .draft(
                        lecture("g-2", ITS_DAY)
                            .with(
                                ActivityFact.agreed(
                                    SampleSchool.at(FIRST_DAY), ActorId.of("T10")))))
        .withMessage("activity g-2 must be a draft alone");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                desk()
                    .draft(
                        lecture("g-3", ITS_DAY)
                            .with(
                                ActivityFact.agreed(
                                    SampleSchool.at(ITS_DAY), ActorId.of("clerk")))))
        .withMessage("activity g-3 must not be recorded in the future");
  }

  @Test
  void calendar_hasWhatWasAgreed_underStableIds_andStrikesOutWhatWasCancelled() {
    plan();
    assertThat(events("all")).isEmpty();
    desk().agree(SCHOOL, MEETING);
    CalendarEvent agreed = events("all").get(0);
    assertThat(agreed.day()).isEqualTo(ITS_DAY);
    assertThat(agreed.summary()).isEqualTo("开学家长会");
    assertThat(events("class")).containsExactly(agreed);
    assertThat(events("teacher")).containsExactly(agreed);
    assertThat(events("mentor")).isEmpty();
    String text = desk().calendar(SCHOOL, AUTUMN, plan -> plan, Locale.CHINESE);
    assertThat(desk().calendar(SCHOOL, AUTUMN, plan -> plan, Locale.CHINESE)).isEqualTo(text);
    desk().cancel(SCHOOL, MEETING, SECRET);
    CalendarEvent cancelled = events("all").get(0);
    assertThat(cancelled.uid()).isEqualTo(agreed.uid());
    assertThat(cancelled.sequence()).isGreaterThan(agreed.sequence());
    assertThat(cancelled.cancelled()).isTrue();
  }

  private ImmutableList<CalendarEvent> events(String part) {
    String text =
        teacher()
            .calendar(
                SCHOOL,
                AUTUMN,
                plan ->
                    switch (part) {
                      case "class" -> plan.ofClass(CLASS);
                      case "teacher" -> plan.ledBy(TEACHER);
                      case "mentor" -> plan.ledBy(MENTOR);
                      default -> plan;
                    },
                Locale.CHINESE);
    return IcsReader.read(text, ZONE).events();
  }

  @Test
  void agenda_hasTheOwnActivitiesAndHowManyContactsAreDue_withoutAnyChild() {
    plan();
    desk().agree(SCHOOL, MEETING);
    LocalDate day = LocalDate.of(2025, 9, 10);
    String text = teacher().agenda(SCHOOL, TEACHER, AUTUMN, day, Locale.ENGLISH);
    assertThat(IcsReader.read(text, ZONE).events())
        .extracting(event -> event.day() + " " + event.summary())
        .containsExactly(
            "2025-09-12 Parents' meeting",
            "2025-09-14 To contact: home-visit, 2 children",
            "2026-01-17 To attend: Safety and legal lectures each term, 2 children");
    assertThat(text).doesNotContain(SECRET + "孩子", "c-ming", "c-hong", "L5224");
    LocalDate late = LocalDate.of(2025, 9, 20);
    sample.setToday(LocalDate.of(2025, 9, 19));
    sample.teacher().contacts().record(SampleSchool.visit(MING, "k-1", LocalDate.of(2025, 9, 19)));
    ImmutableList<CalendarEvent> events =
        IcsReader.read(teacher().agenda(SCHOOL, TEACHER, AUTUMN, late, Locale.CHINESE), ZONE)
            .events();
    assertThat(events)
        .extracting(event -> event.day() + " " + event.summary())
        .containsExactly(
            "2025-09-12 开学家长会", "2025-09-20 待联系（已到期）：规则 1 人", "2026-01-17 待参加：每学期安全与法制讲座 2 人");
    assertThat(events.get(1).uid()).isEqualTo("due:home-visit:2025-09-14:T10@qingshi.jiedui");
    assertThat(
            IcsReader.read(desk().agenda(SCHOOL, MENTOR, AUTUMN, late, Locale.CHINESE), ZONE)
                .events())
        .isEmpty();
  }

  @Test
  void table_namesLeadersAndClasses() {
    plan();
    assertThat(desk().table(SCHOOL, AUTUMN, Locale.CHINESE).csv())
        .contains("2025-09-12", SECRET + "老师", "一年级1班", "开学家长会");
  }

  @Test
  void quotas_judgeThePlan_andSayWhatIsDue_asKnownThen() {
    LocalDate day = LocalDate.of(2025, 9, 20);
    assertThat(due(Viewpoint.on(day)))
        .contains("parents-meeting 2025-1-1 2025-09-14", "safety-lecture school 2026-01-17");
    plan();
    desk().agree(SCHOOL, MEETING);
    sample.setToday(ITS_DAY);
    desk().hold(SCHOOL, MEETING);
    sample.setToday(day);
    assertThat(due(Viewpoint.on(day)))
        .noneMatch(each -> each.startsWith("parents-meeting"))
        .contains("safety-lecture school 2026-01-17");
    assertThat(due(Viewpoint.of(day, ITS_DAY.minusDays(1))))
        .contains("parents-meeting 2025-1-1 2025-09-14");
    assertThat(desk().judge(SCHOOL, Viewpoint.on(day)))
        .filteredOn(each -> each.quota().value().equals("parents-meeting"))
        .first()
        .satisfies(verdict -> assertThat(verdict.held()).containsExactly(MEETING));
  }

  private List<String> due(Viewpoint viewpoint) {
    return desk().due(SCHOOL, viewpoint).stream()
        .map(
            each ->
                each.standing().rule()
                    + " "
                    + each.classId().map(Object::toString).orElse("school")
                    + " "
                    + each.standing().deadline())
        .toList();
  }

  @Test
  void attendance_isTakenInOneGo_andCoverageFollows_asKnownThen() {
    AttendanceDesk attendance = sample.teacher().attendance();
    desk().draft(lecture("g-1", ITS_DAY));
    ActivityId id = ActivityId.of("g-1");
    desk().agree(SCHOOL, id);
    sample.setToday(ITS_DAY);
    desk().hold(SCHOOL, id);
    Viewpoint then = Viewpoint.on(ITS_DAY);
    assertThat(attendance.followUps(SCHOOL, id, Attendee.CHILD, then)).hasSize(2);
    attendance.take(
        SCHOOL,
        attendance
            .sheet(SCHOOL, id, CLASS, Attendee.CHILD)
            .without(HONG, Presence.EXCUSED, AbsenceReason.ILLNESS));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> attendance.sheet(SCHOOL, id, ClassId.of("2025-9-9"), Attendee.CHILD))
        .withMessage("class 2025-9-9 must take part in activity g-1");
    assertThat(attendance.followUps(SCHOOL, id, Attendee.CHILD, then))
        .extracting(each -> each.childId() + " " + each.absence().isPresent())
        .containsExactly("c-hong true");
    assertThat(attendance.followUps(SCHOOL, id, Attendee.GUARDIAN, then)).hasSize(2);
    assertThat(attendance.followUps(SCHOOL, id, Attendee.CHILD, Viewpoint.on(ITS_DAY.minusDays(1))))
        .isEmpty();
    assertThat(attended(attendance, then)).containsExactly("c-hong 0", "c-ming 1");
    LocalDate next = ITS_DAY.plusDays(1);
    sample.setToday(next);
    attendance.take(SCHOOL, AttendanceSheet.of(id, Attendee.CHILD, ImmutableSet.of(HONG)));
    assertThat(attendance.followUps(SCHOOL, id, Attendee.CHILD, Viewpoint.on(next))).isEmpty();
    assertThat(attended(attendance, Viewpoint.on(next))).containsExactly("c-hong 1", "c-ming 1");
    assertThat(attended(attendance, Viewpoint.of(next, ITS_DAY)))
        .containsExactly("c-hong 0", "c-ming 1");
    assertThat(attendance.at(SCHOOL, id, then).records()).hasSize(2);
    assertThat(attendance.at(SCHOOL, id, Viewpoint.on(next)).records()).hasSize(3);
    assertThatThrownBy(
            () ->
                attendance.take(
                    SCHOOL,
                    AttendanceSheet.of(
                        id, Attendee.CHILD, ImmutableSet.of(MING, ChildId.of("c-nobody")))))
        .isInstanceOf(RecordNotFoundException.class);
    assertThat(attendance.at(SCHOOL, id, Viewpoint.on(next)).records()).hasSize(3);
    sample.administrator().privacy().erase(SCHOOL, HONG);
    assertThat(attendance.at(SCHOOL, id, Viewpoint.on(next)).records()).hasSize(1);
  }

  /** The rows of the board of a day under a quota, as child, deadline and who answers. */
  private List<String> board(LocalDate day, LocalDate knownOn, RuleId quota) {
    BoardQuery query = BoardQuery.on(SCHOOL, day).responsible(TEACHER);
    BoardDesk board = sample.teacher().board();
    ImmutableList<BoardRow> then = board.pageKnownOn(query, knownOn);
    if (!knownOn.isBefore(day)) {
      assertThat(board.page(query)).isEqualTo(then);
      assertThat(board.page(BoardQuery.on(SCHOOL, day).inClass(CLASS)))
          .filteredOn(row -> row.position().rule().equals(quota))
          .hasSameSizeAs(then.stream().filter(row -> row.position().rule().equals(quota)).toList());
    }
    assertThat(board.check(SCHOOL)).isEmpty();
    return then.stream()
        .filter(row -> row.position().rule().equals(quota))
        .map(row -> row.position().childId() + " " + row.deadline() + " " + row.daysOverdue())
        .toList();
  }

  @Test
  void board_showsWhoAttendedTooLittle_besideTheContacts_asKnownThen() {
    LocalDate day = LocalDate.of(2025, 9, 20);
    LocalDate last = LocalDate.of(2026, 1, 17);
    List<String> both = List.of("c-hong 2026-01-17 0", "c-ming 2026-01-17 0");
    assertThat(board(day, day, LECTURES)).isEqualTo(both);
    assertThat(sample.teacher().board().titles(SCHOOL))
        .containsEntry(LECTURES, Wording.of("每学期安全与法制讲座", "Safety and legal lectures each term"));
    assertThat(sample.teacher().board().titles(SCHOOL)).containsKey(SampleSchool.VISIT);

    ActivityId id = ActivityId.of("g-1");
    desk().draft(lecture("g-1", ITS_DAY));
    desk().agree(SCHOOL, id);
    sample.setToday(ITS_DAY);
    AttendanceDesk attendance = sample.teacher().attendance();
    attendance.take(SCHOOL, AttendanceSheet.of(id, Attendee.CHILD, ImmutableSet.of(MING)));
    assertThat(board(ITS_DAY, ITS_DAY, LECTURES)).as("it is not held yet").isEqualTo(both);
    desk().hold(SCHOOL, id);
    assertThat(board(ITS_DAY, ITS_DAY, LECTURES)).containsExactly("c-hong 2026-01-17 0");

    sample.setToday(ITS_DAY.plusDays(1));
    attendance.take(SCHOOL, AttendanceSheet.of(id, Attendee.CHILD, ImmutableSet.of(HONG)));
    assertThat(board(day, day, LECTURES)).isEmpty();
    assertThat(board(day, ITS_DAY, LECTURES)).containsExactly("c-hong 2026-01-17 0");
    assertThat(board(day, ITS_DAY.minusDays(1), LECTURES)).isEqualTo(both);

    sample.setToday(day);
    desk().reopen(SCHOOL, id, SECRET);
    assertThat(board(day, day, LECTURES)).isEqualTo(both);
    assertThat(board(last.plusDays(3), last.plusDays(3), LECTURES))
        .containsExactly("c-hong 2026-01-17 3", "c-ming 2026-01-17 3");
  }

  @Test
  void board_keepsQuotasWhenContactsChange_andFollowsFactsExemptionsAndTheBook() {
    LocalDate day = LocalDate.of(2025, 9, 20);
    sample.setToday(day);
    List<String> both = List.of("c-hong 2026-01-17 0", "c-ming 2026-01-17 0");
    sample.teacher().contacts().record(SampleSchool.visit(MING, "k-1", day));
    assertThat(board(day, day, LECTURES)).isEqualTo(both);
    assertThat(board(day, day, SampleSchool.VISIT)).hasSize(1);

    sample
        .administrator()
        .rules()
        .exempt(
            SCHOOL, HONG, DateRange.startingOn(FIRST_DAY), Optional.of(LECTURES), SECRET, TEACHER);
    assertThat(board(day, day, LECTURES)).containsExactly("c-ming 2026-01-17 0");
    sample.administrator().privacy().erase(SCHOOL, MING);
    assertThat(board(day, day, LECTURES)).isEmpty();

    book().change(SCHOOL, book -> book.withQuotas(List.of()));
    assertThat(sample.teacher().board().page(BoardQuery.on(SCHOOL, day)))
        .extracting(row -> row.position().rule().value())
        .isNotEmpty()
        .allMatch(
            rule ->
                sample.administrator().rules().ruleBook(SCHOOL).find(RuleId.of(rule)).isPresent());
    assertThat(board(day, day, LECTURES)).isEmpty();
  }

  private static Activity session() {
    return Activity.of(
        SCHOOL,
        ActivityId.of("phone-1"),
        ActivityKind.FAMILY_PHONE,
        Wording.of("亲情电话日", "Family phone day"),
        Scope.all(),
        ImmutableSet.of(CLASS),
        lecture("g-1", ITS_DAY).history().get(0));
  }

  @Test
  void familyPhone_registersCalls_asContactsThatTheRulesSee() {
    RuleId calls = RuleId.of("calls");
    RulesDesk rules = sample.administrator().rules();
    rules.setRuleBook(SCHOOL, withCalls(calls, rules.ruleBook(SCHOOL)));
    ActivityId session = ActivityId.of("phone-1");
    desk().draft(session());
    sample.setToday(ITS_DAY);
    assertThat(board(ITS_DAY, ITS_DAY, calls)).hasSize(2);
    FamilyPhoneDesk phone = sample.teacher().familyPhone();
    List<FamilyCall> lines =
        List.of(
            FamilyCall.notConnected(MING, Party.CHILD, Party.MOTHER),
            FamilyCall.connected(MING, Party.CHILD, Party.MOTHER, 12),
            FamilyCall.notConnected(HONG, Party.FATHER, Party.CHILD).byVideo());

    assertThat(phone.register(SCHOOL, session, lines)).isEqualTo(3);

    assertThat(board(ITS_DAY, ITS_DAY, calls)).singleElement().asString().startsWith("c-hong ");
    CallRegister register = phone.at(SCHOOL, session, Viewpoint.on(ITS_DAY));
    assertThat(register.calls()).hasSize(3);
    assertThat(register.connected()).isEqualTo(1);
    assertThat(register.minutes()).isEqualTo(12);
    AttendanceDesk attendance = sample.teacher().attendance();
    assertThat(attendance.followUps(SCHOOL, session, Attendee.CHILD, Viewpoint.on(ITS_DAY)))
        .extracting(each -> each.childId().value())
        .as("nobody knows whether she was there")
        .containsExactly("c-hong");

    sample.setToday(ITS_DAY.plusDays(1));
    List<FamilyCall> more =
        ImmutableList.<FamilyCall>builder()
            .addAll(lines)
            .add(
                FamilyCall.connected(HONG, Party.FATHER, Party.CHILD, 5)
                    .startingAt(LocalTime.of(17, 5)))
            .build();
    assertThat(phone.register(SCHOOL, session, more)).isEqualTo(1);
    assertThat(phone.register(SCHOOL, session, more)).isZero();
    Viewpoint next = Viewpoint.on(ITS_DAY.plusDays(1));
    assertThat(phone.at(SCHOOL, session, next).calls()).hasSize(4);
    assertThat(phone.at(SCHOOL, session, Viewpoint.on(ITS_DAY)).calls()).hasSize(3);
    assertThat(attendance.followUps(SCHOOL, session, Attendee.CHILD, next)).isEmpty();
    assertThat(attendance.at(SCHOOL, session, next).records()).hasSize(2);

    Contact mistaken = phone.at(SCHOOL, session, next).calls().get(3);
    sample.teacher().contacts().markVoid(SCHOOL, MING, mistaken.id(), SECRET);
    assertThat(phone.at(SCHOOL, session, next).calls()).hasSize(3);
    assertThat(more.toString()).doesNotContain("mother", "12");
  }

  @Test
  void familyPhone_refusesAsAWhole() {
    FamilyPhoneDesk phone = sample.teacher().familyPhone();
    desk().draft(session());
    desk().draft(lecture("g-1", FIRST_DAY));
    ActivityId session = ActivityId.of("phone-1");
    FamilyCall good = FamilyCall.connected(MING, Party.CHILD, Party.MOTHER, 12);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> phone.register(SCHOOL, session, List.of(good)))
        .as("it is to come")
        .withMessageContaining("must not be recorded before");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> phone.register(SCHOOL, ActivityId.of("g-1"), List.of(good)))
        .withMessage("activity g-1 must be a session of the family phone");
    sample.setToday(ITS_DAY);
    FamilyCall ofNobody =
        FamilyCall.connected(ChildId.of("c-nobody"), Party.CHILD, Party.MOTHER, 1);
    assertThatThrownBy(() -> phone.register(SCHOOL, session, List.of(good, ofNobody)))
        .isInstanceOf(RecordNotFoundException.class);
    assertThat(phone.at(SCHOOL, session, Viewpoint.on(ITS_DAY)).calls()).isEmpty();
    assertThat(sample.teacher().attendance().at(SCHOOL, session, Viewpoint.on(ITS_DAY)).records())
        .isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FamilyCall.connected(MING, Party.MENTOR, Party.CHILD, 1))
        .withMessageContaining("not mentor and child");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FamilyCall.connected(MING, Party.CHILD, Party.CHILD, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FamilyCall.connected(MING, Party.CHILD, Party.CARER, 1441))
        .withMessage("minutes (1441) must be 0 to 1440");
  }

  private static final String CALLS =
      """
      学籍号,拨打人,接听人,方式,时间,是否接通,时长(分钟)
      L522424201403100077,本人,母亲,,,否,
      L522424201403100077,本人,母亲,,,是,12
      L522424201410240072,父亲,本人,视频,16:30,是,5
      """;

  @Test
  void familyPhone_registerOfAFile_isCheckedAndTaken_andTheSameAgainChangesNothing() {
    FamilyPhoneDesk phone = sample.teacher().familyPhone();
    ActivityId session = ActivityId.of("phone-1");
    desk().draft(session());
    desk().draft(lecture("g-1", FIRST_DAY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> phone.checkCallsCsv(SCHOOL, session, CALLS))
        .withMessage("the calls of activity phone-1 must not be recorded before its day");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> phone.checkCallsCsv(SCHOOL, ActivityId.of("g-1"), CALLS))
        .withMessage("activity g-1 must be a session of the family phone");
    sample.setToday(ITS_DAY);
    IntakeResult<FamilyCall> faulty =
        phone.checkCallsCsv(SCHOOL, session, CALLS.replace("否,", "否,3").replace("父亲", "志愿者"));
    assertThat(told(faulty))
        .containsExactly("row 2 minutes not-connected", "row 4 caller not-of-family");
    assertThat(faulty.values()).isEmpty();

    IntakeResult<FamilyCall> read = phone.checkCallsCsv(SCHOOL, session, CALLS);
    assertThat(read.violations()).isEmpty();
    assertThat(phone.register(SCHOOL, session, read.valuesOrThrow())).isEqualTo(3);
    CallRegister register = phone.at(SCHOOL, session, Viewpoint.on(ITS_DAY));
    assertThat(register.connected()).isEqualTo(2);
    assertThat(register.minutes()).isEqualTo(17);

    LocalDate next = ITS_DAY.plusDays(1);
    sample.setToday(next);
    IntakeResult<FamilyCall> again =
        phone.checkCallsCsv(SCHOOL, session, CALLS + "L522424201410240072,本人,母亲,,,是,1\n");
    assertThat(told(again))
        .containsExactly(
            "row 2 studentNumber known-contact",
            "row 3 studentNumber known-contact",
            "row 4 studentNumber known-contact");
    assertThat(phone.register(SCHOOL, session, read.values())).isZero();
    assertThat(phone.register(SCHOOL, session, again.valuesOrThrow())).isEqualTo(1);
    assertThat(phone.register(SCHOOL, session, again.valuesOrThrow())).isZero();

    IntakeResult<FamilyCall> otherwise =
        phone.checkCallsCsv(SCHOOL, session, CALLS.replace(",12", ",13"));
    assertThat(told(otherwise)).contains("row 3 studentNumber contradicts-stored");
    assertThat(otherwise.values()).isEmpty();
    Contact mistaken =
        phone.at(SCHOOL, session, Viewpoint.on(next)).calls().stream()
            .filter(call -> call.channel() == Channel.VIDEO_CALL)
            .findFirst()
            .orElseThrow();
    sample.teacher().contacts().markVoid(SCHOOL, HONG, mistaken.id(), SECRET);
    IntakeResult<FamilyCall> voided = phone.checkCallsCsv(SCHOOL, session, CALLS);
    assertThat(told(voided)).contains("row 4 studentNumber stored-kept");
    assertThat(phone.register(SCHOOL, session, voided.valuesOrThrow())).isZero();
    assertThat(told(phone.checkCallsCsv(SCHOOL, session, CALLS.replace("是,5", "是,6"))))
        .contains("row 4 studentNumber voided-before");
    assertThat(phone.at(SCHOOL, session, Viewpoint.on(next)).calls()).hasSize(3);
  }

  private static RuleBook withCalls(RuleId id, RuleBook book) {
    ContactRule first = book.rules().get(0);
    return RuleBook.of(
        ImmutableList.<ContactRule>builder()
            .addAll(book.rules())
            .add(
                ContactRule.of(
                    id,
                    Wording.of("通话", "Calls"),
                    first.provenance(),
                    List.of(
                        RuleVersion.from(FIRST_DAY)
                            .pattern(
                                ContactPattern.of(
                                    List.of(Party.CHILD),
                                    List.of(Party.MOTHER),
                                    List.of(Channel.CALL)))
                            .cadence(Cadence.parse("P1M"))
                            .build())))
            .build());
  }

  @Test
  void partners_areNamedInThePlan_andHoursOpenTheHome() {
    PartnerId police = PartnerId.of("police");
    Partner partner =
        Partner.of(police, "青石乡派出所", PartnerKind.POLICE_POST, DateRange.startingOn(FIRST_DAY))
            .offering(ActivityKind.SAFETY_LECTURE)
            .reachedBy(SECRET, Optional.empty());
    book()
        .change(
            SCHOOL,
            book ->
                book.withTemplates(List.of(meeting().withPartner(police)))
                    .withPartners(List.of(partner))
                    .withHomeHours(
                        List.of(
                            new OpeningHours(
                                DayOfWeek.FRIDAY,
                                LocalTime.of(16, 0),
                                LocalTime.of(17, 30),
                                DateRange.startingOn(FIRST_DAY),
                                false),
                            new OpeningHours(
                                DayOfWeek.SATURDAY,
                                LocalTime.of(9, 0),
                                LocalTime.of(11, 0),
                                DateRange.startingOn(LocalDate.of(2025, 10, 1)),
                                true)))
                    .withOwnDays(
                        List.of(
                            DayMark.of(DateRange.ofDay(LocalDate.of(2025, 9, 19)), DayKind.EXAM))));
    plan();
    desk().agree(SCHOOL, MEETING);
    assertThat(desk().table(SCHOOL, AUTUMN, Locale.CHINESE).csv()).contains("青石乡派出所");
    assertThat(desk().plan(SCHOOL, AUTUMN, FIRST_DAY).withPartner(police).activities()).hasSize(1);
    assertThat(
            desk()
                .plan(SCHOOL, AUTUMN, FIRST_DAY)
                .withPartner(PartnerId.of("village"))
                .activities())
        .isEmpty();
    assertThat(partner.toString()).doesNotContain(SECRET);
    assertThat(
            book().openings(SCHOOL, DateRange.parse("2025-09-11/2025-10-12")).stream()
                .map(each -> each.day() + " " + each.from())
                .toList())
        .as("not on an examination and a holiday; on make-up days by their weekday")
        .containsExactly(
            "2025-09-12 16:00",
            "2025-09-26 16:00",
            "2025-10-04 09:00",
            "2025-10-10 16:00",
            "2025-10-11 09:00");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> book().change(SCHOOL, book -> book.withPartners(List.of(partner, partner))))
        .withMessage("two partners have the id police");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new OpeningHours(
                    DayOfWeek.FRIDAY, LocalTime.of(9, 0), LocalTime.of(9, 0), AUTUMN, false))
        .withMessageContaining("must end after they begin");
  }

  @Test
  void calendar_thatQuotasDoNotFit_isRefused_andOneThatTheyFitMovesTheBoard() {
    SchoolDesk school = sample.administrator().school();
    SchoolCalendar before = school.calendar(SCHOOL).orElseThrow();
    // Quotas are not asked of a rule book that has no milestones.
    sample.administrator().rules().replaceRuleBook(SCHOOL, RuleBook.empty());
    SchoolCalendar tooShort =
        SchoolCalendar.of(
            List.of(Term.of("2025-1", 2025, DateRange.parse("2025-09-01/2025-09-03"))));
    assertThatIllegalArgumentException().isThrownBy(() -> school.setCalendar(SCHOOL, tooShort));
    assertThat(school.calendar(SCHOOL)).contains(before);

    school.setCalendar(
        SCHOOL,
        SchoolCalendar.of(
            List.of(Term.of("2025-1", 2025, DateRange.parse("2025-09-01/2026-01-24")))));
    LocalDate day = LocalDate.of(2025, 9, 20);
    sample.setToday(day);
    assertThat(board(day, day, LECTURES))
        .containsExactly("c-hong 2026-01-24 0", "c-ming 2026-01-24 0");
  }

  @Test
  void ruleBook_withTheIdOfAQuota_isRefused() {
    RulesDesk rules = sample.administrator().rules();
    RuleBook before = rules.ruleBook(SCHOOL);
    RuleBook clashing =
        RuleBook.of(
            before.rules().stream()
                .map(
                    rule ->
                        rule.id().equals(SampleSchool.TALK)
                            ? ContactRule.of(
                                LECTURES, rule.title(), rule.provenance(), rule.versions())
                            : rule)
                .toList());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules.replaceRuleBook(SCHOOL, clashing))
        .withMessage("rules must not have the ids of quotas: [safety-lecture]");
    assertThat(rules.ruleBook(SCHOOL)).isEqualTo(before);
  }

  private static List<String> attended(AttendanceDesk attendance, Viewpoint viewpoint) {
    return attendance.coverage(SCHOOL, LECTURES, viewpoint).stream()
        .map(each -> each.childId() + " " + each.attended().size())
        .toList();
  }

  // Taking in.

  private static final String ACTIVITIES =
      """
      编号,类别,主题,日期,负责人工号,地点,合作单位
      A1,家长会,秋季学期开学家长会,2025-09-05,T10,各班教室,
      A2,安全与法制讲座,交通与防溺水安全,2025-09-12,T20,操场,police-post
      A3,节日活动,中秋团圆会,2025-10-06,T20,留守儿童之家,
      """;

  private static final String ATTENDANCE =
      """
      活动编号,学籍号,出席,参加人,缺席原因
      A1,L522424201403100077,到场,家长,
      A2,L522424201403100077,到场,,
      A2,L522424201410240072,缺席,,生病
      """;

  private int takeInActivities(String csv) {
    return desk()
        .importActivities(
            SCHOOL, desk().checkActivitiesCsv(SCHOOL, csv, RECORDING).valuesOrThrow());
  }

  private int takeInAttendance(String csv) {
    AttendanceDesk attendance = sample.administrator().attendance();
    return attendance.importAttendance(
        SCHOOL, attendance.checkAttendanceCsv(SCHOOL, csv, RECORDING).valuesOrThrow());
  }

  @Test
  void activities_areTakenIn_andTheSameFileAgainChangesNothing() {
    sample.setToday(ITS_DAY);
    assertThat(takeInActivities(ACTIVITIES)).isEqualTo(3);
    ImmutableList<Activity> stored = desk().plan(SCHOOL, AUTUMN, ITS_DAY).activities();
    assertThat(stored)
        .extracting(each -> each.id() + " " + each.status() + " " + each.classes())
        .containsExactly(
            "A1 held 2025-09-05 [2025-1-1]",
            "A2 held 2025-09-12 [2025-1-1]",
            "A3 draft 2025-10-06 [2025-1-1]");
    assertThat(stored.get(1).history())
        .extracting(fact -> fact.step().code() + " " + fact.recordedBy())
        .containsExactly("draft clerk", "agree clerk", "hold clerk");
    assertThat(desk().plan(SCHOOL, AUTUMN, ITS_DAY.minusDays(1)).activities())
        .as("one counts as known on its day, and nothing to come before it was taken in")
        .extracting(Activity::id)
        .containsExactly(ActivityId.of("A1"));

    sample.setToday(LocalDate.of(2025, 10, 7));
    assertThat(desk().checkActivitiesCsv(SCHOOL, ACTIVITIES, RECORDING).violations()).isEmpty();
    assertThat(takeInActivities(ACTIVITIES)).isZero();
    assertThat(desk().plan(SCHOOL, AUTUMN, LocalDate.of(2025, 10, 7)).activities())
        .isEqualTo(stored);

    String held = ACTIVITIES.replace("合作单位", "状态").replace("police-post", "");
    IntakeResult<Activity> more =
        desk().checkActivitiesCsv(SCHOOL, held.replace("留守儿童之家,", "留守儿童之家,已开展"), RECORDING);
    assertThat(told(more)).containsExactly("row 4 status stored-changed");
    assertThat(desk().importActivities(SCHOOL, more.values())).isEqualTo(1);
    assertThat(state(ActivityId.of("A3"))).isEqualTo(ActivityState.HELD);
    assertThat(desk().get(SCHOOL, ActivityId.of("A2"))).isEqualTo(stored.get(1));
  }

  @Test
  void activities_withAFault_areNotTakenInByHalves() {
    sample.setToday(ITS_DAY);
    IntakeResult<Activity> result =
        desk().checkActivitiesCsv(SCHOOL, ACTIVITIES.replace("T10", "T99"), RECORDING);
    assertThat(told(result)).containsExactly("row 2 leader unknown-staff");
    assertThat(result.values()).isEmpty();
    List<Activity> good = desk().checkActivitiesCsv(SCHOOL, ACTIVITIES, RECORDING).valuesOrThrow();
    Activity other = lecture("A4", ITS_DAY);
    desk().draft(other);
    assertThatThrownBy(
            () ->
                desk()
                    .importActivities(
                        SCHOOL, List.of(good.get(0), lecture("A4", ITS_DAY.plusDays(1)))))
        .isInstanceOf(DuplicateRecordException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                desk()
                    .importActivities(
                        SCHOOL,
                        List.of(
                            good.get(0),
                            lecture("A5", ITS_DAY.plusDays(1))
                                .with(
                                    ActivityFact.agreed(
                                        SampleSchool.at(ITS_DAY), ActorId.of("clerk")))
                                .with(
                                    ActivityFact.held(
                                        SampleSchool.at(ITS_DAY), ActorId.of("clerk"))))))
        .withMessage("activity A5 must not be held before its day");
    assertThatThrownBy(
            () ->
                desk()
                    .importActivities(
                        SCHOOL,
                        List.of(
                            good.get(0),
                            Activity.of(
                                SCHOOL,
                                ActivityId.of("A6"),
                                other.kind(),
                                other.title(),
                                other.audience(),
                                ImmutableSet.of(ClassId.of("nowhere")),
                                other.history().get(0)))))
        .isInstanceOf(RecordNotFoundException.class);
    assertThat(desk().plan(SCHOOL, AUTUMN, ITS_DAY).activities()).containsExactly(other);
  }

  @Test
  void attendance_isTakenIn_andALaterRecordOnlyWhereItDiffers() {
    sample.setToday(ITS_DAY);
    takeInActivities(ACTIVITIES);
    AttendanceDesk attendance = sample.administrator().attendance();
    ActivityId lecture = ActivityId.of("A2");
    assertThat(takeInAttendance(ATTENDANCE)).isEqualTo(3);
    assertThat(attended(attendance, Viewpoint.on(ITS_DAY))).containsExactly("c-hong 0", "c-ming 1");

    LocalDate next = ITS_DAY.plusDays(1);
    sample.setToday(next);
    assertThat(attendance.checkAttendanceCsv(SCHOOL, ATTENDANCE, RECORDING).violations()).isEmpty();
    assertThat(takeInAttendance(ATTENDANCE)).isZero();
    String corrected = ATTENDANCE.replace("缺席,,生病", "到场,,");
    IntakeResult<Attendance> result = attendance.checkAttendanceCsv(SCHOOL, corrected, RECORDING);
    assertThat(told(result)).containsExactly("row 4 presence stored-corrected");
    assertThat(attendance.importAttendance(SCHOOL, result.values())).isEqualTo(1);
    assertThat(attended(attendance, Viewpoint.on(next))).containsExactly("c-hong 1", "c-ming 1");
    assertThat(attended(attendance, Viewpoint.of(next, ITS_DAY)))
        .containsExactly("c-hong 0", "c-ming 1");
    assertThat(attendance.at(SCHOOL, lecture, Viewpoint.on(next)).records()).hasSize(3);

    IntakeResult<Attendance> faulty =
        attendance.checkAttendanceCsv(
            SCHOOL,
            corrected + "A3,L522424201403100077,到场,,\nA9,L522424201403100077,到场,,\n",
            RECORDING);
    assertThat(told(faulty))
        .containsExactly("row 5 activity activity-to-come", "row 6 activity unknown-activity");
    assertThat(faulty.values()).isEmpty();
    Attendance given = result.values().get(2);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                attendance.importAttendance(
                    SCHOOL,
                    List.of(
                        new Attendance(
                            lecture,
                            HONG,
                            Attendee.CHILD,
                            Presence.ABSENT,
                            Optional.of(AbsenceReason.AWAY),
                            given.recordedAt(),
                            given.recordedBy()))))
        .withMessage("attendance at A2 must be recorded after what it differs from");
    assertThatThrownBy(
            () -> sample.teacher().attendance().importAttendance(SCHOOL, ImmutableList.of(given)))
        .isInstanceOf(AccessDeniedException.class);
  }
}
