package org.jiedui.examples.benchmarks;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * A PostgreSQL of its own, in a new folder, stopped when closed. Memory is set as for a machine
 * that it has for itself; how many processes work at a query is PostgreSQL's default. A commit is
 * not waited for, unless a session says otherwise.
 *
 * <p>Not thread-safe.
 */
final class EmbeddedDatabase implements AutoCloseable {

  private static final int CHUNK = 1 << 16;
  private static final int ANY_PORT = 0;

  private final Path folder;
  private EmbeddedPostgres server;
  private Connection connection;

  private EmbeddedDatabase(Path folder, EmbeddedPostgres server, Connection connection) {
    this.folder = folder;
    this.server = server;
    this.connection = connection;
  }

  static EmbeddedDatabase start() throws IOException, SQLException {
    Path folder = Files.createTempDirectory("jiedui-benchmarks");
    EmbeddedPostgres server = start(folder, ANY_PORT);
    return new EmbeddedDatabase(folder, server, server.getPostgresDatabase().getConnection());
  }

  private static EmbeddedPostgres start(Path folder, int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .setServerConfig("shared_buffers", "2GB")
        .setServerConfig("effective_cache_size", "6GB")
        .setServerConfig("work_mem", "512MB")
        .setServerConfig("hash_mem_multiplier", "2")
        .setServerConfig("maintenance_work_mem", "512MB")
        .setServerConfig("max_wal_size", "4GB")
        .setServerConfig("random_page_cost", "1.1")
        .setServerConfig("fsync", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("synchronous_commit", "off")
        .start();
  }

  /** Stops the server and starts it again: its buffers are empty then, its files are not. */
  void restart() throws IOException, SQLException {
    int port = server.getPort();
    connection.close();
    server.close();
    server = start(folder, port);
    connection = server.getPostgresDatabase().getConnection();
  }

  Connection connection() {
    return connection;
  }

  /** A pool of connections, as a host would have one. */
  HikariDataSource pool(int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
    config.setMaximumPoolSize(connections);
    return new HikariDataSource(config);
  }

  /** The version, as the server tells it. */
  String version() throws SQLException {
    return first("SHOW server_version");
  }

  /** What is in the first column of a query's first row. */
  String first(String query) throws SQLException {
    return column(query).get(0);
  }

  /** What is in the first column of a query. */
  List<String> column(String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  @CanIgnoreReturnValue
  boolean execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }

  /**
   * Loads rows by COPY.
   *
   * @param table the table and its columns
   * @param rows the rows as texts, columns separated by commas, an empty one null
   */
  void copy(String table, Iterator<String> rows) throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + table + " FROM STDIN WITH (FORMAT csv)");
    StringBuilder chunk = new StringBuilder();
    while (rows.hasNext()) {
      chunk.append(rows.next()).append('\n');
      if (chunk.length() > CHUNK || !rows.hasNext()) {
        byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        chunk.setLength(0);
      }
    }
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException, IOException {
    connection.close();
    server.close();
    MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
  }
}
