package org.jiedui.id;

import static java.util.Objects.requireNonNull;

/**
 * The identifier of a template from which activities are planned.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record TemplateId(String value) implements Comparable<TemplateId> {

  /**
   * Creates an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @throws IllegalArgumentException if the value has another form; the value is not repeated
   */
  public TemplateId {
    requireNonNull(value, "value");
    IdText.check(value, "TemplateId");
  }

  /**
   * Returns an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @return the identifier
   * @throws IllegalArgumentException if the value has another form
   */
  public static TemplateId of(String value) {
    return new TemplateId(value);
  }

  @Override
  public int compareTo(TemplateId other) {
    return value.compareTo(other.value);
  }

  /** Returns the value itself. */
  @Override
  public String toString() {
    return value;
  }
}
