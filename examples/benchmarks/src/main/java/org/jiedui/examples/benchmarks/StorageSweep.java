package org.jiedui.examples.benchmarks;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiedui.CareOffice;
import org.jiedui.OfficeSettings;
import org.jiedui.SweepOptions;
import org.jiedui.SweepScope;
import org.jiedui.access.Actor;
import org.jiedui.access.Grant;
import org.jiedui.access.Role;
import org.jiedui.compliance.Breakdown;
import org.jiedui.compliance.CareRecord;
import org.jiedui.compliance.Counts;
import org.jiedui.compliance.Dimension;
import org.jiedui.compliance.Evaluator;
import org.jiedui.compliance.Group;
import org.jiedui.compliance.Grouping;
import org.jiedui.compliance.Tally;
import org.jiedui.compliance.Verdict;
import org.jiedui.examples.benchmarks.Samples.Spread;
import org.jiedui.examples.benchmarks.Table.Bar;
import org.jiedui.id.ActorId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.jdbc.JdbcCareStore;
import org.jiedui.storage.jdbc.JdbcOptions;
import org.jiedui.time.Viewpoint;

/**
 * How long does a county take to be judged out of PostgreSQL, beside draining the same rows with
 * bare JDBC, and beside SQL that comes to the same tallies?
 *
 * <p>Cold means: the server was started again before each turn, so none of the county is in its
 * buffers, and every connection is new. The files may still be in the system's cache, and the code
 * is warm: a first round does not count.
 *
 * <p>Not thread-safe.
 */
final class StorageSweep implements AutoCloseable {

  private static final int CONNECTIONS = 2;
  private static final int CONTACTS_AT_A_TIME = 1000;

  private static final String SWEEP = "sweep";
  private static final String OFFICE = "office";
  private static final String SAME_STATEMENTS = "same statements";
  private static final String ROWS = "rows";
  private static final String SQL = "sql";

  private final EmbeddedDatabase database;
  private final County county;
  private final SqlCounts sql;
  private final Evaluator evaluator = Peers.evaluator();
  private final Periods periods = new Periods();
  private final ImmutableList<StatementLog.Run> statements;
  private HikariDataSource pool;
  private CareStore store;
  private CareOffice office;

  private StorageSweep(EmbeddedDatabase database, County county) throws Exception {
    this.database = database;
    this.county = county;
    this.pool = database.pool(CONNECTIONS);
    this.store = JdbcCareStore.open(pool, JdbcOptions.defaults());
    StoredCounty.load(database, store, county);
    this.sql = SqlCounts.load(database, county.children());
    this.office = CareOffice.open(store, settings());
    StatementLog log = new StatementLog(pool);
    CareStore watched =
        JdbcCareStore.open(log.dataSource(), JdbcOptions.defaults().withoutMigration());
    log.take();
    if (sweep(watched, Periods.at(0)).windows() == 0) {
      throw new IllegalStateException("nothing was judged");
    }
    this.statements =
        log.take().stream()
            .filter(StatementLog.Run::isQuery)
            .collect(ImmutableList.toImmutableList());
  }

  private static OfficeSettings settings() {
    InstantSource clock =
        InstantSource.fixed(
            PresetRules.calendar().horizon().atStartOfDay(ZoneOffset.UTC).toInstant());
    return OfficeSettings.of(clock, () -> UUID.randomUUID().toString());
  }

  /** Loads the county and compares the answers, with the county as it was drawn. */
  static StorageSweep prepare(int children) throws Exception {
    StorageSweep sweep = new StorageSweep(EmbeddedDatabase.start(), Peers.county(children));
    try {
      sweep.check();
    } catch (Throwable e) {
      sweep.close();
      throw e;
    }
    return sweep;
  }

