package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jiedui.person.Sex;
import org.jiedui.school.Post;

/**
 * A member of staff, as somebody wrote it.
 *
 * @param number the staff number (工号)
 * @param name the name
 * @param sex 男 or 女
 * @param post the post, for instance 班主任
 * @param classes the classes that they teach, separated by semicolons, may be empty
 * @param phone the phone, may be empty
 */
public record StaffDraft(
    @NotBlank(message = "required") @IdText String number,
    @NotBlank(message = "required") @NameText String name,
    @NotBlank(message = "required") @CodedText(Sex.class) String sex,
    @NotBlank(message = "required") @CodedText(Post.class) String post,
    @Size(max = 400, message = "too-long") String classes,
    @PhoneText @Size(max = 40, message = "too-long") String phone) {

  /**
   * Creates a draft of a member of staff.
   *
   * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
   *
   * @param number the staff number (工号)
   * @param name the name
   * @param sex 男 or 女
   * @param post the post, for instance 班主任
   * @param classes the classes that they teach, separated by semicolons, may be empty
   * @param phone the phone, may be empty
   */
  public StaffDraft {
    number = nullToEmpty(number);
    name = nullToEmpty(name);
    sex = nullToEmpty(sex);
    post = nullToEmpty(post);
    classes = nullToEmpty(classes);
    phone = nullToEmpty(phone);
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "StaffDraft[redacted]";
  }
}
