package org.jiedui.storage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Optional;
import org.jiedui.id.SchoolId;

/**
 * Reads records of which a school has many.
 *
 * @param <K> the identifier, unique within the school
 * @param <V> the record
 */
public interface RecordReader<K, V> {

  /**
   * Finds a record.
   *
   * @param school the school
   * @param id the identifier
   * @return the record, or empty if there is none
   */
  Optional<Versioned<V>> find(SchoolId school, K id);

  /**
   * Returns a record.
   *
   * @param school the school
   * @param id the identifier
   * @return the record
   * @throws RecordNotFoundException if there is none
   */
  Versioned<V> get(SchoolId school, K id);

  /**
   * Finds several records at once: what a page of a board names.
   *
   * @param school the school
   * @param ids the identifiers, in any order; one that is there twice is found once
   * @return the records that there are, by their identifiers
   */
  default ImmutableMap<K, Versioned<V>> findAll(SchoolId school, Collection<K> ids) {
    ImmutableMap.Builder<K, Versioned<V>> found = ImmutableMap.builder();
    for (K id : ImmutableSet.copyOf(ids)) {
      find(school, id).ifPresent(row -> found.put(id, row));
    }
    return found.buildOrThrow();
  }

  /**
   * Returns a page of a school's records by id.
   *
   * @param school the school
   * @param after the last id of the page before, or empty for the first page
   * @param limit how many at most, 1 or more
   * @return the records whose id is after, by id
   * @throws IllegalArgumentException if the limit is less than 1
   */
  ImmutableList<Versioned<V>> page(SchoolId school, Optional<K> after, int limit);

  /**
   * Returns all records of a school, by id. Only for kinds of which a school has hundreds, not
   * millions.
   *
   * @param school the school
   * @return the records
   */
  default ImmutableList<V> all(SchoolId school) {
    return page(school, Optional.empty(), Integer.MAX_VALUE).stream()
        .map(Versioned::value)
        .collect(ImmutableList.toImmutableList());
  }
}
