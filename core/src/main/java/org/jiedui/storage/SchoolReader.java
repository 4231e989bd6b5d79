package org.jiedui.storage;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jiedui.id.SchoolId;

/**
 * Reads what there is one of for each school: the school itself, its calendar, its rule book.
 *
 * @param <V> the record
 */
public interface SchoolReader<V> {

  /**
   * Returns the schools that have a record.
   *
   * @return their ids, ascending
   */
  ImmutableList<SchoolId> ids();

  /**
   * Finds a school's record.
   *
   * @param school the school
   * @return the record, or empty if there is none
   */
  Optional<Versioned<V>> find(SchoolId school);

  /**
   * Returns a school's record.
   *
   * @param school the school
   * @return the record
   * @throws RecordNotFoundException if there is none
   */
  Versioned<V> get(SchoolId school);
}
