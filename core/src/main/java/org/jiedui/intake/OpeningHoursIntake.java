package org.jiedui.intake;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jiedui.calendar.OpeningHours;

/** Checks opening hours, each by itself and with the others. */
final class OpeningHoursIntake {

  private final DraftValidator validator;

  OpeningHoursIntake(DraftValidator validator) {
    this.validator = validator;
  }

  IntakeResult<OpeningHours> check(List<DraftRow<OpeningHoursDraft>> rows) {
    return new RowCheck<OpeningHoursDraft, OpeningHours>()
        .run(
            rows,
            validator,
            "weekday",
            draft -> Optional.empty(), // a row that repeats another overlaps it
            OpeningHoursIntake::hours)
        .withoutClashes(OpeningHours::overlaps, "weekday", DraftRule.HOURS_OVERLAP)
        .allOrNone();
  }

  private static Optional<OpeningHours> hours(
      OpeningHoursDraft draft, RowCheck<OpeningHoursDraft, OpeningHours>.Row row) {
    LocalTime opens = Texts.time(draft.opensAt()).orElseThrow();
    LocalTime closes = Texts.time(draft.closesAt()).orElseThrow();
    if (!closes.isAfter(opens)) {
      row.report("closesAt", DraftRule.NOT_AFTER, "#opensAt");
    }
    Days days = Days.of(draft.from(), draft.until(), row);
    if (!row.isGood()) {
      return Optional.empty();
    }
    return Optional.of(
        new OpeningHours(
            Texts.coded(Weekday.class, draft.weekday()).orElseThrow().day(),
            opens,
            closes,
            days.range(),
            Texts.isYes(draft.daysOff())));
  }
}
