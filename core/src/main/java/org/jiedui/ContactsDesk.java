package org.jiedui;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.access.Operation;
import org.jiedui.contact.CallRegister;
import org.jiedui.contact.Contact;
import org.jiedui.contact.ContactDetail;
import org.jiedui.contact.VisitFollowUp;
import org.jiedui.contact.Voiding;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.id.SchoolId;
import org.jiedui.intake.ContactDraft;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.DraftRule;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.Violation;
import org.jiedui.school.School;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;

/** The desk for contacts. Thread-safe. */
public final class ContactsDesk {

  private final Gate gate;

  ContactsDesk(Gate gate) {
    this.gate = gate;
  }

  /**
   * Records a contact, or an attempt that failed. The desk adds when and by whom it was recorded.
   * Recording the same contact again does nothing.
   *
   * @param contact the contact, but for when and by whom it was recorded
   * @return the contact as it is stored; if it was there already, as it was recorded then
   * @throws IllegalArgumentException if its day is after today, it supersedes a contact that is not
   *     void, it follows up one that did not ask for it, or a rule of {@link Contact} is broken
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   * @throws org.jiedui.storage.DuplicateRecordException if there is a contact of that id that says
   *     something else
   */
  @CanIgnoreReturnValue
  @Performs(Operation.RECORD_CONTACTS)
  public Contact record(Contact.Builder contact) {
    Contact recorded = contact.recorded(gate.now(), gate.actor().id()).build();
    return gate.run(
        Operation.RECORD_CONTACTS,
        recorded.schoolId(),
        recorded.childId(),
        (writer, count) -> {
          int added = add(writer, recorded.schoolId(), ImmutableList.of(recorded));
          count.add(added);
          return added == 1
              ? recorded
              : writer
                  .contacts()
                  .find(recorded.schoolId(), recorded.childId(), recorded.id())
                  .orElseThrow();
        });
  }

  /**
   * Checks contacts that were recorded elsewhere, against the constraints and the school; stores
   * nothing.
   *
   * @param school the school; it must have a calendar
   * @param rows the rows
   * @return the good contacts, and every violation
   * @throws IllegalStateException if the school has no calendar yet
   */
  @Performs(Operation.IMPORT_CONTACTS)
  public IntakeResult<Contact> check(SchoolId school, List<DraftRow<ContactDraft>> rows) {
    return gate.run(
        Operation.IMPORT_CONTACTS,
        school,
        (writer, count) -> {
          Map<ChildId, Map<ContactId, Contact>> stored = new HashMap<>();
          return gate.intake()
              .contacts(
                  rows,
                  Directories.of(writer, school),
                  gate.actor().id(),
                  child -> writer.contacts().ofChild(school, child))
              .checkedBy(
                  each ->
                      compareWithStored(
                          each,
                          stored.computeIfAbsent(
                              each.value().childId(), child -> stored(writer, school, child))));
        });
  }

  /** All contacts of a child at once: an import has many of each. */
  private static Map<ContactId, Contact> stored(CareReader reader, SchoolId school, ChildId child) {
    return Maps.uniqueIndex(reader.contacts().ofChild(school, child), Contact::id);
  }

  private ImmutableList<Violation> compareWithStored(
      IntakeResult.Accepted<Contact> accepted, Map<ContactId, Contact> ofChild) {
    Contact contact = accepted.value();
    if (contact.recordedAt().isAfter(gate.now())) {
      return ImmutableList.of(
          Violation.of(accepted.row(), "recordedOn", DraftRule.RECORDED_IN_FUTURE));
    }
    return Optional.ofNullable(ofChild.get(contact.id()))
        .map(stored -> comparison(stored, contact))
        .map(rule -> ImmutableList.of(Violation.of(accepted.row(), "studentNumber", rule)))
        .orElseGet(ImmutableList::of);
  }

  private static DraftRule comparison(Contact stored, Contact contact) {
    if (stored.voiding().isPresent()) {
      return DraftRule.VOIDED_BEFORE;
    }
    return stored.saysTheSameAs(contact) ? DraftRule.KNOWN_CONTACT : DraftRule.CONTRADICTS_STORED;
  }

  /**
   * Takes in contacts that were recorded elsewhere, all or none, with the days on which they were.
   *
   * @param school the school
   * @param contacts the contacts
   * @return how many were new
   * @throws IllegalArgumentException if one is of another school, was recorded before its day or
   *     after now, supersedes a contact that is not void, or follows up one that did not ask for it
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   * @throws org.jiedui.storage.DuplicateRecordException if there is a contact of that id that says
   *     something else
   */
  @CanIgnoreReturnValue
  @Performs(Operation.IMPORT_CONTACTS)
  public int importAll(SchoolId school, Collection<Contact> contacts) {
    return gate.run(
        Operation.IMPORT_CONTACTS,
        school,
        (writer, count) -> {
          int added = add(writer, school, contacts);
          count.add(added);
          return added;
        });
  }

