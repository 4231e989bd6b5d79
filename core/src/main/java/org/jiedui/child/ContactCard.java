package org.jiedui.child;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.person.Address;
import org.jiedui.person.PersonName;
import org.jiedui.person.PhoneNumber;
import org.jiedui.person.StudentNumber;

/**
 * The contact card (联系卡) of a child for a day: whom to call, and where they are. What is not known
 * is empty.
 *
 * <p>All of it is personal. A host that prints it says for whom; {@code toString} tells nothing.
 *
 * <p>Immutable.
 *
 * @param day the day for which it speaks
 * @param school the name of the school
 * @param className the name of the class, empty if the child is in none
 * @param studentNumber the child's student number
 * @param child the child's name
 * @param father the father
 * @param mother the mother
 * @param carer who cares for the child at home
 */
public record ContactCard(
    LocalDate day,
    String school,
    Optional<String> className,
    StudentNumber studentNumber,
    PersonName child,
    ParentContact father,
    ParentContact mother,
    CarerContact carer) {

  /**
   * Creates a card.
   *
   * @param day the day for which it speaks
   * @param school the name of the school
   * @param className the name of the class, empty if the child is in none
   * @param studentNumber the child's student number
   * @param child the child's name
   * @param father the father
   * @param mother the mother
   * @param carer who cares for the child at home
   */
  public ContactCard {
    requireNonNull(day, "day");
    requireNonNull(school, "school");
    requireNonNull(className, "className");
    requireNonNull(studentNumber, "studentNumber");
    requireNonNull(child, "child");
    requireNonNull(father, "father");
    requireNonNull(mother, "mother");
    requireNonNull(carer, "carer");
  }

  /**
   * Returns the card of a child, with everything that is known today of a day.
   *
   * @param child the child
   * @param school the name of the school
   * @param className the name of the class, empty if the child is in none
   * @param day the day
   * @return the card
   */
  public static ContactCard of(
      Child child, String school, Optional<String> className, LocalDate day) {
    return new ContactCard(
        day,
        school,
        className,
        child.studentNumber(),
        child.name(),
        ParentContact.of(child.father(), child.facts().father().on(day)),
        ParentContact.of(child.mother(), child.facts().mother().on(day)),
        CarerContact.of(child.facts().carer().on(day)));
  }

  /**
   * How a parent is reached.
   *
   * <p>Immutable.
   *
   * @param name the name, if known
   * @param workAddress where the parent works, if away and known
   * @param phone the phone, if there is one
   */
  public record ParentContact(
      Optional<PersonName> name, Optional<Address> workAddress, Optional<PhoneNumber> phone) {

    /**
     * Creates how a parent is reached.
     *
     * @param name the name, if known
     * @param workAddress where the parent works, if away and known
     * @param phone the phone, if there is one
     */
    public ParentContact {
      requireNonNull(name, "name");
      requireNonNull(workAddress, "workAddress");
      requireNonNull(phone, "phone");
    }

    private static ParentContact of(Optional<Parent> parent, Optional<Whereabouts> whereabouts) {
      return new ParentContact(
          parent.map(Parent::name),
          whereabouts.filter(Whereabouts::away).flatMap(Whereabouts::workplace),
          parent.flatMap(Parent::phone));
    }

    /** Returns no content: it is personal. */
    @Override
    public String toString() {
      return "ParentContact[redacted]";
    }
  }

  /**
   * How a carer is reached.
   *
   * <p>Immutable.
   *
   * @param name the name, if there is a carer
   * @param address where the carer lives, if known
   * @param phone the phone, if there is one
   */
  public record CarerContact(
      Optional<PersonName> name, Optional<Address> address, Optional<PhoneNumber> phone) {

    /**
     * Creates how a carer is reached.
     *
     * @param name the name, if there is a carer
     * @param address where the carer lives, if known
     * @param phone the phone, if there is one
     */
    public CarerContact {
      requireNonNull(name, "name");
      requireNonNull(address, "address");
      requireNonNull(phone, "phone");
    }

    private static CarerContact of(Optional<Carer> carer) {
      return new CarerContact(
          carer.map(Carer::name), carer.flatMap(Carer::address), carer.flatMap(Carer::phone));
    }

    /** Returns no content: it is personal. */
    @Override
    public String toString() {
      return "CarerContact[redacted]";
    }
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "ContactCard[redacted]";
  }
}
