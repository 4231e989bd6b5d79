package org.jiedui.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jiedui.child.Child;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.ContactNotes;
import org.jiedui.contact.ContactSeries;
import org.jiedui.contact.MentorRecord;
import org.jiedui.contact.Party;
import org.jiedui.contact.Voiding;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.RecordNotFoundException;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule 4 of the contract, and what else is said of contacts. */
abstract class ContactCases extends ContractCases {

  private static final ContactId ID = ContactId.of("k-1");
  private static final Instant RECORDED = Instant.parse("2025-09-10T16:30:00.000000001Z");

  private ImmutableList<Contact> contacts(SchoolId school, ChildId child) {
    return read(reader -> reader.contacts().ofChild(school, child));
  }

  private boolean add(Contact contact) {
    return store().<Boolean>write(writer -> writer.contacts().add(contact));
  }

  private boolean markVoid(ContactId id, Voiding voiding) {
    return store().<Boolean>write(writer -> writer.contacts().markVoid(SCHOOL, CHILD, id, voiding));
  }

  private static Contact.Builder contact(Child child) {
    return Contact.builder(child.schoolId(), child.id(), ID)
        .day(day("2025-09-10"))
        .channel(Channel.CALL)
        .madeBy(Party.MENTOR, StaffId.of("T10"))
        .with(Party.CHILD, Party.CARER)
        .note("as agreed")
        .recorded(RECORDED, ActorId.of("T10"));
  }

  @Test
  void add_everyPartComesBack() {
    Child child = storeChild(SCHOOL, CHILD);
    List<Contact> added = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      added.add(fixtures.contact(child, "k-" + i, fixtures.day()).build());
    }
    added.add(
        Contact.builder(SCHOOL, CHILD, ContactId.of("bare"))
            .day(day("2026-02-28"))
            .channel(Channel.LETTER)
            .madeBy(Party.CHILD)
            .with(Party.FATHER)
            .notReached()
            .recorded(RECORDED, ActorId.of("T10"))
            .build());
    added.add(fixtures.contact(child, "voided", fixtures.day()).build().voided(fixtures.voiding()));
    added.add(
        fixtures
            .contact(child, "superseding", fixtures.day())
            .supersedes(ContactId.of("voided"))
            .build());

    added.forEach(contact -> assertThat(add(contact)).isTrue());

