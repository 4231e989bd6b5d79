package org.jiedui.storage.memory;

import org.jiedui.ActivityDesksContract;
import org.jiedui.storage.CareStore;

/** What the desks for activities and attendance do, over the memory store. */
class MemoryActivityDesksTest extends ActivityDesksContract {

  @Override
  protected CareStore openEmptyStore() {
    return MemoryCareStore.create();
  }
}
