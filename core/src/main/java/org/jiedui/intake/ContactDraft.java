package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jiedui.contact.Channel;
import org.jiedui.contact.ContactNotes.Call;
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
 * @param note what was noted, may be empty; of a letter it must be
 * @param detail what was written down in the fields of the form; of a letter nothing
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
    @Size(max = 2000, message = "too-long") String note,
    @Valid DetailDraft detail) {

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
   * @param note what was noted, may be empty; of a letter it must be
   * @param detail what was written down in the fields of the form; of a letter nothing
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
    detail = detail == null ? DetailDraft.EMPTY : detail;
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "ContactDraft[redacted]";
  }

  /**
   * What is written down of a contact in the fields of its form. Each field may be empty.
   *
   * @param conditions of a home visit: how the family lives
   * @param findings of a home visit: what was found
   * @param needs of a home visit: what the child or the carer needs
   * @param feedback of a home visit: what was told to whom
   * @param followUpBy of a home visit: the last day on which a follow-up is in time
   * @param place of a talk: where it was
   * @param content of a talk: what was talked about
   * @param effect of a talk: what came of it
   * @param startedAt of a call: when it began, for instance 18:30
   * @param minutes of a call: how many minutes it was
   * @param problem of a mentor's record: the difficulty
   * @param measure of a mentor's record: what was done
   * @param mentorEffect of a mentor's record: what came of it
   * @param followsUp the day of the home visit that it follows up
   */
  public record DetailDraft(
      @NoteText String conditions,
      @NoteText String findings,
      @NoteText String needs,
      @NoteText String feedback,
      @DateText String followUpBy,
      @NoteText String place,
      @NoteText String content,
      @NoteText String effect,
      @Pattern(regexp = Texts.TIME, message = "not-a-time") String startedAt,
      @WholeNumberText(min = 0, max = Call.MAX_MINUTES) String minutes,
      @NoteText String problem,
      @NoteText String measure,
      @NoteText String mentorEffect,
      @DateText String followsUp) {

    /** A draft in which nothing is written down. */
    public static final DetailDraft EMPTY =
        new DetailDraft("", "", "", "", "", "", "", "", "", "", "", "", "", "");

    /**
     * Creates a draft of what is written down.
     *
     * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
     *
     * @param conditions of a home visit: how the family lives
     * @param findings of a home visit: what was found
     * @param needs of a home visit: what the child or the carer needs
     * @param feedback of a home visit: what was told to whom
     * @param followUpBy of a home visit: the last day on which a follow-up is in time
     * @param place of a talk: where it was
     * @param content of a talk: what was talked about
     * @param effect of a talk: what came of it
     * @param startedAt of a call: when it began, for instance 18:30
     * @param minutes of a call: how many minutes it was
     * @param problem of a mentor's record: the difficulty
     * @param measure of a mentor's record: what was done
     * @param mentorEffect of a mentor's record: what came of it
     * @param followsUp the day of the home visit that it follows up
     */
    public DetailDraft {
      conditions = nullToEmpty(conditions);
      findings = nullToEmpty(findings);
      needs = nullToEmpty(needs);
      feedback = nullToEmpty(feedback);
      followUpBy = nullToEmpty(followUpBy);
      place = nullToEmpty(place);
      content = nullToEmpty(content);
      effect = nullToEmpty(effect);
      startedAt = nullToEmpty(startedAt);
      minutes = nullToEmpty(minutes);
      problem = nullToEmpty(problem);
      measure = nullToEmpty(measure);
      mentorEffect = nullToEmpty(mentorEffect);
      followsUp = nullToEmpty(followsUp);
    }

    /** Returns no content: it is personal. */
    @Override
    public String toString() {
      return "DetailDraft[redacted]";
    }
  }
}
