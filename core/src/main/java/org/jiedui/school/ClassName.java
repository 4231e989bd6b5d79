package org.jiedui.school;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people call a class, and the grade that it says.
 *
 * <p>Read are the usual forms: {@code 一年级1班}, {@code 一年级（1）班}, {@code 一（1）班}, {@code 1年级1班}, {@code
 * 初一2班} (grade 7) and {@code 高一2班} (grade 10). The number of the class may be a Chinese numeral up
 * to {@code 二十}: {@code 一年级十二班}. White space does not matter, nor whether digits and brackets are
 * full-width. {@code 二十班} is not read: it may be a twentieth class as well as the tenth of grade 2.
 *
 * <p>Immutable.
 *
 * @param text the name as written, without spaces around it
 * @param grade its grade, 1 to 12
 * @param number the number of the class within its grade, 1 or more
 */
public record ClassName(String text, int grade, int number) {

  private static final String NUMERALS = "一二三四五六七八九";
  private static final String NUMBER = "\\(?([0-9]{1,3}|二十|十?[一二三四五六七八九]|十)\\)?班";
  private static final Pattern PRIMARY =
      Pattern.compile("([一二三四五六七八九]|[1-9](?=年级|\\())(?![一二]?十)(?:年级)?" + NUMBER);
  private static final Pattern SECONDARY = Pattern.compile("([初高])([一二三])(?:年级)?" + NUMBER);
  private static final int LOWER_SECONDARY = 6;
  private static final int UPPER_SECONDARY = 9;

  /**
   * Creates a class name.
   *
   * @param text the name as written
   * @param grade its grade, 1 to 12
   * @param number the number of the class within its grade, 1 or more
   * @throws IllegalArgumentException if the grade or the number is out of bounds
   */
  public ClassName {
    requireNonNull(text, "text");
    checkArgument(grade >= 1 && grade <= ClassGroup.MAX_GRADE, "grade (%s) must be 1 to 12", grade);
    checkArgument(number >= 1, "number (%s) must be 1 or more", number);
  }

  /**
   * Reads a class name.
   *
   * @param text the name
   * @return the name with its grade, or empty if it does not say one
   */
  public static Optional<ClassName> find(String text) {
    String name = text.strip();
    String read =
        CharMatcher.whitespace().removeFrom(Normalizer.normalize(name, Normalizer.Form.NFKC));
    Matcher primary = PRIMARY.matcher(read);
    if (primary.matches()) {
      return of(name, numeral(primary.group(1)), primary.group(2));
    }
    Matcher secondary = SECONDARY.matcher(read);
    if (secondary.matches()) {
      int stage = secondary.group(1).equals("初") ? LOWER_SECONDARY : UPPER_SECONDARY;
      return of(name, stage + numeral(secondary.group(2)), secondary.group(3));
    }
    return Optional.empty();
  }

  private static Optional<ClassName> of(String name, int grade, String number) {
    int parsed = numeral(number);
    return parsed == 0 ? Optional.empty() : Optional.of(new ClassName(name, grade, parsed));
  }

  /** Reads digits, or a Chinese numeral up to twenty. */
  private static int numeral(String text) {
    int ten = text.indexOf('十');
    if (ten >= 0) {
      int tens = ten == 0 ? 1 : numeral(text.substring(0, ten));
      return 10 * tens + (text.endsWith("十") ? 0 : numeral(text.substring(ten + 1)));
    }
    int index = NUMERALS.indexOf(text);
    return index >= 0 ? index + 1 : Integer.parseInt(text);
  }

  /**
   * Whether another name means the same class: it says the same grade and number.
   *
   * <p>Example: {@code 一（1）班} and {@code 一年级1班} mean the same class.
   *
   * @param other another name
   * @return true if grade and number are equal, however the two are written
   */
  public boolean isSameClass(ClassName other) {
    return grade == other.grade && number == other.number;
  }
}
