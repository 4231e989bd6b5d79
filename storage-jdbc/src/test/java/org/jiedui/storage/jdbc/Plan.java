package org.jiedui.storage.jdbc;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a database answers a statement.
 *
 * @param text its own words
 * @param ranges what it reads of tables, one for each time that it goes over one
 */
record Plan(String text, ImmutableList<Range> ranges) {

  private static final Pattern H2_TABLE =
      Pattern.compile("/\\* PUBLIC\\.(\\w+)(\\.tableScan)?(?:: ([^*]*))?\\s*\\*/");
  private static final Pattern POSTGRESQL_TABLE =
      Pattern.compile(
          "Seq Scan on (\\w+)"
              + "|(?:Index(?: Only)? Scan(?: Backward)? using|Bitmap Index Scan on) (\\w+).*"
              + "(?:\\s+Index Cond: (.*))?");
  private static final Pattern MARIADB_TABLE =
      Pattern.compile("\"table_name\": \"(\\w+)\",\\s*\"access_type\": \"(\\w+)\"([^{}]*)");
  private static final Pattern MARIADB_PARTS = Pattern.compile("\"used_key_parts\": \\[([^]]*)]");
  private static final Pattern ALIAS =
      Pattern.compile("(?:FROM|JOIN|UPDATE) (jiedui_\\w+)(?: ([a-z]))?");

  private static final Pattern TEXT = Pattern.compile("'[^']*'");
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final String PREFIX = "jiedui_";

  Plan {
    requireNonNull(text, "text");
    requireNonNull(ranges, "ranges");
  }

  /**
   * What is read of a table.
   *
   * @param table the table, without the prefix
   * @param columns the columns by which an index limits what is read, in its order: the first ones
   *     of the index, as far as the statement has a condition on each; none if all of the table is
   *     read
   */
  record Range(String table, ImmutableList<String> columns) {

    Range {
      requireNonNull(table, "table");
      requireNonNull(columns, "columns");
    }
  }

  /**
   * An index.
   *
   * @param table its table
   * @param name its name, in lower case as everything here
   * @param columns its columns, in order
   */
  private record Index(String table, String name, ImmutableList<String> columns) {

    private Index {
      requireNonNull(table, "table");
      requireNonNull(name, "name");
      requireNonNull(columns, "columns");
    }

    /**
     * Returns what is read under a condition: a condition on a column after one without is only
     * looked at entry by entry.
     */
    Range under(@Nullable String condition) {
      ImmutableSet<String> named =
          condition == null
              ? ImmutableSet.of()
              : WORD.matcher(TEXT.matcher(condition).replaceAll(""))
                  .results()
                  .map(word -> Ascii.toLowerCase(word.group()))
                  .collect(toImmutableSet());
      return range(table, columns.stream().takeWhile(named::contains).collect(toImmutableList()));
    }
  }

  private static Range range(String table, ImmutableList<String> columns) {
    return new Range(table.substring(PREFIX.length()), columns);
  }

  /** Asks a database how it answers a statement with these parameters. */
  static Plan of(Connection connection, String sql, Map<Integer, @Nullable Object> params)
      throws SQLException {
    Dialect dialect = Dialect.of(connection);
    String text =
        explained(
            connection,
            (dialect == Dialect.MARIADB ? "EXPLAIN FORMAT=JSON " : "EXPLAIN ") + sql,
            params);
    List<Range> ranges = new ArrayList<>();
    switch (dialect) {
      case H2 -> addH2(ranges, text, indexes(connection));
      case POSTGRESQL -> addPostgreSql(ranges, text, indexes(connection));
      case MARIADB -> addMariaDb(ranges, text, sql);
    }
    return new Plan(text, ImmutableList.copyOf(ranges));
  }

  private static String explained(
      Connection connection, String explain, Map<Integer, @Nullable Object> params)
      throws SQLException {
    StringBuilder text = new StringBuilder();
    try (PreparedStatement statement = connection.prepareStatement(explain)) {
      for (Map.Entry<Integer, @Nullable Object> param : params.entrySet()) {
        statement.setObject(param.getKey(), param.getValue());
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          text.append(result.getString(1)).append('\n');
        }
      }
    }
    return text.toString();
  }

  private static void addH2(List<Range> ranges, String text, Collection<Index> indexes) {
    for (Matcher node = H2_TABLE.matcher(text); node.find(); ) {
      String name = Ascii.toLowerCase(node.group(1));
      ranges.add(
          node.group(2) != null
              ? range(name, ImmutableList.of())
              : named(indexes, name).under(node.group(3)));
    }
  }

  private static void addPostgreSql(List<Range> ranges, String text, Collection<Index> indexes) {
    for (Matcher node = POSTGRESQL_TABLE.matcher(text); node.find(); ) {
      String scanned = node.group(1);
      ranges.add(
          scanned != null
              ? range(scanned, ImmutableList.of())
              : named(indexes, requireNonNull(node.group(2))).under(node.group(3)));
    }
  }

  private static Index named(Collection<Index> indexes, String name) {
    return indexes.stream()
        .filter(index -> index.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no index " + name));
  }

  /** MariaDB says itself which columns of an index limit what is read. */
  private static void addMariaDb(List<Range> ranges, String text, String sql) {
    Map<String, String> tables = new TreeMap<>();
    ALIAS
        .matcher(sql)
        .results()
        .forEach(
            found ->
                tables.put(
                    Optional.ofNullable(found.group(2)).orElse(found.group(1)), found.group(1)));
    MARIADB_TABLE
        .matcher(text)
        .results()
        .forEach(
            node ->
                ranges.add(
                    range(requireNonNull(tables.get(node.group(1)), node.group(1)), parts(node))));
  }

  private static ImmutableList<String> parts(MatchResult node) {
    Matcher parts = MARIADB_PARTS.matcher(node.group(3));
    // "index" reads all entries of an index, and "ALL" all rows.
    return node.group(2).equals("index") || !parts.find()
        ? ImmutableList.of()
        : Splitter.on(',')
            .splitToStream(parts.group(1).replace("\"", "").replace(" ", ""))
            .collect(toImmutableList());
  }

  private static ImmutableList<Index> indexes(Connection connection) throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    ImmutableList.Builder<Index> all = ImmutableList.builder();
    for (String table : TestStore.TABLES) {
      ImmutableListMultimap.Builder<String, String> columns = ImmutableListMultimap.builder();
      String stored =
          meta.storesUpperCaseIdentifiers() ? Ascii.toUpperCase(PREFIX + table) : PREFIX + table;
      try (ResultSet row =
          meta.getIndexInfo(connection.getCatalog(), connection.getSchema(), stored, false, true)) {
        while (row.next()) {
          if (row.getString("INDEX_NAME") != null) {
            columns.put(
                Ascii.toLowerCase(row.getString("INDEX_NAME")),
                Ascii.toLowerCase(row.getString("COLUMN_NAME")));
          }
        }
      }
      Multimaps.asMap(columns.build())
          .forEach(
              (name, of) -> all.add(new Index(PREFIX + table, name, ImmutableList.copyOf(of))));
    }
    return all.build();
  }
}
