package org.jiedui.id;

import static java.util.Objects.requireNonNull;

/**
 * The identifier of a visit or stay of one child at another's home.
 *
 * <p>It names the record when the stay is called off.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record HomeStayId(String value) implements Comparable<HomeStayId> {

  /**
   * Creates an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @throws IllegalArgumentException if the value has another form; the value is not repeated
   */
  public HomeStayId {
    requireNonNull(value, "value");
    IdText.check(value, "HomeStayId");
  }

  /**
   * Returns an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @return the identifier
   * @throws IllegalArgumentException if the value has another form
   */
  public static HomeStayId of(String value) {
    return new HomeStayId(value);
  }

  @Override
  public int compareTo(HomeStayId other) {
    return value.compareTo(other.value);
  }

  /** Returns the value itself. */
  @Override
  public String toString() {
    return value;
  }
}
