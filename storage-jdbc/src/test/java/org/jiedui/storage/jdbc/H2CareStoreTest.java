package org.jiedui.storage.jdbc;

import org.jiedui.storage.CareStore;
import org.jiedui.storage.contract.CareStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract kit on H2. */
class H2CareStoreTest extends CareStoreContract {

  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected CareStore openEmptyStore() {
    return STORE.openEmpty(TestDatabase.H2);
  }
}
