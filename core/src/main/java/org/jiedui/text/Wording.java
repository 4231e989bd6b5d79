package org.jiedui.text;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import java.util.Locale;

/**
 * The same words in Chinese and in English, for instance the title of a rule.
 *
 * <p>Example: {@code Wording.of("家访", "home visit").in(Locale.CHINESE)} is {@code 家访}.
 *
 * <p>Immutable.
 *
 * @param chinese the words in Chinese, not blank
 * @param english the words in English, not blank
 */
@Immutable
public record Wording(String chinese, String english) {

  /**
   * Creates a wording.
   *
   * @param chinese the words in Chinese, not blank
   * @param english the words in English, not blank
   * @throws IllegalArgumentException if one of the two is blank
   */
  public Wording {
    requireNonNull(chinese, "chinese");
    requireNonNull(english, "english");
    checkArgument(!chinese.isBlank(), "chinese must not be blank");
    checkArgument(!english.isBlank(), "english must not be blank");
  }

  /**
   * Returns a wording.
   *
   * @param chinese the words in Chinese, not blank
   * @param english the words in English, not blank
   * @return the wording
   * @throws IllegalArgumentException if one of the two is blank
   */
  public static Wording of(String chinese, String english) {
    return new Wording(chinese, english);
  }

  /**
   * Returns the words for a reader.
   *
   * @param locale the reader's locale; any Chinese one reads Chinese, all others read English
   * @return the words in that language
   */
  public String in(Locale locale) {
    return isChinese(locale) ? chinese : english;
  }

  /**
   * Whether a reader with this locale reads Chinese.
   *
   * @param locale the reader's locale
   * @return true if its language is {@code zh}
   */
  public static boolean isChinese(Locale locale) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
  }
}
