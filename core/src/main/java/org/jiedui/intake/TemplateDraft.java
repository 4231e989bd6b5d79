package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityTemplate;
import org.jiedui.school.Post;

/**
 * A template of activities, as somebody wrote it.
 *
 * @param id its identifier, without a colon: a template keeps it from year to year
 * @param titleChinese what people call it
 * @param titleEnglish the same in English, empty if it has no English name
 * @param kind what it is, for instance 家长会
 * @param audience for which of the children in care, as a scope; empty for all
 * @param eachClass 是 if each class has its own, 否 or empty if the school has one
 * @param timing when, see {@link org.jiedui.activity.Timing}
 * @param leader who leads it, by post, for instance 班主任
 * @param place where; 各班教室 is the classes' own rooms
 * @param partner the identifier of the partner that takes part, empty if none does
 * @param minutes how many minutes it lasts
 * @param daysOff 是 if it may be held on days off as well, 否 or empty if not
 */
public record TemplateDraft(
    @NotBlank(message = "required") @IdText @Pattern(regexp = "[^:]*", message = "not-an-id") String id,
    @NotBlank(message = "required") @Size(max = 200, message = "too-long") String titleChinese,
    @Size(max = 200, message = "too-long") String titleEnglish,
    @NotBlank(message = "required") @CodedText(ActivityKind.class) String kind,
    @ScopeText String audience,
    @CodedText(YesNo.class) String eachClass,
    @NotBlank(message = "required") @TimingText String timing,
    @NotBlank(message = "required") @CodedText(Post.class) String leader,
    @NotBlank(message = "required") @Size(max = 200, message = "too-long") String place,
    @IdText String partner,
    @NotBlank(message = "required") @WholeNumberText(min = 1, max = ActivityTemplate.MAX_MINUTES)
        String minutes,
    @CodedText(YesNo.class) String daysOff) {

  /**
   * Creates a draft of a template.
   *
   * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
   *
   * @param id its identifier, without a colon: a template keeps it from year to year
   * @param titleChinese what people call it
   * @param titleEnglish the same in English, empty if it has no English name
   * @param kind what it is, for instance 家长会
   * @param audience for which of the children in care, as a scope; empty for all
   * @param eachClass 是 if each class has its own, 否 or empty if the school has one
   * @param timing when, see {@link org.jiedui.activity.Timing}
   * @param leader who leads it, by post, for instance 班主任
   * @param place where; 各班教室 is the classes' own rooms
   * @param partner the identifier of the partner that takes part, empty if none does
   * @param minutes how many minutes it lasts
   * @param daysOff 是 if it may be held on days off as well, 否 or empty if not
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
