package org.jiedui.id;

import static java.util.Objects.requireNonNull;

/**
 * The identifier of a child.
 *
 * <p>Never the resident ID and never the student number; both are personal data and both can
 * change.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record ChildId(String value) implements Comparable<ChildId> {

  /**
   * Creates an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @throws IllegalArgumentException if the value has another form; the value is not repeated
   */
  public ChildId {
    requireNonNull(value, "value");
    IdText.check(value, "ChildId");
  }

  /**
   * Returns an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @return the identifier
   * @throws IllegalArgumentException if the value has another form
   */
  public static ChildId of(String value) {
    return new ChildId(value);
  }

  @Override
  public int compareTo(ChildId other) {
    return value.compareTo(other.value);
  }

  /** Returns the value itself. */
  @Override
  public String toString() {
    return value;
  }
}
