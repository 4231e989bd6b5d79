package org.jiedui.storage.jdbc;

import org.jiedui.ActivityDesksContract;
import org.jiedui.storage.CareStore;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the desks for activities and attendance do, on PostgreSQL. */
class PostgreSqlActivityDesksTest extends ActivityDesksContract {

  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected CareStore openEmptyStore() {
    return STORE.openEmpty(TestDatabase.POSTGRESQL);
  }
}
