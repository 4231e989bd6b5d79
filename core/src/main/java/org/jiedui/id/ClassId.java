package org.jiedui.id;

import static java.util.Objects.requireNonNull;

/**
 * The identifier of a class of one school year.
 *
 * <p>一年级1班 of 2025 and 一年级1班 of 2026 are two classes.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record ClassId(String value) implements Comparable<ClassId> {

  /**
   * Creates an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @throws IllegalArgumentException if the value has another form; the value is not repeated
   */
  public ClassId {
    requireNonNull(value, "value");
    IdText.check(value, "ClassId");
  }

  /**
   * Returns an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @return the identifier
   * @throws IllegalArgumentException if the value has another form
   */
  public static ClassId of(String value) {
    return new ClassId(value);
  }

  @Override
  public int compareTo(ClassId other) {
    return value.compareTo(other.value);
  }

  /** Returns the value itself. */
  @Override
  public String toString() {
    return value;
  }
}
