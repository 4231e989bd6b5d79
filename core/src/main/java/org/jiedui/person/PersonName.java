package org.jiedui.person;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a child, a parent, a carer or a teacher.
 *
 * <p>1 to 64 code points: letters of any script, the rare Chinese ones included, with spaces and
 * one middle dot ({@code · • ・}, or {@code ་} of Tibetan), hyphen or apostrophe between any two. It
 * starts and ends with a letter. It is kept as written; no space is added or removed inside.
 *
 * <p>Examples: {@code 欧阳小明}, {@code 阿依古丽·买买提} and {@code Anne-Marie O'Neill} are names; {@code
 * 张三2}, {@code =1+1} and {@code -张} are not.
 *
 * <p>Immutable. Its {@code toString} does not show the name.
 */
public final class PersonName {

  private static final int MAX_LENGTH = 64;

  // The ideographic planes are named as a whole, for names are written with characters that are
  // newer than the tables of the running JDK; U+3007 (zero as a character) is no letter to Unicode.
  private static final String LETTER =
      "[\\p{L}\\u3007\\x{20000}-\\x{2FFFD}\\x{30000}-\\x{3FFFD}]\\p{M}*+";

  // U+0020 and U+3000, which pads names of two characters in school lists.
  private static final String SPACE = "[ \\u3000]";

  // Middle dot, bullet, katakana middle dot, and the dot without which no Tibetan name is written;
  // hyphen; straight and curved apostrophe.
  private static final String JOINER = "[\\u00B7\\u2022\\u30FB\\u0F0B\\-\\u2010'\\u2019]";

  private static final Pattern FORM =
      Pattern.compile(
          "(?:%1$s)++(?:(?:%2$s*+%3$s%2$s*+|%2$s++)(?:%1$s)++)*+".formatted(LETTER, SPACE, JOINER));

  private final String text;

  private PersonName(String text) {
    checkArgument(
        hasForm(text),
        "name must be 1 to %s code points: letters, with spaces and one middle dot, hyphen or"
            + " apostrophe between any two",
        MAX_LENGTH);
    this.text = text;
  }

  /**
   * Returns a name.
   *
   * @param text the name, see {@link PersonName}; white space around it is removed
   * @return the name
   * @throws IllegalArgumentException if the text is no name; it is not repeated
   */
  public static PersonName of(String text) {
    return new PersonName(requireNonNull(text, "text").strip());
  }

  /**
   * Whether {@link #of} accepts a text.
   *
   * @param text any text
   * @return true if it is a name
   */
  public static boolean isValid(String text) {
    return hasForm(requireNonNull(text, "text").strip());
  }

  private static boolean hasForm(String text) {
    return text.codePointCount(0, text.length()) <= MAX_LENGTH && FORM.matcher(text).matches();
  }

  /**
   * Returns the name itself, which is personal.
   *
   * @return the name as written
   */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof PersonName other && text.equals(other.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns {@code PersonName[redacted]}. */
  @Override
  public String toString() {
    return "PersonName[redacted]";
  }
}
