package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

import jakarta.validation.constraints.NotBlank;
import org.jiedui.mentor.MentorRole;

/**
 * A mentor assignment, as somebody wrote it.
 *
 * @param studentNumber the child's student number (学籍号)
 * @param staffNumber the teacher's staff number (工号)
 * @param from the first day
 * @param until the last day, empty if there is none yet
 * @param role what the teacher is to the child, empty for its primary mentor
 */
public record MentorDraft(
    @NotBlank(message = "required") @StudentNumberText String studentNumber,
    @NotBlank(message = "required") @IdText String staffNumber,
    @NotBlank(message = "required") @DateText String from,
    @DateText String until,
    @CodedText(MentorRole.class) String role) {

  /**
   * Creates a draft of a mentor assignment.
   *
   * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
   *
   * @param studentNumber the child's student number (学籍号)
   * @param staffNumber the teacher's staff number (工号)
   * @param from the first day
   * @param until the last day, empty if there is none yet
   * @param role what the teacher is to the child, empty for its primary mentor
   */
  public MentorDraft {
    studentNumber = nullToEmpty(studentNumber);
    staffNumber = nullToEmpty(staffNumber);
    from = nullToEmpty(from);
    until = nullToEmpty(until);
    role = nullToEmpty(role);
  }

  /** Returns no content: a student number is personal. */
  @Override
  public String toString() {
    return "MentorDraft[redacted]";
  }
}
