package org.jiedui.storage.memory;

import org.jiedui.ReportSweepContract;
import org.jiedui.storage.CareStore;

/** Reports over several schools, over the in-memory store. */
class MemoryReportSweepTest extends ReportSweepContract {

  @Override
  protected CareStore openEmptyStore() {
    return MemoryCareStore.create();
  }
}
