package org.jiedui.id;

import static java.util.Objects.requireNonNull;

/**
 * The identifier of a membership of the care team.
 *
 * <p>It names the record when the membership ends.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record MembershipId(String value) implements Comparable<MembershipId> {

  /**
   * Creates an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @throws IllegalArgumentException if the value has another form; the value is not repeated
   */
  public MembershipId {
    requireNonNull(value, "value");
    IdText.check(value, "MembershipId");
  }

  /**
   * Returns an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @return the identifier
   * @throws IllegalArgumentException if the value has another form
   */
  public static MembershipId of(String value) {
    return new MembershipId(value);
  }

  @Override
  public int compareTo(MembershipId other) {
    return value.compareTo(other.value);
  }

  /** Returns the value itself. */
  @Override
  public String toString() {
    return value;
  }
}
