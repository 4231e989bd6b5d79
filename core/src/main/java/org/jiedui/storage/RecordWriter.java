package org.jiedui.storage;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Collection;

/**
 * Writes records of which a school has many. A record names its school and id itself.
 *
 * @param <K> the identifier, unique within the school
 * @param <V> the record
 */
public interface RecordWriter<K, V> extends RecordReader<K, V> {

  /**
   * Stores a new record.
   *
   * @param value the record
   * @return its version, 1
   * @throws DuplicateRecordException if the school has a record of that id
   */
  @CanIgnoreReturnValue
  long insert(V value);

  /**
   * Stores new records, as {@link #insert} does with each: an import brings hundreds.
   *
   * @param values the records
   * @throws DuplicateRecordException if the school of one has a record of its id, or two have the
   *     same
   */
  default void insertAll(Collection<V> values) {
    values.forEach(this::insert);
  }

  /**
   * Replaces a record.
   *
   * @param value the record
   * @param expectedVersion the version that the change was made from
   * @return the new version
   * @throws RecordNotFoundException if the school has no record of that id
   * @throws StaleVersionException if another version is stored
   */
  @CanIgnoreReturnValue
  long update(V value, long expectedVersion);
}
