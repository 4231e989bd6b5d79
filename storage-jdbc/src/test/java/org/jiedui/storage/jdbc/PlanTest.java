package org.jiedui.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.storage.BoardPosition;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.StandingRow;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the databases answer a board: by a range of an index, and without a sort. */
class PlanTest {

  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final SchoolId SCHOOL = SchoolId.of("qingshi");
  private static final LocalDate TODAY = LocalDate.of(2025, 11, 10);
  private static final int ROWS = 20_000;
  private static final BoardQuery BOARD = BoardQuery.on(SCHOOL, TODAY);

  /** A statement that was run, with its parameters. */
  private record Run(String sql, TreeMap<Integer, Object> params) {}

  private final List<Run> runs = new ArrayList<>();

  /** Opens a store with standings of which a half lapsed years ago. */
  private CareStore openFilled(TestDatabase database) throws SQLException {
    STORE.openEmpty(database).close();
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
      TestDatabase.execute(
          connection,
          database == TestDatabase.MARIADB ? "ANALYZE TABLE jiedui_standing" : "ANALYZE");
    }
    return JdbcCareStore.open(
        Spy.on(
            dataSource,
            call -> {
              if (call.is(Connection.class, "prepareStatement")) {
                runs.add(new Run((String) call.args().get(0), new TreeMap<>()));
              } else if (call.is(PreparedStatement.class, "setObject")) {
                runs.get(runs.size() - 1)
                    .params()
                    .put((Integer) call.args().get(0), call.args().get(1));
              }
              return call.proceed();
            }),
        JdbcOptions.defaults().withoutMigration());
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
    CareStore store = openFilled(database);
    for (BoardQuery query : queries()) {
      runs.clear();
      ImmutableList<StandingRow> page = store.read(reader -> reader.standings().board(query));
      assertThat(page).isNotEmpty();
      assertThat(runs).isNotEmpty();
      for (Run run : runs) {
        assertGood(database, run);
      }
    }
  }

  private static void assertGood(TestDatabase database, Run run) throws SQLException {
    String plan = explain(database, run);
    if (run.sql().contains("child_id = ?")) {
      // The rest of one child's rules: any index finds its few rows, and sorting those is nothing.
      assertThat(plan)
          .containsPattern(
              "JIEDUI_STANDING_[A-Z_]+: |Index Scan using|jiedui_standing (ref|range) .* [1-9] Using");
      return;
    }
    switch (database) {
      case H2 ->
          assertThat(plan)
              .containsPattern("JIEDUI_STANDING_BY_(BOARD|RESPONSIBLE|CLASS): [^*]*SCHOOL_ID = ")
              .contains("/* index sorted */");
      case POSTGRESQL ->
          assertThat(plan)
              .containsPattern("Index (Only )?Scan using jiedui_standing_by_")
              .doesNotContain("Sort", "Seq Scan", "Bitmap");
      case MARIADB ->
          assertThat(plan)
              .containsPattern("jiedui_standing (ref|range) .*jiedui_standing_by_")
              .doesNotContain("filesort", "temporary");
    }
  }

  private static String explain(TestDatabase database, Run run) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (Connection connection = STORE.dataSource(database).getConnection();
        PreparedStatement statement = connection.prepareStatement("EXPLAIN " + run.sql())) {
      for (var param : run.params().entrySet()) {
        statement.setObject(param.getKey(), param.getValue());
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            plan.append(result.getString(i)).append(' ');
          }
          plan.append('\n');
        }
      }
    }
    return plan.toString();
  }

  @ParameterizedTest
  @EnumSource
  void board_doesNotReadWhatLapsedInYearsThatAreOver(TestDatabase database) throws SQLException {
    CareStore store = openFilled(database);
    runs.clear();

    assertThat(store.read(reader -> reader.standings().board(BOARD)).size()).isEqualTo(50);

    assertThat(runs)
        .filteredOn(run -> run.sql().contains("opens"))
        .extracting(run -> run.params().get(2))
        .as("the school years that are read")
        .containsExactly(2025L, 9999L);
  }
}
