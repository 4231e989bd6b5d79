package org.jiedui.storage.jdbc;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.StorageException;

/**
 * The connection of one transaction: who may use it, how, and until when.
 *
 * <p>A write locks a school's row of the ledger before it reads or writes anything else of the
 * school. So writes at one school go one after the other and each sees all that the ones before
 * have stored; otherwise a contact and a fact that are recorded at the same time would each leave
 * the standings that follow without the other. Writes at different schools do not wait for each
 * other, and reads wait for nobody.
 */
final class Session {

  private static final String FIND_LEDGER =
      "SELECT last_sequence, set_up FROM {school_ledger} WHERE school_id = ? FOR UPDATE";

  private static final String UPDATE_LEDGER =
      "UPDATE {school_ledger} SET school_id = ?, last_sequence = ?"
          + " WHERE school_id = ? AND last_sequence < ?";

  private static final String STAMP_LEDGER =
      "UPDATE {school_ledger} SET school_id = ?, set_up = ? WHERE school_id = ?";

  private final Thread owner = Thread.currentThread();
  private final Connection connection;
  private final Dialect dialect;
  private final Names names;
  private final Setups setups;
  private final boolean mayWrite;

  /** The last number in the audit of each school that this write has locked. */
  private final Map<SchoolId, Long> lastSequences = new HashMap<>();

  /** The stamps of what schools have set up, as long as this write has not changed it. */
  private final Map<SchoolId, String> stamps = new HashMap<>();

  /** The schools of which this write has changed what they have set up. */
  private final Set<SchoolId> changed = new HashSet<>();

  private boolean open = true;

  Session(Connection connection, Dialect dialect, Names names, Setups setups, boolean mayWrite) {
    this.connection = connection;
    this.dialect = dialect;
    this.names = names;
    this.setups = setups;
    this.mayWrite = mayWrite;
  }

  /** Parts ids, or what has them, into as many as one statement asks for. */
  <T> List<List<T>> parts(List<T> all) {
    return Lists.partition(all, dialect.idsAtOnce());
  }

  /** Does something with each row. */
  @FunctionalInterface
  interface RowSink {

    /** Takes the row that the result is at. */
    void accept(Row row) throws SQLException;
  }

  Dialect dialect() {
    return dialect;
  }

  /** Throws unless the thread that was handed the transaction is still within its work. */
  void checkUse() {
    checkState(
        Thread.currentThread() == owner,
        "readers and writers may be used only by the thread of their work");
    checkState(open, "readers and writers may be used only within their work");
  }

  /** Throws unless, besides, the work may write: a reader is handed the same repositories. */
  void checkWrite() {
    checkUse();
    checkState(mayWrite, "a reader must not write");
  }

  void end() {
    open = false;
  }

  private void enter(SchoolId school) {
    checkUse();
    if (mayWrite && !lastSequences.containsKey(school)) {
      Ledger ledger = lock(school);
      lastSequences.put(school, ledger.lastSequence());
      ledger.setUp().ifPresent(stamp -> stamps.put(school, stamp));
    }
  }

  /** The row of a school in the ledger. */
  private record Ledger(long lastSequence, Optional<String> setUp) {}

  private Ledger lock(SchoolId school) {
    Params params = Params.of(school);
    return findLedger(params)
        .or(
            () -> {
              insertLedger(params);
              return findLedger(params);
            })
        .orElseThrow();
  }

  private void insertLedger(Params params) {
    try {
      tryUpdate(
          dialect.insertIfAbsent("{school_ledger}", "school_id, last_sequence", "?, 0"), params);
    } catch (SQLException e) {
      if (Failures.kindOf(e) != Failures.Kind.DUPLICATE) {
        throw Failures.of(e, "writing " + params.subject());
      }
      // Another was first.
    }
  }

  private Optional<Ledger> findLedger(Params params) {
    return query(
            FIND_LEDGER,
            params,
            row -> new Ledger(row.bigNumber("last_sequence"), row.findText("set_up")))
        .stream()
        .findFirst();
  }

  /** Returns the next number of a school's audit. */
  long nextSequence(SchoolId school) {
    checkWrite();
    enter(school);
    return lastSequences.merge(school, 1L, Long::sum);
  }

  /** Stores the last numbers of the audits, and new stamps of what was set up otherwise. */
  void storeLedgers() {
    lastSequences.forEach(
        (school, last) ->
            execute(UPDATE_LEDGER, Params.of(school).number(last).value(school).number(last)));
    changed.forEach(
        school -> execute(STAMP_LEDGER, Params.of(school).value(Setups.newStamp()).value(school)));
  }

