package org.jiedui.child;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;

/**
 * A parent.
 *
 * <p>Immutable.
 *
 * @param name the name
 * @param phone the phone, if there is one
 */
public record Parent(PersonName name, Optional<PhoneNumber> phone) {

  /**
   * Creates a parent.
   *
   * @param name the name
   * @param phone the phone, if there is one
   */
  public Parent {
    requireNonNull(name, "name");
    requireNonNull(phone, "phone");
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "Parent[redacted]";
  }
}
