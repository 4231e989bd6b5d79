package org.jiedui.storage.jdbc;

import org.jiedui.CensusDeskContract;
import org.jiedui.storage.CareStore;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The census and the care that follows, on PostgreSQL. */
class PostgreSqlCensusDeskTest extends CensusDeskContract {

  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected CareStore openEmptyStore() {
    return STORE.openEmpty(TestDatabase.POSTGRESQL);
  }
}
