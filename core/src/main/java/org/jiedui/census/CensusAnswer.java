package org.jiedui.census;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.id.CensusAnswerId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;

/**
 * That a pupil was surveyed in a term: who asked, and when. What was found stands in the child's
 * facts, each recorded at the instant of the answer.
 *
 * <p>An answer is never changed: a correction is a further answer of the same term, and the one
 * that was recorded last counts.
 *
 * <p>Immutable.
 *
 * @param schoolId the school
 * @param id the identifier
 * @param childId the pupil
 * @param term the label of the term, for instance {@code 2025-1}; not blank
 * @param day the day of the survey
 * @param surveyedBy who asked
 * @param recordedAt when the answer was recorded
 * @param note what else was said, not blank
 */
public record CensusAnswer(
    SchoolId schoolId,
    CensusAnswerId id,
    ChildId childId,
    String term,
    LocalDate day,
    StaffId surveyedBy,
    Instant recordedAt,
    Optional<String> note) {

  /**
   * Creates an answer.
   *
   * @param schoolId the school
   * @param id the identifier
   * @param childId the pupil
   * @param term the label of the term, for instance {@code 2025-1}; not blank
   * @param day the day of the survey
   * @param surveyedBy who asked
   * @param recordedAt when the answer was recorded
   * @param note what else was said, not blank
   * @throws IllegalArgumentException if the term or the note is blank
   */
  public CensusAnswer {
    requireNonNull(schoolId, "schoolId");
    requireNonNull(id, "id");
    requireNonNull(childId, "childId");
    requireNonNull(term, "term");
    requireNonNull(day, "day");
    requireNonNull(surveyedBy, "surveyedBy");
    requireNonNull(recordedAt, "recordedAt");
    requireNonNull(note, "note");
    checkArgument(!term.isBlank(), "term must not be blank");
    checkArgument(note.filter(String::isBlank).isEmpty(), "note must not be blank");
  }

  /**
   * Returns the answer that a sheet gives.
   *
   * @param school the school
   * @param term the label of the term
   * @param sheet the sheet
   * @return the answer
   */
  public static CensusAnswer of(SchoolId school, String term, CensusSheet sheet) {
    CensusForm form = sheet.form();
    return new CensusAnswer(
        school,
        sheet.id(),
        sheet.childId(),
        term,
        form.day(),
        form.surveyedBy(),
        sheet.recordedAt(),
        form.note());
  }

  /** Returns the ids and the term; the note is personal. */
  @Override
  public String toString() {
    return "CensusAnswer[" + schoolId + "/" + id + " of " + childId + " in " + term + "]";
  }
}
