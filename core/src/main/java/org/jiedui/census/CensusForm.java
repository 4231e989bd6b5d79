package org.jiedui.census;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.child.Carer;
import org.jiedui.id.StaffId;

/**
 * A form that was filled in for one pupil: who asked, when, and what was found of its home.
 *
 * <p>Immutable.
 *
 * @param day the day of the survey
 * @param surveyedBy who asked
 * @param father where the father is; empty if nothing was said of him
 * @param mother where the mother is; empty if nothing was said of her
 * @param carer who cares for the child; empty if nothing was said of that
 * @param note what else was said, not blank
 */
public record CensusForm(
    LocalDate day,
    StaffId surveyedBy,
    Optional<ParentAnswer> father,
    Optional<ParentAnswer> mother,
    Optional<Carer> carer,
    Optional<String> note) {

  /**
   * Creates a form.
   *
   * @param day the day of the survey
   * @param surveyedBy who asked
   * @param father where the father is; empty if nothing was said of him
   * @param mother where the mother is; empty if nothing was said of her
   * @param carer who cares for the child; empty if nothing was said of that
   * @param note what else was said, not blank
   * @throws IllegalArgumentException if the note is blank, or a parent left or returned after the
   *     day of the survey
   */
  public CensusForm {
    requireNonNull(day, "day");
    requireNonNull(surveyedBy, "surveyedBy");
    requireNonNull(father, "father");
    requireNonNull(mother, "mother");
    requireNonNull(carer, "carer");
    requireNonNull(note, "note");
    checkArgument(note.filter(String::isBlank).isEmpty(), "note must not be blank");
    father.ifPresent(answer -> checkNotAfter(day, answer));
    mother.ifPresent(answer -> checkNotAfter(day, answer));
  }

  private static void checkNotAfter(LocalDate day, ParentAnswer answer) {
    checkArgument(
        !answer.awaySince().orElse(day).isAfter(day)
            && !answer.returnedOn().orElse(day).isAfter(day),
        "what a survey finds must not lie after its day (%s)",
        day);
  }

  /**
   * Returns a form that says where the parents are.
   *
   * @param day the day of the survey
   * @param surveyedBy who asked
   * @param father where the father is
   * @param mother where the mother is
   * @return the form
   * @throws IllegalArgumentException if a parent left or returned after the day of the survey
   */
  public static CensusForm of(
      LocalDate day, StaffId surveyedBy, ParentAnswer father, ParentAnswer mother) {
    return new CensusForm(
        day,
        surveyedBy,
        Optional.of(father),
        Optional.of(mother),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Returns the same form with who cares for the child.
   *
   * @param who the carer
   * @return the form
   */
  public CensusForm withCarer(Carer who) {
    return new CensusForm(day, surveyedBy, father, mother, Optional.of(who), note);
  }

  /**
   * Returns the same form with a note.
   *
   * @param text what else was said, not blank
   * @return the form
   * @throws IllegalArgumentException if it is blank
   */
  public CensusForm withNote(String text) {
    return new CensusForm(day, surveyedBy, father, mother, carer, Optional.of(text));
  }

  /** Returns who asked, and when; the rest is personal. */
  @Override
  public String toString() {
    return "CensusForm[" + day + " by " + surveyedBy + "]";
  }
}
