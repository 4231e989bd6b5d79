package org.jiedui.examples.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * A PostgreSQL of its own, in a new folder, stopped when closed. Memory is set as for a machine
 * that it has for itself; how many processes work at a query is PostgreSQL's default.
 *
 * <p>Not thread-safe.
 */
final class EmbeddedDatabase implements AutoCloseable {

  private static final int CHUNK = 1 << 16;

  private final EmbeddedPostgres server;
  private final Connection connection;

  private EmbeddedDatabase(EmbeddedPostgres server, Connection connection) {
    this.server = server;
    this.connection = connection;
  }

  static EmbeddedDatabase start() throws IOException, SQLException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("shared_buffers", "2GB")
            .setServerConfig("effective_cache_size", "6GB")
            .setServerConfig("work_mem", "512MB")
            .setServerConfig("hash_mem_multiplier", "2")
            .setServerConfig("maintenance_work_mem", "512MB")
            .setServerConfig("max_wal_size", "4GB")
            .setServerConfig("random_page_cost", "1.1")
            .setServerConfig("synchronous_commit", "off")
            .start();
    return new EmbeddedDatabase(server, server.getPostgresDatabase().getConnection());
  }

  Connection connection() {
    return connection;
  }

  /** The version, as the server tells it. */
  String version() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW server_version")) {
      row.next();
      return row.getString(1);
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
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
        byte[] bytes = chunk.toString().getBytes(StandardCharsets.US_ASCII);
        copy.writeToCopy(bytes, 0, bytes.length);
        chunk.setLength(0);
      }
    }
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
