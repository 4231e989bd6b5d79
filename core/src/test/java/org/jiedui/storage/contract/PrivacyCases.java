package org.jiedui.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.base.Throwables;
import java.util.List;
import java.util.function.Consumer;
import org.jiedui.child.Child;
import org.jiedui.contact.Contact;
import org.jiedui.contact.ContactDetail;
import org.jiedui.contact.MentorRecord;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.CensusAnswerId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ConsentId;
import org.jiedui.id.ContactId;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.HomeStayId;
import org.jiedui.id.MembershipId;
import org.jiedui.id.PeerPairId;
import org.jiedui.id.ReferralId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.StorageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every failure is a {@link StorageException} that names ids and no personal data. */
abstract class PrivacyCases extends ContractCases {

  private final Everything everything = new Everything(fixtures);
  private final Child child = everything.child();

  @BeforeEach
  final void storeEverything() {
    write(everything::insert);
  }

  private void assertWriteTells(Consumer<? super CareWriter> work, String... ids) {
    assertTells(assertRefused(StorageException.class, work), ids);
  }

  private void assertReadTells(Consumer<? super CareReader> work, String... ids) {
    Throwable refusal =
        catchThrowable(
            () ->
                read(
                    reader -> {
                      work.accept(reader);
                      return true;
                    }));
    assertThat(refusal).isInstanceOf(StorageException.class);
    assertTells(refusal, ids);
  }

  private static void assertTells(Throwable refusal, String... ids) {
    assertThat(refusal).message().contains(SCHOOL.value());
    for (String id : ids) {
      assertThat(refusal).message().contains(id);
    }
    // The stack trace has the messages of all causes and of what was suppressed.
    assertTellsNothingPersonal(Throwables.getStackTraceAsString(refusal));
  }

  private static void assertTellsNothingPersonal(String text) {
    assertThat(text).doesNotContain(StoreFixtures.PERSONAL_MARKS);
  }

  @Test
  void marks_areInAllThatIsPersonal_andInNoId() {
    assertThat(StoreFixtures.PERSONAL_MARKS).anyMatch(child.name().text()::contains);
    assertThat(StoreFixtures.PERSONAL_MARKS).anyMatch(child.studentNumber().text()::contains);
    assertThat(StoreFixtures.PERSONAL_MARKS).anyMatch(child.birthDate().toString()::contains);
    assertThat(StoreFixtures.PERSONAL_MARKS)
        .anyMatch(child.residentId().orElseThrow().text()::contains);
    assertThat(StoreFixtures.PERSONAL_MARKS)
        .anyMatch(everything.contact().note().orElseThrow()::contains);
    assertThat(
            everything
                .contact()
                .detail()
                .flatMap(ContactDetail::mentoring)
                .flatMap(MentorRecord::problem))
        .isEqualTo(everything.contact().note());
    assertTellsNothingPersonal(child.schoolId() + "/" + child.id());
  }

  @Test
  void notFound_tellsIdsAlone() {
    assertReadTells(reader -> reader.children().get(SCHOOL, ChildId.of("c-9")), "c-9");
    assertReadTells(reader -> reader.staff().get(SCHOOL, StaffId.of("T99")), "T99");
    assertReadTells(reader -> reader.schools().get(SchoolId.of(SCHOOL + "-9")));
    assertReadTells(reader -> reader.sweep(SchoolId.of(SCHOOL + "-9"), record -> {}));
    assertWriteTells(
        writer -> writer.children().update(fixtures.child(SCHOOL, ChildId.of("c-9")), 1), "c-9");
    assertWriteTells(
        writer ->
            writer
                .contacts()
                .add(
                    fixtures
                        .contact(fixtures.child(SCHOOL, ChildId.of("c-9")), "k-9", fixtures.day())
                        .build()),
        "c-9");
    assertWriteTells(
        writer ->
            writer.contacts().markVoid(SCHOOL, CHILD, ContactId.of("k-9"), fixtures.voiding()),
        "k-9");
  }

