package org.jiedui.storage;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Collection;
import org.jiedui.contact.Contact;
import org.jiedui.contact.Voiding;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.id.SchoolId;

/** Writes contacts: they are added and voided, never changed and never deleted. */
public interface ContactWriter extends ContactReader {

  /**
   * Adds a contact. Adding the same again does nothing: see {@link Contact#saysTheSameAs}.
   *
   * @param contact the contact
   * @return true if it was added, false if it was there already
   * @throws DuplicateRecordException if there is a contact of that id that says something else
   * @throws RecordNotFoundException if there is no such child
   */
  @CanIgnoreReturnValue
  boolean add(Contact contact);

  /**
   * Adds contacts, each as {@link #add} does: what an import brings. A store may batch them.
   *
   * @param contacts the contacts, of any children
   * @return those that were added; those that were there already are missing
   * @throws DuplicateRecordException if there is a contact of one's id that says something else
   * @throws RecordNotFoundException if there is no such child
   */
  @CanIgnoreReturnValue
  default ImmutableList<Contact> addAll(Collection<Contact> contacts) {
    return contacts.stream().filter(this::add).collect(ImmutableList.toImmutableList());
  }

  /**
   * Voids a contact that was entered by mistake.
   *
   * @param school the school
   * @param child the child
   * @param id the contact
   * @param voiding who says so, when and why
   * @return true if it was voided, false if it was already
   * @throws RecordNotFoundException if there is no such contact
   */
  @CanIgnoreReturnValue
  boolean markVoid(SchoolId school, ChildId child, ContactId id, Voiding voiding);
}
