package org.jiedui.person;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address as the school writes it, of a home or of a parent's work.
 *
 * <p>Free text of 1 to 200 code points in one line, because villages have no street numbers: {@code
 * 平坝村三组，小卖部往里走}. The division code, where it is known, is what lists are grouped by; it is not
 * compared with the text.
 *
 * <p>Immutable. Its {@code toString} does not show the address.
 */
public final class Address {

  private static final int MAX_LENGTH = 200;

  private final String text;
  private final @Nullable DivisionCode divisionCode;

  private Address(String text, @Nullable DivisionCode divisionCode) {
    int length = text.codePointCount(0, text.length());
    checkArgument(
        length >= 1 && length <= MAX_LENGTH,
        "address must be 1 to %s code points, but has %s",
        MAX_LENGTH,
        length);
    checkArgument(
        text.codePoints().noneMatch(Address::isForbidden),
        "address must be one line without control characters");
    this.text = text;
    this.divisionCode = divisionCode;
  }

  /**
   * Returns an address of which only the text is known.
   *
   * @param text 1 to 200 code points without control characters; white space around it is removed
   * @return the address, without a division code
   * @throws IllegalArgumentException if the text is blank, longer, or has a control character or a
   *     line break; it is not repeated
   */
  public static Address of(String text) {
    return new Address(requireNonNull(text, "text").strip(), null);
  }

  /**
   * Returns an address in a known division.
   *
   * @param text 1 to 200 code points without control characters; white space around it is removed
   * @param divisionCode the county or other division in which it lies
   * @return the address
   * @throws IllegalArgumentException if the text is blank, longer, or has a control character or a
   *     line break; it is not repeated
   */
  public static Address of(String text, DivisionCode divisionCode) {
    requireNonNull(text, "text");
    requireNonNull(divisionCode, "divisionCode");
    return new Address(text.strip(), divisionCode);
  }

  // Half a surrogate pair too: no store could keep it.
  private static boolean isForbidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  /**
   * Returns the address itself, which is personal.
   *
   * @return the text as written
   */
  public String text() {
    return text;
  }

  /**
   * Returns the division in which the address lies.
   *
   * @return the code, or empty if it was not given
   */
  public Optional<DivisionCode> divisionCode() {
    return Optional.ofNullable(divisionCode);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Address other
        && text.equals(other.text)
        && Objects.equals(divisionCode, other.divisionCode);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, divisionCode);
  }

  /** Returns {@code Address[redacted]}. */
  @Override
  public String toString() {
    return "Address[redacted]";
  }
}
