package org.jiedui.storage.contract;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import org.jiedui.census.CensusAnswer;
import org.jiedui.child.Child;
import org.jiedui.contact.Contact;
import org.jiedui.id.ActivityId;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.CensusAnswerId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.ConsentId;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.HomeStayId;
import org.jiedui.id.MembershipId;
import org.jiedui.id.PeerPairId;
import org.jiedui.id.RecordCheckId;
import org.jiedui.id.ReferralId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.rule.Exemption;
import org.jiedui.storage.CareWriter;

/** One record of every kind, and a change of each. */
final class Everything {

  private static final SchoolId SCHOOL = StoreFixtures.SCHOOL;

  private final StoreFixtures fixtures;
  private final Child child;
  private final Contact contact;
  private final Exemption exemption;
  private final MentorAssignment assignment;
  private final CensusAnswer answer;

  Everything(StoreFixtures fixtures) {
    this.fixtures = fixtures;
    this.child = fixtures.child(SCHOOL, ContractCases.CHILD);
    this.contact = fixtures.visit(child, "k-1", fixtures.day()).build();
    this.exemption = fixtures.exemption(child, ExemptionId.of("e-1"));
    this.assignment = fixtures.assignment(child, AssignmentId.of("a-1"));
    this.answer = fixtures.censusAnswer(child, CensusAnswerId.of("s-1"));
  }

  Child child() {
    return child;
  }

  Contact contact() {
    return contact;
  }

  /** Inserts the record of every kind; the school is there. */
  void insert(CareWriter writer) {
    writer.calendars().insert(SCHOOL, fixtures.calendar());
    writer.ruleBooks().insert(SCHOOL, fixtures.ruleBook());
    writer.classes().insert(fixtures.classGroup(SCHOOL, ClassId.of("3-1")));
    writer.staff().insert(fixtures.staffMember(SCHOOL, StaffId.of("T10")));
    writer.children().insert(child);
    writer.contacts().add(contact);
    writer.exemptions().insert(exemption);
    writer.assignments().insert(assignment);
    insertPeople(writer, child, "1");
    writer.census().insert(answer);
    writer.activityBooks().insert(SCHOOL, fixtures.activityBook());
    writer.activities().insert(fixtures.activity(SCHOOL, ActivityId.of("g-1")));
    writer.attendance().addAll(SCHOOL, List.of(fixtures.attendance(child, ActivityId.of("g-1"))));
    writer
        .standings()
        .replace(
            SCHOOL,
            child.id(),
            ImmutableList.of(
                StoreFixtures.standing(SCHOOL, child.id(), StoreFixtures.VISIT)
                    .responsible("T11")
                    .inClass("3-1")
                    .row()));
    writer.audit().append(fixtures.auditEntry(SCHOOL));
  }

  /** Changes every record that was inserted, and adds another of every kind. */
  void change(CareWriter writer) {
    writer.schools().update(SCHOOL, fixtures.school(SCHOOL), 1);
    writer.calendars().update(SCHOOL, fixtures.calendar(), 1);
    writer.ruleBooks().update(SCHOOL, fixtures.ruleBook(), 1);
    writer.classes().update(fixtures.classGroup(SCHOOL, ClassId.of("3-1")), 1);
    writer.classes().insert(fixtures.classGroup(SCHOOL, ClassId.of("3-2")));
    writer.staff().update(fixtures.staffMember(SCHOOL, StaffId.of("T10")), 1);
    writer.staff().insert(fixtures.staffMember(SCHOOL, StaffId.of("T11")));
    Child renumbered = StoreFixtures.withNumber(child, fixtures.studentNumber());
    writer.children().update(renumbered, 1);
    Child other =
        StoreFixtures.withNumber(fixtures.child(SCHOOL, ChildId.of("c-2")), child.studentNumber());
    writer.children().insert(other);
    writer.contacts().markVoid(SCHOOL, child.id(), contact.id(), fixtures.voiding());
    writer.contacts().add(fixtures.contact(child, "k-2", fixtures.day()).build());
    writer.contacts().add(fixtures.contact(other, "k-1", fixtures.day()).build());
    Instant withdrawn = exemption.recordedAt().plusNanos(1);
    writer.exemptions().update(exemption.withdrawn(withdrawn), 1);
    writer.exemptions().insert(fixtures.exemption(other, ExemptionId.of("e-2")));
    writer.assignments().update(assignment.closed(fixtures.closing()), 1);
    writer.assignments().insert(fixtures.assignment(other, AssignmentId.of("a-2")));
    writer.memberships().update(fixtures.membership(SCHOOL, MembershipId.of("t-1")), 1);
    writer.recordChecks().update(fixtures.recordCheck(SCHOOL, RecordCheckId.of("r-1")), 1);
    writer.peerPairs().update(fixtures.peerPair(other, child.id(), PeerPairId.of("p-1")), 1);
    writer.consents().update(fixtures.consent(child, ConsentId.of("y-1")), 1);
    writer.homeStays().update(fixtures.homeStay(other, child.id(), HomeStayId.of("h-1")), 1);
    writer.referrals().update(fixtures.referral(child, ReferralId.of("f-1")), 1);
    insertPeople(writer, other, "2");
    writer.census().update(fixtures.censusAnswer(child, answer.id()), 1);
    writer.activityBooks().update(SCHOOL, fixtures.activityBook(), 1);
    writer.activities().update(fixtures.activity(SCHOOL, ActivityId.of("g-1")), 1);
    writer.activities().insert(fixtures.activity(SCHOOL, ActivityId.of("g-2")));
    writer
        .attendance()
        .addAll(
            SCHOOL,
            List.of(
                fixtures.attendance(child, ActivityId.of("g-2")),
                fixtures.attendance(other, ActivityId.of("g-1"))));
    writer.census().insert(fixtures.censusAnswer(other, CensusAnswerId.of("s-2")));
    writer
        .standings()
        .replace(
            SCHOOL,
            child.id(),
            ImmutableList.of(
                StoreFixtures.standing(SCHOOL, child.id(), StoreFixtures.CALL)
                    .responsible("T11")
                    .inClass("3-1")
                    .row()));
    writer
        .standings()
        .replace(
            SCHOOL,
            other.id(),
            ImmutableList.of(StoreFixtures.standing(SCHOOL, other.id(), StoreFixtures.CALL).row()));
    writer.audit().append(fixtures.auditEntry(SCHOOL));
  }

  /** Inserts what is about the team, peers and referrals. */
  private void insertPeople(CareWriter writer, Child of, String number) {
    ChildId friend = ChildId.of("c-3");
    writer.memberships().insert(fixtures.membership(SCHOOL, MembershipId.of("t-" + number)));
    writer.recordChecks().insert(fixtures.recordCheck(SCHOOL, RecordCheckId.of("r-" + number)));
    writer.peerPairs().insert(fixtures.peerPair(of, friend, PeerPairId.of("p-" + number)));
    writer.consents().insert(fixtures.consent(of, ConsentId.of("y-" + number)));
    writer.homeStays().insert(fixtures.homeStay(of, friend, HomeStayId.of("h-" + number)));
    writer.referrals().insert(fixtures.referral(of, ReferralId.of("f-" + number)));
  }
}
