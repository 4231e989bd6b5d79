package org.jiedui.person;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * The national code of a school (学校标识码).
 *
 * <p>10 digits; nothing is read out of them. Example: {@code 2151001234}.
 *
 * <p>Not personal. Immutable; ordered by the digits.
 *
 * @param text 10 digits
 */
public record SchoolCode(String text) implements Comparable<SchoolCode> {

  private static final int LENGTH = 10;

  /**
   * Creates a school code.
   *
   * @param text 10 digits
   * @throws IllegalArgumentException if the text is not 10 digits; it is not repeated, for it may
   *     be something else
   */
  public SchoolCode {
    requireNonNull(text, "text");
    requireNonNull(text, "text");
    checkArgument(
        text.length() == LENGTH && Digits.areAll(text), "school code must be %s digits", LENGTH);
  }

  /**
   * Returns the school code that a text states.
   *
   * @param text 10 digits; white space around them is removed
   * @return the school code
   * @throws IllegalArgumentException if the text is not 10 digits; it is not repeated
   */
  public static SchoolCode parse(String text) {
    return new SchoolCode(requireNonNull(text, "text").strip());
  }

  @Override
  public int compareTo(SchoolCode other) {
    return text.compareTo(other.text);
  }

  /** Returns the digits. */
  @Override
  public String toString() {
    return text;
  }
}
