package org.jiedui.id;

import static java.util.Objects.requireNonNull;

/**
 * The identifier of a referral.
 *
 * <p>It names the record when it is reported and ended.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record ReferralId(String value) implements Comparable<ReferralId> {

  /**
   * Creates an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @throws IllegalArgumentException if the value has another form; the value is not repeated
   */
  public ReferralId {
    requireNonNull(value, "value");
    IdText.check(value, "ReferralId");
  }

  /**
   * Returns an identifier.
   *
   * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}
   * @return the identifier
   * @throws IllegalArgumentException if the value has another form
   */
  public static ReferralId of(String value) {
    return new ReferralId(value);
  }

  @Override
  public int compareTo(ReferralId other) {
    return value.compareTo(other.value);
  }

  /** Returns the value itself. */
  @Override
  public String toString() {
    return value;
  }
}
