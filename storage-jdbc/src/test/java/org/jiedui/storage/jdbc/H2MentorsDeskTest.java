package org.jiedui.storage.jdbc;

import org.jiedui.MentorsDeskContract;
import org.jiedui.storage.CareStore;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the desk for mentors does, on H2. */
class H2MentorsDeskTest extends MentorsDeskContract {

  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected CareStore openEmptyStore() {
    return STORE.openEmpty(TestDatabase.H2);
  }
}
