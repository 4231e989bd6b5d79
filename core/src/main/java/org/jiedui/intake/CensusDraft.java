package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;
import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A row of a survey of pupils, as somebody wrote it.
 *
 * <p>Of a parent of whom all is left empty nothing is said; one of whom only the ability is told is
 * at home.
 *
 * @param studentNumber the child's student number (学籍号)
 * @param day the day of the survey
 * @param surveyedBy the staff number (工号) of who asked
 * @param father what was found of the father
 * @param mother what was found of the mother
 * @param note what else was said, may be empty
 */
public record CensusDraft(
    @NotBlank(message = "required") @StudentNumberText String studentNumber,
    @NotBlank(message = "required") @DateText String day,
    @NotBlank(message = "required") @IdText String surveyedBy,
    @Valid ParentDraft father,
    @Valid ParentDraft mother,
    @PlainText String note) {

  /**
   * Creates a draft of a survey of a pupil.
   *
   * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
   *
   * @param studentNumber the child's student number (学籍号)
   * @param day the day of the survey
   * @param surveyedBy the staff number (工号) of who asked
   * @param father what was found of the father
   * @param mother what was found of the mother
   * @param note what else was said, may be empty
   */
  public CensusDraft {
    studentNumber = nullToEmpty(studentNumber);
    day = nullToEmpty(day);
    surveyedBy = nullToEmpty(surveyedBy);
    father = requireNonNullElse(father, ParentDraft.EMPTY);
    mother = requireNonNullElse(mother, ParentDraft.EMPTY);
    note = nullToEmpty(note);
  }

  /**
   * A parent, as somebody wrote it.
   *
   * @param awaySince the first day away, may be empty
   * @param returnedOn the first day at home again, may be empty
   * @param ableToCare whether able to care for the child when at home: 是, 否 or empty
   */
  public record ParentDraft(
      @DateText String awaySince,
      @DateText String returnedOn,
      @CodedText(YesNo.class) @Size(max = 10, message = "too-long") String ableToCare) {

    /** Nothing was said of the parent. */
    public static final ParentDraft EMPTY = new ParentDraft("", "", "");

    /**
     * Creates a draft of a parent.
     *
     * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
     *
     * @param awaySince the first day away, may be empty
     * @param returnedOn the first day at home again, may be empty
     * @param ableToCare whether able to care for the child when at home: 是, 否 or empty
     */
    public ParentDraft {
      awaySince = nullToEmpty(awaySince);
      returnedOn = nullToEmpty(returnedOn);
      ableToCare = nullToEmpty(ableToCare);
    }

    /** Returns no content: it is personal. */
    @Override
    public String toString() {
      return "ParentDraft[redacted]";
    }
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "CensusDraft[redacted]";
  }
}
