package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jiedui.contact.Channel;
import org.jiedui.contact.ContactNotes.Call;
import org.jiedui.contact.Party;

/**
 * A line of the register of the family phone (亲情电话), as somebody wrote it. What was said has no
 * field: it is not kept.
 *
 * <p>A file may have the names of the fields as headings or Chinese ones: 学籍号, 拨打人, 接听人, 方式, 时间,
 * 是否接通, 时长 or 时长(分钟). The columns of the child, of who called whom, and whether it was connected
 * must be there.
 *
 * @param studentNumber the child's student number (学籍号)
 * @param caller who called (拨打人): 本人, 父亲, 母亲 or 委托照护人
 * @param called who was called (接听人): one of its family, or the child
 * @param channel how (方式), 电话 or 视频通话; 电话 if empty
 * @param startedAt when it began (时间), for instance 16:30; may be empty
 * @param connected 是 if it was connected (是否接通), 否 if not
 * @param minutes how many minutes it was (时长), 0 to 1440; 0 if empty
 */
public record FamilyCallDraft(
    @NotBlank(message = "required") @StudentNumberText String studentNumber,
    @NotBlank(message = "required") @CodedText(Party.class) String caller,
    @NotBlank(message = "required") @CodedText(Party.class) String called,
    @CodedText(Channel.class) String channel,
    @Pattern(regexp = Texts.TIME, message = "not-a-time") String startedAt,
    @NotBlank(message = "required") @CodedText(YesNo.class) String connected,
    @WholeNumberText(min = 0, max = Call.MAX_MINUTES) String minutes) {

  /** The table of the register of the family phone: its columns and their headings. */
  public static final DraftTable<FamilyCallDraft> TABLE =
      new DraftTable<>(
          ImmutableList.of(
              "studentNumber", "caller", "called", "channel", "startedAt", "connected", "minutes"),
          ImmutableMap.of(
              "学籍号", "studentNumber",
              "拨打人", "caller",
              "接听人", "called",
              "方式", "channel",
              "时间", "startedAt",
              "是否接通", "connected",
              "时长", "minutes",
              "时长(分钟)", "minutes",
              "时长（分钟）", "minutes"),
          ImmutableSet.of("studentNumber", "caller", "called", "connected"),
          f ->
              new FamilyCallDraft(
                  f.apply("studentNumber"),
                  f.apply("caller"),
                  f.apply("called"),
                  f.apply("channel"),
                  f.apply("startedAt"),
                  f.apply("connected"),
                  f.apply("minutes")));

  /**
   * Creates a draft of a line of the register.
   *
   * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
   *
   * @param studentNumber the child's student number (学籍号)
   * @param caller who called (拨打人): 本人, 父亲, 母亲 or 委托照护人
   * @param called who was called (接听人): one of its family, or the child
   * @param channel how (方式), 电话 or 视频通话; 电话 if empty
   * @param startedAt when it began (时间), for instance 16:30; may be empty
   * @param connected 是 if it was connected (是否接通), 否 if not
   * @param minutes how many minutes it was (时长), 0 to 1440; 0 if empty
   */
  public FamilyCallDraft {
    studentNumber = nullToEmpty(studentNumber);
    caller = nullToEmpty(caller);
    called = nullToEmpty(called);
    channel = nullToEmpty(channel);
    startedAt = nullToEmpty(startedAt);
    connected = nullToEmpty(connected);
    minutes = nullToEmpty(minutes);
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "FamilyCallDraft[redacted]";
  }
}
