package org.jiedui.storage.jdbc;

import org.jiedui.CareDeskContract;
import org.jiedui.storage.CareStore;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every desk does, on MariaDB. */
class MariaDbCareDeskTest extends CareDeskContract {

  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected CareStore openEmptyStore() {
    return STORE.openEmpty(TestDatabase.MARIADB);
  }
}
