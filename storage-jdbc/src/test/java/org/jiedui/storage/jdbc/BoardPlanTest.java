package org.jiedui.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.storage.BoardPosition;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.StandingRow;
import org.jiedui.storage.jdbc.ExplainedStore.Run;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the databases answer a board: by a range of an index, and without a sort. */
class BoardPlanTest {

  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final SchoolId SCHOOL = SchoolId.of("qingshi");
  private static final LocalDate TODAY = LocalDate.of(2025, 11, 10);
  private static final int ROWS = 20_000;
  private static final BoardQuery BOARD = BoardQuery.on(SCHOOL, TODAY);

  /** Opens a store with standings of which a half lapsed years ago. */
  private static ExplainedStore openFilled(TestDatabase database) throws SQLException {
    ExplainedStore store = ExplainedStore.openEmpty(STORE, database);
    HikariDataSource dataSource = STORE.dataSource(database);
    String insert =
        "INSERT INTO jiedui_standing (school_id, child_id, place, rule_id, rule_version, opens,"
            + " deadline, shown_from, shown_until, responsible, class_id)"
            + " VALUES (?, ?, 0, 'home-visit', 0, ?, ?, NULL, ?, ?, ?)";
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(insert)) {
        for (int i = 0; i < ROWS; i++) {
          boolean lapsed = i % 2 == 0;
          LocalDate deadline = TODAY.plusDays(i % 100 - 50).minusYears(lapsed ? 3 : 0);
          statement.setString(1, SCHOOL.value());
          statement.setString(2, "c-" + i);
          statement.setObject(3, deadline.minusDays(60));
          statement.setObject(4, deadline);
          statement.setObject(
              5, lapsed ? deadline.plusDays(1) : i % 4 == 1 ? null : LocalDate.of(2026, 8, 31));
          statement.setString(6, "T" + i / 100);
          statement.setString(7, "g-" + i / 100);
          statement.addBatch();
        }
        statement.executeBatch();
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
    store.analyze();
    return store;
  }

  private static ImmutableList<BoardQuery> queries() {
    BoardPosition middle = new BoardPosition(TODAY, ChildId.of("c-5"), RuleId.of("a"));
    return ImmutableList.of(
        BOARD,
        BOARD.after(middle),
        BOARD.responsible(StaffId.of("T7")),
        BOARD.responsible(StaffId.of("T7")).after(middle),
        BOARD.inClass(ClassId.of("g-7")),
        BOARD.inClass(ClassId.of("g-7")).after(middle));
  }

  @ParameterizedTest
  @EnumSource
  void board_isARangeOfAnIndex_andNothingIsSorted(TestDatabase database) throws SQLException {
    ExplainedStore store = openFilled(database);
    for (BoardQuery query : queries()) {
      ImmutableList<StandingRow> page = store.read(reader -> reader.standings().board(query));
      assertThat(page).isNotEmpty();
      assertThat(store.runs()).isNotEmpty();
      for (Run run : store.runs()) {
        assertGood(database, run, store.plan(run));
      }
    }
  }

  private static void assertGood(TestDatabase database, Run run, Plan plan) {
    assertThat(plan.ranges()).as(plan.text()).hasSize(1);
    ImmutableList<String> columns = plan.ranges().get(0).columns();
    if (run.sql().contains("child_id = ?")) {
      // The rest of one child's rules: any index finds its few rows, and sorting those is nothing.
      assertThat(columns).as(plan.text()).containsAnyOf("child_id", "deadline");
      return;
    }
    assertThat(columns)
        .as(plan.text())
        .contains("school_id")
        .containsAnyOf("lapse_year", "responsible", "class_id");
    switch (database) {
      case H2 -> assertThat(plan.text()).contains("/* index sorted */");
      case POSTGRESQL -> assertThat(plan.text()).doesNotContain("Sort", "Bitmap");
      case MARIADB -> assertThat(plan.text()).doesNotContain("filesort", "temporary");
    }
  }

  @ParameterizedTest
  @EnumSource
  void board_doesNotReadWhatLapsedInYearsThatAreOver(TestDatabase database) throws SQLException {
    ExplainedStore store = openFilled(database);

    ImmutableList<StandingRow> page = store.read(reader -> reader.standings().board(BOARD));

    assertThat(page.size()).isEqualTo(50);
    assertThat(store.runs())
        .filteredOn(run -> run.sql().contains("opens"))
        .extracting(run -> run.params().get(2))
        .as("the school years that are read")
        .containsExactly(2025L, 9999L);
  }
}
