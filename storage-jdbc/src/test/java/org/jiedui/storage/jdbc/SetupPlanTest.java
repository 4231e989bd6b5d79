package org.jiedui.storage.jdbc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jiedui.calendar.Milestone;
import org.jiedui.calendar.OpeningHours;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.contract.StoreFixtures;
import org.jiedui.storage.jdbc.ExplainedStore.Reading;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the databases answer what a school has set up, beside what many other schools have. */
class SetupPlanTest {

  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final SchoolId SCHOOL = StoreFixtures.SCHOOL;
  private static final int SCHOOLS = 5_000;

  private static final DateRange DAYS = DateRange.parse("2025-09-01/2026-01-17");
  private static final SchoolCalendar CALENDAR =
      SchoolCalendar.of(
          List.of(
              new Term(
                  "2025-1",
                  Optional.empty(),
                  2025,
                  DAYS,
                  ImmutableMap.of(
                      Milestone.TERM_START, DateRange.parse("2025-09-01/2025-09-20")))));
  private static final OpeningHours HOURS =
      new OpeningHours(DayOfWeek.MONDAY, LocalTime.of(16, 0), LocalTime.of(18, 0), DAYS, false);

  private final StoreFixtures fixtures = StoreFixtures.seeded(20251124);

  private void write(CareWriter writer) {
    writer.calendars().insert(SCHOOL, CALENDAR);
    writer.ruleBooks().insert(SCHOOL, fixtures.ruleBook());
    writer
        .activityBooks()
        .insert(SCHOOL, fixtures.activityBook().withHomeHours(ImmutableList.of(HOURS)));
  }

  private static ImmutableList<Reading> readings() {
    return ImmutableList.of(
        Reading.of("the school", reader -> reader.schools().get(SCHOOL), "school: school_id"),
        Reading.of(
            "the calendar",
            reader -> reader.calendars().get(SCHOOL),
            "calendar: school_id",
            "term: school_id",
            "term_milestone: school_id"),
        Reading.of(
            "the rules",
            reader -> reader.ruleBooks().get(SCHOOL),
            "rule_book: school_id",
            "rule: school_id",
            "rule_version: school_id"),
        Reading.of(
            "what activities are planned by",
            reader -> reader.activityBooks().get(SCHOOL),
            "activity_book: school_id",
            "day_mark: school_id",
            "activity_template: school_id",
            "activity_quota: school_id",
            "partner: school_id",
            "home_hours: school_id"));
  }

  @ParameterizedTest
  @EnumSource
  void everyStatement_readsRangesOfIndexes(TestDatabase database) throws SQLException {
    ExplainedStore store = ExplainedStore.openEmpty(STORE, database);
    store.fill(SCHOOLS, this::write);

    store.assertRanges(readings());
  }
}
