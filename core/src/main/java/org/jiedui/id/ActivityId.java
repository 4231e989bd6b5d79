package org.jiedui.id;

import static java.util.Objects.requireNonNull;

/**
 * The identifier of an activity that a school plans or holds.
 *
 * <p>One that comes from a template is made of the template, the occasion and the class, so that
 * planning again finds it again.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record ActivityId(String value) implements Comparable<ActivityId> {

  /**
   * Creates an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @throws IllegalArgumentException if the value has another form; the value is not repeated
   */
  public ActivityId {
    requireNonNull(value, "value");
    IdText.check(value, "ActivityId");
  }

  /**
   * Returns an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @return the identifier
   * @throws IllegalArgumentException if the value has another form
   */
  public static ActivityId of(String value) {
    return new ActivityId(value);
  }

  @Override
  public int compareTo(ActivityId other) {
    return value.compareTo(other.value);
  }

  /** Returns the value itself. */
  @Override
  public String toString() {
    return value;
  }
}