  @Test
  void duplicate_tellsIdsAlone() {
    assertWriteTells(writer -> writer.schools().insert(SCHOOL, fixtures.school(SCHOOL)));
    assertWriteTells(
        writer -> writer.staff().insert(fixtures.staffMember(SCHOOL, StaffId.of("T10"))), "T10");
    assertWriteTells(writer -> writer.children().insert(child), "c-1");
    assertWriteTells(
        writer -> writer.exemptions().insert(fixtures.exemption(child, ExemptionId.of("e-1"))),
        "e-1");
    assertWriteTells(
        writer -> writer.assignments().insert(fixtures.assignment(child, AssignmentId.of("a-1"))),
        "a-1");
    assertWriteTells(
        writer -> writer.memberships().insert(fixtures.membership(SCHOOL, MembershipId.of("t-1"))),
        "t-1");
    assertWriteTells(
        writer ->
            writer
                .peerPairs()
                .insert(fixtures.peerPair(child, ChildId.of("c-3"), PeerPairId.of("p-1"))),
        "p-1");
    assertWriteTells(
        writer -> writer.consents().insert(fixtures.consent(child, ConsentId.of("y-1"))), "y-1");
    assertWriteTells(
        writer ->
            writer
                .homeStays()
                .insert(fixtures.homeStay(child, ChildId.of("c-3"), HomeStayId.of("h-1"))),
        "h-1");
    assertWriteTells(
        writer -> writer.referrals().insert(fixtures.referral(child, ReferralId.of("f-1"))), "f-1");
    assertWriteTells(
        writer -> writer.census().insert(fixtures.censusAnswer(child, CensusAnswerId.of("s-1"))),
        "s-1");
    Contact contact = everything.contact();
    assertWriteTells(
        writer ->
            writer
                .contacts()
                .add(
                    fixtures
                        .contact(child, contact.id().value(), contact.day().plusDays(1))
                        .build()),
        "k-1");
  }

  @Test
  void duplicateStudentNumber_tellsIdsAlone() {
    Child other =
        StoreFixtures.withNumber(fixtures.child(SCHOOL, ChildId.of("c-2")), child.studentNumber());
    assertWriteTells(writer -> writer.children().insert(other), "c-2");
    Child third = storeChild(SCHOOL, ChildId.of("c-3"));
    assertWriteTells(
        writer ->
            writer.children().update(StoreFixtures.withNumber(third, child.studentNumber()), 1),
        "c-3");
  }

  @Test
  void staleVersion_tellsIdsAndVersions() {
    assertWriteTells(
        writer -> writer.schools().update(SCHOOL, fixtures.school(SCHOOL), 7), "7", "1");
    assertWriteTells(writer -> writer.children().update(child, 7), "c-1", "7", "1");
    assertWriteTells(
        writer -> writer.staff().update(fixtures.staffMember(SCHOOL, StaffId.of("T10")), 7),
        "T10",
        "7",
        "1");
  }

  @Test
  void toString_tellsNothingPersonal() {
    assertTellsNothingPersonal(store().toString());
    List<String> texts =
        store()
            .write(
                writer ->
                    List.of(
                        writer.toString(),
                        writer.staff().toString(),
                        writer.children().toString(),
                        writer.contacts().toString(),
                        writer.exemptions().toString(),
                        writer.assignments().toString(),
                        writer.census().toString(),
                        writer.memberships().toString(),
                        writer.peerPairs().toString(),
                        writer.consents().toString(),
                        writer.homeStays().toString(),
                        writer.referrals().toString(),
                        writer.memberships().all(SCHOOL).toString(),
                        writer.peerPairs().all(SCHOOL).toString(),
                        writer.homeStays().all(SCHOOL).toString(),
                        writer.referrals().all(SCHOOL).toString()));
    texts.forEach(PrivacyCases::assertTellsNothingPersonal);
  }
}
