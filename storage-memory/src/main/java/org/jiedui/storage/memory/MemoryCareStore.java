package org.jiedui.storage.memory;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.StorageException;
import org.jspecify.annotations.Nullable;

/**
 * A store that keeps everything in memory, for as long as it is open.
 *
 * <pre>{@code
 * try (CareStore store = MemoryCareStore.create()) {
 *   store.write(writer -> writer.schools().insert(school.id(), school));
 * }
 * }</pre>
 *
 * <p>Readers never wait, neither for writers nor for each other. Writers wait for each other and go
 * one at a time. Finding a record, adding a contact and opening a page cost a number of steps that
 * grows with the logarithm of what the school has.
 *
 * <p>Thread-safe.
 */
public final class MemoryCareStore implements CareStore {

  /** The committed state, or null once closed. */
  private final AtomicReference<@Nullable State> committed = new AtomicReference<>(State.EMPTY);

  private final ReentrantLock writing = new ReentrantLock();

  /**
   * The threads that are within work: a set, not a thread-local, so that no thread keeps a store.
   */
  private final Set<Thread> working = ConcurrentHashMap.newKeySet();

  private MemoryCareStore() {}

  /**
   * Returns a new store.
   *
   * @return an empty store
   */
  public static MemoryCareStore create() {
    return new MemoryCareStore();
  }

  @Override
  public <R> R read(Function<? super CareReader, ? extends R> work) {
    requireNonNull(work, "work");
    beginWork();
    try (Transaction transaction = Transaction.reading(current())) {
      return work.apply(transaction);
    } finally {
      endWork();
    }
  }

  @Override
  public <R> R write(Function<? super CareWriter, ? extends R> work) {
    requireNonNull(work, "work");
    beginWork();
    try {
      writing.lock();
      try {
        return writeAlone(work);
      } finally {
        writing.unlock();
      }
    } finally {
      endWork();
    }
  }

  private <R> R writeAlone(Function<? super CareWriter, ? extends R> work) {
    State before = current();
    try (Transaction transaction = Transaction.writing(before)) {
      R result = work.apply(transaction);
      if (!committed.compareAndSet(before, transaction.state())) {
        // There is no other writer, so it can only have been closed.
        throw closed();
      }
      return result;
    }
  }

  private State current() {
    State state = committed.get();
    if (state == null) {
      throw closed();
    }
    return state;
  }

  private static StorageException closed() {
    return new StorageException("the store is closed", null);
  }

  private void beginWork() {
    if (!working.add(Thread.currentThread())) {
      throw new IllegalStateException(
          "work must not open another transaction of the same store within");
    }
  }

  private void endWork() {
    working.remove(Thread.currentThread());
  }

  /**
   * Lets go of everything. Work that is reading keeps its snapshot until it ends; work that is
   * writing is refused when it ends.
   */
  @Override
  public void close() {
    committed.set(null);
  }
}
