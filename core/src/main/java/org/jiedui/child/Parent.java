package org.jiedui.child;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;

/**
 * A parent.
 *
 * <p>Where the parent is stands in {@link CareFacts}, for it changes.
 *
 * <p>Immutable.
 *
 * @param name the name
 * @param phone the phone, if there is one
 * @param birthDate the birth date, if known
 * @param employer for whom the parent works (工作单位), if known; not blank
 * @param contactWish how and when the parent wishes to be reached, as the school wrote it; not
 *     blank
 */
public record Parent(
    PersonName name,
    Optional<PhoneNumber> phone,
    Optional<LocalDate> birthDate,
    Optional<String> employer,
    Optional<String> contactWish) {

  /**
   * Creates a parent.
   *
   * @param name the name
   * @param phone the phone, if there is one
   * @param birthDate the birth date, if known
   * @param employer for whom the parent works (工作单位), if known; not blank
   * @param contactWish how and when the parent wishes to be reached, as the school wrote it; not
   *     blank
   * @throws IllegalArgumentException if a text is blank
   */
  public Parent {
    requireNonNull(name, "name");
    requireNonNull(phone, "phone");
    requireNonNull(birthDate, "birthDate");
    requireNonNull(employer, "employer");
    requireNonNull(contactWish, "contactWish");
    checkArgument(employer.filter(String::isBlank).isEmpty(), "employer must not be blank");
    checkArgument(contactWish.filter(String::isBlank).isEmpty(), "contactWish must not be blank");
  }

  /**
   * Returns a parent of whom only the name and the phone are known.
   *
   * @param name the name
   * @param phone the phone, if there is one
   * @return the parent
   */
  public static Parent of(PersonName name, Optional<PhoneNumber> phone) {
    return new Parent(name, phone, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Returns the same parent with another phone.
   *
   * @param changed the phone, if there is one
   * @return the parent
   */
  public Parent withPhone(Optional<PhoneNumber> changed) {
    return new Parent(name, changed, birthDate, employer, contactWish);
  }

  /**
   * Returns the same parent with another birth date.
   *
   * @param changed the birth date, if known
   * @return the parent
   */
  public Parent withBirthDate(Optional<LocalDate> changed) {
    return new Parent(name, phone, changed, employer, contactWish);
  }

  /**
   * Returns the same parent with another employer.
   *
   * @param changed for whom the parent works, if known; not blank
   * @return the parent
   * @throws IllegalArgumentException if it is blank
   */
  public Parent withEmployer(Optional<String> changed) {
    return new Parent(name, phone, birthDate, changed, contactWish);
  }

  /**
   * Returns the same parent with another wish.
   *
   * @param changed how and when the parent wishes to be reached, if known; not blank
   * @return the parent
   * @throws IllegalArgumentException if it is blank
   */
  public Parent withContactWish(Optional<String> changed) {
    return new Parent(name, phone, birthDate, employer, changed);
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "Parent[redacted]";
  }
}
