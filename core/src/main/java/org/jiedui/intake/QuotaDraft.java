package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import jakarta.validation.constraints.NotBlank;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityQuota;
import org.jiedui.activity.Attendee;

/**
 * A version of a quota of activities, as somebody wrote it. Several with one id are versions of one
 * quota.
 *
 * @param id the quota's id
 * @param titleChinese its title in Chinese, at most 100 characters
 * @param titleEnglish its title in English, at most 100 characters
 * @param kinds which activities count, separated by semicolons
 * @param amount how many there must be, in which periods, for instance {@code 1-2 per-term}
 * @param eachClass {@code yes} if each class must have so many, {@code no} if empty
 * @param scope for which of the children in care, {@code all} if empty
 * @param eachChild how many of them each child must attend in a period, 0 if empty
 * @param attendee whether the child or a guardian must attend, {@code child} if empty
 * @param source the text it comes from
 * @param article the article of that text, empty if there is none
 * @param textOf the day of the version of that text, empty if unknown
 * @param verified {@code yes} if somebody has read the source and found the quota in it, {@code no}
 *     if empty
 * @param validFrom the first day on which it is in force
 * @param validUntil the last day, empty if there is none
 */
@ConsistentQuota
public record QuotaDraft(
    @NotBlank(message = "required") @IdText String id,
    @NotBlank(message = "required") @PlainText String titleChinese,
    @NotBlank(message = "required") @PlainText String titleEnglish,
    @NotBlank(message = "required") @CodedText(value = ActivityKind.class, many = true)
        String kinds,
    @NotBlank(message = "required") @QuotaAmountText String amount,
    @CodedText(YesNo.class) String eachClass,
    @ScopeText String scope,
    @WholeNumberText(min = 0, max = 366) String eachChild,
    @CodedText(Attendee.class) String attendee,
    @NotBlank(message = "required") @PlainText String source,
    @PlainText String article,
    @DateText String textOf,
    @CodedText(YesNo.class) String verified,
    @NotBlank(message = "required") @DateText String validFrom,
    @DateText String validUntil) {

  /** The table of quotas of activities: its columns and their headings. */
  public static final DraftTable<QuotaDraft> TABLE =
      new DraftTable<>(
          ActivityQuota.COLUMNS,
          ImmutableMap.<String, String>builder()
              .put("编号", "id")
              .put("名称", "titleChinese")
              .put("英文名称", "titleEnglish")
              .put("类别", "kinds")
              .put("数量", "amount")
              .put("每班", "eachClass")
              .put("对象", "scope")
              .put("每人次数", "eachChild")
              .put("参加人", "attendee")
              .put("依据", "source")
              .put("条款", "article")
              .put("文本日期", "textOf")
              .put("已核实", "verified")
              .put("生效日期", "validFrom")
              .put("失效日期", "validUntil")
              .buildOrThrow(),
          ImmutableSet.of(
              "id", "titleChinese", "titleEnglish", "kinds", "amount", "source", "validFrom"),
          f ->
              new QuotaDraft(
                  f.apply("id"),
                  f.apply("titleChinese"),
                  f.apply("titleEnglish"),
                  f.apply("kinds"),
                  f.apply("amount"),
                  f.apply("eachClass"),
                  f.apply("scope"),
                  f.apply("eachChild"),
                  f.apply("attendee"),
                  f.apply("source"),
                  f.apply("article"),
                  f.apply("textOf"),
                  f.apply("verified"),
                  f.apply("validFrom"),
                  f.apply("validUntil")));

  /**
   * Creates a draft of a version of a quota.
   *
   * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
   *
   * @param id the quota's id
   * @param titleChinese its title in Chinese, at most 100 characters
   * @param titleEnglish its title in English, at most 100 characters
   * @param kinds which activities count, separated by semicolons
   * @param amount how many there must be, in which periods, for instance {@code 1-2 per-term}
   * @param eachClass {@code yes} if each class must have so many, {@code no} if empty
   * @param scope for which of the children in care, {@code all} if empty
   * @param eachChild how many of them each child must attend in a period, 0 if empty
   * @param attendee whether the child or a guardian must attend, {@code child} if empty
   * @param source the text it comes from
   * @param article the article of that text, empty if there is none
   * @param textOf the day of the version of that text, empty if unknown
   * @param verified {@code yes} if somebody has read the source and found the quota in it, {@code
   *     no} if empty
   * @param validFrom the first day on which it is in force
   * @param validUntil the last day, empty if there is none
   */
  public QuotaDraft {
    id = nullToEmpty(id);
    titleChinese = nullToEmpty(titleChinese);
    titleEnglish = nullToEmpty(titleEnglish);
    kinds = nullToEmpty(kinds);
    amount = nullToEmpty(amount);
    eachClass = nullToEmpty(eachClass);
    scope = nullToEmpty(scope);
    eachChild = nullToEmpty(eachChild);
    attendee = nullToEmpty(attendee);
    source = nullToEmpty(source);
    article = nullToEmpty(article);
    textOf = nullToEmpty(textOf);
    verified = nullToEmpty(verified);
    validFrom = nullToEmpty(validFrom);
    validUntil = nullToEmpty(validUntil);
  }
}
