package org.jiedui.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When facts that are taken in count as recorded.
 *
 * <p>What is entered day by day is recorded {@linkplain #at(Instant) now}. A roster that a school
 * kept elsewhere says on which day each fact began but not when it was written down; it is taken as
 * recorded {@linkplain #onItsFirstDay on that day}, so that reports of earlier days do not see what
 * nobody could have known then.
 */
@FunctionalInterface
public interface Recording {

  /**
   * Returns when a fact counts as recorded.
   *
   * @param firstDay the first day that the fact speaks of; for an end, the last day before it
   * @return the instant
   */
  Instant of(LocalDate firstDay);

  /**
   * Everything is recorded at one instant.
   *
   * @param instant the instant
   * @return the recording
   */
  static Recording at(Instant instant) {
    return firstDay -> instant;
  }

  /**
   * Each fact is recorded on the day on which it began.
   *
   * @param zone the school's zone
   * @return the recording
   */
  static Recording onItsFirstDay(ZoneId zone) {
    return firstDay -> firstDay.atStartOfDay(zone).toInstant();
  }

  /**
   * Returns the same recording, but nothing is recorded after an instant: what is to come is known
   * by then.
   *
   * @param now the instant, as a rule the present one
   * @return the recording
   */
  default Recording notAfter(Instant now) {
    return firstDay -> {
      Instant recorded = of(firstDay);
      return recorded.isAfter(now) ? now : recorded;
    };
  }
}
