package org.jiedui.storage.memory;

import org.jiedui.ActivityBookDeskContract;
import org.jiedui.storage.CareStore;

/** What the desk for the book of activities does, over the memory store. */
class MemoryActivityBookDeskTest extends ActivityBookDeskContract {

  @Override
  protected CareStore openEmptyStore() {
    return MemoryCareStore.create();
  }
}
