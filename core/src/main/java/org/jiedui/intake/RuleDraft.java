package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import jakarta.validation.constraints.NotBlank;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Party;
import org.jiedui.rule.Coverage;
import org.jiedui.rule.Season;

/**
 * A version of a contact rule, as somebody wrote it. Several with one id are versions of one rule.
 *
 * @param id the rule's id
 * @param titleChinese its title in Chinese
 * @param titleEnglish its title in English
 * @param madeBy who makes the contact, separated by semicolons, whose duty it is first at the front
 * @param with whom it reaches, separated by semicolons
 * @param channels how, separated by semicolons
 * @param cadence how often, for instance {@code P1M}
 * @param times how many contacts a window needs, 1 if empty
 * @param season {@code term} or {@code year}, {@code term} if empty
 * @param coverage {@code half}, {@code whole} or {@code any}, {@code half} if empty
 * @param graceDays the grace in days, 0 if empty
 * @param scope for which children, {@code all} if empty
 * @param source the text it comes from
 * @param article the article of that text, empty if there is none
 * @param textOf the day of the version of that text, empty if unknown
 * @param verified {@code yes} if somebody has read the source and found the rule in it, {@code no}
 *     if empty
 * @param validFrom the first day on which it is in force
 * @param validUntil the last day, empty if there is none
 */
@ConsistentRule
public record RuleDraft(
    @NotBlank(message = "required") @IdText String id,
    @NotBlank(message = "required") @PlainText String titleChinese,
    @NotBlank(message = "required") @PlainText String titleEnglish,
    @NotBlank(message = "required") @CodedText(value = Party.class, many = true) String madeBy,
    @NotBlank(message = "required") @CodedText(value = Party.class, many = true) String with,
    @NotBlank(message = "required") @CodedText(value = Channel.class, many = true) String channels,
    @NotBlank(message = "required") @CadenceText String cadence,
    @WholeNumberText(min = 1, max = 366) String times,
    @CodedText(Season.class) String season,
    @CodedText(Coverage.class) String coverage,
    @WholeNumberText(min = 0, max = 366) String graceDays,
    @ScopeText String scope,
    @NotBlank(message = "required") @PlainText String source,
    @PlainText String article,
    @DateText String textOf,
    @CodedText(YesNo.class) String verified,
    @NotBlank(message = "required") @DateText String validFrom,
    @DateText String validUntil) {

  /** The table of contact rules: its columns and their headings. */
  public static final DraftTable<RuleDraft> TABLE =
      new DraftTable<>(
          ImmutableList.of(
              "id",
              "titleChinese",
              "titleEnglish",
              "madeBy",
              "with",
              "channels",
              "cadence",
              "times",
              "season",
              "coverage",
              "graceDays",
              "scope",
              "source",
              "article",
              "textOf",
              "verified",
              "validFrom",
              "validUntil"),
          ImmutableMap.<String, String>builder()
              .put("编号", "id")
              .put("名称", "titleChinese")
              .put("英文名称", "titleEnglish")
              .put("联系人", "madeBy")
              .put("联系对象", "with")
              .put("方式", "channels")
              .put("频次", "cadence")
              .put("次数", "times")
              .put("时段", "season")
              .put("覆盖", "coverage")
              .put("宽限天数", "graceDays")
              .put("适用", "scope")
              .put("依据", "source")
              .put("条款", "article")
              .put("文本日期", "textOf")
              .put("已核实", "verified")
              .put("生效日期", "validFrom")
              .put("失效日期", "validUntil")
              .buildOrThrow(),
          ImmutableSet.of(
              "id",
              "titleChinese",
              "titleEnglish",
              "madeBy",
              "with",
              "channels",
              "cadence",
              "source",
              "validFrom"),
          f ->
              new RuleDraft(
                  f.apply("id"),
                  f.apply("titleChinese"),
                  f.apply("titleEnglish"),
                  f.apply("madeBy"),
                  f.apply("with"),
                  f.apply("channels"),
                  f.apply("cadence"),
                  f.apply("times"),
                  f.apply("season"),
                  f.apply("coverage"),
                  f.apply("graceDays"),
                  f.apply("scope"),
                  f.apply("source"),
                  f.apply("article"),
                  f.apply("textOf"),
                  f.apply("verified"),
                  f.apply("validFrom"),
                  f.apply("validUntil")));

  /**
   * Creates a draft of a version of a rule.
   *
   * <p>What is left out, as JSON may do, is empty: a null becomes the empty text.
   *
   * @param id the rule's id
   * @param titleChinese its title in Chinese
   * @param titleEnglish its title in English
   * @param madeBy who makes the contact, separated by semicolons, whose duty it is first at the
   *     front
   * @param with whom it reaches, separated by semicolons
   * @param channels how, separated by semicolons
   * @param cadence how often, for instance {@code P1M}
   * @param times how many contacts a window needs, 1 if empty
   * @param season {@code term} or {@code year}, {@code term} if empty
   * @param coverage {@code half}, {@code whole} or {@code any}, {@code half} if empty
   * @param graceDays the grace in days, 0 if empty
   * @param scope for which children, {@code all} if empty
   * @param source the text it comes from
   * @param article the article of that text, empty if there is none
   * @param textOf the day of the version of that text, empty if unknown
   * @param verified {@code yes} if somebody has read the source and found the rule in it, {@code
   *     no} if empty
   * @param validFrom the first day on which it is in force
   * @param validUntil the last day, empty if there is none
   */
  public RuleDraft {
    id = nullToEmpty(id);
    titleChinese = nullToEmpty(titleChinese);
    titleEnglish = nullToEmpty(titleEnglish);
    madeBy = nullToEmpty(madeBy);
    with = nullToEmpty(with);
    channels = nullToEmpty(channels);
    cadence = nullToEmpty(cadence);
    times = nullToEmpty(times);
    season = nullToEmpty(season);
    coverage = nullToEmpty(coverage);
    graceDays = nullToEmpty(graceDays);
    scope = nullToEmpty(scope);
    source = nullToEmpty(source);
    article = nullToEmpty(article);
    textOf = nullToEmpty(textOf);
    verified = nullToEmpty(verified);
    validFrom = nullToEmpty(validFrom);
    validUntil = nullToEmpty(validUntil);
  }
}
