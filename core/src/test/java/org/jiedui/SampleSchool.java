package org.jiedui;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiedui.access.Actor;
import org.jiedui.access.Grant;
import org.jiedui.access.Role;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.child.CareFacts;
import org.jiedui.child.CareStatus;
import org.jiedui.child.Child;
import org.jiedui.child.KeySupport;
import org.jiedui.child.Placement;
import org.jiedui.compliance.MonthlyVisits;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.Party;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.ContactId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.AssignmentDecision;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.mentor.MentorPair;
import org.jiedui.mentor.MentorRole;
import org.jiedui.person.PersonName;
import org.jiedui.person.Sex;
import org.jiedui.person.StudentNumber;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.ContactPattern;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.RuleVersion;
import org.jiedui.rule.Scope;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.Post;
import org.jiedui.school.School;
import org.jiedui.school.StaffMember;
import org.jiedui.storage.CareStore;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;

/** A small school behind an office, with a clock that a test sets. */
final class SampleSchool {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final SchoolId SCHOOL = SchoolId.of("qingshi");
  static final ClassId CLASS = ClassId.of("2025-1-1");
  static final StaffId TEACHER = StaffId.of("T10");
  static final StaffId MENTOR = StaffId.of("T20");
  static final ChildId MING = ChildId.of("c-ming");
  static final ChildId HONG = ChildId.of("c-hong");
  static final RuleId VISIT = RuleId.of("home-visit");
  static final RuleId TALK = RuleId.of("mentor-talk");
  static final LocalDate FIRST_DAY = LocalDate.of(2025, 9, 1);
  static final String SECRET = "秘密";

  final CareOffice office;
  private final CareStore store;
  private final AtomicInteger ids;
  private LocalDate today = FIRST_DAY;

  SampleSchool(CareStore store) {
    this(store, new AtomicInteger(), MentorSettings.usual());
  }

  private SampleSchool(CareStore store, AtomicInteger ids, MentorSettings mentors) {
    this.store = store;
    this.ids = ids;
    InstantSource clock = () -> at(today);
    this.office =
        CareOffice.open(
            store,
            OfficeSettings.of(clock, () -> "n-" + ids.incrementAndGet()).withMentors(mentors));
  }

  /** The same school behind another office, whose host chooses mentors otherwise. */
  SampleSchool with(MentorSettings mentors) {
    SampleSchool other = new SampleSchool(store, ids, mentors);
    other.setToday(today);
    return other;
  }

  static Instant at(LocalDate day) {
    return day.atTime(9, 0).atZone(ZONE).toInstant();
  }

  void setToday(LocalDate day) {
    this.today = day;
  }

  CareDesk administrator() {
    return office.deskOf(Actor.administratorOf(ActorId.of("clerk"), SCHOOL));
  }

  CareDesk teacher() {
    return office.deskOf(Actor.staffOf(ActorId.of("T10"), SCHOOL));
  }

  /** Somebody who sees and reports what protects children, and is on the staff. */
  CareDesk safeguarding() {
    return office.deskOf(
        Actor.of(
            ActorId.of("T02"),
            new Grant(SCHOOL, Role.STAFF),
            new Grant(SCHOOL, Role.SAFEGUARDING)));
  }

  CareDesk stranger() {
    return office.deskOf(Actor.administratorOf(ActorId.of("stranger"), SchoolId.of("other")));
  }

  /** Registers the school, its calendar, staff, class, rules and two children in care. */
  void open() {
    CareDesk desk = administrator();
    desk.school().register(School.of(SCHOOL, "青石岭小学", ZONE));
    desk.school().setCalendar(SCHOOL, calendar());
    desk.school().putStaff(SCHOOL, staff());
    desk.school().putClasses(SCHOOL, ImmutableList.of(classGroup()));
    desk.rules().setRuleBook(SCHOOL, ruleBook());
    desk.children()
        .admit(
            SCHOOL,
            ImmutableList.of(
                child(MING, "L522424201403100077"), child(HONG, "L522424201410240072")));
  }

  static SchoolCalendar calendar() {
    return SchoolCalendar.of(
        List.of(
            Term.of("2025-1", 2025, DateRange.parse("2025-09-01/2026-01-17")),
            Term.of("2025-2", 2025, DateRange.parse("2026-02-24/2026-07-04"))));
  }

  static ImmutableList<StaffMember> staff() {
    return ImmutableList.of(
        member(TEACHER, Post.HOMEROOM_TEACHER), member(MENTOR, Post.SUBJECT_TEACHER));
  }

  private static StaffMember member(StaffId id, Post post) {
    return new StaffMember(
        SCHOOL,
        id,
        PersonName.of(SECRET + "老师"),
        Sex.FEMALE,
        Optional.empty(),
        Timeline.<Post>empty().with(DateRange.startingOn(FIRST_DAY), post, at(FIRST_DAY)));
  }

