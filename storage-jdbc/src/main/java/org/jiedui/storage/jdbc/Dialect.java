package org.jiedui.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jiedui.storage.StorageException;
import org.jspecify.annotations.Nullable;

/** What differs between databases. */
enum Dialect {
  /** H2, embedded or as a server. */
  H2("h2") {
    @Override
    void checkSettings(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet result =
              statement.executeQuery(
                  "SELECT SETTING_NAME FROM INFORMATION_SCHEMA.SETTINGS"
                      + " WHERE (SETTING_NAME = 'COLLATION' AND SETTING_VALUE <> 'OFF')"
                      + " OR (SETTING_NAME = 'IGNORECASE' AND SETTING_VALUE <> '0')")) {
        if (result.next()) {
          throw new StorageException(
              "the database must compare texts by their characters, without the setting "
                  + result.getString(1),
              null);
        }
      }
    }

    @Override
    void begin(Connection connection, boolean writes) throws SQLException {
      // H2's serializable is a snapshot of everything.
      connection.setTransactionIsolation(
          writes ? Connection.TRANSACTION_READ_COMMITTED : Connection.TRANSACTION_SERIALIZABLE);
      connection.setAutoCommit(false);
    }

    @Override
    int isolation(Connection connection) throws SQLException {
      return connection.getTransactionIsolation();
    }

    @Override
    void end(Connection connection, int isolation) throws SQLException {
      connection.setTransactionIsolation(isolation);
    }

    @Override
    int idsAtOnce() {
      // It looks up no list in an index but for the first column, which is the school: it would go
      // over all rows of the school. A statement costs it no round trip.
      return 1;
    }

    @Override
    String insertIfAbsent(String table, String columns, String values) {
      // Neither MERGE nor ON DUPLICATE KEY waits for a row that another is inserting.
      return "INSERT INTO " + table + " (" + columns + ") VALUES (" + values + ")";
    }

    @Override
    String epochDay(String column) {
      return "DATEDIFF(DAY, DATE '1970-01-01', " + column + ")";
    }

    @Override
    String epochSecond(String column) {
      return "CAST(FLOOR(EXTRACT(EPOCH FROM " + column + ")) AS BIGINT)";
    }
  },

  /** PostgreSQL. */
  POSTGRESQL("postgresql") {
    @Override
    void begin(Connection connection, boolean writes) throws SQLException {
      connection.setAutoCommit(false);
      setTransaction(connection, writes);
    }

    @Override
    String insertIfAbsent(String table, String columns, String values) {
      return "INSERT INTO "
          + table
          + " ("
          + columns
          + ") VALUES ("
          + values
          + ") ON CONFLICT DO NOTHING";
    }

    @Override
    boolean packsContacts() {
      return true;
    }

    @Override
    boolean seeksRows() {
      return true;
    }

    @Override
    String epochDay(String column) {
      return column + " - DATE '1970-01-01'";
    }

    @Override
    String epochSecond(String column) {
      return "CAST(FLOOR(DATE_PART('epoch', " + column + ")) AS BIGINT)";
    }
  },

  /** MariaDB, and MySQL, which reads the same statements. */
  MARIADB("mariadb") {
    @Override
    void checkSettings(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery("SELECT @@SESSION.sql_mode")) {
        if (result.next() && !result.getString(1).contains("STRICT_")) {
          throw new StorageException(
              "the sql_mode of a connection must have STRICT_TRANS_TABLES:"
                  + " without it the database cuts texts and days without a word",
              null);
        }
      }
    }

    @Override
    void begin(Connection connection, boolean writes) throws SQLException {
      // It holds for the next transaction, which the next statement begins.
      setTransaction(connection, writes);
      connection.setAutoCommit(false);
    }

    @Override
    String insertIfAbsent(String table, String columns, String values) {
      // INSERT IGNORE would take a shared lock of a row that is there: two that wait for a third
      // would both get it, and then each want the row for itself.
      return "INSERT INTO "
          + table
          + " ("
          + columns
          + ") VALUES ("
          + values
          + ") ON DUPLICATE KEY UPDATE school_id = school_id";
    }

    @Override
    String epochDay(String column) {
      return "TO_DAYS(" + column + ") - 719528";
    }

    @Override
    String epochSecond(String column) {
      // It rounds towards its start, which must therefore not lie after the column.
      return "TIMESTAMPDIFF(SECOND, '0001-01-01 00:00:00', " + column + ") - 62135596800";
    }

    @Override
    Object timestamp(LocalDateTime utc) {
      return utc;
    }

    @Override
    @Nullable LocalDateTime timestamp(ResultSet row, String column) throws SQLException {
      return row.getObject(column, LocalDateTime.class);
    }
  };

  private static final int FETCH_SIZE = 1000;

  private final String directory;

  Dialect(String directory) {
    this.directory = directory;
  }

  /** Returns the dialect of a connection's database. */
  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "H2" -> H2;
      case "PostgreSQL" -> POSTGRESQL;
      case "MariaDB", "MySQL" -> MARIADB;
      default ->
          throw new StorageException(
              "the database is " + product + ", not H2, PostgreSQL, MariaDB or MySQL", null);
    };
  }

  /** Returns the directory that the scripts are in. */
  String directory() {
    return directory;
  }

  /**
   * Checks what a host may set otherwise.
   *
   * @throws StorageException if the store would not keep its word with such settings
   */
  void checkSettings(Connection connection) throws SQLException {}

  /**
   * Begins a transaction: one snapshot for a read, and for a write each statement with what is
   * committed by then, for what it reads is locked.
   */
  abstract void begin(Connection connection, boolean writes) throws SQLException;

  /** Returns the isolation of a connection, if {@link #begin} sets it beyond the transaction. */
  int isolation(Connection connection) throws SQLException {
    return Connection.TRANSACTION_NONE;
  }

  /** Undoes what {@link #begin} set beyond the transaction, but auto-commit. */
  void end(Connection connection, int isolation) throws SQLException {}

  private static void setTransaction(Connection connection, boolean writes) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean unused =
          statement.execute(
              "SET TRANSACTION ISOLATION LEVEL "
                  + (writes ? "READ COMMITTED" : "REPEATABLE READ, READ ONLY"));
    }
  }

  /**
   * Returns a statement that inserts a school's row; if there is one it changes nothing, or is
   * refused as a duplicate, after which the transaction goes on.
   */
  abstract String insertIfAbsent(String table, String columns, String values);

  /** Whether the database can send the contacts of a child as one row of packed numbers. */
  boolean packsContacts() {
    return false;
  }

  /** Returns how many ids one statement asks for. */
  int idsAtOnce() {
    return Which.MANY;
  }

  /** Whether the database looks up {@code (a, b, c) > (?, ?, ?)} in an index as one range. */
  boolean seeksRows() {
    return false;
  }

  /** Returns the days since 1970-01-01 of a date column. */
  abstract String epochDay(String column);

  /** Returns the whole seconds since 1970-01-01T00:00Z of an instant's column. */
  abstract String epochSecond(String column);

  /** Returns what is bound for a time of UTC. */
  Object timestamp(LocalDateTime utc) {
    return utc.atOffset(ZoneOffset.UTC);
  }

  /** Returns the time of UTC in a column, or null. */
  @Nullable LocalDateTime timestamp(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(at -> at.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime())
        .orElse(null);
  }

  /** Has the rows of a statement come a thousand at a time, from a cursor of the server. */
  void stream(PreparedStatement statement) throws SQLException {
    statement.setFetchSize(FETCH_SIZE);
  }
}
