package org.jiedui.id;

import static java.util.Objects.requireNonNull;

/**
 * The identifier of a school.
 *
 * <p>It leads every key, so that a store can be split by school.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record SchoolId(String value) implements Comparable<SchoolId> {

  /**
   * Creates an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @throws IllegalArgumentException if the value has another form; the value is not repeated
   */
  public SchoolId {
    requireNonNull(value, "value");
    IdText.check(value, "SchoolId");
  }

  /**
   * Returns an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @return the identifier
   * @throws IllegalArgumentException if the value has another form
   */
  public static SchoolId of(String value) {
    return new SchoolId(value);
  }

  @Override
  public int compareTo(SchoolId other) {
    return value.compareTo(other.value);
  }

  /** Returns the value itself. */
  @Override
  public String toString() {
    return value;
  }
}
