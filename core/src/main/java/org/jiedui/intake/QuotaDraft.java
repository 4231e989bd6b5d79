package org.jiedui.intake;

import static com.google.common.base.Strings.nullToEmpty;

import jakarta.validation.constraints.NotBlank;
import org.jiedui.activity.ActivityKind;
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
