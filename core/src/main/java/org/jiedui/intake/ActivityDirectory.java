package org.jiedui.intake;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityTemplate;
import org.jiedui.activity.Partner;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.SchoolYear;
import org.jiedui.id.ActivityId;
import org.jiedui.school.ClassGroup;

/**
 * What a school already has of its activities, so that drafts can be checked against it.
 *
 * <p>Immutable.
 *
 * @param school the school, its staff and its children
 * @param calendar its calendar
 * @param classes its classes, of every school year
 * @param templates what it holds again and again
 * @param partners who outside the school takes part
 * @param activities what is planned, held and cancelled, by id
 */
public record ActivityDirectory(
    SchoolDirectory school,
    SchoolCalendar calendar,
    ImmutableList<ClassGroup> classes,
    ImmutableList<ActivityTemplate> templates,
    ImmutableList<Partner> partners,
    ImmutableMap<ActivityId, Activity> activities) {

  /**
   * Finds the school year of a day: the one that began last, if the calendar goes on to the day.
   */
  Optional<SchoolYear> yearOf(LocalDate day) {
    return calendar.years().stream()
        .filter(year -> !year.days().start().isAfter(day) && !calendar.horizon().isBefore(day))
        .reduce((earlier, later) -> later);
  }

  /** Returns the classes of a school year. */
  ImmutableList<ClassGroup> classesOf(SchoolYear year) {
    return classes.stream()
        .filter(group -> group.schoolYear() == year.year())
        .collect(toImmutableList());
  }

  /** Finds a class of a school year by its id or by what somebody calls it. */
  Optional<ClassGroup> findClass(SchoolYear year, String text) {
    ImmutableList<ClassGroup> own = classesOf(year);
    return own.stream()
        .filter(group -> group.id().value().equals(text))
        .findFirst()
        .or(
            () ->
                school
                    .withClasses(
                        own.stream().collect(toImmutableMap(ClassGroup::name, each -> each)))
                    .findClass(text));
  }

  /** Finds a template by its id, or else the only one of that title in Chinese. */
  Optional<ActivityTemplate> findTemplate(String text) {
    ImmutableList<ActivityTemplate> titled =
        templates.stream()
            .filter(each -> each.title().chinese().equals(text))
            .collect(toImmutableList());
    return templates.stream()
        .filter(each -> each.id().value().equals(text))
        .findFirst()
        .or(() -> titled.stream().findFirst().filter(only -> titled.size() == 1));
  }

  /** Returns the school's id and how many activities there are. */
  @Override
  public String toString() {
    return "ActivityDirectory[" + school.school().id() + ", " + activities.size() + " activities]";
  }
}
