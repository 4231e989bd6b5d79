package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jiedui.calendar.DayKind;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ClassId;
import org.jiedui.id.DerivedId;
import org.jiedui.id.PartnerId;
import org.jiedui.id.TemplateId;
import org.jiedui.rule.Scope;
import org.jiedui.school.Post;
import org.jiedui.text.Wording;

/**
 * Something that a school holds again and again: what, for whom, when, who leads it and where.
 *
 * <pre>{@code
 * ActivityTemplate meeting =
 *     ActivityTemplate.of(
 *             TemplateId.of("parents"),
 *             Wording.of("开学家长会", "Parents' meeting"),
 *             ActivityKind.PARENTS_MEETING,
 *             Timing.parse("week 2 friday"),
 *             Post.HOMEROOM_TEACHER,
 *             Place.classrooms(),
 *             90)
 *         .forEachClass();
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param id its identifier, without a colon
 * @param title what people call it
 * @param kind what it is
 * @param audience for which of the children in care, and so for which classes
 * @param eachClass whether each class has its own, or the whole school one
 * @param timing when
 * @param leader who leads it, by post; the homeroom and subject teachers are those of the class if
 *     each class has its own
 * @param place where
 * @param partner the partner that takes part, if any
 * @param minutes how long it lasts, 1 to 1440
 * @param daysOff whether it may be held on days off as well: weekends, holidays, vacations
 */
public record ActivityTemplate(
    TemplateId id,
    Wording title,
    ActivityKind kind,
    Scope audience,
    boolean eachClass,
    Timing timing,
    Post leader,
    Place place,
    Optional<PartnerId> partner,
    int minutes,
    boolean daysOff) {

  /** The most minutes: a day. */
  public static final int MAX_MINUTES = 1440;

  private static final int MAX_ID = 64;

  /**
   * Creates a template.
   *
   * @param id its identifier, without a colon
   * @param title what people call it
   * @param kind what it is
   * @param audience for which of the children in care, and so for which classes
   * @param eachClass whether each class has its own, or the whole school one
   * @param timing when
   * @param leader who leads it, by post; the homeroom and subject teachers are those of the class
   *     if each class has its own
   * @param place where
   * @param partner the partner that takes part, if any
   * @param minutes how long it lasts, 1 to 1440
   * @param daysOff whether it may be held on days off as well: weekends, holidays, vacations
   * @throws IllegalArgumentException if the id has a colon or the minutes are not 1 to 1440
   */
  public ActivityTemplate {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(kind, "kind");
    requireNonNull(audience, "audience");
    requireNonNull(timing, "timing");
    requireNonNull(leader, "leader");
    requireNonNull(place, "place");
    requireNonNull(partner, "partner");
    checkArgument(id.value().indexOf(':') < 0, "the id of template %s must have no colon", id);
    checkMinutes(minutes);
  }

  static void checkMinutes(int minutes) {
    checkArgument(
        minutes >= 1 && minutes <= MAX_MINUTES,
        "minutes (%s) must be 1 to %s",
        minutes,
        MAX_MINUTES);
  }

  /**
   * Returns a template for the whole school, all children in care, without a partner, not on days
   * off.
   *
   * @param id its identifier, without a colon
   * @param title what people call it
   * @param kind what it is
   * @param timing when
   * @param leader who leads it, by post
   * @param place where
   * @param minutes how long it lasts, 1 to 1440
   * @return the template
   * @throws IllegalArgumentException if one of them breaks a rule of the constructor
   */
  public static ActivityTemplate of(
      TemplateId id,
      Wording title,
      ActivityKind kind,
      Timing timing,
      Post leader,
      Place place,
      int minutes) {
    return new ActivityTemplate(
        id,
        title,
        kind,
        Scope.all(),
        false,
        timing,
        leader,
        place,
        Optional.empty(),
        minutes,
        false);
  }

  /**
   * Returns the same template, but each class has its own.
   *
   * @return the template
   */
  public ActivityTemplate forEachClass() {
    return new ActivityTemplate(
        id, title, kind, audience, true, timing, leader, place, partner, minutes, daysOff);
  }

  /**
   * Returns the same template for other children.
   *
   * @param scope for which of the children in care
   * @return the template
   */
  public ActivityTemplate forAudience(Scope scope) {
    return new ActivityTemplate(
        id, title, kind, scope, eachClass, timing, leader, place, partner, minutes, daysOff);
  }

  /**
   * Returns the same template with a partner.
   *
   * @param who the partner that takes part
   * @return the template
   */
  public ActivityTemplate withPartner(PartnerId who) {
    return new ActivityTemplate(
        id,
        title,
        kind,
        audience,
        eachClass,
        timing,
        leader,
        place,
        Optional.of(who),
        minutes,
        daysOff);
  }

  /**
   * Returns the same template at another time.
   *
   * @param when the timing
   * @return the template
   */
  public ActivityTemplate withTiming(Timing when) {
    return new ActivityTemplate(
        id, title, kind, audience, eachClass, when, leader, place, partner, minutes, daysOff);
  }

  /**
   * Returns the same template, which may be held on days off as well.
   *
   * @return the template
   */
  public ActivityTemplate onDaysOffToo() {
    return new ActivityTemplate(
        id, title, kind, audience, eachClass, timing, leader, place, partner, minutes, true);
  }

  /**
   * Whether it may be held on a day of a kind.
   *
   * @param day what the day is
   * @return true on teaching and make-up days, and on days off if they are wanted; never on days of
   *     examinations
   */
  public boolean mayBeOn(DayKind day) {
    return day.isTaught() || (daysOff && day != DayKind.EXAM);
  }

  /**
   * Whether children of a grade can be in the audience, so that their classes take part.
   *
   * <p>Example: {@code grade 1-3 and key-support} is for classes of grades 1 to 3, whether or not
   * somebody in them is of key support; {@code key-support or boarding} is for all.
   *
   * @param grade the grade, 1 to 12
   * @return false if no child of the grade can be, whatever else is so
   */
  public boolean isForGrade(int grade) {
    return GradeTest.of(audience, grade) != GradeTest.NEVER;
  }

  /**
   * Returns the id of what comes of this template: the same whenever it is planned, so that a plan
   * is found again.
   *
   * <p>Example: {@code parents:2025-1.week2:c-11}. One of more than 64 characters ends with the
   * first 32 hexadecimal digits of its SHA-256 instead.
   *
   * @param occasion one of its occasions
   * @param classId the class, if each class has its own
   * @return the id
   */
  public ActivityId idOf(Occasion occasion, Optional<ClassId> classId) {
    String text = id + ":" + occasion.key() + classId.map(each -> ":" + each.value()).orElse("");
    if (text.length() <= MAX_ID) {
      return ActivityId.of(text);
    }
    return ActivityId.of(
        text.substring(0, MAX_ID - DerivedId.LENGTH - 1) + "-" + DerivedId.digest(text));
  }
}
