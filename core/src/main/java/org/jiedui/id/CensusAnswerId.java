package org.jiedui.id;

import static java.util.Objects.requireNonNull;

/**
 * The identifier of an answer in a census.
 *
 * <p>The same answer taken in twice has the same one.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record CensusAnswerId(String value) implements Comparable<CensusAnswerId> {

  /**
   * Creates an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @throws IllegalArgumentException if the value has another form; the value is not repeated
   */
  public CensusAnswerId {
    requireNonNull(value, "value");
    IdText.check(value, "CensusAnswerId");
  }

  /**
   * Returns an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @return the identifier
   * @throws IllegalArgumentException if the value has another form
   */
  public static CensusAnswerId of(String value) {
    return new CensusAnswerId(value);
  }

  @Override
  public int compareTo(CensusAnswerId other) {
    return value.compareTo(other.value);
  }

  /** Returns the value itself. */
  @Override
  public String toString() {
    return value;
  }
}
