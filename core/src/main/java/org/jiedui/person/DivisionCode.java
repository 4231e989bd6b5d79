package org.jiedui.person;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;

/**
 * The code of an administrative division (行政区划代码), GB/T 2260.
 *
 * <p>6 digits: province, prefecture and county, two each. Only the shape is checked, for codes
 * retire when counties merge while resident IDs keep them. Example: {@code 110105} is Chaoyang in
 * Beijing, and its province is {@code 11}.
 *
 * <p>Not personal by itself. Immutable; ordered by the digits.
 *
 * @param text 6 digits
 */
public record DivisionCode(String text) implements Comparable<DivisionCode> {

  private static final int LENGTH = 6;

  private static final ImmutableSet<String> PROVINCES =
      ImmutableSet.of(
          "11", "12", "13", "14", "15", //
          "21", "22", "23", //
          "31", "32", "33", "34", "35", "36", "37", //
          "41", "42", "43", "44", "45", "46", //
          "50", "51", "52", "53", "54", //
          "61", "62", "63", "64", "65", //
          "71", "81", "82");

  /**
   * Creates a division code.
   *
   * @param text 6 digits
   * @throws IllegalArgumentException if the text is not 6 digits; it is not repeated
   */
  public DivisionCode {
    requireNonNull(text, "text");
    requireNonNull(text, "text");
    checkArgument(
        text.length() == LENGTH && Digits.areAll(text), "division code must be %s digits", LENGTH);
  }

  /**
   * Returns the division code that a text states.
   *
   * @param text 6 digits; white space around them is removed
   * @return the division code
   * @throws IllegalArgumentException if the text is not 6 digits; it is not repeated
   */
  public static DivisionCode parse(String text) {
    return new DivisionCode(requireNonNull(text, "text").strip());
  }

  /**
   * Returns the code of the province.
   *
   * @return the first 2 digits
   */
  public String province() {
    return text.substring(0, 2);
  }

  /**
   * Whether the province is on the published list of provincial codes.
   *
   * <p>If it is not, a caller may warn, and never more: residence permits and identity cards of
   * foreigners carry other codes.
   *
   * @return true if the first 2 digits are one of the 34 codes of GB/T 2260
   */
  public boolean isKnownProvince() {
    return PROVINCES.contains(province());
  }

  @Override
  public int compareTo(DivisionCode other) {
    return text.compareTo(other.text);
  }

  /** Returns the digits. */
  @Override
  public String toString() {
    return text;
  }
}
