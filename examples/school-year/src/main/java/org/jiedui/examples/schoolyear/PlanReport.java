package org.jiedui.examples.schoolyear;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.stream.Collectors.groupingBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jiedui.ActivitiesDesk;
import org.jiedui.CareDesk;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityPlan;
import org.jiedui.activity.ActivityState;
import org.jiedui.activity.Unplaced;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.SchoolDays;
import org.jiedui.calendar.SchoolYear;
import org.jiedui.calendar.Term;
import org.jiedui.calendar.TermWeek;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.School;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;

/** The activities of a term by its weeks, and those of the whole year as files. */
final class PlanReport {

  /** The plan of a year is shown with everything known, whenever it was recorded. */
  static final LocalDate EVERYTHING_KNOWN = LocalDate.of(9999, 12, 31);

  private final CareDesk desk;
  private final School school;
  private final SchoolText text;
  private final Term term;
  private final DateRange year;
  private final SchoolDays days;
  private final ActivityPlan plan;
  private final ImmutableList<Unplaced> unplaced;
  private final ImmutableSet<ClassId> classes;

  private PlanReport(CareDesk desk, School school, SchoolYear year, Term term, SchoolText text) {
    this.desk = desk;
    this.school = school;
    this.text = text;
    this.term = term;
    this.year = year.days();
    ActivitiesDesk activities = desk.activities();
    SchoolCalendar calendar = desk.school().calendar(school.id()).orElseThrow();
    this.days = desk.activityBook().get(school.id()).daysOf(calendar);
    this.plan = activities.plan(school.id(), this.year, EVERYTHING_KNOWN);
    this.unplaced = activities.propose(school.id(), this.year).unplaced();
    this.classes =
        desk.school().classes(school.id()).stream()
            .filter(group -> group.schoolYear() == year.year())
            .map(ClassGroup::id)
            .collect(toImmutableSet());
  }

  /**
   * Reads the plan of the school year of a day, with everything known.
   *
   * @param desk the desk of somebody who keeps the plan
   * @param school the school
   * @param day the day
   * @param text how it writes
   * @return the report; empty if the day is in no term, or nothing is planned
   */
  static Optional<PlanReport> of(CareDesk desk, School school, LocalDate day, SchoolText text) {
    Optional<SchoolCalendar> calendar = desk.school().calendar(school.id());
    Optional<Term> term = calendar.flatMap(terms -> terms.termOn(day));
    return calendar.stream()
        .flatMap(terms -> terms.years().stream())
        .filter(year -> term.map(year.terms()::contains).orElse(false))
        .findFirst()
        .map(year -> new PlanReport(desk, school, year, term.orElseThrow(), text))
        .filter(report -> !report.plan.activities().isEmpty());
  }

  /** What stands in one line: classes that do the same on one day stand together. */
  private record Line(LocalDate day, String title, String place, String state) {}

  /** Returns the term for a terminal, week by week. */
  String text() {
    LinkedHashMap<Line, ImmutableList<Activity>> lines =
        plan.activities().stream()
            .filter(each -> each.status().state() != ActivityState.CANCELLED)
            .filter(each -> term.days().contains(dayOf(each)))
            .sorted(Comparator.comparing(PlanReport::dayOf).thenComparing(Activity::id))
            .collect(
                groupingBy(
                    each ->
                        new Line(
                            dayOf(each),
                            text.of(each.title()),
                            text.of(each.status().arrangement().place().wording()),
                            text.of(each.status().state().wording())),
                    LinkedHashMap::new,
                    toImmutableList()));
    TextTable table =
        new TextTable(
            Integer.MAX_VALUE,
            text.of(
                Wording.of("周次", "week"),
                Wording.of("日期", "day"),
                Wording.of("活动", "activity"),
                Wording.of("班级", "classes"),
                Wording.of("负责人", "led by"),
                Wording.of("地点", "place"),
                Wording.of("状态", "state")));
    String before = "";
    for (var line : lines.entrySet()) {
      String week =
          days.weekOn(line.getKey().day())
              .map(TermWeek::number)
              .map(number -> text.format(Wording.of("第%d周", "week %d"), number))
              .orElse("");
      table.add(
          List.of(
              week.equals(before) ? "" : week,
              line.getKey().day() + " " + weekday(line.getKey().day()),
              line.getKey().title(),
              classesOf(line.getValue()),
              leadersOf(line.getValue()),
              line.getKey().place(),
              line.getKey().state()));
      before = week;
    }
    StringBuilder out = new StringBuilder();
    out.append('\n')
        .append(
            text.format(
                Wording.of(
                    "八、本学期活动安排（%d 项，未能安排 %d 项）\n\n",
                    "8. Activities of the term (%d; %d of the year without a place)\n\n"),
                lines.size(),
                unplaced.size()))
        .append(table);
    if (!unplaced.isEmpty()) {
      out.append('\n');
    }
    unplaced.forEach(
        each ->
            out.append(text.of(each.template().title()))
                .append("  ")
                .append(text.of(each.wording()))
                .append('\n'));
    return out.toString();
  }

  private static LocalDate dayOf(Activity activity) {
    return activity.status().arrangement().day();
  }

  private String weekday(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, text.locale());
  }

  private String classesOf(Collection<Activity> activities) {
    ImmutableSet<ClassId> all =
        activities.stream().flatMap(each -> each.classes().stream()).collect(toImmutableSet());
    return all.containsAll(classes)
        ? text.of(Wording.of("全校", "whole school"))
        : String.join(
            text.of(Wording.of("、", ", ")), all.stream().sorted().map(text::className).toList());
  }

  private String leadersOf(Collection<Activity> activities) {
    ImmutableSet<StaffId> all = leaders(activities);
    return all.size() == 1
        ? text.staffName(all.asList().get(0))
        : text.format(Wording.of("各班教师 %d 人", "%d teachers"), all.size());
  }

  private static ImmutableSet<StaffId> leaders(Collection<Activity> activities) {
    return activities.stream()
        .map(each -> each.status().arrangement().leader())
        .collect(toImmutableSet());
  }

  /** Returns the plan of the year as CSV. */
  String csv() {
    return OutputFolder.BYTE_ORDER_MARK
        + desk.activities().table(school.id(), year, text.locale()).csv();
  }

  /** Returns the calendars to subscribe to: of the school, each class and each who leads. */
  ImmutableMap<String, String> calendars() {
    ActivitiesDesk activities = desk.activities();
    ImmutableMap.Builder<String, String> calendars = ImmutableMap.builder();
    calendars.put("school", activities.calendar(school.id(), year, all -> all, text.locale()));
    for (ClassId id : classes) {
      calendars.put(
          "class-" + fileName(id.value()),
          activities.calendar(school.id(), year, all -> all.ofClass(id), text.locale()));
    }
    for (StaffId id : ImmutableSet.copyOf(leaders(plan.activities()))) {
      calendars.put(
          "teacher-" + fileName(id.value()),
          activities.calendar(school.id(), year, all -> all.ledBy(id), text.locale()));
    }
    return calendars.buildOrThrow();
  }

  /** Ids may have a colon, which some file systems do not. */
  private static String fileName(String id) {
    return id.replace(':', '_');
  }
}
