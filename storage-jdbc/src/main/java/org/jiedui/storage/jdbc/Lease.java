package org.jiedui.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A connection for one transaction, given back as it was. */
final class Lease implements AutoCloseable {

  private final Connection connection;
  private final Dialect dialect;
  private final boolean autoCommit;
  private final boolean readOnly;
  private final int isolation;
  private boolean committed;

  private Lease(Connection connection, Dialect dialect) throws SQLException {
    this.connection = connection;
    this.dialect = dialect;
    this.autoCommit = connection.getAutoCommit();
    this.readOnly = connection.isReadOnly();
    this.isolation = dialect.isolation(connection);
  }

  /** Takes a connection and begins a transaction. */
  static Lease of(DataSource dataSource, Dialect dialect, boolean writes) {
    String what = writes ? "a write" : "a read";
    Connection connection = Connections.of(dataSource, what);
    try {
      return new Lease(connection, dialect).begun(writes);
    } catch (SQLException e) {
      try {
        connection.close();
      } catch (SQLException again) {
        e.addSuppressed(again);
      }
      throw Failures.ofOpening(e, what);
    }
  }

  private Lease begun(boolean writes) throws SQLException {
    try {
      if (!writes && !readOnly) {
        connection.setReadOnly(true);
      }
      dialect.begin(connection, writes);
      return this;
    } catch (SQLException e) {
      close();
      throw e;
    }
  }

  Connection connection() {
    return connection;
  }

  void commit() {
    try {
      connection.commit();
      committed = true;
    } catch (SQLException e) {
      throw Failures.ofCommit(e);
    }
  }

  /**
   * Rolls back unless it was committed, and gives the connection back. What fails here changes
   * nothing: a connection that is lost is rolled back by the database, and one that is broken is
   * thrown away by the pool.
   */
  @Override
  public void close() {
    try (Connection closed = connection) {
      if (!committed && !closed.getAutoCommit()) {
        closed.rollback();
      }
      closed.setAutoCommit(autoCommit);
      dialect.end(closed, isolation);
      if (closed.isReadOnly() != readOnly) {
        closed.setReadOnly(readOnly);
      }
    } catch (SQLException e) {
      // See above.
    }
  }
}
