package org.jiedui.storage.jdbc;

import java.sql.Connection;
import java.util.Optional;

/**
 * Finds the transaction that the host has open, so that Jiedui's rows and the host's are kept or
 * given up together.
 *
 * <p>With Spring:
 *
 * <pre>{@code
 * HostTransaction spring =
 *     () ->
 *         TransactionSynchronizationManager.isActualTransactionActive()
 *             ? Optional.of(DataSourceUtils.getConnection(dataSource))
 *             : Optional.empty();
 * }</pre>
 *
 * <p>Thread-safe: it is asked at the beginning of each read and write, by the thread of its work.
 */
@FunctionalInterface
public interface HostTransaction {

  /**
   * Returns the connection of the transaction that the host has open on this thread.
   *
   * <p>Jiedui neither commits, rolls back nor closes it. A write that fails is undone to where it
   * began, and its exception goes to the host, which may go on, but not after a {@link
   * org.jiedui.storage.StoreTimedOutException} or a {@link
   * org.jiedui.storage.StoreUnavailableException}: the database may have given up the whole
   * transaction, with the host's own rows, and the host must roll it back.
   *
   * @return a connection with auto-commit off and, for writes, the isolation {@code READ
   *     COMMITTED}; or empty if there is no transaction, and Jiedui is to have one of its own
   */
  Optional<Connection> current();
}
