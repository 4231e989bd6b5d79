package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Party;

/**
 * A contact, as somebody wrote it.
 *
 * @param day the day on which it was made
 * @param studentNumber the child's student number (学籍号)
 * @param channel how, for instance 家访
 * @param madeBy who made it, for instance 班主任
 * @param staffNumber the staff number (工号), if it was one of the staff
 * @param with whom it was to reach, separated by semicolons
 * @param reached 是 if it did, 否 if not
 * @param recordedOn the day on which it was recorded
 * @param note what was noted, may be empty; never the text of a letter
 */
public record ContactDraft(
    @NotBlank(message = "required") @DateText String day,
    @NotBlank(message = "required") @StudentNumberText String studentNumber,
    @NotBlank(message = "required") @CodedText(Channel.class) String channel,
    @NotBlank(message = "required") @CodedText(Party.class) String madeBy,
    @IdText String staffNumber,
    @NotBlank(message = "required") @CodedText(value = Party.class, many = true) String with,
    @NotBlank(message = "required") @CodedText(YesNo.class) String reached,
    @NotBlank(message = "required") @DateText String recordedOn,
    @Size(max = 2000, message = "too-long") String note) {

  /**
   * Creates a draft of a contact.
   *
   * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
   *
   * @param day the day on which it was made
   * @param studentNumber the child's student number (学籍号)
   * @param channel how, for instance 家访
   * @param madeBy who made it, for instance 班主任
   * @param staffNumber the staff number (工号), if it was one of the staff
   * @param with whom it was to reach, separated by semicolons
   * @param reached 是 if it did, 否 if not
   * @param recordedOn the day on which it was recorded
   * @param note what was noted, may be empty; never the text of a letter
   */
  public ContactDraft {
    day = nullToEmpty(day);
    studentNumber = nullToEmpty(studentNumber);
    channel = nullToEmpty(channel);
    madeBy = nullToEmpty(madeBy);
    staffNumber = nullToEmpty(staffNumber);
    with = nullToEmpty(with);
    reached = nullToEmpty(reached);
    recordedOn = nullToEmpty(recordedOn);
    note = nullToEmpty(note);
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "ContactDraft[redacted]";
  }
}
