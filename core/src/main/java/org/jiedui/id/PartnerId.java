package org.jiedui.id;

import static java.util.Objects.requireNonNull;

/**
 * The identifier of a partner of the school: the village committee, a police post, a clinic.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record PartnerId(String value) implements Comparable<PartnerId> {

  /**
   * Creates an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @throws IllegalArgumentException if the value has another form; the value is not repeated
   */
  public PartnerId {
    requireNonNull(value, "value");
    IdText.check(value, "PartnerId");
  }

  /**
   * Returns an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @return the identifier
   * @throws IllegalArgumentException if the value has another form
   */
  public static PartnerId of(String value) {
    return new PartnerId(value);
  }

  @Override
  public int compareTo(PartnerId other) {
    return value.compareTo(other.value);
  }

  /** Returns the value itself. */
  @Override
  public String toString() {
    return value;
  }
}
