package org.jiedui.storage;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jiedui.contact.Contact;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.id.SchoolId;

/** Reads contacts. */
public interface ContactReader {

  /**
   * Finds a contact.
   *
   * @param school the school
   * @param child the child
   * @param id the identifier, unique for the child
   * @return the contact, or empty if there is none
   */
  Optional<Contact> find(SchoolId school, ChildId child, ContactId id);

  /**
   * Returns the contacts of a child.
   *
   * @param school the school
   * @param child the child
   * @return the contacts by day, then when recorded, then id; voided ones too
   */
  ImmutableList<Contact> ofChild(SchoolId school, ChildId child);
}
