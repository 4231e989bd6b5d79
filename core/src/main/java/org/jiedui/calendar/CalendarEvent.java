package org.jiedui.calendar;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jiedui.time.DateRange;

/**
 * Something in a calendar that people subscribe to, whatever it is: an activity, a day mark, a
 * contact that is due.
 *
 * <p>A calendar that had it before replaces it if the identifier is the same and the sequence is
 * not less.
 *
 * <p>Immutable.
 *
 * @param uid its identifier, the same in all versions and in no other event; not blank
 * @param sequence the number of its version, 0 or more
 * @param days its days, with a last one; one day if it has a time
 * @param startsAt at what time of the zone of the calendar it begins; if empty it takes whole days
 * @param minutes how long it lasts if it has a time, 1 to 1440; else 0
 * @param summary what it is called; not blank
 * @param place where it is, if that is known
 * @param note what else there is to say
 * @param categories words by which calendars tell kinds apart
 * @param cancelled whether it is cancelled, so that calendars strike it out
 */
public record CalendarEvent(
    String uid,
    int sequence,
    DateRange days,
    Optional<LocalTime> startsAt,
    int minutes,
    String summary,
    Optional<String> place,
    Optional<String> note,
    ImmutableList<String> categories,
    boolean cancelled) {

  private static final int MAX_MINUTES = 1440;

  /**
   * Creates an event.
   *
   * @param uid its identifier, the same in all versions and in no other event; not blank
   * @param sequence the number of its version, 0 or more
   * @param days its days, with a last one; one day if it has a time
   * @param startsAt at what time of the zone of the calendar it begins; if empty it takes whole
   *     days
   * @param minutes how long it lasts if it has a time, 1 to 1440; else 0
   * @param summary what it is called; not blank
   * @param place where it is, if that is known
   * @param note what else there is to say
   * @param categories words by which calendars tell kinds apart
   * @param cancelled whether it is cancelled, so that calendars strike it out
   * @throws IllegalArgumentException if one of these bounds is broken
   */
  public CalendarEvent {
    requireNonNull(uid, "uid");
    requireNonNull(days, "days");
    requireNonNull(startsAt, "startsAt");
    requireNonNull(summary, "summary");
    requireNonNull(place, "place");
    requireNonNull(note, "note");
    requireNonNull(categories, "categories");
    checkArgument(!uid.isBlank(), "uid must not be blank");
    checkArgument(sequence >= 0, "sequence (%s) of event %s must not be negative", sequence, uid);
    checkArgument(days.hasEnd(), "event %s must have a last day", uid);
    checkArgument(!summary.isBlank(), "the summary of event %s must not be blank", uid);
    if (startsAt.isPresent()) {
      checkArgument(
          days.length().orElseThrow() == 1, "event %s has a time and must be on one day", uid);
      checkArgument(
          minutes >= 1 && minutes <= MAX_MINUTES,
          "minutes (%s) of event %s must be 1 to %s",
          minutes,
          uid,
          MAX_MINUTES);
    } else {
      checkArgument(minutes == 0, "event %s takes whole days and must have no minutes", uid);
    }
  }

  /**
   * Returns an event that takes whole days, in its first version.
   *
   * @param uid its identifier, not blank
   * @param days its days, with a last one
   * @param summary what it is called, not blank
   * @return the event
   * @throws IllegalArgumentException if the days have no last one or a text is blank
   */
  public static CalendarEvent wholeDays(String uid, DateRange days, String summary) {
    return new CalendarEvent(
        uid,
        0,
        days,
        Optional.empty(),
        0,
        summary,
        Optional.empty(),
        Optional.empty(),
        ImmutableList.of(),
        false);
  }

  /**
   * Returns the same event with categories.
   *
   * @param words words by which calendars tell kinds apart
   * @return the event
   */
  public CalendarEvent withCategories(String... words) {
    return new CalendarEvent(
        uid,
        sequence,
        days,
        startsAt,
        minutes,
        summary,
        place,
        note,
        ImmutableList.copyOf(words),
        cancelled);
  }

  /**
   * Returns its first day.
   *
   * @return the day
   */
  public LocalDate day() {
    return days.start();
  }

  /** Returns the identifier and the days. */
  @Override
  public String toString() {
    return "CalendarEvent[" + uid + " " + days + "]";
  }
}
