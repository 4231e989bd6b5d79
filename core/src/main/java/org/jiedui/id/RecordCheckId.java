package org.jiedui.id;

import static java.util.Objects.requireNonNull;

/**
 * The identifier of a check of the records of a member of staff.
 *
 * <p>It is made of nothing personal.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record RecordCheckId(String value) implements Comparable<RecordCheckId> {

  /**
   * Creates an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @throws IllegalArgumentException if the value has another form; the value is not repeated
   */
  public RecordCheckId {
    requireNonNull(value, "value");
    IdText.check(value, "RecordCheckId");
  }

  /**
   * Returns an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @return the identifier
   * @throws IllegalArgumentException if the value has another form
   */
  public static RecordCheckId of(String value) {
    return new RecordCheckId(value);
  }

  @Override
  public int compareTo(RecordCheckId other) {
    return value.compareTo(other.value);
  }

  /** Returns the value itself. */
  @Override
  public String toString() {
    return value;
  }
}
