package org.jiedui.storage;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.Set;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.id.SchoolId;
import org.jiedui.time.DateRange;

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

  /**
   * Returns the contacts of a school that ask for a follow-up, and those that follow one up.
   *
   * @param school the school
   * @return the contacts by child, then id; voided ones too
   */
  ImmutableList<Contact> followUps(SchoolId school);

  /**
   * Returns the contacts of a school on some days by some channels. It reads all contacts of the
   * school on these days, whatever their channel.
   *
   * @param school the school
   * @param days the days, with an end
   * @param channels the channels
   * @return the contacts by day, then child, then id; voided ones too
   * @throws IllegalArgumentException if the days have no end
   */
  ImmutableList<Contact> onDays(SchoolId school, DateRange days, Set<Channel> channels);
}
