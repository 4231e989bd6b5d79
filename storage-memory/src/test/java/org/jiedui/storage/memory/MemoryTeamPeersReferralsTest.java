package org.jiedui.storage.memory;

import org.jiedui.TeamPeersReferralsContract;
import org.jiedui.storage.CareStore;

/** What the desks for the team, peers and referrals do, over the memory store. */
class MemoryTeamPeersReferralsTest extends TeamPeersReferralsContract {

  @Override
  protected CareStore openEmptyStore() {
    return MemoryCareStore.create();
  }
}
