package org.jiedui.storage.jdbc;

import com.google.common.collect.ImmutableList;
import java.sql.SQLException;
import java.util.Optional;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.storage.SchoolWriter;
import org.jiedui.storage.StaleVersionException;
import org.jiedui.storage.Versioned;

/**
 * What there is one of for each school.
 *
 * @param <B> what its own row says
 * @param <V> the record
 */
abstract class SchoolRecords<B, V> implements SchoolWriter<V> {

  private final Session session;
  private final String type;
  private final String table;
  private final String select;
  private final String selectVersion;
  private final String insert;
  private final String update;

  /**
   * Creates the repository of a table with a school's id and a version.
   *
   * @param type what exceptions call a record
   * @param columns the other columns
   */
  SchoolRecords(Session session, String type, String table, String... columns) {
    this.session = session;
    this.type = type;
    this.table = table;
    String others = columns.length == 0 ? "" : ", " + String.join(", ", columns);
    this.select = "SELECT version" + others + " FROM " + table + " WHERE school_id = ?";
    this.selectVersion = "SELECT version FROM " + table + " WHERE school_id = ?";
    this.insert =
        "INSERT INTO "
            + table
            + " (school_id"
            + others
            + ", version) VALUES ("
            + Columns.marks(columns.length + 1)
            + ", 1)";
    this.update =
        "UPDATE "
            + table
            + " SET school_id = ?, "
            + (columns.length == 0 ? "" : Columns.of(columns).assignments() + ", ")
            + "version = version + 1 WHERE school_id = ? AND version = ?";
  }

  final Session session() {
    return session;
  }

  /** Adds the columns. */
  abstract void bind(V value, Params params);

  /** Reads the columns. */
  abstract B read(Row row) throws SQLException;

  /** Makes a record of what its row says and of other tables. */
  abstract V complete(SchoolId school, B bare);

  /** Stores what belongs to a record in other tables. */
  void insertParts(SchoolId school, V value) {}

  /** Deletes what belongs to a record in other tables. */
  void deleteParts(SchoolId school) {}

  @Override
  public final ImmutableList<SchoolId> ids() {
    return session.schools(table);
  }

  @Override
  public final Optional<Versioned<V>> find(SchoolId school) {
    return session.setUp(school, table, () -> read(school));
  }

  private Optional<Versioned<V>> read(SchoolId school) {
    return session
        .first(
            select, Params.of(school), row -> new Versioned<>(read(row), row.bigNumber("version")))
        .map(row -> new Versioned<>(complete(school, row.value()), row.version()));
  }

  @Override
  public final Versioned<V> get(SchoolId school) {
    return find(school).orElseThrow(() -> notFound(school));
  }

  private RecordNotFoundException notFound(SchoolId school) {
    return new RecordNotFoundException(type, school, school);
  }

  @Override
  public final long insert(SchoolId school, V value) {
    session.checkWrite();
    session.changeSetUp(school);
    Params params = Params.of(school);
    bind(value, params);
    session.update(insert, params, index -> new DuplicateRecordException(type, school, school));
    insertParts(school, value);
    return 1;
  }

  @Override
  public final long update(SchoolId school, V value, long expectedVersion) {
    session.checkWrite();
    session.changeSetUp(school);
    Params params = Params.of(school);
    bind(value, params);
    params.value(school).number(expectedVersion);
    if (session.update(update, params) == 0) {
      long stored =
          session
              .first(selectVersion, Params.of(school), row -> row.bigNumber("version"))
              .orElseThrow(() -> notFound(school));
      throw new StaleVersionException(type, school, school, expectedVersion, stored);
    }
    deleteParts(school);
    insertParts(school, value);
    return expectedVersion + 1;
  }
}
