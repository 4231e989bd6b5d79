package org.jiedui.id;

import static java.util.Objects.requireNonNull;

/**
 * The identifier of a pair of children who help each other.
 *
 * <p>It names the record when the pair ends.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record PeerPairId(String value) implements Comparable<PeerPairId> {

  /**
   * Creates an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @throws IllegalArgumentException if the value has another form; the value is not repeated
   */
  public PeerPairId {
    requireNonNull(value, "value");
    IdText.check(value, "PeerPairId");
  }

  /**
   * Returns an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @return the identifier
   * @throws IllegalArgumentException if the value has another form
   */
  public static PeerPairId of(String value) {
    return new PeerPairId(value);
  }

  @Override
  public int compareTo(PeerPairId other) {
    return value.compareTo(other.value);
  }

  /** Returns the value itself. */
  @Override
  public String toString() {
    return value;
  }
}
