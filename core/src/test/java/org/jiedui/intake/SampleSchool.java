package org.jiedui.intake;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityFact;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityTemplate;
import org.jiedui.activity.Arrangement;
import org.jiedui.activity.Partner;
import org.jiedui.activity.PartnerKind;
import org.jiedui.activity.Place;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.SchoolYear;
import org.jiedui.calendar.Term;
import org.jiedui.child.CareFacts;
import org.jiedui.child.Child;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.PartnerId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.person.PersonName;
import org.jiedui.person.Sex;
import org.jiedui.person.StudentNumber;
import org.jiedui.rule.Scope;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.School;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;

/** A small school for tests of the intake: two classes, three teachers, one child. */
final class SampleSchool {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final School SCHOOL = School.of(SchoolId.of("qingshi"), "青石岭小学", ZONE);
  static final LocalDate FIRST_DAY = LocalDate.of(2025, 9, 1);
  static final Term AUTUMN =
      Term.of("2025-1", 2025, DateRange.ofClosed(FIRST_DAY, LocalDate.of(2026, 1, 17)));

  /** A term that is long enough for milestones, and two that are not. */
  static final SchoolCalendar WITH_SHORT_TERMS =
      SchoolCalendar.of(
          List.of(
              AUTUMN,
              Term.of("2025-2", 2025, DateRange.parse("2026-02-24/2026-04-05")),
              Term.of("2025-3", 2025, DateRange.parse("2026-07-06/2026-07-12"))));

  static final SchoolYear YEAR = new SchoolYear(2025, ImmutableList.of(AUTUMN), AUTUMN.days());

  /** The student number of a good draft. */
  static final String LUO = "G52242420181129483X";

  /** The student number of another child. */
  static final String GUO = "G522424201906040891";

  /** When the tests take place. */
  static final Instant NOW = startOf("2026-02-01");

  static final ChildId LUO_ID = ChildId.of("c-luo");
  static final ChildId GUO_ID = ChildId.of("c-guo");

  static final Intake INTAKE = new Intake(DraftValidator.create());

  private SampleSchool() {}

  /** Returns the school with its classes and staff, before a child was taken in. */
  static SchoolDirectory empty() {
    return new SchoolDirectory(
        SCHOOL,
        FIRST_DAY,
        ImmutableMap.of("一年级1班", group("一年级1班", 1), "二年级1班", group("二年级1班", 2)),
        ImmutableSet.of(StaffId.of("T10"), StaffId.of("T11"), StaffId.of("T20")),
        ImmutableMap.of(),
        ImmutableMap.of());
  }

  /** Returns the school with two children, and with mentor assignments. */
  static SchoolDirectory withChildren(MentorAssignment... assignments) {
    return with(ImmutableList.of(child(LUO_ID, LUO), child(GUO_ID, GUO)), assignments);
  }

  /** Returns the school with some children, and with mentor assignments. */
  static SchoolDirectory with(List<Child> children, MentorAssignment... assignments) {
    SchoolDirectory empty = empty();
    return new SchoolDirectory(
        empty.school(),
        empty.firstDay(),
        empty.classes(),
        empty.staff(),
        Maps.uniqueIndex(children, Child::studentNumber),
        Maps.uniqueIndex(ImmutableList.copyOf(assignments), MentorAssignment::id));
  }

  /** Returns the school with two children, no template and some activities. */
  static ActivityDirectory activities(Activity... activities) {
    return activities(ImmutableList.of(), activities);
  }

  /** The police post, and two groups of volunteers of the same name. */
  static final ImmutableList<Partner> PARTNERS =
      ImmutableList.of(
          partner("police-post", "青石乡派出所", PartnerKind.POLICE_POST),
          partner("volunteers-1", "志愿者", PartnerKind.VOLUNTEERS),
          partner("volunteers-2", "志愿者", PartnerKind.VOLUNTEERS));

  private static Partner partner(String id, String name, PartnerKind kind) {
    return Partner.of(PartnerId.of(id), name, kind, DateRange.startingOn(FIRST_DAY));
  }

  /** Returns the school with two children, and with templates and activities. */
  static ActivityDirectory activities(List<ActivityTemplate> templates, Activity... activities) {
    SchoolDirectory school = withChildren();
    ClassGroup ofTheYearBefore =
        new ClassGroup(
            SCHOOL.id(),
            ClassId.of("2024-1-1"),
            2024,
            "一年级1班",
            1,
            Timeline.empty(),
            Timeline.empty());
    return new ActivityDirectory(
        school,
        SchoolCalendar.of(
            List.of(Term.of("2024-2", 2024, DateRange.parse("2025-02-17/2025-07-04")), AUTUMN)),
        ImmutableList.<ClassGroup>builder()
            .add(ofTheYearBefore)
            .addAll(school.classes().values())
            .build(),
        ImmutableList.copyOf(templates),
        PARTNERS,
        Maps.uniqueIndex(ImmutableList.copyOf(activities), Activity::id));
  }

  /** Returns a draft of a lecture for both classes. */
  static Activity activity(String id, String day) {
    return Activity.of(
        SCHOOL.id(),
        ActivityId.of(id),
        ActivityKind.SAFETY_LECTURE,
        Wording.of("交通与防溺水安全", "Safety"),
        Scope.all(),
        ImmutableSet.of(classId(1), classId(2)),
        ActivityFact.drafted(
            new Arrangement(
                LocalDate.parse(day),
                Optional.empty(),
                StaffId.of("T11"),
                Place.parse("操场"),
                Optional.of(PartnerId.of("police-post")),
                60),
            startOf(FIRST_DAY),
            ActorId.of("clerk")));
  }

  private static Child child(ChildId id, String number) {
    return new Child(
        SCHOOL.id(),
        id,
        StudentNumber.parse(number),
        PersonName.of("某某"),
        Sex.MALE,
        Optional.empty(),
        LocalDate.of(2018, 11, 29),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        CareFacts.none());
  }

  private static ClassGroup group(String name, int grade) {
    return new ClassGroup(
        SCHOOL.id(), classId(grade), 2025, name, grade, Timeline.empty(), Timeline.empty());
  }

  static ClassId classId(int grade) {
    return ClassId.of("2025-" + grade + "-1");
  }

  /** Returns when a day begins at the school. */
  static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  static Instant startOf(String day) {
    return startOf(LocalDate.parse(day));
  }

  /** Returns identifiers id-1, id-2, … */
  static Supplier<String> ids() {
    AtomicInteger last = new AtomicInteger();
    return () -> "id-" + last.incrementAndGet();
  }

  /** Returns the texts of violations, as {@code row 3 father.phone phone-unknown}. */
  static List<String> texts(List<Violation> violations) {
    return violations.stream().map(Violation::toString).toList();
  }
}
