package org.jiedui.ics;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.jiedui.calendar.CalendarEvent;

/**
 * What was read of a calendar.
 *
 * <p>Immutable.
 *
 * @param events the events, in the order of the text; of one that is there in several versions, the
 *     one with the highest sequence
 * @param problems what could not be read
 */
public record IcsCalendar(ImmutableList<CalendarEvent> events, ImmutableList<IcsProblem> problems) {

  /**
   * Creates a calendar.
   *
   * @param events the events, in the order of the text; of one that is there in several versions,
   *     the one with the highest sequence
   * @param problems what could not be read
   */
  public IcsCalendar {
    requireNonNull(events, "events");
    requireNonNull(problems, "problems");
  }
}
