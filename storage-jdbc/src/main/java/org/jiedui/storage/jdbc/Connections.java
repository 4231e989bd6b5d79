package org.jiedui.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jiedui.storage.StoreUnavailableException;

/** Takes connections of the host's data source. */
final class Connections {

  private Connections() {}

  /**
   * Takes a connection.
   *
   * @param what what it is for, with ids alone
   */
  static Connection of(DataSource dataSource, String what) {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw Failures.ofOpening(e, what);
    } catch (RuntimeException e) {
      // A pool that starts with its first connection says so in its own way.
      throw new StoreUnavailableException("the database was not reached for " + what, e);
    }
  }
}
