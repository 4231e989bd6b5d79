package org.jiedui.storage.memory;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.storage.SchoolWriter;
import org.jiedui.storage.StaleVersionException;
import org.jiedui.storage.Versioned;
import org.pcollections.TreePMap;

/** What there is one of for each school. */
final class SchoolRecords<V> implements SchoolWriter<V> {

  private final Session session;
  private final String type;
  private TreePMap<SchoolId, Versioned<V>> rows;

  SchoolRecords(Session session, String type, TreePMap<SchoolId, Versioned<V>> rows) {
    this.session = session;
    this.type = type;
    this.rows = rows;
  }

  TreePMap<SchoolId, Versioned<V>> rows() {
    return rows;
  }

  @Override
  public ImmutableList<SchoolId> ids() {
    session.checkUse();
    return ImmutableList.copyOf(rows.keySet());
  }

  @Override
  public Optional<Versioned<V>> find(SchoolId school) {
    session.checkUse();
    return Optional.ofNullable(rows.get(school));
  }

  @Override
  public Versioned<V> get(SchoolId school) {
    return find(school).orElseThrow(() -> new RecordNotFoundException(type, school, school));
  }

  @Override
  public long insert(SchoolId school, V value) {
    session.checkWrite();
    if (rows.containsKey(school)) {
      throw new DuplicateRecordException(type, school, school);
    }
    return put(school, new Versioned<>(value, 1));
  }

  @Override
  public long update(SchoolId school, V value, long expectedVersion) {
    session.checkWrite();
    long stored = get(school).version();
    if (stored != expectedVersion) {
      throw new StaleVersionException(type, school, school, expectedVersion, stored);
    }
    return put(school, new Versioned<>(value, stored + 1));
  }

  private long put(SchoolId school, Versioned<V> row) {
    rows = rows.plus(school, row);
    return row.version();
  }
}
