package org.jiedui.compliance;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jiedui.calendar.Milestone;
import org.jiedui.time.DateRange;

/**
 * A window that a cadence gives in a calendar, and why it has those days.
 *
 * <p>Immutable.
 *
 * @param days its days, with a last one
 * @param term the label of the term that it was cut to or stands for, if any
 * @param milestone the milestone that it is, if any
 * @param joinedStub whether a piece at the edge of the term, shorter than half, was joined to it
 */
public record ScheduledWindow(
    DateRange days, Optional<String> term, Optional<Milestone> milestone, boolean joinedStub) {

  /**
   * Creates a scheduled window.
   *
   * @param days its days, with a last one
   * @param term the label of the term that it was cut to or stands for, if any
   * @param milestone the milestone that it is, if any
   * @param joinedStub whether a piece at the edge of the term, shorter than half, was joined to it
   */
  public ScheduledWindow {
    requireNonNull(days, "days");
    requireNonNull(term, "term");
    requireNonNull(milestone, "milestone");
  }
}
