package org.jiedui.storage.memory;

import com.google.common.collect.ImmutableSet;
import org.jiedui.id.PeerPairId;
import org.jiedui.mentor.PeerPair;
import org.jiedui.storage.PeerPairWriter;

/** Pairs of children who help each other. */
final class PeerPairs extends OwnedRecords<PeerPairId, PeerPair> implements PeerPairWriter {

  private static final Kind<PeerPairId, PeerPair> KIND =
      new Kind<>("peer pair", PeerPair::schoolId, PeerPair::id);

  PeerPairs(Session session, Rows<PeerPairId, PeerPair> rows) {
    super(session, KIND, each -> ImmutableSet.of(each.helper(), each.helped()), rows);
  }
}
