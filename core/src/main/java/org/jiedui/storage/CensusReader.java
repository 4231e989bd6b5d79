package org.jiedui.storage;

import com.google.common.collect.ImmutableList;
import org.jiedui.census.CensusAnswer;
import org.jiedui.id.CensusAnswerId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;

/** Reads the answers of censuses. */
public interface CensusReader extends RecordReader<CensusAnswerId, CensusAnswer> {

  /**
   * Returns the answers of a child.
   *
   * @param school the school
   * @param child the child
   * @return the answers by id, of all terms, those that were corrected too
   */
  ImmutableList<CensusAnswer> ofChild(SchoolId school, ChildId child);

  /**
   * Returns the answers of a term.
   *
   * @param school the school
   * @param term the label of the term
   * @return the answers by id, those that were corrected too
   */
  ImmutableList<CensusAnswer> ofTerm(SchoolId school, String term);
}