  /** Adds contacts and refreshes the standings of each child once. */
  int add(CareWriter writer, SchoolId schoolId, Collection<Contact> contacts) {
    School school = writer.schools().get(schoolId).value();
    for (Contact contact : contacts) {
      SchoolDesk.checkSchool(schoolId, contact.schoolId());
      LocalDate recordedOn = school.dayOf(contact.recordedAt());
      if (contact.day().isAfter(recordedOn)) {
        throw new IllegalArgumentException(
            "contact "
                + contact.id()
                + " of "
                + contact.day()
                + " must not be recorded before, on "
                + recordedOn);
      }
      if (contact.recordedAt().isAfter(gate.now())) {
        throw new IllegalArgumentException(
            "contact " + contact.id() + " must not be recorded in the future");
      }
    }
    ImmutableList<Contact> added = writer.contacts().addAll(contacts);
    for (Contact contact : contacts) {
      checkSuperseded(writer, contact);
      checkFollowed(writer, contact);
    }
    refresh(
        writer,
        schoolId,
        added.stream().map(Contact::childId).collect(ImmutableSet.toImmutableSet()));
    return added.size();
  }

  /** What a better record replaces must be void, or both would count. */
  private static void checkSuperseded(CareWriter writer, Contact contact) {
    contact
        .supersedes()
        .ifPresent(
            id -> {
              boolean isVoid =
                  writer
                      .contacts()
                      .find(contact.schoolId(), contact.childId(), id)
                      .map(mistaken -> mistaken.voiding().isPresent())
                      .orElse(false);
              if (!isVoid) {
                throw new IllegalArgumentException(
                    "contact " + contact.id() + " supersedes " + id + ", which is not void");
              }
            });
  }

  private static void checkFollowed(CareWriter writer, Contact contact) {
    contact
        .detail()
        .flatMap(ContactDetail::followsUp)
        .ifPresent(
            id -> {
              boolean isAsked =
                  writer
                      .contacts()
                      .find(contact.schoolId(), contact.childId(), id)
                      .map(VisitFollowUp::isAskedBy)
                      .orElse(false);
              if (!isAsked) {
                throw new IllegalArgumentException(
                    "contact " + contact.id() + " follows up " + id + ", which did not ask for it");
              }
            });
  }

  private void refresh(CareWriter writer, SchoolId school, ImmutableSet<ChildId> children) {
    if (!children.isEmpty()) {
      StandingKeeper.of(gate.office(), writer, school).refreshContacts(writer, children);
    }
  }

  /**
   * Voids a contact that was entered by mistake. It stays in the file, and counts no longer.
   *
   * @param school the school
   * @param child the child
   * @param contact the contact
   * @param reason why, not blank
   * @return false if it was void already
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such contact
   * @throws IllegalArgumentException if the reason is blank
   */
  @CanIgnoreReturnValue
  @Performs(Operation.RECORD_CONTACTS)
  public boolean markVoid(SchoolId school, ChildId child, ContactId contact, String reason) {
    return gate.run(
        Operation.RECORD_CONTACTS,
        school,
        child,
        (writer, count) -> {
          Voiding voiding = new Voiding(gate.now(), gate.actor().id(), reason);
          boolean voided = writer.contacts().markVoid(school, child, contact, voiding);
          if (voided) {
            count.add(1);
            refresh(writer, school, ImmutableSet.of(child));
          }
          return voided;
        });
  }

  /**
   * Returns the contacts of a child.
   *
   * @param school the school
   * @param child the child
   * @return the contacts by day, voided ones too
   */
  @Performs(Operation.SEE_CONTACTS)
  public ImmutableList<Contact> ofChild(SchoolId school, ChildId child) {
    return gate.look(
        Operation.SEE_CONTACTS,
        school,
        child,
        (reader, count) -> {
          ImmutableList<Contact> contacts = reader.contacts().ofChild(school, child);
          count.add(contacts.size());
          return contacts;
        });
  }

  /**
   * Finds the home visits that asked for a follow-up which has not been made.
   *
   * <pre>{@code
   * desk.contacts().followUps(school, Viewpoint.on(today)).stream()
   *     .filter(open -> open.isOverdueOn(today))
   *     .forEach(open -> remind(open.visit().staff(), open.by()));
   * }</pre>
   *
   * @param school the school
   * @param viewpoint the dates under which to look
   * @return what is open, by the day by which it is to be made, also if that is to come
   */
  @Performs(Operation.SEE_CONTACTS)
  public ImmutableList<VisitFollowUp> followUps(SchoolId school, Viewpoint viewpoint) {
    return gate.look(
        Operation.SEE_CONTACTS,
        school,
        (reader, count) -> {
          ImmutableList<VisitFollowUp> open =
              VisitFollowUp.openIn(
                  reader.contacts().followUps(school),
                  viewpoint,
                  reader.schools().get(school).value().zone());
          count.add(open.size());
          return open;
        });
  }

  /**
   * Returns the register of calls: who called whom, for how long, and whether it was connected.
   *
   * @param school the school
   * @param days the days, with an end
   * @param viewpoint the dates under which to look
   * @return the calls and video calls of these days
   * @throws IllegalArgumentException if the days have no end
   */
  @Performs(Operation.SEE_CONTACTS)
  public CallRegister callRegister(SchoolId school, DateRange days, Viewpoint viewpoint) {
    return gate.look(
        Operation.SEE_CONTACTS,
        school,
        (reader, count) -> {
          CallRegister register =
              CallRegister.of(
                  reader.contacts().onDays(school, days, CallRegister.CHANNELS),
                  viewpoint,
                  reader.schools().get(school).value().zone());
          count.add(register.calls().size());
          return register;
        });
  }
}
