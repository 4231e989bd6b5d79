package org.jiedui.storage.jdbc;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import com.google.common.collect.Multimaps;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.storage.RecordWriter;
import org.jiedui.storage.StaleVersionException;
import org.jiedui.storage.Versioned;

/** Records of which a school has many. */
abstract class Records<K extends Comparable<? super K>, V> implements RecordWriter<K, V> {

  private final Session session;
  private final Kind<K, V> kind;
  private final String insert;

  /**
   * A kind of record.
   *
   * @param name what exceptions call a record
   * @param idColumn the column of its id
   * @param columns the columns but school, id and version
   */
  record Kind<K, V>(
      String name,
      String table,
      String idColumn,
      Columns columns,
      Function<V, SchoolId> schoolOf,
      Function<V, K> idOf) {

    private String select() {
      return "SELECT "
          + idColumn
          + ", version, "
          + columns.list()
          + " FROM "
          + table
          + " WHERE school_id = ? AND ";
    }
  }

  Records(Session session, Kind<K, V> kind) {
    this.session = session;
    this.kind = kind;
    this.insert =
        "INSERT INTO "
            + kind.table()
            + " (school_id, "
            + kind.idColumn()
            + ", "
            + kind.columns().list()
            + ", version) VALUES (?, ?, "
            + kind.columns().marks()
            + ", 1)";
  }

  final Session session() {
    return session;
  }

  /** Adds the columns of the kind. */
  abstract void bind(V value, Params params);

  /** Reads the id and the columns of the kind. */
  abstract V read(SchoolId school, Row row) throws SQLException;

  /** Completes records from other tables. */
  ImmutableList<Versioned<V>> complete(
      SchoolId school, ImmutableList<Versioned<V>> bare, Which which) {
    return bare;
  }

  /** Returns what is thrown because there is a row of the id, or of another unique index. */
  DuplicateRecordException duplicate(SchoolId school, K id, Predicate<String> index) {
    return new DuplicateRecordException(kind.name(), school, id);
  }

  /**
   * Refuses new records of one school of which another unique index than that of the id holds one.
   */
  void checkNew(SchoolId school, List<V> values) {}

  /** Is called before records of a school are stored or changed. */
  void prepareWrite(SchoolId school) {}

  /** Stores what belongs to new records in other tables. */
  void insertParts(List<V> values) {}

  /** Stores what belongs to a changed record in other tables. */
  void updateParts(V value) {}

  /** Reads the records that meet a condition, by id. */
  final ImmutableList<Versioned<V>> list(String condition, Params params) {
    return session.list(
        kind.select() + condition,
        params,
        row -> new Versioned<>(read(params.school(), row), row.bigNumber("version")));
  }

  /** Reads the records that meet a condition, completed from other tables. */
  final ImmutableList<Versioned<V>> listWhole(SchoolId school, String condition, Params params) {
    ImmutableList.Builder<Versioned<V>> whole = ImmutableList.builder();
    for (List<Versioned<V>> some : session.parts(list(condition, params))) {
      whole.addAll(
          complete(
              school,
              ImmutableList.copyOf(some),
              Which.anyOf(Lists.transform(some, row -> kind.idOf().apply(row.value())))));
    }
    return whole.build();
  }

  private ImmutableList<Versioned<V>> list(SchoolId school, Which which) {
    ImmutableList<Versioned<V>> bare =
        list(which.on(kind.idColumn()), which.addTo(Params.of(school)));
    return bare.isEmpty() ? bare : complete(school, bare, which);
  }

  @Override
  public final Optional<Versioned<V>> find(SchoolId school, K id) {
    return list(school, Which.one(id)).stream().findFirst();
  }

  @Override
  public final Versioned<V> get(SchoolId school, K id) {
    return find(school, id).orElseThrow(() -> notFound(school, id));
  }

  private RecordNotFoundException notFound(SchoolId school, K id) {
    return new RecordNotFoundException(kind.name(), school, id);
  }

  @Override
  public final ImmutableMap<K, Versioned<V>> findAll(SchoolId school, Collection<K> ids) {
    session.checkUse();
    Set<K> distinct = new LinkedHashSet<>(ids);
    ImmutableMap.Builder<K, Versioned<V>> found = ImmutableMap.builder();
    for (List<K> some : session.parts(ImmutableList.copyOf(distinct))) {
      for (Versioned<V> row : list(school, Which.anyOf(some))) {
        found.put(kind.idOf().apply(row.value()), row);
      }
    }
    return found.buildOrThrow();
  }

