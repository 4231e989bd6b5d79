package org.jiedui.storage.memory;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.jiedui.census.CensusAnswer;
import org.jiedui.id.CensusAnswerId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.CensusWriter;

/** Answers of censuses. */
final class CensusAnswers extends OwnedRecords<CensusAnswerId, CensusAnswer>
    implements CensusWriter {

  private static final Kind<CensusAnswerId, CensusAnswer> KIND =
      new Kind<>("census answer", CensusAnswer::schoolId, CensusAnswer::id);

  CensusAnswers(Session session, Rows<CensusAnswerId, CensusAnswer> rows) {
    super(session, KIND, each -> ImmutableSet.of(each.childId()), rows);
  }

  @Override
  public ImmutableList<CensusAnswer> ofTerm(SchoolId school, String term) {
    return all(school).stream()
        .filter(answer -> answer.term().equals(term))
        .collect(toImmutableList());
  }
}
