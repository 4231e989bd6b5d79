package org.jiedui.examples.benchmarks;

import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiedui.contact.ContactSeries;
import org.jiedui.rule.Exemption;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;

/**
 * The six rules as one query on PostgreSQL, over the county's contacts, scope days, exemptions and
 * changes of carer, and a table of the windows. The rows are loaded once, in the order of the
 * children, indexed and analyzed.
 */
final class SqlCounts implements AutoCloseable {

  private final EmbeddedDatabase database;
  private final String query;

  private SqlCounts(EmbeddedDatabase database) throws IOException {
    this.database = database;
    this.query = text("county.sql");
  }

  /** Starts a database and loads the children. */
  static SqlCounts load(List<CountyChild> county) throws IOException, SQLException {
    return load(EmbeddedDatabase.start(), county);
  }

  /** Loads the children into tables of their own in a database. */
  static SqlCounts load(EmbeddedDatabase database, List<CountyChild> county)
      throws IOException, SQLException {
    database.execute(text("tables.sql"));
    database.copy("contact", rows(county, SqlCounts::contacts));
    database.copy("scope_days", rows(county, SqlCounts::scopeDays));
    database.copy("exemption", rows(county, SqlCounts::exemptions));
    database.copy("carer_change", rows(county, SqlCounts::changes));
    database.copy("kind_rule", kindRules(county).iterator());
    database.copy("period", periods(false).iterator());
    database.copy("period_day", periods(true).iterator());
    for (String statement : text("indexes.sql").split(";\n", -1)) {
      if (!statement.isBlank()) {
        database.execute(statement);
      }
    }
    database.execute(text("functions.sql"));
    return new SqlCounts(database);
  }

  private static String text(String name) throws IOException {
    return Resources.toString(Resources.getResource(SqlCounts.class, name), StandardCharsets.UTF_8);
  }

  private static Iterator<String> rows(
      List<CountyChild> county, Function<CountyChild, Stream<String>> of) {
    return county.stream().flatMap(of).iterator();
  }

  private static String row(int... values) {
    StringBuilder row = new StringBuilder();
    for (int value : values) {
      row.append(row.isEmpty() ? "" : ",").append(value);
    }
    return row.toString();
  }

  private static Stream<String> contacts(CountyChild child) {
    ContactSeries contacts = child.contacts();
    return IntStream.range(0, contacts.size())
        .mapToObj(
            i ->
                row(
                    child.number(),
                    contacts.day(i),
                    contacts.kind(i),
                    contacts.recordedDay(i),
                    contacts.voidedDay(i)));
  }

  private static Stream<String> scopeDays(CountyChild child) {
    List<String> rows = new ArrayList<>();
    List<CareScope> scopes = CareScope.all();
    for (int scope = 0; scope < scopes.size(); scope++) {
      List<Stretch> days = child.life().days(scopes.get(scope));
      for (int i = 0; i < days.size(); i++) {
        int run = i;
        while (run + 1 < days.size() && days.get(run + 1).first() - days.get(run).last() - 1 < 28) {
          run++;
        }
        rows.add(
            row(
                child.number(),
                scope,
                days.get(i).first(),
                days.get(i).last(),
                days.get(run).last()));
      }
    }
    return rows.stream();
  }

  private static Stream<String> exemptions(CountyChild child) {
    return child.exemptions().stream()
        .flatMap(
            exemption ->
                IntStream.range(0, PresetRules.rules().size())
                    .filter(rule -> exemption.concerns(PresetRules.rules().get(rule).id()))
                    .mapToObj(rule -> exemption(child, rule, exemption)));
  }

  private static String exemption(CountyChild child, int rule, Exemption exemption) {
    return row(
        child.number(),
        rule,
        (int) exemption.days().start().toEpochDay(),
        (int) exemption.days().last().orElseThrow().toEpochDay(),
        Exempt.recordedDay(exemption),
        Exempt.withdrawnDay(exemption));
  }

  private static Stream<String> changes(CountyChild child) {
    return child.life().carerChanges().stream()
        .map(day -> row(child.number(), (int) day.toEpochDay()));
  }

  private static List<String> kindRules(List<CountyChild> county) {
    List<String> rows = new ArrayList<>();
    int[] kinds =
        county.stream()
            .map(CountyChild::contacts)
            .flatMapToInt(contacts -> IntStream.range(0, contacts.size()).map(contacts::kind))
            .distinct()
            .toArray();
    for (int kind : kinds) {
      for (int rule = 0; rule < PresetRules.rules().size(); rule++) {
        if (PresetRules.version(rule).pattern().matches(kind)) {
          rows.add(row(kind, rule, CareScope.all().indexOf(PresetRules.scope(rule))));
        }
      }
    }
    return rows;
  }

  private static List<String> periods(boolean eachDay) {
    List<String> rows = new ArrayList<>();
    for (int rule = 0; rule < PresetRules.rules().size(); rule++) {
      int grace = PresetRules.version(rule).graceDays();
      for (DateRange window : PresetRules.windows(rule)) {
        int first = (int) window.start().toEpochDay();
        int last = (int) window.last().orElseThrow().toEpochDay();
        if (eachDay) {
          for (int day = first; day <= last + grace; day++) {
            rows.add(row(rule, day, first));
          }
        } else {
          rows.add(row(rule, CareScope.all().indexOf(PresetRules.scope(rule)), grace, first, last));
        }
      }
    }
    return rows;
  }

  /** Judges all children by all rules. */
  VerdictCounts count(Viewpoint viewpoint) throws SQLException {
    int[][] rows = new int[PresetRules.rules().size()][VerdictCounts.COLUMNS];
    try (Statement statement = database.connection().createStatement();
        ResultSet counts = statement.executeQuery(query(viewpoint))) {
      while (counts.next()) {
        rows[counts.getInt(1)][counts.getInt(2)] = counts.getInt(3);
      }
    }
    return VerdictCounts.of(rows);
  }

  /** The query with its dates as numbers, so that each is planned for them. */
  String query(Viewpoint viewpoint) {
    return query
        .replace(":as_of", Long.toString(viewpoint.asOf().toEpochDay()))
        .replace(":known_on", Long.toString(viewpoint.knownOn().toEpochDay()))
        .replace(":valid_from", Long.toString(PresetRules.VALID_FROM.toEpochDay()));
  }

  EmbeddedDatabase database() {
    return database;
  }

  @Override
  public void close() throws SQLException, IOException {
    database.close();
  }
}
