package org.jiedui.storage.memory;

import org.jiedui.CareDeskContract;
import org.jiedui.storage.CareStore;

/** What every desk does, over the memory store. */
class MemoryCareDeskTest extends CareDeskContract {

  @Override
  protected CareStore openEmptyStore() {
    return MemoryCareStore.create();
  }
}
