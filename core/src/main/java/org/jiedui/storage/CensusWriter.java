package org.jiedui.storage;

import org.jiedui.census.CensusAnswer;
import org.jiedui.id.CensusAnswerId;

/** Writes the answers of censuses. */
public interface CensusWriter extends RecordWriter<CensusAnswerId, CensusAnswer>, CensusReader {}
