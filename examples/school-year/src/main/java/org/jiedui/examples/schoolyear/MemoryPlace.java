package org.jiedui.examples.schoolyear;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.memory.MemoryCareStore;

/** Keeps everything in memory for one run: whoever does not want to keep it drops it. */
record MemoryPlace(CareStore store) implements Place {

  static MemoryPlace open() {
    return new MemoryPlace(MemoryCareStore.create());
  }

  @Override
  public <R> R together(Supplier<R> work, Predicate<R> isKept) {
    return work.get();
  }

  @Override
  public void close() {
    store.close();
  }
}
