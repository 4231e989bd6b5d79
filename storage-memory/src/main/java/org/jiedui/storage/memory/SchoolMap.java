package org.jiedui.storage.memory;

import java.util.Optional;
import org.jiedui.id.SchoolId;
import org.pcollections.TreePMap;

/**
 * A sorted map for each school: the school's id leads every key.
 *
 * <p>Immutable. Finding, adding, removing and {@code tailMap} of a school's map are logarithmic:
 * the tree is cut by copying one path.
 */
final class SchoolMap<K extends Comparable<K>, V> {

  private static final SchoolMap<?, ?> EMPTY = new SchoolMap<Integer, Object>(TreePMap.empty());

  private final TreePMap<SchoolId, TreePMap<K, V>> maps;

  private SchoolMap(TreePMap<SchoolId, TreePMap<K, V>> maps) {
    this.maps = maps;
  }

  @SuppressWarnings("unchecked") // it holds nothing
  static <K extends Comparable<K>, V> SchoolMap<K, V> empty() {
    return (SchoolMap<K, V>) EMPTY;
  }

  /** Returns the map of a school, empty if it has none. */
  TreePMap<K, V> of(SchoolId school) {
    return Optional.ofNullable(maps.get(school)).orElseGet(TreePMap::empty);
  }

  Optional<V> find(SchoolId school, K key) {
    return Optional.ofNullable(of(school).get(key));
  }

  SchoolMap<K, V> plus(SchoolId school, K key, V value) {
    return new SchoolMap<>(maps.plus(school, of(school).plus(key, value)));
  }

  SchoolMap<K, V> minus(SchoolId school, K key) {
    return new SchoolMap<>(maps.plus(school, of(school).minus(key)));
  }
}
