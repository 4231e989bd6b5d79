package org.jiedui.examples.schoolyear;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jiedui.storage.CareStore;

/** Where the program keeps what it takes in, open for one run. */
interface Place extends AutoCloseable {

  /** Returns the store. */
  CareStore store();

  /**
   * Runs work whose writes are kept together or not at all.
   *
   * @param <R> what it comes to
   * @param work the work
   * @param isKept whether its writes are to be kept
   * @return what the work came to
   */
  <R> R together(Supplier<R> work, Predicate<R> isKept);

  @Override
  void close();
}
