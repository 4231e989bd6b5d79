package org.jiedui.storage.memory;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import org.jiedui.contact.Contact;
import org.jiedui.id.ContactId;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** The contacts of one child. Immutable; adding one costs a logarithm of how many there are. */
final class ChildContacts {

  private static final Comparator<Contact> ORDER =
      Comparator.comparing(Contact::day)
          .thenComparing(Contact::recordedAt)
          .thenComparing(Contact::id);

  static final ChildContacts NONE = new ChildContacts(TreePMap.empty(), TreePSet.empty(ORDER));

  private final TreePMap<ContactId, Contact> byId;
  private final TreePSet<Contact> inOrder;

  private ChildContacts(TreePMap<ContactId, Contact> byId, TreePSet<Contact> inOrder) {
    this.byId = byId;
    this.inOrder = inOrder;
  }

  Optional<Contact> find(ContactId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Returns the contacts by day, then when recorded, then id. */
  ImmutableList<Contact> list() {
    return ImmutableList.copyOf(inOrder);
  }

  ChildContacts plus(Contact contact) {
    return new ChildContacts(byId.plus(contact.id(), contact), inOrder.plus(contact));
  }

  /** Puts a contact in the place of the one of its id, which stands at the same place. */
  ChildContacts with(Contact contact) {
    // A sorted set keeps an element that compares equal, so the old one has to go first.
    return new ChildContacts(
        byId.plus(contact.id(), contact), inOrder.minus(contact).plus(contact));
  }
}
