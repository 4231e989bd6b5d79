package org.jiedui.id;

import static java.util.Objects.requireNonNull;

/**
 * The identifier of a carer.
 *
 * <p>The same grandmother who cares for two brothers has one id for both.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record CarerId(String value) implements Comparable<CarerId> {

  /**
   * Creates an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @throws IllegalArgumentException if the value has another form; the value is not repeated
   */
  public CarerId {
    requireNonNull(value, "value");
    IdText.check(value, "CarerId");
  }

  /**
   * Returns an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @return the identifier
   * @throws IllegalArgumentException if the value has another form
   */
  public static CarerId of(String value) {
    return new CarerId(value);
  }

  @Override
  public int compareTo(CarerId other) {
    return value.compareTo(other.value);
  }

  /** Returns the value itself. */
  @Override
  public String toString() {
    return value;
  }
}
