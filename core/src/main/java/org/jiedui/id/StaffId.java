package org.jiedui.id;

import static java.util.Objects.requireNonNull;

/**
 * The identifier of a member of a school's staff.
 *
 * <p>Schools use the staff number (工号), such as {@code T10}.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record StaffId(String value) implements Comparable<StaffId> {

  /**
   * Creates an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @throws IllegalArgumentException if the value has another form; the value is not repeated
   */
  public StaffId {
    requireNonNull(value, "value");
    IdText.check(value, "StaffId");
  }

  /**
   * Returns an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @return the identifier
   * @throws IllegalArgumentException if the value has another form
   */
  public static StaffId of(String value) {
    return new StaffId(value);
  }

  @Override
  public int compareTo(StaffId other) {
    return value.compareTo(other.value);
  }

  /** Returns the value itself. */
  @Override
  public String toString() {
    return value;
  }
}