  @Override
  public final ImmutableList<Versioned<V>> page(SchoolId school, Optional<K> after, int limit) {
    session.checkUse();
    checkArgument(limit >= 1, "limit (%s) must be 1 or more", limit);
    Params params = Params.of(school);
    after.ifPresent(params::id);
    ImmutableList<Versioned<V>> bare =
        list(
            (after.isPresent() ? kind.idColumn() + " > ?" : "1 = 1")
                + " ORDER BY school_id, "
                + kind.idColumn()
                + " LIMIT ?",
            params.number(limit));
    if (bare.isEmpty()) {
      return bare;
    }
    K first = kind.idOf().apply(bare.get(0).value());
    K last = kind.idOf().apply(bare.get(bare.size() - 1).value());
    return complete(school, bare, Which.between(first, last));
  }

  @Override
  public ImmutableList<V> all(SchoolId school) {
    return page(school, Optional.empty(), Integer.MAX_VALUE).stream()
        .map(Versioned::value)
        .collect(toImmutableList());
  }

  @Override
  public final long insert(V value) {
    session.checkWrite();
    SchoolId school = kind.schoolOf().apply(value);
    prepareWrite(school);
    K id = kind.idOf().apply(value);
    session.update(insert, newRow(value), index -> duplicate(school, id, index));
    insertParts(ImmutableList.of(value));
    return 1;
  }

  private Params newRow(V value) {
    Params params = Params.of(kind.schoolOf().apply(value)).id(kind.idOf().apply(value));
    bind(value, params);
    return params;
  }

  @Override
  public final void insertAll(Collection<V> values) {
    session.checkWrite();
    Multimaps.index(values, kind.schoolOf()::apply)
        .asMap()
        .forEach(
            (school, ofSchool) -> {
              for (List<V> some : Lists.partition(ImmutableList.copyOf(ofSchool), Which.MANY)) {
                insertSome(school, some);
              }
            });
  }

  /** Stores new records in one batch: as its failure would not tell which is there, it is asked. */
  private void insertSome(SchoolId school, List<V> values) {
    prepareWrite(school);
    List<K> ids = Lists.transform(values, kind.idOf()::apply);
    Set<String> known =
        new HashSet<>(known(school, kind.idColumn(), Lists.transform(ids, Object::toString)));
    for (K id : ids) {
      if (!known.add(id.toString())) {
        throw new DuplicateRecordException(kind.name(), school, id);
      }
    }
    checkNew(school, values);
    session.updateAll(insert, values.stream().map(this::newRow).collect(toImmutableList()));
    insertParts(values);
  }

  /** Returns which of some texts a column has at a school. */
  final ImmutableSet<String> known(SchoolId school, String column, Collection<String> texts) {
    Which which = Which.anyOf(texts);
    return ImmutableSet.copyOf(
        session.list(
            "SELECT "
                + column
                + " FROM "
                + kind.table()
                + " WHERE school_id = ? AND "
                + which.on(column),
            which.addUnnamedTo(Params.of(school)),
            row -> row.text(column)));
  }

  @Override
  public final long update(V value, long expectedVersion) {
    session.checkWrite();
    SchoolId school = kind.schoolOf().apply(value);
    prepareWrite(school);
    K id = kind.idOf().apply(value);
    Params params = Params.of(school);
    bind(value, params);
    params.value(school).id(id).number(expectedVersion);
    int updated =
        session.update(
            "UPDATE "
                + kind.table()
                + " SET school_id = ?, "
                + kind.columns().assignments()
                + ", version = version + 1 WHERE school_id = ? AND "
                + kind.idColumn()
                + " = ? AND version = ?",
            params,
            index -> duplicate(school, id, index));
    if (updated == 0) {
      long stored =
          session
              .first(
                  "SELECT version FROM "
                      + kind.table()
                      + " WHERE school_id = ? AND "
                      + kind.idColumn()
                      + " = ?",
                  Params.of(school).id(id),
                  row -> row.bigNumber("version"))
              .orElseThrow(() -> notFound(school, id));
      throw new StaleVersionException(kind.name(), school, id, expectedVersion, stored);
    }
    updateParts(value);
    return expectedVersion + 1;
  }
}