  private void check() throws Exception {
    CareRecord[] records = county.packedRecords();
    Peers.check("the store", evaluator, records, this::sweep);
    Peers.check("the office", evaluator, records, this::office);
    Peers.check("SQL", evaluator, records, sql::count);
    StoredCounty.check(store, county);
    long rows = drainRows();
    if (rows != county.contacts()) {
      throw new IllegalStateException(
          "bare JDBC drains %s contacts of %s".formatted(rows, county.contacts()));
    }
    drain(statements);
  }

  /** Times everything, cold and then warm; the bars are for the cold sweep. */
  Table measure(int rounds) throws Exception {
    Samples cold = turns(this::restart).run(rounds, 1, 1);
    Samples warm = turns(() -> {}).run(rounds, 1, 1);
    Table table = new Table("statements");
    add(table, "cold", cold, Optional.of(Bar.atMost(1.3)), Optional.of(Bar.atMost(0.7)));
    add(table, "warm", warm, Optional.empty(), Optional.empty());
    return table;
  }

  private Turns turns(Turns.Work before) {
    Turns turns = new Turns(before);
    turns.add(SWEEP, () -> sweep(periods.next()));
    turns.add(OFFICE, () -> office(periods.next()));
    turns.add(SAME_STATEMENTS, () -> drain(statements));
    turns.add(ROWS, this::drainRows);
    turns.add(SQL, () -> sql.count(periods.next()));
    return turns;
  }

  private void add(
      Table table, String how, Samples samples, Optional<Bar> besideRows, Optional<Bar> besideSql) {
    Spread sweep = samples.milliseconds(SWEEP);
    String unit = "ms";
    String number = Integer.toString(statements.size());
    table.add(how + ": sweep of the store, tallied", unit, sweep, number);
    table.add(
        new Table.Row(
            how + ": the same contacts as rows, bare JDBC (sweep ÷ it)",
            unit,
            samples.milliseconds(ROWS),
            Long.toString(drainedRowStatements()),
            Optional.of(samples.ratio(SWEEP, ROWS)),
            besideRows));
    table.add(
        how + ": the sweep's own statements, bare JDBC (sweep ÷ it)",
        unit,
        samples.milliseconds(SAME_STATEMENTS),
        number,
        samples.ratio(SWEEP, SAME_STATEMENTS));
    table.add(
        new Table.Row(
            how + ": SQL, hand-tuned, on tables of its own (sweep ÷ it)",
            unit,
            samples.milliseconds(SQL),
            "1",
            Optional.of(samples.ratio(SWEEP, SQL)),
            besideSql));
    table.add(
        how + ": report of the office, audited (÷ sweep)",
        unit,
        samples.milliseconds(OFFICE),
        "",
        samples.ratio(OFFICE, SWEEP));
  }

  private void restart() throws IOException, SQLException {
    store.close();
    pool.close();
    database.restart();
    pool = database.pool(CONNECTIONS);
    store = JdbcCareStore.open(pool, JdbcOptions.defaults().withoutMigration());
    office = CareOffice.open(store, settings());
  }

  private VerdictCounts sweep(Viewpoint viewpoint) {
    return sweep(store, viewpoint);
  }

  private VerdictCounts sweep(CareStore of, Viewpoint viewpoint) {
    Tally tally = evaluator.newTally(viewpoint);
    return of.read(
        reader -> {
          reader.schools().ids().forEach(school -> reader.sweep(school, tally::add));
          return VerdictCounts.from(tally.report());
        });
  }

  private VerdictCounts office(Viewpoint viewpoint) {
    Grouping byRule = Grouping.by(Dimension.RULE);
    Breakdown rules =
        office
            .deskOf(inspector())
            .reports()
            .sweep(
                SweepScope.ofAllSchools(), viewpoint, List.of(byRule), SweepOptions.inThisThread())
            .find(byRule)
            .orElseThrow();
    return new VerdictCounts(
        PresetRules.rules().stream()
            .map(
                rule ->
                    rules
                        .find(new Group.OfRule(rule.id()))
                        .map(StorageSweep::row)
                        .orElseGet(() -> ImmutableIntArray.copyOf(new int[VerdictCounts.COLUMNS])))
            .collect(ImmutableList.toImmutableList()));
  }

