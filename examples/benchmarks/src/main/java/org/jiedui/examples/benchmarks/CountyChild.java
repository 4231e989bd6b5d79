package org.jiedui.examples.benchmarks;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiedui.child.Child;
import org.jiedui.compliance.CareRecord;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.ContactSeries;
import org.jiedui.contact.Party;
import org.jiedui.contact.Voiding;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.id.SchoolId;
import org.jiedui.person.PersonName;
import org.jiedui.person.Sex;
import org.jiedui.person.StudentNumber;
import org.jiedui.rule.Exemption;

/**
 * A child of the county, in the form from which every competitor makes its own.
 *
 * @param number 0 or more, its place in the county
 * @param school its school
 * @param id its identifier
 * @param life its facts
 * @param contacts its contacts
 * @param exemptions its exemptions by first day; no two of them have a day in common
 */
record CountyChild(
    int number,
    SchoolId school,
    ChildId id,
    LifeCourse life,
    ContactSeries contacts,
    ImmutableList<Exemption> exemptions) {

  private static final ActorId CLERK = ActorId.of("clerk");

  /**
   * Creates a child.
   *
   * @param number 0 or more, its place in the county
   * @param school its school
   * @param id its identifier
   * @param life its facts
   * @param contacts its contacts
   * @param exemptions its exemptions by first day; no two of them have a day in common
   */
  CountyChild {
    requireNonNull(school, "school");
    requireNonNull(id, "id");
    requireNonNull(life, "life");
    requireNonNull(contacts, "contacts");
    requireNonNull(exemptions, "exemptions");
  }

  /** What the library judges in a sweep. */
  CareRecord packedRecord() {
    return CareRecord.packed(id, life.facts(), exemptions, contacts, LifeCourse.ZONE);
  }

  /** What the library explains: the contacts themselves are there. */
  CareRecord fullRecord() {
    return CareRecord.of(child(), exemptions, contactList(), LifeCourse.ZONE);
  }

  /** The child as a value of the library. */
  Child child() {
    return new Child(
        school,
        id,
        StudentNumber.parse(String.format(Locale.ROOT, "J%018d", number)),
        PersonName.of("学生"),
        Sex.FEMALE,
        Optional.empty(),
        LocalDate.of(2015, 1, 1),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        life.facts());
  }

  /** The contacts as values of the library, in the order of the series. */
  ImmutableList<Contact> contactList() {
    return IntStream.range(0, contacts.size())
        .mapToObj(this::contact)
        .collect(ImmutableList.toImmutableList());
  }

  private Contact contact(int index) {
    int kind = contacts.kind(index);
    ImmutableSet<Party> reached = reached(kind);
    Contact.Builder contact =
        Contact.builder(school, id, ContactId.of(String.format("%s-k-%03d", id.value(), index)))
            .day(LocalDate.ofEpochDay(contacts.day(index)))
            .channel(channel(kind))
            .madeBy(madeBy(kind))
            .recorded(instant(contacts.recordedDay(index)), CLERK);
    Contact built =
        (reached.isEmpty() ? contact.with(Party.CHILD).notReached() : contact.with(reached))
            .build();
    return contacts.voidedDay(index) == ContactSeries.NEVER
        ? built
        : built.voided(new Voiding(instant(contacts.voidedDay(index)), CLERK, "entered twice"));
  }

  private static Instant instant(int day) {
    return LocalDate.ofEpochDay(day).atTime(12, 0).atZone(LifeCourse.ZONE).toInstant();
  }

  /** Who made a contact of a kind. */
  static Party madeBy(int kind) {
    return Stream.of(Party.values())
        .filter(party -> party.number() == ContactSeries.madeBy(kind))
        .findFirst()
        .orElseThrow();
  }

  /** In which way a contact of a kind was made. */
  static Channel channel(int kind) {
    return Stream.of(Channel.values())
        .filter(channel -> channel.number() == ContactSeries.channel(kind))
        .findFirst()
        .orElseThrow();
  }

  /** Whom a contact of a kind reached; nobody if it was an attempt that failed. */
  static ImmutableSet<Party> reached(int kind) {
    return Stream.of(Party.values())
        .filter(party -> (ContactSeries.reached(kind) >> party.number() & 1) != 0)
        .collect(ImmutableSet.toImmutableSet());
  }
}
