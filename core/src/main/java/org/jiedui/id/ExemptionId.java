package org.jiedui.id;

import static java.util.Objects.requireNonNull;

/**
 * The identifier of an exemption.
 *
 * <p>It names the record when the exemption is withdrawn.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record ExemptionId(String value) implements Comparable<ExemptionId> {

  /**
   * Creates an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @throws IllegalArgumentException if the value has another form; the value is not repeated
   */
  public ExemptionId {
    requireNonNull(value, "value");
    IdText.check(value, "ExemptionId");
  }

  /**
   * Returns an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @return the identifier
   * @throws IllegalArgumentException if the value has another form
   */
  public static ExemptionId of(String value) {
    return new ExemptionId(value);
  }

  @Override
  public int compareTo(ExemptionId other) {
    return value.compareTo(other.value);
  }

  /** Returns the value itself. */
  @Override
  public String toString() {
    return value;
  }
}
