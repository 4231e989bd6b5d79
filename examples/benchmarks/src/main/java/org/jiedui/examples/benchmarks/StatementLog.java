package org.jiedui.examples.benchmarks;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source that writes down which statements are run, with their parameters. Never used where
 * something is timed.
 *
 * <p>Not thread-safe.
 */
final class StatementLog {

  private static final ImmutableList<Class<?>> WATCHED =
      ImmutableList.of(Connection.class, PreparedStatement.class, Statement.class);

  private final DataSource dataSource;
  private final List<Run> runs = new ArrayList<>();

  /**
   * A statement that was run, or a commit.
   *
   * @param sql the statement
   * @param params its parameters, without those of a batch
   * @param fetchSize how many rows it asked for at a time, 0 for all
   */
  record Run(String sql, List<@Nullable Object> params, int fetchSize) {

    /**
     * Creates a run.
     *
     * @param sql the statement
     * @param params its parameters, without those of a batch
     * @param fetchSize how many rows it asked for at a time, 0 for all
     */
    Run {
      requireNonNull(sql, "sql");
      requireNonNull(params, "params");
    }

    boolean isQuery() {
      return sql.startsWith("SELECT");
    }

    /** Prepares it and binds its parameters. */
    PreparedStatement prepare(Connection connection, String prefix) throws java.sql.SQLException {
      PreparedStatement statement = connection.prepareStatement(prefix + sql);
      for (int i = 0; i < params.size(); i++) {
        statement.setObject(i + 1, params.get(i));
      }
      statement.setFetchSize(fetchSize);
      return statement;
    }
  }

  /** A statement that is being prepared. */
  private static final class Prepared {
    private String sql;
    private final TreeMap<Integer, @Nullable Object> params = new TreeMap<>();
    private int fetchSize;

    Prepared(String sql) {
      this.sql = sql;
    }
  }

  StatementLog(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The data source that is watched. */
  DataSource dataSource() {
    return watched(DataSource.class, dataSource, new Prepared(""));
  }

  /** What was run since the last time, commits included. */
  @CanIgnoreReturnValue
  ImmutableList<Run> take() {
    ImmutableList<Run> taken = ImmutableList.copyOf(runs);
    runs.clear();
    return taken;
  }

  private <T> T watched(Class<T> type, Object target, Prepared prepared) {
    return type.cast(
        Proxy.newProxyInstance(
            StatementLog.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> {
              Object[] given = args == null ? new Object[0] : args;
              note(method.getName(), given, prepared);
              Object answer;
              try {
                answer = method.invoke(target, args);
              } catch (InvocationTargetException e) {
                throw requireNonNull(e.getCause());
              }
              boolean prepares = method.getName().equals("prepareStatement");
              Prepared next = new Prepared(prepares ? (String) given[0] : "");
              for (Class<?> each : WATCHED) {
                if (answer != null && method.getReturnType() == each) {
                  return watched(each, answer, next);
                }
              }
              return answer;
            }));
  }

  private void note(String method, Object[] args, Prepared prepared) {
    switch (method) {
      case "setObject" -> prepared.params.put((Integer) args[0], args[1]);
      case "setFetchSize" -> prepared.fetchSize = (Integer) args[0];
      case "executeQuery", "executeUpdate", "execute", "executeBatch" -> {
        if (args.length > 0) {
          prepared.sql = (String) args[0];
        }
        runs.add(
            new Run(prepared.sql, new ArrayList<>(prepared.params.values()), prepared.fetchSize));
      }
      case "commit" -> runs.add(new Run("COMMIT", ImmutableList.of(), 0));
      case "rollback" -> runs.add(new Run("ROLLBACK", ImmutableList.of(), 0));
      default -> {
        // Nothing is sent.
      }
    }
  }
}
