package org.jiedui.storage.jdbc;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.activity.Attendance;
import org.jiedui.child.Child;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.contract.StoreFixtures;
import org.jiedui.storage.jdbc.ExplainedStore.Reading;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the databases answer what is asked about activities and who was there. */
class ActivityPlanTest {

  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final SchoolId SCHOOL = StoreFixtures.SCHOOL;
  private static final int SCHOOLS = 10;
  private static final ImmutableList<ActivityId> ACTIVITIES =
      ExplainedStore.ids("g", 2_000).stream().map(ActivityId::of).collect(toImmutableList());
  private static final ImmutableList<ChildId> CHILDREN =
      ExplainedStore.ids("c", 200).stream().map(ChildId::of).collect(toImmutableList());

  /** Every child is asked for at each of the first activities, so many. */
  private static final int ATTENDED = 20;

  private final StoreFixtures fixtures = StoreFixtures.seeded(20251124);

  private void write(CareWriter writer) {
    writer
        .activities()
        .insertAll(
            ACTIVITIES.stream()
                .map(id -> fixtures.activity(SCHOOL, id))
                .collect(toImmutableList()));
    ImmutableList.Builder<Attendance> attendance = ImmutableList.builder();
    for (ChildId id : CHILDREN) {
      Child child = fixtures.plainChild(SCHOOL, id);
      for (ActivityId activity : ACTIVITIES.subList(0, ATTENDED)) {
        attendance.add(fixtures.attendance(child, activity));
      }
    }
    writer.attendance().addAll(SCHOOL, attendance.build());
  }

  private static ImmutableList<Reading> readings() {
    DateRange days = DateRange.of(LocalDate.of(2025, 11, 10), LocalDate.of(2025, 11, 12));
    return ImmutableList.of(
        Reading.of(
            "activities on some days",
            reader -> reader.activities().onDays(SCHOOL, days),
            "activity: school_id arranged_day",
            "activity_fact: school_id arranged_day",
            "activity: school_id activity_id",
            "activity_fact: school_id activity_id"),
        Reading.of(
            "an activity",
            reader -> reader.activities().get(SCHOOL, ACTIVITIES.get(7)),
            "activity: school_id activity_id",
            "activity_fact: school_id activity_id"),
        Reading.of(
            "some activities",
            reader -> reader.activities().findAll(SCHOOL, ACTIVITIES.subList(7, 12)),
            "activity: school_id activity_id",
            "activity_fact: school_id activity_id"),
        Reading.of(
            "a page of activities",
            reader -> reader.activities().page(SCHOOL, Optional.of(ACTIVITIES.get(7)), 10),
            "activity: school_id activity_id",
            "activity_fact: school_id activity_id"),
        Reading.of(
            "all activities",
            reader -> reader.activities().all(SCHOOL),
            "activity: school_id",
            "activity_fact: school_id"),
        Reading.of(
            "who was at an activity",
            reader -> reader.attendance().ofActivity(SCHOOL, ACTIVITIES.get(7)),
            "attendance: school_id activity_id"),
        Reading.of(
            "where a child was",
            reader -> reader.attendance().ofChild(SCHOOL, CHILDREN.get(7)),
            "attendance: school_id child_id"),
        Reading.of(
            "who was where", reader -> reader.attendance().all(SCHOOL), "attendance: school_id"));
  }

  @ParameterizedTest
  @EnumSource
  void everyStatement_readsRangesOfIndexes(TestDatabase database) throws SQLException {
    ExplainedStore store = ExplainedStore.openEmpty(STORE, database);
    store.fill(SCHOOLS, this::write);

    store.assertRanges(readings());
  }
}
