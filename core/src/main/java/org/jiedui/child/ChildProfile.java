package org.jiedui.child;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jiedui.person.Address;

/**
 * What a child's file says of its home and its health.
 *
 * <p>It is what the school knows now, like the names of the parents: what a file said before is not
 * kept, unlike in {@link CareFacts}.
 *
 * <p>Immutable.
 *
 * @param residence where the child lives, if known
 * @param registrationPlace where its household is registered (户籍地), if known
 * @param health its health, if known
 * @param incomeSource what the family lives on, as the school writes it, if known; not blank
 * @param aid which aid the child receives, as the school writes it, if known; not blank. That it
 *     receives none is written, for instance 无
 */
public record ChildProfile(
    Optional<Address> residence,
    Optional<Address> registrationPlace,
    Optional<ChildHealth> health,
    Optional<String> incomeSource,
    Optional<String> aid) {

  private static final ChildProfile NONE =
      new ChildProfile(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Creates a profile.
   *
   * @param residence where the child lives, if known
   * @param registrationPlace where its household is registered (户籍地), if known
   * @param health its health, if known
   * @param incomeSource what the family lives on, as the school writes it, if known; not blank
   * @param aid which aid the child receives, as the school writes it, if known; not blank
   * @throws IllegalArgumentException if a text is blank
   */
  public ChildProfile {
    requireNonNull(residence, "residence");
    requireNonNull(registrationPlace, "registrationPlace");
    requireNonNull(health, "health");
    requireNonNull(incomeSource, "incomeSource");
    requireNonNull(aid, "aid");
    checkArgument(incomeSource.filter(String::isBlank).isEmpty(), "incomeSource must not be blank");
    checkArgument(aid.filter(String::isBlank).isEmpty(), "aid must not be blank");
  }

  /**
   * Returns that nothing is known.
   *
   * @return the empty profile
   */
  public static ChildProfile none() {
    return NONE;
  }

  /**
   * Returns the same profile with another residence.
   *
   * @param changed where the child lives, if known
   * @return the profile
   */
  public ChildProfile withResidence(Optional<Address> changed) {
    return new ChildProfile(changed, registrationPlace, health, incomeSource, aid);
  }

  /**
   * Returns the same profile with another place of registration.
   *
   * @param changed where the household is registered, if known
   * @return the profile
   */
  public ChildProfile withRegistrationPlace(Optional<Address> changed) {
    return new ChildProfile(residence, changed, health, incomeSource, aid);
  }

  /**
   * Returns the same profile with another health.
   *
   * @param changed the health, if known
   * @return the profile
   */
  public ChildProfile withHealth(Optional<ChildHealth> changed) {
    return new ChildProfile(residence, registrationPlace, changed, incomeSource, aid);
  }

  /**
   * Returns the same profile with another source of income.
   *
   * @param changed what the family lives on, if known; not blank
   * @return the profile
   * @throws IllegalArgumentException if it is blank
   */
  public ChildProfile withIncomeSource(Optional<String> changed) {
    return new ChildProfile(residence, registrationPlace, health, changed, aid);
  }

  /**
   * Returns the same profile with other aid.
   *
   * @param changed which aid the child receives, if known; not blank
   * @return the profile
   * @throws IllegalArgumentException if it is blank
   */
  public ChildProfile withAid(Optional<String> changed) {
    return new ChildProfile(residence, registrationPlace, health, incomeSource, changed);
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "ChildProfile[redacted]";
  }
}