  static ClassGroup classGroup() {
    return new ClassGroup(
        SCHOOL,
        CLASS,
        2025,
        "一年级1班",
        1,
        Timeline.<StaffId>empty().with(DateRange.startingOn(FIRST_DAY), TEACHER, at(FIRST_DAY)),
        Timeline.<ImmutableSet<StaffId>>empty()
            .with(DateRange.startingOn(FIRST_DAY), ImmutableSet.of(MENTOR), at(FIRST_DAY)));
  }

  static RuleBook ruleBook() {
    return RuleBook.of(
        List.of(
            rule(
                VISIT,
                RuleVersion.from(FIRST_DAY)
                    .cadence(Cadence.parse("term-start,term-mid,term-end"))
                    .pattern(
                        ContactPattern.of(
                            List.of(Party.HOMEROOM_TEACHER),
                            List.of(Party.CHILD, Party.CARER),
                            List.of(Channel.HOME_VISIT)))),
            rule(
                TALK,
                RuleVersion.from(FIRST_DAY)
                    .cadence(Cadence.parse("P1M"))
                    .scope(Scope.parse("key-support"))
                    .pattern(
                        ContactPattern.of(
                            List.of(Party.MENTOR), List.of(Party.CHILD), List.of(Channel.TALK))))));
  }

  /** The federal year in which the sample school begins, with home visits alone as visits. */
  static MonthlyVisits monthlyVisits() {
    ContactPattern homeVisits =
        ContactPattern.of(
            List.of(Party.HOMEROOM_TEACHER), List.of(Party.CHILD), List.of(Channel.HOME_VISIT));
    return MonthlyVisits.usFederal(2026, homeVisits, homeVisits);
  }

  /** A monthly talk of the mentor, and from a day on of the homeroom teacher, with any child. */
  static RuleBook mentorThenTeacher(Optional<LocalDate> change) {
    List<RuleVersion> versions = new ArrayList<>();
    versions.add(talk(FIRST_DAY, Party.MENTOR));
    change.ifPresent(day -> versions.add(talk(day, Party.HOMEROOM_TEACHER)));
    return RuleBook.of(
        List.of(
            ContactRule.of(
                TALK,
                Wording.of("谈心", "talk"),
                Provenance.unverified("a school's own rules"),
                versions)));
  }

  private static RuleVersion talk(LocalDate from, Party madeBy) {
    return RuleVersion.from(from)
        .cadence(Cadence.parse("P1M"))
        .pattern(ContactPattern.of(List.of(madeBy), List.of(Party.CHILD), List.of(Channel.TALK)))
        .build();
  }

  private static ContactRule rule(RuleId id, RuleVersion.Builder version) {
    return ContactRule.of(
        id,
        Wording.of("规则", id.value()),
        Provenance.unverified("a school's own rules"),
        List.of(version.build()));
  }

  static Child child(ChildId id, String studentNumber) {
    DateRange fromFirstDay = DateRange.startingOn(FIRST_DAY);
    Instant recordedAt = at(FIRST_DAY);
    return new Child(
        SCHOOL,
        id,
        StudentNumber.parse(studentNumber),
        PersonName.of(SECRET + "孩子"),
        Sex.MALE,
        Optional.empty(),
        LocalDate.of(2014, 3, 10),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        CareFacts.none()
            .withCare(t -> t.with(fromFirstDay, CareStatus.open(), recordedAt))
            .withPlacement(t -> t.with(fromFirstDay, Placement.in(classGroup()), recordedAt)));
  }

  /** Makes a child one of key support from a day on. */
  void beginKeySupport(ChildId child, LocalDate day) {
    administrator()
        .children()
        .addFacts(
            SCHOOL,
            child,
            facts ->
                facts.withKeySupport(
                    t -> t.with(DateRange.startingOn(day), new KeySupport(SECRET), at(today))));
  }

  static MentorPair primary(ChildId child, StaffId mentor) {
    return MentorPair.of(child, mentor, MentorRole.PRIMARY);
  }

  /** Makes the mentor a child's primary one, which the policy must let. */
  MentorAssignment assign(ChildId child, LocalDate from) {
    return made(administrator().mentors().assign(SCHOOL, primary(child, MENTOR), from));
  }

  /** Returns what was stored of a pair, which must have been accepted. */
  static MentorAssignment made(AssignmentDecision decision) {
    return ((AssignmentDecision.Accepted) decision).assignment().orElseThrow();
  }

  static Contact.Builder visit(ChildId child, String id, LocalDate day) {
    return Contact.builder(SCHOOL, child, ContactId.of(id))
        .day(day)
        .channel(Channel.HOME_VISIT)
        .madeBy(Party.HOMEROOM_TEACHER, TEACHER)
        .with(Party.CHILD)
        .note(SECRET);
  }
}
