package org.jiedui.storage.jdbc;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.sql.SQLException;
import org.jiedui.census.CensusAnswer;
import org.jiedui.id.CensusAnswerId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.storage.CensusWriter;
import org.jiedui.storage.Versioned;

/** Answers of censuses. */
final class CensusAnswers extends Owned<CensusAnswerId, CensusAnswer> implements CensusWriter {

  private static final Kind<CensusAnswerId, CensusAnswer> KIND =
      new Kind<>(
          "census answer",
          "{census_answer}",
          "answer_id",
          Columns.of("child_id", "term", "survey_day", "surveyed_by", "recorded@", "note"),
          CensusAnswer::schoolId,
          CensusAnswer::id);

  CensusAnswers(Session session) {
    super(session, KIND);
  }

  @Override
  void bind(CensusAnswer answer, Params params) {
    params
        .id(answer.childId())
        .text(answer.term())
        .day(answer.day())
        .value(answer.surveyedBy())
        .instant(answer.recordedAt())
        .text(answer.note());
  }

  @Override
  CensusAnswer read(SchoolId school, Row row) throws SQLException {
    return new CensusAnswer(
        school,
        row.id("answer_id", CensusAnswerId::of),
        row.id("child_id", ChildId::of),
        row.text("term"),
        row.day("survey_day"),
        row.id("surveyed_by", StaffId::of),
        row.instant("recorded"),
        row.findText("note"));
  }

  @Override
  public ImmutableList<CensusAnswer> ofTerm(SchoolId school, String term) {
    return list("term = ? ORDER BY school_id, term, answer_id", Params.of(school).text(term))
        .stream()
        .map(Versioned::value)
        .collect(toImmutableList());
  }
}
