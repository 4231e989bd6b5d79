package org.jiedui.school;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people call a class, and the grade that it says.
 *
 * <p>Read are the usual forms: {@code 一年级1班}, {@code 一年级（1）班}, {@code 一（1）班}, {@code 1年级1班}, {@code
 * 初一2班} (grade 7) and {@code 高一2班} (grade 10).
 *
 * <p>Immutable.
 *
 * @param text the name as written, without spaces around it
 * @param grade its grade, 1 to 12
 * @param number the number of the class within its grade, 1 or more
 */
public record ClassName(String text, int grade, int number) {

  private static final String NUMERALS = "一二三四五六七八九";
  private static final Pattern PRIMARY =
      Pattern.compile("([一二三四五六七八九1-9])(?:年级)?[（(]?([0-9]{1,3})[）)]?班");
  private static final Pattern SECONDARY =
      Pattern.compile("([初高])([一二三])(?:年级)?[（(]?([0-9]{1,3})[）)]?班");
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
    Matcher primary = PRIMARY.matcher(name);
    if (primary.matches()) {
      return of(name, numeral(primary.group(1)), primary.group(2));
    }
    Matcher secondary = SECONDARY.matcher(name);
    if (secondary.matches()) {
      int stage = secondary.group(1).equals("初") ? LOWER_SECONDARY : UPPER_SECONDARY;
      return of(name, stage + numeral(secondary.group(2)), secondary.group(3));
    }
    return Optional.empty();
  }

  private static Optional<ClassName> of(String name, int grade, String number) {
    int parsed = Integer.parseInt(number);
    return parsed == 0 ? Optional.empty() : Optional.of(new ClassName(name, grade, parsed));
  }

  private static int numeral(String text) {
    int index = NUMERALS.indexOf(text);
    return index >= 0 ? index + 1 : Integer.parseInt(text);
  }
}
