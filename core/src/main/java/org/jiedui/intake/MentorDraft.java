package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

import jakarta.validation.constraints.NotBlank;

/**
 * A mentor assignment, as somebody wrote it.
 *
 * @param studentNumber the child's student number (学籍号)
 * @param staffNumber the teacher's staff number (工号)
 * @param from the first day
 * @param until the last day, empty if there is none yet
 */
public record MentorDraft(
    @NotBlank(message = "required") @StudentNumberText String studentNumber,
    @NotBlank(message = "required") @IdText String staffNumber,
    @NotBlank(message = "required") @DateText String from,
    @DateText String until) {

  /**
   * Creates a draft of a mentor assignment.
   *
   * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
   *
   * @param studentNumber the child's student number (学籍号)
   * @param staffNumber the teacher's staff number (工号)
   * @param from the first day
   * @param until the last day, empty if there is none yet
   */
  public MentorDraft {
    studentNumber = nullToEmpty(studentNumber);
    staffNumber = nullToEmpty(staffNumber);
    from = nullToEmpty(from);
    until = nullToEmpty(until);
  }

  /** Returns no content: a student number is personal. */
  @Override
  public String toString() {
    return "MentorDraft[redacted]";
  }
}
