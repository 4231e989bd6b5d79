package org.jiedui.id;

import static java.util.Objects.requireNonNull;

/**
 * The identifier of a guardian's consent.
 *
 * <p>It names the record when the consent is withdrawn.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record ConsentId(String value) implements Comparable<ConsentId> {

  /**
   * Creates an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @throws IllegalArgumentException if the value has another form; the value is not repeated
   */
  public ConsentId {
    requireNonNull(value, "value");
    IdText.check(value, "ConsentId");
  }

  /**
   * Returns an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @return the identifier
   * @throws IllegalArgumentException if the value has another form
   */
  public static ConsentId of(String value) {
    return new ConsentId(value);
  }

  @Override
  public int compareTo(ConsentId other) {
    return value.compareTo(other.value);
  }

  /** Returns the value itself. */
  @Override
  public String toString() {
    return value;
  }
}
