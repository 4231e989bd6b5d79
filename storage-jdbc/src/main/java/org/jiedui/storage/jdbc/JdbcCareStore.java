package org.jiedui.storage.jdbc;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.StorageException;

/**
 * A store in H2, PostgreSQL or MariaDB (and MySQL, which reads the same statements), beside the
 * host's own tables.
 *
 * <pre>{@code
 * CareStore store = JdbcCareStore.open(dataSource, JdbcOptions.defaults());
 * }</pre>
 *
 * <p>Each read is one snapshot and waits for nobody. Writes at one school go one after the other,
 * each all or nothing; writes at different schools do not wait for each other. A write that failed
 * is never repeated by the store itself: {@link org.jiedui.storage.StaleVersionException}, {@link
 * org.jiedui.storage.StoreTimedOutException} and {@link
 * org.jiedui.storage.StoreUnavailableException} say that the caller may.
 *
 * <p>Every read and write takes one connection of the data source and gives it back as it was. If
 * the host has a transaction open, see {@link HostTransaction}, its connection is used instead:
 * what is written is then kept or given up with the host's own rows, and a read sees what the
 * host's isolation lets it see.
 *
 * <p>The data source must give connections of their own: of one that hands out the connection of a
 * transaction that is open, the store would commit or roll back that transaction.
 *
 * <p>Thread-safe. Nothing is logged, but that Flyway says which scripts it runs.
 */
public final class JdbcCareStore implements CareStore {

  private final DataSource dataSource;
  private final Dialect dialect;
  private final Names names;
  private final HostTransaction hostTransaction;
  private final Setups setups = new Setups();

  /**
   * The threads that are within work: a set, not a thread-local, so that no thread keeps a store.
   */
  private final Set<Thread> working = ConcurrentHashMap.newKeySet();

  /** Commits share it; closing has it alone, so that nothing is stored once it is closed. */
  private final ReadWriteLock closing = new ReentrantReadWriteLock();

  private volatile boolean closed;

  private JdbcCareStore(
      DataSource dataSource, Dialect dialect, Names names, HostTransaction hostTransaction) {
    this.dataSource = dataSource;
    this.dialect = dialect;
    this.names = names;
    this.hostTransaction = hostTransaction;
  }

  /**
   * Opens a store, and creates or migrates its tables unless the options say otherwise. Several
   * processes may do so at once.
   *
   * @param dataSource the host's; a pool, for every read and write takes a connection from it, and
   *     creating or migrating takes two at once
   * @param options how the store lives in the database
   * @return the store; closing it leaves the data source open
   * @throws StorageException if the database is of an unknown kind or not reached, or has settings
   *     with which it would not keep what it is given, or its tables are of a newer release, or of
   *     an older one and not to be migrated
   */
  public static JdbcCareStore open(DataSource dataSource, JdbcOptions options) {
    requireNonNull(dataSource, "dataSource");
    requireNonNull(options, "options");
    Names names = new Names(options);
    Dialect dialect;
    try (Connection connection = Connections.of(dataSource, "opening the store")) {
      dialect = Dialect.of(connection);
      dialect.checkSettings(connection);
    } catch (SQLException e) {
      throw Failures.ofOpening(e, "opening the store");
    }
    new Migration(dataSource, dialect, options, names).run();
    return new JdbcCareStore(dataSource, dialect, names, options.hostTransaction());
  }

  @Override
  public <R> R read(Function<? super CareReader, ? extends R> work) {
    requireNonNull(work, "work");
    return run(false, session -> work.apply(new Transaction(session)));
  }

  @Override
  public <R> R write(Function<? super CareWriter, ? extends R> work) {
    requireNonNull(work, "work");
    return run(
        true,
        session -> {
          R result = work.apply(new Transaction(session));
          session.storeLedgers();
          return result;
        });
  }

  private <R> R run(boolean writes, Function<Session, R> work) {
    if (!working.add(Thread.currentThread())) {
      throw new IllegalStateException(
          "work must not open another transaction of the same store within");
    }
    try {
      checkOpen();
      Optional<Connection> host = hostTransaction.current();
      return host.isPresent() ? runWithin(host.get(), writes, work) : runAlone(writes, work);
    } finally {
      working.remove(Thread.currentThread());
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new StorageException("the store is closed", null);
    }
  }

  /** Runs work in a transaction of its own. */
  private <R> R runAlone(boolean writes, Function<Session, R> work) {
    try (Lease lease = Lease.of(dataSource, dialect, writes)) {
      R result = runOn(lease.connection(), writes, work);
      if (writes) {
        commit(lease);
      }
      return result;
    }
  }

  private void commit(Lease lease) {
    closing.readLock().lock();
    try {
      checkOpen();
      lease.commit();
    } finally {
      closing.readLock().unlock();
    }
  }

  private <R> R runOn(Connection connection, boolean writes, Function<Session, R> work) {
    Session session = new Session(connection, dialect, names, setups, writes);
    try {
      return work.apply(session);
    } finally {
      session.end();
    }
  }

  /** Runs work within the host's transaction. */
  private <R> R runWithin(Connection connection, boolean writes, Function<Session, R> work) {
    if (!writes) {
      return runOn(connection, false, work);
    }
    Savepoint before;
    try {
      checkHost(connection);
      before = connection.setSavepoint();
    } catch (SQLException e) {
      throw Failures.of(e, "joining the host's transaction");
    }
    try {
      R result = runOn(connection, true, work);
      checkOpen();
      connection.releaseSavepoint(before);
      return result;
    } catch (SQLException e) {
      throw Failures.of(e, "leaving the host's transaction");
    } catch (Throwable e) {
      undo(connection, before, e);
      throw e;
    }
  }

  private static void checkHost(Connection connection) throws SQLException {
    if (connection.getAutoCommit()) {
      throw new StorageException("the host's connection must not commit by itself", null);
    }
    if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
      // A snapshot from before the school was locked would hide what others have stored since.
      throw new StorageException(
          "a write needs the isolation READ COMMITTED in the host's transaction", null);
    }
  }

  private static void undo(Connection connection, Savepoint before, Throwable failure) {
    try {
      connection.rollback(before);
    } catch (SQLException e) {
      failure.addSuppressed(Failures.withoutValues(e));
    }
  }

  /**
   * Lets go of the store; the data source is the host's and stays open. Work that is reading goes
   * on until it ends; work that is writing is refused when it ends.
   */
  @Override
  public void close() {
    closing.writeLock().lock();
    try {
      closed = true;
    } finally {
      closing.writeLock().unlock();
    }
  }
}
