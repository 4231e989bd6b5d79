package org.jiedui.storage;

import com.google.common.collect.ImmutableList;
import org.jiedui.id.ChildId;
import org.jiedui.id.PeerPairId;
import org.jiedui.id.SchoolId;
import org.jiedui.mentor.PeerPair;

/** Reads pairs of children who help each other. */
public interface PeerPairReader extends RecordReader<PeerPairId, PeerPair> {

  /**
   * Returns the pairs in which a child helps or is helped.
   *
   * @param school the school
   * @param child the child
   * @return the pairs by id, closed ones too
   */
  ImmutableList<PeerPair> ofChild(SchoolId school, ChildId child);
}
