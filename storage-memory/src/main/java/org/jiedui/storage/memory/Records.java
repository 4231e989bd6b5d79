package org.jiedui.storage.memory;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.storage.RecordWriter;
import org.jiedui.storage.StaleVersionException;
import org.jiedui.storage.Versioned;
import org.pcollections.TreePMap;

/** Records of which a school has many. */
class Records<K extends Comparable<K>, V> implements RecordWriter<K, V> {

  /** What exceptions call a record, and where it names its school and id. */
  record Kind<K, V>(String name, Function<V, SchoolId> schoolOf, Function<V, K> idOf) {}

  private final Session session;
  private final Kind<K, V> kind;
  private SchoolMap<K, Versioned<V>> rows;

  Records(Session session, Kind<K, V> kind, SchoolMap<K, Versioned<V>> rows) {
    this.session = session;
    this.kind = kind;
    this.rows = rows;
  }

  final Session session() {
    return session;
  }

  final SchoolMap<K, Versioned<V>> records() {
    return rows;
  }

  /**
   * Keeps the indexes that a subclass has, or refuses the record before anything has changed.
   *
   * @param before what is replaced, or empty for a new record
   * @param after what is stored
   */
  void index(Optional<V> before, V after) {}

  @Override
  public final Optional<Versioned<V>> find(SchoolId school, K id) {
    session.checkUse();
    return rows.find(school, id);
  }

  @Override
  public final Versioned<V> get(SchoolId school, K id) {
    return find(school, id).orElseThrow(() -> new RecordNotFoundException(kind.name(), school, id));
  }

  @Override
  public final ImmutableList<Versioned<V>> page(SchoolId school, Optional<K> after, int limit) {
    session.checkUse();
    checkArgument(limit >= 1, "limit (%s) must be 1 or more", limit);
    TreePMap<K, Versioned<V>> all = rows.of(school);
    return after.map(id -> all.tailMap(id, false)).orElse(all).values().stream()
        .limit(limit)
        .collect(toImmutableList());
  }

  @Override
  public final long insert(V value) {
    session.checkWrite();
    SchoolId school = kind.schoolOf().apply(value);
    K id = kind.idOf().apply(value);
    if (rows.find(school, id).isPresent()) {
      throw new DuplicateRecordException(kind.name(), school, id);
    }
    index(Optional.empty(), value);
    return put(school, id, new Versioned<>(value, 1));
  }

  @Override
  public final long update(V value, long expectedVersion) {
    session.checkWrite();
    SchoolId school = kind.schoolOf().apply(value);
    K id = kind.idOf().apply(value);
    Versioned<V> stored = get(school, id);
    if (stored.version() != expectedVersion) {
      throw new StaleVersionException(kind.name(), school, id, expectedVersion, stored.version());
    }
    index(Optional.of(stored.value()), value);
    return put(school, id, new Versioned<>(value, stored.version() + 1));
  }

  /** Removes what is stored under an id, if anything is; a subclass keeps its indexes itself. */
  final Optional<V> remove(SchoolId school, K id) {
    Optional<V> stored = rows.find(school, id).map(Versioned::value);
    rows = rows.minus(school, id);
    return stored;
  }

  private long put(SchoolId school, K id, Versioned<V> row) {
    rows = rows.plus(school, id, row);
    return row.version();
  }
}
