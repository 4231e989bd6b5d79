package org.jiedui.storage.jdbc;

import org.jiedui.ActivityBookDeskContract;
import org.jiedui.storage.CareStore;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the desk for the book of activities does, on PostgreSQL. */
class PostgreSqlActivityBookDeskTest extends ActivityBookDeskContract {

  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected CareStore openEmptyStore() {
    return STORE.openEmpty(TestDatabase.POSTGRESQL);
  }
}
