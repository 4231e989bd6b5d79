package org.jiedui.activity;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.calendar.CalendarEvent;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;

/**
 * A plan as the events of a calendar: of a school, of a class by {@link ActivityPlan#ofClass}, of a
 * teacher by {@link ActivityPlan#ledBy}.
 *
 * <p>Drafts are nobody's appointments yet and are left out, and so are those that were cancelled
 * before they were agreed. What was agreed and cancelled stays, so that calendars strike it out. An
 * activity has the same identifier in every calendar and version; its sequence counts the facts of
 * its history.
 */
public final class PlanEvents {

  private static final String HOST = ".jiedui";

  private PlanEvents() {}

  /**
   * Returns the events of a plan.
   *
   * @param plan the activities
   * @param names what people call leaders, classes and partners
   * @param locale the reader's locale
   * @return the events, by day, then by id
   */
  public static ImmutableList<CalendarEvent> of(ActivityPlan plan, PlanNames names, Locale locale) {
    return plan.activities().stream()
        .filter(PlanEvents::isPublished)
        .map(each -> event(each, names, locale))
        .sorted(Comparator.comparing(CalendarEvent::days).thenComparing(CalendarEvent::uid))
        .collect(toImmutableList());
  }

  private static boolean isPublished(Activity activity) {
    return activity.history().stream().anyMatch(fact -> fact.step() == ActivityStep.AGREE);
  }

  private static CalendarEvent event(Activity activity, PlanNames names, Locale locale) {
    ActivityStatus status = activity.status();
    Arrangement arrangement = status.arrangement();
    return new CalendarEvent(
        activity.id() + "@" + activity.schoolId() + HOST,
        activity.sequence(),
        DateRange.ofDay(arrangement.day()),
        arrangement.startsAt(),
        arrangement.startsAt().isPresent() ? arrangement.minutes() : 0,
        activity.title().in(locale),
        Optional.of(arrangement.place().wording().in(locale)),
        Optional.of(note(activity, arrangement, names, locale)),
        ImmutableList.of(activity.kind().wording().in(locale)),
        status.state() == ActivityState.CANCELLED);
  }

  private static String note(
      Activity activity, Arrangement arrangement, PlanNames names, Locale locale) {
    Stream<String> classes =
        activity.classes().isEmpty()
            ? Stream.of()
            : Stream.of(
                line(Wording.of("班级", "Classes"), names.of(activity.classes(), locale), locale));
    return Stream.of(
            Stream.of(line(Wording.of("负责人", "Leader"), names.of(arrangement.leader()), locale)),
            classes,
            arrangement.partner().stream()
                .map(partner -> line(Wording.of("合作单位", "Partner"), names.of(partner), locale)))
        .flatMap(lines -> lines)
        .collect(joining("\n"));
  }

  private static String line(Wording head, String text, Locale locale) {
    return head.in(locale) + (Wording.isChinese(locale) ? "：" : ": ") + text;
  }
}
