package org.jiedui.storage.jdbc;

import org.jiedui.PrivacyDeskContract;
import org.jiedui.storage.CareStore;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the desk for data about children does, on MariaDB. */
class MariaDbPrivacyDeskTest extends PrivacyDeskContract {

  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected CareStore openEmptyStore() {
    return STORE.openEmpty(TestDatabase.MARIADB);
  }
}
