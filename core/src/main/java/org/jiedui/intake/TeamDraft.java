package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jiedui.school.Responsibility;
import org.jiedui.school.TeamPost;

/**
 * A membership of the care team (领导小组), as somebody wrote it.
 *
 * @param staffNumber the staff number (工号)
 * @param post the post in the team (组内职务): 组长, 副组长 or 成员
 * @param responsibilities what they answer for (职责), separated by semicolons, may be empty
 * @param from the first day
 * @param until the last day, empty if there is none yet
 */
public record TeamDraft(
    @NotBlank(message = "required") @IdText String staffNumber,
    @NotBlank(message = "required") @CodedText(TeamPost.class) String post,
    @Size(max = 200, message = "too-long") @CodedText(value = Responsibility.class, many = true)
        String responsibilities,
    @NotBlank(message = "required") @DateText String from,
    @DateText String until) {

  /**
   * Creates a draft of a membership.
   *
   * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
   *
   * @param staffNumber the staff number (工号)
   * @param post the post in the team (组内职务): 组长, 副组长 or 成员
   * @param responsibilities what they answer for (职责), separated by semicolons, may be empty
   * @param from the first day
   * @param until the last day, empty if there is none yet
   */
  public TeamDraft {
    staffNumber = nullToEmpty(staffNumber);
    post = nullToEmpty(post);
    responsibilities = nullToEmpty(responsibilities);
    from = nullToEmpty(from);
    until = nullToEmpty(until);
  }

  /** Returns no content, as all drafts do. */
  @Override
  public String toString() {
    return "TeamDraft[redacted]";
  }
}
