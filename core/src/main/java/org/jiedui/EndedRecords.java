package org.jiedui;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.RecordWriter;
import org.jiedui.storage.Versioned;
import org.jiedui.time.Tenure;

/**
 * Records that begin and end, of one kind, as an import takes them in.
 *
 * @param name what exceptions call a record
 * @param schoolOf whose it is
 * @param idOf its identifier
 * @param tenureOf on which days it holds
 * @param closed ends it
 */
record EndedRecords<K, V>(
    String name,
    Function<V, SchoolId> schoolOf,
    Function<V, K> idOf,
    Function<V, Tenure> tenureOf,
    Closed<V> closed) {

  /** Ends a record. */
  interface Closed<V> {
    V by(V open, Tenure.Closing end);
  }

  /**
   * Takes records in, all or none: those that are new, and the ends of stored ones. One that is
   * stored as given is left alone.
   *
   * @return those that were new or have ended
   * @throws DuplicateRecordException if one of that id is stored that differs otherwise than in
   *     being open
   */
  List<V> takeIn(RecordWriter<K, V> stored, SchoolId school, Collection<V> values) {
    ImmutableMap<K, Versioned<V>> known =
        stored.findAll(school, values.stream().map(idOf).toList());
    List<V> fresh = new ArrayList<>();
    List<V> taken = new ArrayList<>();
    for (V value : values) {
      SchoolDesk.checkSchool(school, schoolOf.apply(value));
      Versioned<V> before = known.get(idOf.apply(value));
      if (before == null) {
        fresh.add(value);
      } else if (before.value().equals(value)) {
        continue;
      } else if (isEnded(before.value(), value)) {
        stored.update(value, before.version());
      } else {
        throw new DuplicateRecordException(name, school, idOf.apply(value));
      }
      taken.add(value);
    }
    stored.insertAll(fresh);
    return taken;
  }

  private boolean isEnded(V before, V value) {
    Tenure later = tenureOf.apply(value);
    return tenureOf.apply(before).isEndedBy(later)
        && closed.by(before, later.closing().orElseThrow()).equals(value);
  }
}
