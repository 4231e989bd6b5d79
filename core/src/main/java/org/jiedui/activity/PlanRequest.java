package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableSortedMap.toImmutableSortedMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Function;
import org.jiedui.calendar.SchoolDays;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.id.TemplateId;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.StaffMember;
import org.jiedui.time.DateRange;

/**
 * What is to be planned: the templates, the days, the classes and the staff of one school, what is
 * fixed, and what was planned before.
 *
 * <p>Immutable. The order in which anything is handed in does not matter.
 */
public final class PlanRequest {

  private final SchoolDays days;
  private final DateRange plan;
  private final ImmutableSortedMap<TemplateId, ActivityTemplate> templates;
  private final ImmutableList<ClassGroup> classes;
  private final ImmutableList<StaffMember> staff;
  private final ImmutableSortedMap<ActivityId, Booking> fixed;
  private final ImmutableSortedMap<ActivityId, Booking> earlier;

  private PlanRequest(
      SchoolDays days,
      DateRange plan,
      ImmutableSortedMap<TemplateId, ActivityTemplate> templates,
      ImmutableList<ClassGroup> classes,
      ImmutableList<StaffMember> staff,
      ImmutableSortedMap<ActivityId, Booking> fixed,
      ImmutableSortedMap<ActivityId, Booking> earlier) {
    this.days = days;
    this.plan = plan;
    this.templates = templates;
    this.classes = classes;
    this.staff = staff;
    this.fixed = fixed;
    this.earlier = earlier;
  }

  /**
   * Returns a request in which nothing is fixed and nothing was planned before.
   *
   * @param days what each day is
   * @param plan the days to plan: a term's or a year's, with a last one
   * @param templates what to plan, each with an id of its own
   * @param classes the classes; each takes part in its own school year
   * @param staff who may lead, with the posts that they hold over time
   * @return the request
   * @throws IllegalArgumentException if the plan has no last day, or two templates, classes or
   *     members of staff have the same id
   */
  public static PlanRequest of(
      SchoolDays days,
      DateRange plan,
      Collection<ActivityTemplate> templates,
      Collection<ClassGroup> classes,
      Collection<StaffMember> staff) {
    checkArgument(plan.hasEnd(), "the days of a plan (%s) must have a last one", plan);
    ImmutableSortedMap<ClassId, ClassGroup> byClass = index(classes, ClassGroup::id);
    ImmutableSortedMap<StaffId, StaffMember> byStaff = index(staff, StaffMember::id);
    return new PlanRequest(
        days,
        plan,
        index(templates, ActivityTemplate::id),
        byClass.values().asList(),
        byStaff.values().asList(),
        ImmutableSortedMap.of(),
        ImmutableSortedMap.of());
  }

  /** By id; two of the same are an error that names it. */
  private static <K extends Comparable<K>, V> ImmutableSortedMap<K, V> index(
      Collection<V> all, Function<V, K> id) {
    return all.stream().collect(toImmutableSortedMap(Comparator.<K>naturalOrder(), id, one -> one));
  }

  /**
   * Returns the same request with activities that stay as they are.
   *
   * @param bookings what they take up; what a template asks for under the same id is not planned
   *     again, nor is what one of that template does on a day of the occasion for the same classes
   * @return the request
   * @throws IllegalArgumentException if two have the same id
   */
  public PlanRequest withFixed(Collection<Booking> bookings) {
    return new PlanRequest(
        days, plan, templates, classes, staff, index(bookings, Booking::id), earlier);
  }

  /**
   * Returns the same request with a plan that was made before, from which as little as possible is
   * moved.
   *
   * @param bookings what it took up
   * @return the request
   * @throws IllegalArgumentException if two have the same id
   */
  public PlanRequest withEarlier(Collection<Booking> bookings) {
    return new PlanRequest(
        days, plan, templates, classes, staff, fixed, index(bookings, Booking::id));
  }

  /**
   * Returns what each day is.
   *
   * @return the days
   */
  public SchoolDays days() {
    return days;
  }

  /**
   * Returns the days to plan.
   *
   * @return the days, with a last one
   */
  public DateRange plan() {
    return plan;
  }

  /**
   * Returns what to plan.
   *
   * @return the templates by id
   */
  public ImmutableList<ActivityTemplate> templates() {
    return templates.values().asList();
  }

  /**
   * Returns the classes.
   *
   * @return the classes by id
   */
  public ImmutableList<ClassGroup> classes() {
    return classes;
  }

  /**
   * Returns who may lead.
   *
   * @return the staff by id
   */
  public ImmutableList<StaffMember> staff() {
    return staff;
  }

  /**
   * Returns what stays as it is.
   *
   * @return the bookings by id
   */
  public ImmutableSortedMap<ActivityId, Booking> fixed() {
    return fixed;
  }

  /**
   * Returns what was planned before.
   *
   * @return the bookings by id
   */
  public ImmutableSortedMap<ActivityId, Booking> earlier() {
    return earlier;
  }

  /** Returns the days and how much there is of everything. */
  @Override
  public String toString() {
    return "PlanRequest["
        + plan
        + ", "
        + templates.size()
        + " templates, "
        + classes.size()
        + " classes, "
        + staff.size()
        + " staff]";
  }
}
