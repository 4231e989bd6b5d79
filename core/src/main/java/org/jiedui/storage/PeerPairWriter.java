package org.jiedui.storage;

import org.jiedui.id.PeerPairId;
import org.jiedui.mentor.PeerPair;

/** Writes pairs of children who help each other. */
public interface PeerPairWriter extends RecordWriter<PeerPairId, PeerPair>, PeerPairReader {}
