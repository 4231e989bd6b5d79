package org.jiedui.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.time.DateRange;
import org.jiedui.time.Tenure;

/**
 * The first and the last day of a row about something that begins and ends.
 *
 * @param from the first day
 * @param until the last day, or empty if there is none yet
 */
record Days(LocalDate from, Optional<LocalDate> until) {

  private static final String TAKEN_IN_AS_ENDED = "按登记表结束 / taken in as ended";

  /** Reads the fields {@code from} and {@code until}, which passed their constraints. */
  static Days of(String from, String until, RowCheck<?, ?>.Row row) {
    LocalDate first = Texts.date(from).orElseThrow();
    Optional<LocalDate> last = Texts.date(until);
    if (last.filter(day -> day.isBefore(first)).isPresent()) {
      row.report("until", DraftRule.ENDS_BEFORE_START, "#from");
    }
    return new Days(first, last);
  }

  DateRange range() {
    return DateRange.ofClosed(from, until);
  }

  Tenure tenure(Recording recording) {
    Tenure open = Tenure.startingOn(from, recording.of(from));
    return until
        .map(last -> open.closed(new Tenure.Closing(last, TAKEN_IN_AS_ENDED, recording.of(last))))
        .orElse(open);
  }

  /** What is stored stays, but that it has ended meanwhile; any other difference is told. */
  static Tenure continued(
      Tenure stored, Optional<LocalDate> until, RowCheck<?, ?>.Row row, Instant now) {
    if (until.equals(stored.closing().map(Tenure.Closing::lastDay))) {
      return stored;
    }
    if (until.isEmpty() || stored.closing().isPresent()) {
      row.report("until", DraftRule.STORED_KEPT);
      return stored;
    }
    row.report("until", DraftRule.STORED_CHANGED, until.get().plusDays(1));
    return stored.closed(new Tenure.Closing(until.get(), TAKEN_IN_AS_ENDED, now));
  }
}
