package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
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

  /** The table of templates of activities: its columns and their headings. */
  public static final DraftTable<TemplateDraft> TABLE =
      new DraftTable<>(
          ImmutableList.of(
              "id",
              "titleChinese",
              "titleEnglish",
              "kind",
              "audience",
              "eachClass",
              "timing",
              "leader",
              "place",
              "partner",
              "minutes",
              "daysOff"),
          ImmutableMap.<String, String>builder()
              .put("编号", "id")
              .put("名称", "titleChinese")
              .put("英文名称", "titleEnglish")
              .put("类别", "kind")
              .put("对象", "audience")
              .put("每班", "eachClass")
              .put("时间", "timing")
              .put("负责岗位", "leader")
              .put("地点", "place")
              .put("合作单位", "partner")
              .put("时长", "minutes")
              .put("时长(分钟)", "minutes")
              .put("时长（分钟）", "minutes")
              .put("休息日", "daysOff")
              .buildOrThrow(),
          ImmutableSet.of("id", "titleChinese", "kind", "timing", "leader", "place", "minutes"),
          f ->
              new TemplateDraft(
                  f.apply("id"),
                  f.apply("titleChinese"),
                  f.apply("titleEnglish"),
                  f.apply("kind"),
                  f.apply("audience"),
                  f.apply("eachClass"),
                  f.apply("timing"),
                  f.apply("leader"),
                  f.apply("place"),
                  f.apply("partner"),
                  f.apply("minutes"),
                  f.apply("daysOff")));

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