  /** Returns what a table says of what a school has set up; a write need not read it again. */
  <T> T setUp(SchoolId school, String table, Supplier<T> reading) {
    enter(school);
    String stamp = stamps.get(school);
    return stamp == null ? reading.get() : setups.get(stamp, table, reading);
  }

  /** Says that what a school has set up is about to change. */
  void changeSetUp(SchoolId school) {
    enter(school);
    stamps.remove(school);
    changed.add(school);
  }

  /** Returns what the rows of a query say. */
  <T> ImmutableList<T> list(String sql, Params params, Row.Mapper<T> mapper) {
    enter(params.school());
    return query(sql, params, mapper);
  }

  /** Returns the schools that have a row in a table, by id; none of them is locked by that. */
  ImmutableList<SchoolId> schools(String table) {
    checkUse();
    String sql = names.expand("SELECT school_id FROM " + table + " ORDER BY school_id");
    ImmutableList.Builder<SchoolId> schools = ImmutableList.builder();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      Row row = new Row(result, dialect);
      while (result.next()) {
        schools.add(row.id("school_id", SchoolId::of));
      }
    } catch (SQLException e) {
      throw Failures.of(e, "reading which schools there are");
    }
    return schools.build();
  }

  /** Returns what the first row of a query says. */
  <T> Optional<T> first(String sql, Params params, Row.Mapper<T> mapper) {
    return list(sql, params, mapper).stream().findFirst();
  }

  private <T> ImmutableList<T> query(String sql, Params params, Row.Mapper<T> mapper) {
    ImmutableList.Builder<T> all = ImmutableList.builder();
    run(sql, params, false, row -> all.add(mapper.read(row)));
    return all.build();
  }

  /** Hands over the rows of a query as they come, a thousand at a time. */
  void stream(String sql, Params params, RowSink sink) {
    enter(params.school());
    run(sql, params, true, sink);
  }

  private void run(String sql, Params params, boolean streams, RowSink sink) {
    try (PreparedStatement statement = connection.prepareStatement(names.expand(sql))) {
      params.bind(statement, dialect);
      if (streams) {
        dialect.stream(statement);
      }
      try (ResultSet result = statement.executeQuery()) {
        Row row = new Row(result, dialect);
        while (result.next()) {
          accept(row, sink, params);
        }
      }
    } catch (SQLException e) {
      throw Failures.of(e, "reading " + params.subject());
    }
  }

  private static void accept(Row row, RowSink sink, Params params) throws SQLException {
    try {
      sink.accept(row);
    } catch (StorageException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new StorageException(
          "the database has a row of " + params.subject() + " that this store did not write",
          Failures.withoutValues(e));
    }
  }

  /** Changes rows and returns how many. */
  @CanIgnoreReturnValue
  int update(String sql, Params params) {
    checkWrite();
    enter(params.school());
    return execute(sql, params);
  }

  @CanIgnoreReturnValue
  private int execute(String sql, Params params) {
    try {
      return tryUpdate(sql, params);
    } catch (SQLException e) {
      throw Failures.of(e, "writing " + params.subject());
    }
  }

  /** What is thrown because there is a row of a key already. */
  @FunctionalInterface
  interface Duplicate {

    /**
     * Returns what is thrown.
     *
     * @param index says whether an index of that name was broken
     */
    DuplicateRecordException of(Predicate<String> index);
  }

  /** Inserts or changes rows of a key and returns how many. */
  @CanIgnoreReturnValue
  int update(String sql, Params params, Duplicate duplicate) {
    checkWrite();
    enter(params.school());
    try {
      return tryUpdate(sql, params);
    } catch (SQLException e) {
      if (Failures.kindOf(e) == Failures.Kind.DUPLICATE) {
        throw duplicate.of(index -> Failures.names(e, index));
      }
      throw Failures.of(e, "writing " + params.subject());
    }
  }

  private int tryUpdate(String sql, Params params) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(names.expand(sql))) {
      params.bind(statement, dialect);
      return statement.executeUpdate();
    }
  }

  /** Inserts, changes or deletes rows, all in one batch. */
  void updateAll(String sql, List<Params> rows) {
    checkWrite();
    if (rows.isEmpty()) {
      return;
    }
    rows.forEach(row -> enter(row.school()));
    try (PreparedStatement statement = connection.prepareStatement(names.expand(sql))) {
      for (Params row : rows) {
        row.bind(statement, dialect);
        statement.addBatch();
      }
      int[] unused = statement.executeBatch();
    } catch (SQLException e) {
      throw Failures.of(
          e, "writing " + rows.get(0).subject() + " and " + (rows.size() - 1) + " more");
    }
  }
}
