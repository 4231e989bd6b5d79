package org.jiedui.storage.jdbc;

import org.jiedui.TeamPeersReferralsContract;
import org.jiedui.storage.CareStore;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the desks for the team, peers and referrals do, on MariaDB. */
class MariaDbTeamPeersReferralsTest extends TeamPeersReferralsContract {

  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected CareStore openEmptyStore() {
    return STORE.openEmpty(TestDatabase.MARIADB);
  }
}
