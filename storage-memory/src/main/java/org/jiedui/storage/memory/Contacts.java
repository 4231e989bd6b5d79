package org.jiedui.storage.memory;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.ContactDetail;
import org.jiedui.contact.VisitFollowUp;
import org.jiedui.contact.Voiding;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.ContactWriter;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.time.DateRange;

/** Contacts, child by child. */
final class Contacts implements ContactWriter {

  private static final String TYPE = "contact";

  private final Session session;
  private final Children children;
  private SchoolMap<ChildId, ChildContacts> rows;

  Contacts(Session session, Children children, SchoolMap<ChildId, ChildContacts> rows) {
    this.session = session;
    this.children = children;
    this.rows = rows;
  }

  SchoolMap<ChildId, ChildContacts> rows() {
    return rows;
  }

  private ChildContacts of(SchoolId school, ChildId child) {
    return rows.find(school, child).orElse(ChildContacts.NONE);
  }

  @Override
  public Optional<Contact> find(SchoolId school, ChildId child, ContactId id) {
    session.checkUse();
    return of(school, child).find(id);
  }

  @Override
  public ImmutableList<Contact> ofChild(SchoolId school, ChildId child) {
    session.checkUse();
    return of(school, child).list();
  }

  @Override
  public ImmutableList<Contact> followUps(SchoolId school) {
    return matching(
        school,
        each ->
            VisitFollowUp.isAskedBy(each)
                || each.detail().flatMap(ContactDetail::followsUp).isPresent(),
        Comparator.comparing(Contact::childId).thenComparing(Contact::id));
  }

  @Override
  public ImmutableList<Contact> onDays(SchoolId school, DateRange days, Set<Channel> channels) {
    checkArgument(days.hasEnd(), "the days (%s) must have an end", days);
    return matching(
        school,
        each -> days.contains(each.day()) && channels.contains(each.channel()),
        Comparator.comparing(Contact::day)
            .thenComparing(Contact::childId)
            .thenComparing(Contact::id));
  }

  private ImmutableList<Contact> matching(
      SchoolId school, Predicate<Contact> which, Comparator<Contact> order) {
    session.checkUse();
    return rows.of(school).values().stream()
        .flatMap(ofChild -> ofChild.list().stream())
        .filter(which)
        .sorted(order)
        .collect(toImmutableList());
  }

  @Override
  public boolean add(Contact contact) {
    session.checkWrite();
    SchoolId school = contact.schoolId();
    ChildId child = children.get(school, contact.childId()).value().id();
    Optional<Contact> stored = find(school, child, contact.id());
    if (stored.isEmpty()) {
      rows = rows.plus(school, child, of(school, child).plus(contact));
      return true;
    }
    if (!stored.get().saysTheSameAs(contact)) {
      throw new DuplicateRecordException(TYPE, school, child + "/" + contact.id());
    }
    return false;
  }

  /** Removes the contacts of a child. */
  void eraseOf(SchoolId school, ChildId child) {
    rows = rows.minus(school, child);
  }

  @Override
  public boolean markVoid(SchoolId school, ChildId child, ContactId id, Voiding voiding) {
    session.checkWrite();
    Contact stored =
        find(school, child, id)
            .orElseThrow(() -> new RecordNotFoundException(TYPE, school, child + "/" + id));
    if (stored.voiding().isPresent()) {
      return false;
    }
    rows = rows.plus(school, child, of(school, child).with(stored.voided(voiding)));
    return true;
  }
}
