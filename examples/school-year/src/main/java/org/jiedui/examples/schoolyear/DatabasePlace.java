package org.jiedui.examples.schoolyear;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.StorageException;
import org.jiedui.storage.jdbc.JdbcCareStore;
import org.jiedui.storage.jdbc.JdbcOptions;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything in a database.
 *
 * <p>An import is one transaction of this program, which the store joins: rows with faults leave no
 * trace of the others, and neither does a run that was broken off.
 */
final class DatabasePlace implements Place {

  /** The store and its migration take a few at once, and there is one thread. */
  private static final int CONNECTIONS = 4;

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final String FILE = "jiedui";

  private final HikariDataSource pool;
  private final CareStore store;
  private @Nullable Connection transaction;

  private DatabasePlace(HikariDataSource pool) {
    this.pool = pool;
    this.store =
        JdbcCareStore.open(
            pool,
            JdbcOptions.defaults().withHostTransaction(() -> Optional.ofNullable(transaction)));
  }

  /**
   * Opens an H2 file in a folder, and makes both if need be, for their owner alone where the file
   * system knows owners: children's data stands in the file as it is.
   *
   * @param folder the folder
   * @throws InputException if it cannot be opened
   */
  static DatabasePlace inFolder(Path folder) {
    Path file = folder.toAbsolutePath().normalize().resolve(FILE + ".mv.db");
    if (file.toString().indexOf(';') >= 0) {
      throw InputException.ofFile(
          "文件夹名不能有分号：" + folder, "the folder must not have a semicolon in its name: " + folder);
    }
    try {
      Files.createDirectories(
          folder.toAbsolutePath().normalize(), OwnerOnly.folder(folder.getFileSystem()));
      createForOwner(file);
    } catch (IOException e) {
      throw InputException.ofFile("无法写入文件夹：" + folder, "cannot write into folder " + folder);
    }
    String url = "jdbc:h2:file:" + file.resolveSibling(FILE) + ";TRACE_LEVEL_FILE=0";
    return open(url, Optional.of("sa"), Optional.empty());
  }

  /** Makes the file before the database does, which would make it readable for others. */
  private static void createForOwner(Path file) throws IOException {
    try {
      Files.createFile(file, OwnerOnly.file(file.getFileSystem()));
    } catch (FileAlreadyExistsException e) {
      // An earlier run made it.
    }
  }

  /**
   * Opens a database.
   *
   * @param url its JDBC address
   * @param user who logs in, or empty for what the address says
   * @param password the password, if there is one
   * @throws InputException if it cannot be opened
   */
  static DatabasePlace open(String url, Optional<String> user, Optional<String> password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    user.ifPresent(config::setUsername);
    password.ifPresent(config::setPassword);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE.toMillis());
    HikariDataSource pool = null;
    try {
      pool = new HikariDataSource(config);
      return new DatabasePlace(pool);
    } catch (RuntimeException e) {
      if (pool != null) {
        pool.close();
      }
      throw DatabaseFault.of(e);
    }
  }

  @Override
  public CareStore store() {
    return store;
  }

  @Override
  public <R> R together(Supplier<R> work, Predicate<R> isKept) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      boolean kept = false;
      transaction = connection;
      try {
        R result = work.get();
        kept = isKept.test(result);
        return result;
      } finally {
        transaction = null;
        end(connection, kept);
      }
    } catch (SQLException e) {
      throw new StorageException("the import could not be kept", e);
    }
  }

  private static void end(Connection connection, boolean kept) throws SQLException {
    if (kept) {
      connection.commit();
    } else {
      connection.rollback();
    }
  }

  @Override
  public void close() {
    store.close();
    pool.close();
  }
}
