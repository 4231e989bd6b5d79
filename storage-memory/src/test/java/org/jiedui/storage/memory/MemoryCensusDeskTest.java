package org.jiedui.storage.memory;

import org.jiedui.CensusDeskContract;
import org.jiedui.storage.CareStore;

/** The census and the care that follows, over the memory store. */
class MemoryCensusDeskTest extends CensusDeskContract {

  @Override
  protected CareStore openEmptyStore() {
    return MemoryCareStore.create();
  }
}
