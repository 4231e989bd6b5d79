package org.jiedui.examples.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.jiedui.examples.benchmarks.SchoolPair.Setting;
import org.jiedui.examples.benchmarks.Table.Bar;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.jdbc.JdbcCareStore;
import org.jiedui.storage.jdbc.JdbcOptions;
import org.jiedui.storage.memory.MemoryCareStore;

/**
 * How long does it take to record one contact, with its standings and its audit entry, beside a
 * transaction of bare JDBC that writes the same rows?
 *
 * <p>The bare transaction knows everything beforehand: it locks and counts on in the ledger, adds
 * the contact, replaces the child's standings by the same ones, and adds the audit entry; it reads
 * no rules and judges nothing. Both go round the children of a school of their own, of the same
 * size, on the same pool; each time round is a week later, so that every contact meets a window
 * that was open and changes a standing.
 *
 * <p>There are two such pairs of schools. Those of the second have quotas besides, a plan that was
 * held and who was there: a contact must not cost more for that.
 *
 * <p>Not thread-safe.
 */
final class StorageRecord implements AutoCloseable {

  /** Migrating the schema takes more than one. */
  private static final int CONNECTIONS = 3;

  private static final String DESK = "desk, ";
  private static final String JDBC = "jdbc, ";
  private static final String MEMORY = "memory, ";

  /** How long a commit takes is the host's choice; it is the same for both. */
  private enum Commit {
    ON("a commit waits for the disk"),
    OFF("a commit does not wait for the disk");

    private final String text;

    Commit(String text) {
      this.text = text;
    }
  }

  private final EmbeddedDatabase database;
  private final HikariDataSource pool;
  private final CareStore store;
  private final CareStore memory;
  private final ImmutableList<SchoolPair> pairs;

  private StorageRecord(EmbeddedDatabase database, County county) throws SQLException {
    this.database = database;
    this.pool = database.pool(CONNECTIONS);
    this.store = JdbcCareStore.open(pool, JdbcOptions.defaults());
    this.memory = MemoryCareStore.create();
    this.pairs =
        Arrays.stream(Setting.values())
            .map(setting -> SchoolPair.load(county, setting, pool, store, memory))
            .collect(toImmutableList());
    database.execute("VACUUM (ANALYZE)");
  }

  /** Loads pairs of schools and compares what recording leaves behind with what it must. */
  static StorageRecord prepare(int inASchool) throws Exception {
    County county = County.draw(Peers.SEED, 2 * Setting.values().length * inASchool, inASchool);
    StorageRecord record = new StorageRecord(EmbeddedDatabase.start(), county);
    try {
      for (SchoolPair pair : record.pairs) {
        pair.recordOne();
        pair.writeOne();
        pair.rememberOne();
      }
      record.check();
    } catch (Throwable e) {
      record.close();
      throw e;
    }
    return record;
  }

  private void check() throws SQLException {
    for (SchoolPair pair : pairs) {
      pair.check(database);
    }
  }

  /** What the store sends for one contact, in order, once it knows the school's rules. */
  private ImmutableList<String> statements(SchoolPair pair) {
    StatementLog log = new StatementLog(pool);
    CareStore watched =
        JdbcCareStore.open(log.dataSource(), JdbcOptions.defaults().withoutMigration());
    pair.recordOneIn(watched);
    log.take();
    pair.recordOneIn(watched);
    return log.take().stream().map(StatementLog.Run::sql).collect(toImmutableList());
  }

  /** Lists what the store sends for one contact, of each kind of school. */
  String statements() {
    return pairs.stream()
        .map(pair -> "-- " + pair.setting().text() + "\n" + String.join("\n", statements(pair)))
        .collect(joining("\n\n", "", "\n"));
  }

  /** Times everything, with commits that wait and with commits that do not. */
  Table measure(int rounds, int times) throws Exception {
    Table table = new Table("statements");
    ImmutableMap.Builder<SchoolPair, String> counts = ImmutableMap.builder();
    for (SchoolPair pair : pairs) {
      counts.put(pair, Integer.toString(statements(pair).size()));
    }
    for (Commit commit : Commit.values()) {
      setCommit(commit);
      Samples samples = turns().run(rounds, rounds, times);
      counts
          .buildOrThrow()
          .forEach((pair, statements) -> add(table, samples, pair, commit, statements));
    }
    Turns turns = new Turns(() -> {});
    for (SchoolPair pair : pairs) {
      turns.add(MEMORY + pair.setting(), pair::rememberOne);
    }
    Samples samples = turns.run(rounds, rounds, times);
    for (SchoolPair pair : pairs) {
      table.add(
          "one contact recorded at a desk, memory store; " + pair.setting().text(),
          "ms",
          samples.milliseconds(MEMORY + pair.setting()),
          "");
    }
    check();
    return table;
  }

  private static void add(
      Table table, Samples samples, SchoolPair pair, Commit commit, String statements) {
    String desk = DESK + pair.setting();
    String jdbc = JDBC + pair.setting();
    String when = "; " + pair.setting().text() + "; " + commit.text;
    table.add(
        "one contact recorded at a desk" + when, "ms", samples.milliseconds(desk), statements);
    table.add(
        "the same rows, bare JDBC (desk ÷ it)" + when,
        "ms",
        samples.milliseconds(jdbc),
        "6",
        samples.ratio(desk, jdbc),
        Bar.atMost(2));
  }

  /** Has every connection of the pool commit like that from here on. */
  private void setCommit(Commit commit) throws SQLException {
    database.execute("ALTER DATABASE postgres SET synchronous_commit = " + commit.name());
    pool.getHikariPoolMXBean().softEvictConnections();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW synchronous_commit")) {
      row.next();
      if (!Ascii.equalsIgnoreCase(row.getString(1), commit.name())) {
        throw new IllegalStateException("connections do not commit as they were told");
      }
    }
  }

  private Turns turns() {
    Turns turns = new Turns(() -> {});
    for (SchoolPair pair : pairs) {
      turns.add(DESK + pair.setting(), pair::recordOne);
      turns.add(JDBC + pair.setting(), pair::writeOne);
    }
    return turns;
  }

  /** The facts without which the numbers say nothing. */
  ImmutableMap<String, String> facts() throws SQLException {
    double changed =
        Double.parseDouble(
            database.first(
                "SELECT n_tup_upd FROM pg_stat_user_tables WHERE relname = 'jiedui_standing'"));
    return ImmutableMap.of(
        "PostgreSQL",
        database.version() + ", fsync " + database.first("SHOW fsync"),
        "children in a school",
        Integer.toString(pairs.get(0).children()),
        "standings of a child",
        pairs.stream()
            .map(pair -> Table.number(pair.standingsOfAChild()) + " in " + pair.setting().text())
            .collect(joining(", ")),
        "standings that a contact changes",
        Table.number(changed / pairs.stream().mapToInt(SchoolPair::recorded).sum()));
  }

  @Override
  public void close() throws IOException, SQLException {
    store.close();
    memory.close();
    pool.close();
    database.close();
  }
}
