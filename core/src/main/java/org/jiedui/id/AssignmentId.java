package org.jiedui.id;

import static java.util.Objects.requireNonNull;

/**
 * The identifier of a mentor assignment.
 *
 * <p>It names the record when the assignment is closed.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record AssignmentId(String value) implements Comparable<AssignmentId> {

  /**
   * Creates an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @throws IllegalArgumentException if the value has another form; the value is not repeated
   */
  public AssignmentId {
    requireNonNull(value, "value");
    IdText.check(value, "AssignmentId");
  }

  /**
   * Returns an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @return the identifier
   * @throws IllegalArgumentException if the value has another form
   */
  public static AssignmentId of(String value) {
    return new AssignmentId(value);
  }

  @Override
  public int compareTo(AssignmentId other) {
    return value.compareTo(other.value);
  }

  /** Returns the value itself. */
  @Override
  public String toString() {
    return value;
  }
}
