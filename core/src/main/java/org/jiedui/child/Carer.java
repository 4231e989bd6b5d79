package org.jiedui.child;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.id.CarerId;
import org.jiedui.person.Address;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;

/**
 * Who cares for a child at home while the parents are away (委托照护人, 临时监护人).
 *
 * <p>Not to be confused with the teacher who acts as parent (代理家长), which is a mentor's role.
 *
 * <p>Immutable.
 *
 * @param id the identifier; a corrected phone number keeps it, another person has another
 * @param name the name
 * @param relation how the carer is related to the child
 * @param birthDate the birth date, if known
 * @param phone the phone, if there is one
 * @param address where the carer lives, if known
 * @param notifiedOn the day on which the parents told the school who cares (委托告知), if they did
 */
public record Carer(
    CarerId id,
    PersonName name,
    Relation relation,
    Optional<LocalDate> birthDate,
    Optional<PhoneNumber> phone,
    Optional<Address> address,
    Optional<LocalDate> notifiedOn) {

  /**
   * Creates a carer.
   *
   * @param id the identifier; a corrected phone number keeps it, another person has another
   * @param name the name
   * @param relation how the carer is related to the child
   * @param birthDate the birth date, if known
   * @param phone the phone, if there is one
   * @param address where the carer lives, if known
   * @param notifiedOn the day on which the parents told the school who cares (委托告知), if they did
   */
  public Carer {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(relation, "relation");
    requireNonNull(birthDate, "birthDate");
    requireNonNull(phone, "phone");
    requireNonNull(address, "address");
    requireNonNull(notifiedOn, "notifiedOn");
  }

  /** Returns the id alone: the rest is personal. */
  @Override
  public String toString() {
    return "Carer[" + id + "]";
  }
}
