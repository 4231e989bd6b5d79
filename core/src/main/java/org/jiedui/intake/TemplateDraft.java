package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityTemplate;
import org.jiedui.school.Post;

/**
 * A template of activities, as somebody wrote it.
 *
 * @param id its identifier, without a colon
 * @param titleChinese its title in Chinese, at most 100 characters
 * @param titleEnglish its title in English, at most 100 characters; the Chinese one if empty
 * @param kind what it is, for instance 家长会
 * @param audience for which of the children in care, {@code all} if empty
 * @param eachClass {@code yes} if each class has its own, {@code no} if empty
 * @param timing when, for instance {@code week 2 friday}
 * @param leader who leads it, by post, for instance 班主任
 * @param place where, at most 100 characters; 各班教室 is each class's own room
 * @param partner the partner that takes part, by id or name; of several that had one name, the one
 *     without a last day; may be empty
 * @param minutes how many minutes it lasts, 1 to 1440
 * @param daysOff {@code yes} if it may be held on days off as well, {@code no} if empty
 */
public record TemplateDraft(
    @NotBlank(message = "required") @IdText @Pattern(regexp = "[^:]*", message = "id-with-colon") String id,
    @NotBlank(message = "required") @PlainText String titleChinese,
    @PlainText String titleEnglish,
    @NotBlank(message = "required") @CodedText(ActivityKind.class) String kind,
    @ScopeText String audience,
    @CodedText(YesNo.class) String eachClass,
    @NotBlank(message = "required") @TimingText String timing,
    @NotBlank(message = "required") @CodedText(Post.class) String leader,
    @NotBlank(message = "required") @PlainText String place,
    @PlainText String partner,
    @NotBlank(message = "required") @WholeNumberText(min = 1, max = ActivityTemplate.MAX_MINUTES)
        String minutes,
    @CodedText(YesNo.class) String daysOff) {

  /**
   * Creates a draft of a template.
   *
   * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
   *
   * @param id its identifier, without a colon
   * @param titleChinese its title in Chinese, at most 100 characters
   * @param titleEnglish its title in English, at most 100 characters; the Chinese one if empty
   * @param kind what it is, for instance 家长会
   * @param audience for which of the children in care, {@code all} if empty
   * @param eachClass {@code yes} if each class has its own, {@code no} if empty
   * @param timing when, for instance {@code week 2 friday}
   * @param leader who leads it, by post, for instance 班主任
   * @param place where, at most 100 characters; 各班教室 is each class's own room
   * @param partner the partner that takes part, by id or name; of several that had one name, the
   *     one without a last day; may be empty
   * @param minutes how many minutes it lasts, 1 to 1440
   * @param daysOff {@code yes} if it may be held on days off as well, {@code no} if empty
   */
  public TemplateDraft {
    id = nullToEmpty(id);
    titleChinese = nullToEmpty(titleChinese);
    titleEnglish = nullToEmpty(titleEnglish);
    kind = nullToEmpty(kind);
    audience = nullToEmpty(audience);
    eachClass = nullToEmpty(eachClass);
    timing = nullToEmpty(timing);
    leader = nullToEmpty(leader);
    place = nullToEmpty(place);
    partner = nullToEmpty(partner);
    minutes = nullToEmpty(minutes);
    daysOff = nullToEmpty(daysOff);
  }
}
