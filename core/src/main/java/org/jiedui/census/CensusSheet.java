package org.jiedui.census;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jiedui.child.CareFacts;
import org.jiedui.id.CensusAnswerId;
import org.jiedui.id.ChildId;

/**
 * A filled-in form of one pupil, ready to be taken in: the answer that is kept, and what it says.
 *
 * <p>Immutable.
 *
 * @param id under which id the answer is kept
 * @param childId the pupil
 * @param form what was found
 * @param recordedAt when it was recorded
 */
public record CensusSheet(CensusAnswerId id, ChildId childId, CensusForm form, Instant recordedAt) {

  /**
   * Creates a sheet.
   *
   * @param id under which id the answer is kept
   * @param childId the pupil
   * @param form what was found
   * @param recordedAt when it was recorded
   */
  public CensusSheet {
    requireNonNull(id, "id");
    requireNonNull(childId, "childId");
    requireNonNull(form, "form");
    requireNonNull(recordedAt, "recordedAt");
  }

  /**
   * Returns a child's facts with what the survey found, recorded when the sheet was. What it found
   * to be as known adds nothing.
   *
   * <p>The survey is believed: an absence that was thought to have begun earlier begins on the day
   * that it names, and one that was thought to have ended earlier ends on the day that it names.
   * What was recorded later than the survey still overrides it.
   *
   * @param facts what is known of the child
   * @return the facts with more
   */
  public CareFacts addedTo(CareFacts facts) {
    return new SurveyedHome(form, recordedAt).addedTo(facts);
  }
}