    assertThat(contacts(SCHOOL, CHILD)).isEqualTo(ContactSeries.sorted(added));
    for (Contact contact : added) {
      assertFound(reader -> reader.contacts().find(SCHOOL, CHILD, contact.id())).contains(contact);
    }
  }

  @Test
  void find_unknown_isEmpty() {
    Child child = storeChild(SCHOOL, CHILD);
    add(contact(child).build());

    assertFound(reader -> reader.contacts().find(SCHOOL, CHILD, ContactId.of("k-2"))).isEmpty();
    assertFound(reader -> reader.contacts().find(SCHOOL, ChildId.of("c-2"), ID)).isEmpty();
    assertFound(reader -> reader.contacts().find(OTHER_SCHOOL, CHILD, ID)).isEmpty();
    assertThat(contacts(SCHOOL, ChildId.of("c-2"))).isEmpty();
    assertThat(contacts(OTHER_SCHOOL, CHILD)).isEmpty();
  }

  @Test
  void ofChild_isByDayThenWhenRecordedThenId() {
    storeChild(SCHOOL, CHILD);
    List<Contact> sorted = new ArrayList<>();
    for (String day : List.of("2025-09-10", "2025-09-11", "2026-01-01")) {
      // Recorded later on the day that comes first, so that the day leads.
      for (long nanos : new long[] {-1_000_000_001, -1, 0, 1, 1_000_000_000}) {
        for (String id : List.of("-", "0", "A", "a", "b")) {
          sorted.add(
              Contact.builder(SCHOOL, CHILD, ContactId.of(id + day + nanos))
                  .day(day(day))
                  .channel(Channel.CALL)
                  .madeBy(Party.FATHER)
                  .with(Party.CHILD)
                  .recorded(
                      RECORDED.plusNanos(nanos).minusSeconds(86_400L * day(day).getDayOfYear()),
                      ActorId.of("T10"))
                  .build());
        }
      }
    }
    List<Contact> shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, new Random(20251110));

    write(writer -> shuffled.forEach(writer.contacts()::add));

    assertThat(contacts(SCHOOL, CHILD)).isEqualTo(sorted);
  }

  @Test
  void add_theSameAgain_isOneContact() {
    Child child = storeChild(SCHOOL, CHILD);
    Contact first = contact(child).build();
    assertThat(add(first)).isTrue();

    assertThat(add(first)).isFalse();
    assertThat(add(contact(child).recorded(RECORDED.plusSeconds(9), ActorId.of("T11")).build()))
        .as("recorded later by somebody else")
        .isFalse();
    assertThat(add(first.voided(fixtures.voiding()))).as("voided elsewhere").isFalse();

    assertThat(contacts(SCHOOL, CHILD)).containsExactly(first);
  }

  @Test
  void add_theSameTwiceInOneWrite_isOneContact() {
    Child child = storeChild(SCHOOL, CHILD);
    Contact contact = contact(child).build();

    write(
        writer -> {
          assertThat(writer.contacts().add(contact)).isTrue();
          assertThat(writer.contacts().add(contact)).isFalse();
        });

    assertThat(contacts(SCHOOL, CHILD)).containsExactly(contact);
  }

  @Test
  void addAll_returnsThoseThatWereNew_alsoOfManyChildren() {
    Child child = storeChild(SCHOOL, CHILD);
    Child sibling = storeChild(SCHOOL, ChildId.of("c-2"));
    List<Contact> known = new ArrayList<>();
    List<Contact> fresh = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      Contact contact =
          fixtures.contact(i % 2 == 0 ? child : sibling, "k-" + i, fixtures.day()).build();
      (i % 5 == 0 ? known : fresh).add(contact);
    }
    known.forEach(this::add);
    List<Contact> all = new ArrayList<>(known);
    all.addAll(fresh);
    all.add(fresh.get(0));
    Collections.shuffle(all, new Random(4));

    ImmutableList<Contact> added = store().write(writer -> writer.contacts().addAll(all));

    assertThat(added).containsExactlyInAnyOrderElementsOf(fresh);
    List<Contact> stored = new ArrayList<>(contacts(SCHOOL, CHILD));
    stored.addAll(contacts(SCHOOL, ChildId.of("c-2")));
    fresh.addAll(known);
    assertThat(stored).containsExactlyInAnyOrderElementsOf(fresh);
    assertThat(store().<ImmutableList<Contact>>write(writer -> writer.contacts().addAll(List.of())))
        .isEmpty();
  }

  @Test
  void addAll_oneThatSaysSomethingElse_orOfAnUnknownChild_isRefused_andNoneIsStored() {
    Child child = storeChild(SCHOOL, CHILD);
    Contact first = contact(child).build();
    add(first);
    Contact other = fixtures.contact(child, "k-other", fixtures.day()).build();

    assertRefused(
        DuplicateRecordException.class,
        writer ->
            writer.contacts().addAll(List.of(other, contact(child).note("otherwise").build())));
    assertRefused(
        RecordNotFoundException.class,
        writer ->
            writer
                .contacts()
                .addAll(
                    List.of(
                        other,
                        fixtures
                            .contact(
                                fixtures.child(SCHOOL, ChildId.of("nobody")), "k", fixtures.day())
                            .build())));

    assertThat(contacts(SCHOOL, CHILD)).containsExactly(first);
  }

  /** Contacts of one id that each say something else in one part alone. */
  static Stream<Contact> differentContacts() {
    Child child = StoreFixtures.seeded(1).child(SCHOOL, CHILD);
    return Stream.of(
        contact(child).day(day("2025-09-11")).build(),
        contact(child).channel(Channel.VIDEO_CALL).build(),
        contact(child).madeBy(Party.SUBJECT_TEACHER, StaffId.of("T10")).build(),
        contact(child).madeBy(Party.MENTOR, StaffId.of("T11")).build(),
        contact(child).with(Party.CHILD).build(),
        contact(child).with(Party.CHILD, Party.CARER, Party.MOTHER).build(),
        contact(child).notReached().build(),
        contact(child).note("as agreed ").build(),
        contact(child).note("As agreed").build(),
        contact(child).supersedes(ContactId.of("k-0")).build(),
        contact(child).notes(ContactNotes.Call.of(5)).build(),
        contact(child).mentoring(MentorRecord.of("a", "", "")).build(),
        contact(child).followsUp(ContactId.of("k-0")).build());
  }

  /** Details that each say something else in one part alone. */
  static Stream<Contact.Builder> details() {
    return Stream.of(
        home().notes(ContactNotes.HomeVisit.of("a", "", "", "")),
        home().notes(ContactNotes.HomeVisit.of("", "a", "", "")),
        home().notes(ContactNotes.HomeVisit.of("", "", "a", "")),
        home().notes(ContactNotes.HomeVisit.of("", "", "", "a")),
        home().notes(ContactNotes.HomeVisit.of("a", "", "", "").followUpBy(day("2025-09-30"))),
        home().notes(ContactNotes.HomeVisit.of("a", "", "", "").followUpBy(day("2025-10-01"))),
        home().mentoring(MentorRecord.of("a", "", "")),
        home().mentoring(MentorRecord.of("", "a", "")),
        home().mentoring(MentorRecord.of("", "", "a")),
        home().followsUp(ContactId.of("k-0")),
        home().channel(Channel.TALK).notes(ContactNotes.Talk.of("a", "", "")),
        home().channel(Channel.TALK).notes(ContactNotes.Talk.of("", "a", "")),
        home().channel(Channel.TALK).notes(ContactNotes.Talk.of("", "", "a")),
        home().channel(Channel.CALL).notes(ContactNotes.Call.of(0)),
        home().channel(Channel.CALL).notes(ContactNotes.Call.of(1440)),
        home().channel(Channel.CALL).notes(ContactNotes.Call.of(3).startedAt(LocalTime.of(0, 0))),
        home()
            .channel(Channel.CALL)
            .notes(ContactNotes.Call.of(3).startedAt(LocalTime.of(23, 59))));
  }

  private static Contact.Builder home() {
    return Contact.builder(SCHOOL, CHILD, ID)
        .day(day("2025-09-10"))
        .channel(Channel.HOME_VISIT)
        .madeBy(Party.MENTOR, StaffId.of("T10"))
        .with(Party.CHILD, Party.CARER)
        .recorded(RECORDED, ActorId.of("T10"));
  }

  @ParameterizedTest
  @MethodSource("details")
  void add_detail_comesBack_andIsTheSameContactAgain(Contact.Builder builder) {
    storeChild(SCHOOL, CHILD);
    Contact contact = builder.build();
    assertThat(add(contact)).isTrue();

    assertThat(add(contact)).isFalse();
    assertThat(contacts(SCHOOL, CHILD)).containsExactly(contact);
    assertRefused(
        DuplicateRecordException.class,
        writer -> writer.contacts().add(builder.note("otherwise").build()));
  }

  @Test
  void followUps_areWhatAsksForOneOrIsOne_byChildThenId() {
    Child child = storeChild(SCHOOL, CHILD);
    Child sibling = storeChild(SCHOOL, ChildId.of("c-2"));
    Child namesake = storeChild(OTHER_SCHOOL, CHILD);
    ContactNotes asking = ContactNotes.HomeVisit.of("a", "", "", "").followUpBy(day("2025-09-30"));
    Contact asks = visit(child, "b").notes(asking).build();
    Contact doesNot = visit(child, "c").notes(ContactNotes.HomeVisit.of("a", "", "", "")).build();
    Contact bare = visit(child, "d").build();
    Contact follows = visit(child, "a").followsUp(asks.id()).build();
    Contact both = visit(child, "e").notes(asking).followsUp(asks.id()).build();
    Contact ofSibling = visit(sibling, "a").notes(asking).build();
    Contact ofNamesake = visit(namesake, "b").notes(asking).build();
    List.of(asks, doesNot, bare, follows, both, ofSibling, ofNamesake).forEach(this::add);
    Voiding voiding = fixtures.voiding();
    markVoid(asks.id(), voiding);

    assertListed(reader -> reader.contacts().followUps(SCHOOL))
        .containsExactly(follows, asks.voided(voiding), both, ofSibling);
    assertListed(reader -> reader.contacts().followUps(OTHER_SCHOOL)).containsExactly(ofNamesake);
  }

  @Test
  void onDays_areThoseOfTheChannels_byDayThenChildThenId() {
    Child child = storeChild(SCHOOL, CHILD);
    Child sibling = storeChild(SCHOOL, ChildId.of("c-2"));
    Child namesake = storeChild(OTHER_SCHOOL, CHILD);
    Contact before = visit(child, "a").day(day("2025-09-09")).build();
    Contact first = visit(child, "b").day(day("2025-09-10")).channel(Channel.CALL).build();
    Contact byMessage = visit(child, "c").day(day("2025-09-10")).channel(Channel.MESSAGE).build();
    Contact second = visit(child, "d").day(day("2025-09-10")).build();
    Contact ofSibling = visit(sibling, "a").day(day("2025-09-10")).build();
    Contact last = visit(child, "0").day(day("2025-09-11")).build();
    Contact after = visit(child, "e").day(day("2025-09-12")).build();
    Contact elsewhere = visit(namesake, "b").day(day("2025-09-10")).build();
    List.of(last, before, ofSibling, second, byMessage, first, after, elsewhere).forEach(this::add);
    DateRange days = DateRange.parse("2025-09-10/2025-09-11");

    assertListed(
            reader ->
                reader
                    .contacts()
                    .onDays(SCHOOL, days, ImmutableSet.of(Channel.CALL, Channel.HOME_VISIT)))
        .containsExactly(first, second, ofSibling, last);
    assertListed(reader -> reader.contacts().onDays(SCHOOL, days, ImmutableSet.of())).isEmpty();
    assertRefused(
        IllegalArgumentException.class,
        writer ->
            writer
                .contacts()
                .onDays(
                    SCHOOL,
                    DateRange.startingOn(day("2025-09-10")),
                    ImmutableSet.of(Channel.CALL)));
  }

  private static Contact.Builder visit(Child child, String id) {
    return Contact.builder(child.schoolId(), child.id(), ContactId.of(id))
        .day(day("2025-09-10"))
        .channel(Channel.HOME_VISIT)
        .madeBy(Party.MENTOR, StaffId.of("T10"))
        .with(Party.CHILD)
        .recorded(RECORDED, ActorId.of("T10"));
  }

  @ParameterizedTest
  @MethodSource("differentContacts")
  void add_otherContent_isRefused(Contact other) {
    Child child = storeChild(SCHOOL, CHILD);
    Contact first = contact(child).build();
    add(first);

    assertRefused(DuplicateRecordException.class, writer -> writer.contacts().add(other));

    assertThat(contacts(SCHOOL, CHILD)).containsExactly(first);
  }

  @Test
  void add_otherContentInOneWrite_isRefused_andNeitherIsStored() {
    Child child = storeChild(SCHOOL, CHILD);

    assertRefused(
        DuplicateRecordException.class,
        writer -> {
          writer.contacts().add(contact(child).build());
          writer.contacts().add(contact(child).note("something else").build());
        });

    assertThat(contacts(SCHOOL, CHILD)).isEmpty();
  }

  @Test
  void add_childUnknown_isRefused() {
    Child elsewhere = storeChild(OTHER_SCHOOL, CHILD);
    Child unknown = fixtures.child(SCHOOL, CHILD);

    assertRefused(
        RecordNotFoundException.class, writer -> writer.contacts().add(contact(unknown).build()));

    assertThat(contacts(SCHOOL, CHILD)).isEmpty();
    assertThat(add(contact(elsewhere).build())).isTrue();
  }

  @Test
  void add_sameIdForAnotherChild_isAnotherContact() {
    Child child = storeChild(SCHOOL, CHILD);
    Child sibling = storeChild(SCHOOL, ChildId.of("c-2"));
    Child namesake = storeChild(OTHER_SCHOOL, CHILD);
    Contact first = contact(child).build();
    Contact second = contact(sibling).note("something else").build();
    Contact third = contact(namesake).note("something else again").build();

    assertThat(add(first)).isTrue();
    assertThat(add(second)).isTrue();
    assertThat(add(third)).isTrue();

    assertThat(contacts(SCHOOL, CHILD)).containsExactly(first);
    assertThat(contacts(SCHOOL, sibling.id())).containsExactly(second);
    assertThat(contacts(OTHER_SCHOOL, CHILD)).containsExactly(third);
  }

  @Test
  void markVoid_keepsTheContact_inItsPlace() {
    Child child = storeChild(SCHOOL, CHILD);
    Contact contact = contact(child).build();
    Contact before = fixtures.contact(child, "k-0", day("2025-09-09")).build();
    Contact after = fixtures.contact(child, "k-2", day("2025-09-11")).build();
    List.of(after, contact, before).forEach(this::add);
    Voiding voiding = fixtures.voiding();

    assertThat(markVoid(ID, voiding)).isTrue();

    assertThat(contacts(SCHOOL, CHILD)).containsExactly(before, contact.voided(voiding), after);
    assertFound(reader -> reader.contacts().find(SCHOOL, CHILD, ID))
        .contains(contact.voided(voiding));
  }

  @Test
  void markVoid_again_isFalse_andTheFirstStands() {
    Child child = storeChild(SCHOOL, CHILD);
    Contact contact = contact(child).build();
    add(contact);
    Voiding voiding = fixtures.voiding();
    assertThat(markVoid(ID, voiding)).isTrue();

    assertThat(markVoid(ID, fixtures.voiding())).isFalse();
    assertThat(markVoid(ID, voiding)).isFalse();

    assertThat(contacts(SCHOOL, CHILD)).containsExactly(contact.voided(voiding));
  }

  @Test
  void markVoid_addedAsVoided_isFalse() {
    Child child = storeChild(SCHOOL, CHILD);
    Contact voided = contact(child).build().voided(fixtures.voiding());
    add(voided);

    assertThat(markVoid(ID, fixtures.voiding())).isFalse();

    assertThat(contacts(SCHOOL, CHILD)).containsExactly(voided);
  }

  @Test
  void markVoid_thenAddedAgain_staysVoided() {
    Child child = storeChild(SCHOOL, CHILD);
    Contact contact = contact(child).build();
    add(contact);
    Voiding voiding = fixtures.voiding();
    markVoid(ID, voiding);

    assertThat(add(contact)).isFalse();

    assertThat(contacts(SCHOOL, CHILD)).containsExactly(contact.voided(voiding));
  }

  @Test
  void markVoid_unknown_isRefused() {
    Child sibling = storeChild(SCHOOL, ChildId.of("c-2"));
    Child namesake = storeChild(OTHER_SCHOOL, CHILD);
    storeChild(SCHOOL, CHILD);
    add(contact(sibling).build());
    add(contact(namesake).build());

    assertRefused(
        RecordNotFoundException.class,
        writer -> writer.contacts().markVoid(SCHOOL, CHILD, ID, fixtures.voiding()));
    assertRefused(
        RecordNotFoundException.class,
        writer -> writer.contacts().markVoid(SCHOOL, ChildId.of("c-9"), ID, fixtures.voiding()));

    assertThat(contacts(SCHOOL, sibling.id())).containsExactly(contact(sibling).build());
    assertThat(contacts(OTHER_SCHOOL, CHILD)).containsExactly(contact(namesake).build());
  }
}
