package org.jiedui.storage.memory;

import org.jiedui.PrivacyDeskContract;
import org.jiedui.storage.CareStore;

/** What the desk for data about children does, over the memory store. */
class MemoryPrivacyDeskTest extends PrivacyDeskContract {

  @Override
  protected CareStore openEmptyStore() {
    return MemoryCareStore.create();
  }
}
