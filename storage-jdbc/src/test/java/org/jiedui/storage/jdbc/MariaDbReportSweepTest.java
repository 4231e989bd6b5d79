package org.jiedui.storage.jdbc;

import org.jiedui.ReportSweepContract;
import org.jiedui.storage.CareStore;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reports over several schools, on MariaDB. */
class MariaDbReportSweepTest extends ReportSweepContract {

  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected CareStore openEmptyStore() {
    return STORE.openEmpty(TestDatabase.MARIADB);
  }
}
