package org.jiedui.storage.contract;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import org.jiedui.child.Child;
import org.jiedui.contact.Contact;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.ExemptionId;
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

  Everything(StoreFixtures fixtures) {
    this.fixtures = fixtures;
    this.child = fixtures.child(SCHOOL, ContractCases.CHILD);
    this.contact = fixtures.contact(child, "k-1", fixtures.day()).build();
    this.exemption = fixtures.exemption(child, ExemptionId.of("e-1"));
    this.assignment = fixtures.assignment(child, AssignmentId.of("a-1"));
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
}