  private static ImmutableIntArray row(Counts counts) {
    int[] row = new int[VerdictCounts.COLUMNS];
    for (Verdict verdict : Verdict.values()) {
      row[VerdictCounts.column(verdict)] = (int) counts.of(verdict);
    }
    return ImmutableIntArray.copyOf(row);
  }

  private Actor inspector() {
    return Actor.of(
        ActorId.of("inspector"),
        schools().map(school -> new Grant(school, Role.STAFF)).toArray(Grant[]::new));
  }

  private Stream<SchoolId> schools() {
    return county.children().stream().map(CountyChild::school).distinct();
  }

  private long drainedRowStatements() {
    return schools().count() + statements.stream().filter(run -> !isAboutContacts(run)).count();
  }

  private static boolean isAboutContacts(StatementLog.Run run) {
    return run.sql().contains("jiedui_contact ");
  }

  /** Runs the sweep's statements but those for contacts, and reads these as rows, by school. */
  private long drainRows() throws SQLException {
    drain(
        statements.stream()
            .filter(run -> !isAboutContacts(run))
            .collect(ImmutableList.toImmutableList()));
    String query =
        "SELECT child_id, made_on - DATE '1970-01-01', kind,"
            + " CAST(FLOOR(DATE_PART('epoch', recorded_at)) AS BIGINT), contact_id"
            + " FROM jiedui_contact WHERE school_id = ?"
            + " ORDER BY school_id, child_id, made_on, recorded_at, recorded_nanos, contact_id";
    return drain(
        schools()
            .map(school -> new StatementLog.Run(query, List.of(school.value()), CONTACTS_AT_A_TIME))
            .collect(ImmutableList.toImmutableList()));
  }

  /** Runs statements in one snapshot, and reads every column of every row. */
  private long drain(ImmutableList<StatementLog.Run> runs) throws SQLException {
    long rows = 0;
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        boolean unused =
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      }
      for (StatementLog.Run run : runs) {
        try (PreparedStatement statement = run.prepare(connection, "");
            ResultSet result = statement.executeQuery()) {
          rows += drain(result);
        }
      }
      connection.commit();
    }
    return rows;
  }

  private static long drain(ResultSet result) throws SQLException {
    int[] types = new int[result.getMetaData().getColumnCount()];
    for (int i = 0; i < types.length; i++) {
      types[i] = result.getMetaData().getColumnType(i + 1);
    }
    long rows = 0;
    long seen = 0;
    for (; result.next(); rows++) {
      for (int i = 0; i < types.length; i++) {
        switch (types[i]) {
          case Types.INTEGER, Types.SMALLINT -> seen += result.getInt(i + 1);
          case Types.BIGINT -> seen += result.getLong(i + 1);
          case Types.BINARY -> seen += result.getBytes(i + 1).length;
          default -> seen += Optional.ofNullable(result.getString(i + 1)).isPresent() ? 1 : 0;
        }
      }
    }
    if (seen == Long.MIN_VALUE) {
      throw new IllegalStateException("nothing may be left unread");
    }
    return rows;
  }

  /** The facts without which the numbers say nothing. */
  ImmutableMap<String, String> facts() throws SQLException {
    return ImmutableMap.of(
        "county",
        county.toString(),
        "PostgreSQL",
        database.version() + ", 2 GiB of shared buffers",
        "contacts with their indexes",
        database.first("SELECT pg_size_pretty(pg_total_relation_size('jiedui_contact'))"),
        "the SQL's contacts with their index",
        database.first("SELECT pg_size_pretty(pg_total_relation_size('contact'))"));
  }

  @Override
  public void close() throws IOException, SQLException {
    store.close();
    pool.close();
    requireNonNull(sql, "sql").close();
  }
}
