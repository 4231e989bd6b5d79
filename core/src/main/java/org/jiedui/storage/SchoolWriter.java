package org.jiedui.storage;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import org.jiedui.id.SchoolId;

/**
 * Writes what there is one of for each school. A record that names its school itself must name the
 * same.
 *
 * @param <V> the record
 */
public interface SchoolWriter<V> extends SchoolReader<V> {

  /**
   * Stores a new record.
   *
   * @param school the school
   * @param value the record
   * @return its version, 1
   * @throws DuplicateRecordException if the school has one
   */
  @CanIgnoreReturnValue
  long insert(SchoolId school, V value);

  /**
   * Replaces a record.
   *
   * @param school the school
   * @param value the record
   * @param expectedVersion the version that the change was made from
   * @return the new version
   * @throws RecordNotFoundException if the school has none
   * @throws StaleVersionException if another version is stored
   */
  @CanIgnoreReturnValue
  long update(SchoolId school, V value, long expectedVersion);
}
