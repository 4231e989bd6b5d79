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
 * @param delegation who was told that the carer cares, and when (委托告知)
 * @param suitability what is known of the carer being able to care
 */
public record Carer(
    CarerId id,
    PersonName name,
    Relation relation,
    Optional<LocalDate> birthDate,
    Optional<PhoneNumber> phone,
    Optional<Address> address,
    Delegation delegation,
    CarerSuitability suitability) {

  /**
   * Creates a carer.
   *
   * @param id the identifier; a corrected phone number keeps it, another person has another
   * @param name the name
   * @param relation how the carer is related to the child
   * @param birthDate the birth date, if known
   * @param phone the phone, if there is one
   * @param address where the carer lives, if known
   * @param delegation who was told that the carer cares, and when (委托告知)
   * @param suitability what is known of the carer being able to care
   */
  public Carer {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(relation, "relation");
    requireNonNull(birthDate, "birthDate");
    requireNonNull(phone, "phone");
    requireNonNull(address, "address");
    requireNonNull(delegation, "delegation");
    requireNonNull(suitability, "suitability");
  }

  /**
   * Returns a carer of whom no more is known.
   *
   * @param id the identifier
   * @param name the name
   * @param relation how the carer is related to the child
   * @return the carer
   */
  public static Carer of(CarerId id, PersonName name, Relation relation) {
    return new Carer(
        id,
        name,
        relation,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Delegation.none(),
        CarerSuitability.unknown());
  }

  /**
   * Returns the same carer with another birth date.
   *
   * @param changed the birth date, if known
   * @return the carer
   */
  public Carer withBirthDate(Optional<LocalDate> changed) {
    return new Carer(id, name, relation, changed, phone, address, delegation, suitability);
  }

  /**
   * Returns the same carer with another phone.
   *
   * @param changed the phone, if there is one
   * @return the carer
   */
  public Carer withPhone(Optional<PhoneNumber> changed) {
    return new Carer(id, name, relation, birthDate, changed, address, delegation, suitability);
  }

  /**
   * Returns the same carer with another address.
   *
   * @param changed where the carer lives, if known
   * @return the carer
   */
  public Carer withAddress(Optional<Address> changed) {
    return new Carer(id, name, relation, birthDate, phone, changed, delegation, suitability);
  }

  /**
   * Returns the same carer with another delegation.
   *
   * @param changed who was told that the carer cares, and when
   * @return the carer
   */
  public Carer withDelegation(Delegation changed) {
    return new Carer(id, name, relation, birthDate, phone, address, changed, suitability);
  }

  /**
   * Returns the same carer with another suitability.
   *
   * @param changed what is known of the carer being able to care
   * @return the carer
   */
  public Carer withSuitability(CarerSuitability changed) {
    return new Carer(id, name, relation, birthDate, phone, address, delegation, changed);
  }

  /** Returns the id alone: the rest is personal. */
  @Override
  public String toString() {
    return "Carer[" + id + "]";
  }
}
