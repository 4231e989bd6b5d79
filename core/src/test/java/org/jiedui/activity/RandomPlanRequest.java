package org.jiedui.activity;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jiedui.calendar.DayKind;
import org.jiedui.calendar.DayMark;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.SchoolDays;
import org.jiedui.calendar.Term;
import org.jiedui.rule.Scope;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.Post;
import org.jiedui.school.StaffMember;
import org.jiedui.time.DateRange;

/** Small schools with little room, made of a seed. */
final class RandomPlanRequest {

  private static final ImmutableList<String> TIMINGS =
      ImmutableList.of(
          "week 1",
          "week 2",
          "week -1 friday",
          "2 per term",
          "1 per term",
          "near teachers-day from -1 to 2",
          "on teachers-day",
          "monthly wednesday 2",
          "weekly tuesday");

  private static final ImmutableList<Post> POSTS =
      ImmutableList.of(
          Post.HOMEROOM_TEACHER,
          Post.SUBJECT_TEACHER,
          Post.VICE_PRINCIPAL,
          Post.VICE_PRINCIPAL,
          Post.CHIEF_COUNSELLOR);

  private static final ImmutableList<String> PLACES = ImmutableList.of("操场", "会议室", "教室");

  private final Random random;

  RandomPlanRequest(long seed) {
    this.random = new Random(seed);
  }

  private <T> T oneOf(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  PlanRequest next() {
    Term term = Term.of("2025-1", 2025, DateRange.parse("2025-09-01/2025-09-21"));
    List<DayMark> marks = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      if (random.nextInt(100) < 35) {
        marks.add(
            DayMark.of(
                DateRange.ofDay(term.first().plusDays(i)),
                random.nextBoolean() ? DayKind.EXAM : DayKind.CLOSED));
      }
    }
    SchoolDays days =
        SchoolDays.of(SchoolCalendar.endingOn(List.of(term), term.last())).extendedBy(marks);
    List<ClassGroup> classes =
        List.of(PlannedSchool.group(1, "S1", "S2"), PlannedSchool.group(2, "S2"));
    List<StaffMember> staff = new ArrayList<>(PlannedSchool.LEADERS);
    if (random.nextBoolean()) {
      staff.add(PlannedSchool.staff("T04", Post.VICE_PRINCIPAL));
    }
    List<ActivityTemplate> templates = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(4); i++) {
      ActivityTemplate template =
          PlannedSchool.template("t" + i, oneOf(TIMINGS), oneOf(POSTS), oneOf(PLACES));
      if (random.nextBoolean()) {
        template = template.forEachClass();
      }
      if (random.nextInt(4) == 0) {
        template = template.onDaysOffToo();
      }
      if (random.nextInt(4) == 0) {
        template = template.forAudience(Scope.parse("grade 2"));
      }
      templates.add(template);
    }
    PlanRequest request = PlanRequest.of(days, term.days(), templates, classes, staff);
    if (random.nextBoolean()) {
      request = request.withEarlier(bookings(request, 70));
    }
    return random.nextBoolean() ? request.withFixed(bookings(request, 15)) : request;
  }

  /** Some of what a planner might have planned under other circumstances, clashing or not. */
  private List<Booking> bookings(PlanRequest request, int percent) {
    List<Booking> bookings = new ArrayList<>();
    for (Asked asked : new Planning(request).asked()) {
      if (!asked.candidates().isEmpty() && random.nextInt(100) < percent) {
        bookings.add(oneOf(asked.candidates()));
      }
    }
    return bookings;
  }

  /** The same request, with everything handed in in another order. */
  PlanRequest shuffled(PlanRequest request) {
    PlanRequest other =
        PlanRequest.of(
            request.days(),
            request.plan(),
            shuffled(request.templates()),
            shuffled(request.classes()),
            shuffled(request.staff()));
    return other
        .withEarlier(shuffled(request.earlier().values()))
        .withFixed(shuffled(request.fixed().values()));
  }

  private <T> List<T> shuffled(Iterable<T> all) {
    List<T> list = new ArrayList<>();
    all.forEach(list::add);
    Collections.shuffle(list, random);
    return list;
  }
}
