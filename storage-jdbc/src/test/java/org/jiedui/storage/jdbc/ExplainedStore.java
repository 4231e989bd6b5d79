package org.jiedui.storage.jdbc;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.jiedui.id.SchoolId;
import org.jiedui.school.School;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.contract.StoreFixtures;
import org.jspecify.annotations.Nullable;

/**
 * A store whose statements are written down, so that its database can be asked how it answers them.
 *
 * <p>Not thread-safe.
 */
final class ExplainedStore {

  private final TestDatabase database;
  private final DataSource dataSource;
  private final CareStore store;
  private final List<Run> runs = new ArrayList<>();

  /**
   * A statement that was run.
   *
   * @param sql the statement
   * @param params its parameters, of a batch the last ones
   */
  record Run(String sql, TreeMap<Integer, @Nullable Object> params) {

    Run {
      requireNonNull(sql, "sql");
      requireNonNull(params, "params");
    }
  }

  /**
   * Something that a store is asked, and what it may read for that.
   *
   * @param what the question
   * @param work asks it
   * @param ranges what is read
   */
  record Reading(String what, Function<CareReader, ?> work, ImmutableList<String> ranges) {

    Reading {
      requireNonNull(what, "what");
      requireNonNull(work, "work");
      requireNonNull(ranges, "ranges");
    }

    static Reading of(String what, Function<CareReader, ?> work, String... ranges) {
      return new Reading(what, work, ImmutableList.copyOf(ranges));
    }
  }

  private ExplainedStore(TestDatabase database, HikariDataSource dataSource) {
    this.database = database;
    this.dataSource = dataSource;
    this.store =
        JdbcCareStore.open(
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

  /** Opens a store without any record. */
  static ExplainedStore openEmpty(TestStore databases, TestDatabase database) {
    databases.openEmpty(database).close();
    return new ExplainedStore(database, databases.dataSource(database));
  }

  /**
   * Writes what one school has, has other schools have the same, and lets the database count.
   *
   * @param school writes the records of {@link StoreFixtures#SCHOOL}, but not the school itself
   * @param schools how many there are in the end
   */
  void fill(int schools, Consumer<? super CareWriter> school) throws SQLException {
    int unused =
        store.write(
            writer -> {
              for (int i = 1; i < schools; i++) {
                SchoolId id = SchoolId.of((i % 2 == 0 ? "a-" : "z-") + i);
                writer.schools().insert(id, School.of(id, "学校", StoreFixtures.ZONE));
              }
              writer
                  .schools()
                  .insert(
                      StoreFixtures.SCHOOL,
                      School.of(StoreFixtures.SCHOOL, "学校", StoreFixtures.ZONE));
              school.accept(writer);
              return schools;
            });
    try (Connection connection = dataSource.getConnection()) {
      for (String table : TestStore.TABLES.reverse()) {
        if (!table.startsWith("school")) {
          copyToAllSchools(connection, "jiedui_" + table);
        }
      }
    }
    analyze();
  }

  private static void copyToAllSchools(Connection connection, String table) throws SQLException {
    ImmutableList<String> columns =
        columns(connection, table).stream()
            .filter(column -> !column.equals("school_id"))
            .collect(toImmutableList());
    TestDatabase.execute(
        connection,
        "INSERT INTO "
            + table
            + " (school_id, "
            + String.join(", ", columns)
            + ") SELECT s.school_id, "
            + columns.stream().map(column -> "t." + column).collect(joining(", "))
            + " FROM jiedui_school s CROSS JOIN "
            + table
            + " t WHERE s.school_id <> t.school_id");
  }

  /** Returns the columns that can be written. */
  private static ImmutableList<String> columns(Connection connection, String table)
      throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    ImmutableList.Builder<String> columns = ImmutableList.builder();
    try (ResultSet row =
        meta.getColumns(
            connection.getCatalog(),
            connection.getSchema(),
            meta.storesUpperCaseIdentifiers() ? Ascii.toUpperCase(table) : table,
            "%")) {
      while (row.next()) {
        if (!"YES".equals(row.getString("IS_GENERATEDCOLUMN"))) {
          columns.add(Ascii.toLowerCase(row.getString("COLUMN_NAME")));
        }
      }
    }
    return columns.build();
  }

  /** Has the database count what its tables hold, for it chooses plans by that. */
  void analyze() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      if (database == TestDatabase.MARIADB) {
        for (String table : TestStore.TABLES) {
          TestDatabase.execute(connection, "ANALYZE TABLE jiedui_" + table);
        }
      } else {
        TestDatabase.execute(connection, "ANALYZE");
      }
    }
  }

  /** Asks the store; only the statements of this are kept. */
  <R> R read(Function<? super CareReader, ? extends R> work) {
    runs.clear();
    return store.read(work);
  }

  /** Writes; only the statements of this are kept. */
  <R> R write(Function<? super CareWriter, ? extends R> work) {
    runs.clear();
    return store.write(work);
  }

  /** Returns the statements that were run, in order. */
  ImmutableList<Run> runs() {
    return ImmutableList.copyOf(runs);
  }

  /** Asks the database how it answers a statement. */
  Plan plan(Run run) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return Plan.of(connection, run.sql(), run.params());
    }
  }

  /** Asserts of each reading that its statements read the ranges that it names. */
  void assertRanges(List<Reading> readings) throws SQLException {
    SoftAssertions softly = new SoftAssertions();
    for (Reading reading : readings) {
      Object unused = read(reader -> requireNonNull(reading.work().apply(reader)));
      assertRanges(softly, reading.what(), reading.ranges());
    }
    softly.assertAll();
  }

  /** Asserts of the statements that were run last that they read these ranges. */
  void assertRanges(String what, List<String> ranges) throws SQLException {
    SoftAssertions softly = new SoftAssertions();
    assertRanges(softly, what, ranges);
    softly.assertAll();
  }

  /**
   * Asserts that every statement that was run last reads ranges of indexes, each limited at least
   * by the columns of one of some ranges, and that each of those is read.
   *
   * @param ranges tables, each with columns, such as {@code contact: school_id child_id}; of a
   *     table without columns all may be read, for a few rows are read faster than an index
   */
  private void assertRanges(SoftAssertions softly, String what, List<String> ranges)
      throws SQLException {
    ListMultimap<String, ImmutableSet<String>> allowed = ArrayListMultimap.create();
    for (String range : ranges) {
      List<String> parts = Splitter.on(':').splitToList(range);
      allowed.put(
          parts.get(0),
          ImmutableSet.copyOf(Splitter.on(' ').omitEmptyStrings().split(parts.get(1))));
    }
    ListMultimap<String, ImmutableSet<String>> missing = ArrayListMultimap.create(allowed);
    for (Run run : runs()) {
      Plan plan = plan(run);
      for (Plan.Range range : plan.ranges()) {
        Predicate<ImmutableSet<String>> limits = columns -> range.columns().containsAll(columns);
        missing.get(range.table()).removeIf(limits);
        softly
            .assertThat(allowed.get(range.table()))
            .as("%s on %s:%n%s%n%s%n%s", what, database, range, run.sql(), plan.text())
            .anyMatch(limits);
      }
    }
    softly.assertThat(missing.asMap()).as("%s on %s: not read", what, database).isEmpty();
  }

  /** Returns ids that sort as they are numbered. */
  static ImmutableList<String> ids(String letter, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> letter + "-" + (100_000 + i))
        .collect(toImmutableList());
  }
}
