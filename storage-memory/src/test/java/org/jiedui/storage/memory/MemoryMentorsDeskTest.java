package org.jiedui.storage.memory;

import org.jiedui.MentorsDeskContract;
import org.jiedui.storage.CareStore;

/** What the desk for mentors does, over the memory store. */
class MemoryMentorsDeskTest extends MentorsDeskContract {

  @Override
  protected CareStore openEmptyStore() {
    return MemoryCareStore.create();
  }
}
