package org.jiedui.activity;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jiedui.calendar.DayKind;
import org.jiedui.calendar.DayMark;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.SchoolDays;
import org.jiedui.calendar.Term;
import org.jiedui.time.DateRange;

/** Calendars for the tests of activities. */
final class Years {

  static final Term AUTUMN = Term.of("2025-1", 2025, DateRange.parse("2025-09-01/2026-01-17"));
  static final Term SPRING = Term.of("2025-2", 2025, DateRange.parse("2026-02-24/2026-07-04"));

  static final SchoolDays YEAR_2025 =
      SchoolDays.of(SchoolCalendar.of(ImmutableList.of(AUTUMN, SPRING)))
          .extendedBy(
              List.of(
                  DayMark.of(DateRange.parse("2025-11-10/2025-11-12"), DayKind.EXAM)
                      .withName("期中考试"),
                  DayMark.of(DateRange.parse("2026-01-12/2026-01-16"), DayKind.EXAM)
                      .withName("期末考试")));

  private Years() {}
}
