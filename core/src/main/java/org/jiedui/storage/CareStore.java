package org.jiedui.storage;

import java.util.function.Function;

/**
 * Where everything is kept.
 *
 * <p>The contract:
 *
 * <ol>
 *   <li>A write that fails, by whatever exception, leaves no trace; the exception comes out as it
 *       is.
 *   <li>A reader sees one consistent snapshot and never half a write.
 *   <li>An update names the version that it was made from; if that is no longer the stored one, it
 *       is refused with {@link StaleVersionException}, so no update is lost.
 *   <li>Adding a contact of the same id and content twice is one contact; with other content it is
 *       refused with {@link DuplicateRecordException}.
 *   <li>Pages are stable under concurrent writes: what was there all the time is seen exactly once.
 *   <li>Sweeps stream in bounded memory.
 *   <li>Readers and writers may be used only within the work that they were handed to, and only by
 *       its thread; work must not open another transaction of the same store within. Both are
 *       refused with {@link IllegalStateException}.
 *   <li>After {@link #close()}, every call is refused with {@link StorageException}; a write that
 *       is still at work then stores nothing.
 *   <li>A contact needs its child, and is refused with {@link RecordNotFoundException} without it.
 *       Other records are stored whether or not those that they name exist; desks see to that.
 *   <li>When a call within a write throws, the whole write is to be given up: what a store does
 *       with a write that goes on all the same is not said.
 *   <li>Writes at one school are as if one went after the other: what a write has read of a school
 *       is what is stored until it ends. So standings that follow from contacts and from facts
 *       follow from both, also when the two are recorded at the same time.
 * </ol>
 *
 * <p>Implementations are thread-safe.
 */
public interface CareStore extends AutoCloseable {

  /**
   * Runs work on one consistent snapshot.
   *
   * @param <R> what the work returns
   * @param work the work
   * @return what the work returned
   * @throws StorageException if the store fails or is closed
   */
  <R> R read(Function<? super CareReader, ? extends R> work);

  /**
   * Runs work that writes, all or nothing.
   *
   * @param <R> what the work returns
   * @param work the work
   * @return what the work returned, once everything is stored
   * @throws StorageException if the store fails or is closed; nothing is stored then
   */
  <R> R write(Function<? super CareWriter, ? extends R> work);

  /** Gives back what the store holds. A second call does nothing. */
  @Override
  void close();
}
