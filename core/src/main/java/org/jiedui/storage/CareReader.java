package org.jiedui.storage;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.function.Consumer;
import org.jiedui.activity.ActivityBook;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.compliance.CareRecord;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.MembershipId;
import org.jiedui.id.RecordCheckId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.rule.RuleBook;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.RecordCheck;
import org.jiedui.school.School;
import org.jiedui.school.StaffMember;
import org.jiedui.school.TeamMembership;

/** One consistent snapshot of a store, a small repository for each kind of record. */
public interface CareReader {

  /**
   * Returns the schools.
   *
   * @return one school for each id
   */
  SchoolReader<School> schools();

  /**
   * Returns the calendars.
   *
   * @return at most one calendar for each school
   */
  SchoolReader<SchoolCalendar> calendars();

  /**
   * Returns the rule books.
   *
   * @return at most one rule book for each school
   */
  SchoolReader<RuleBook> ruleBooks();

  /**
   * Returns the classes.
   *
   * @return the classes
   */
  RecordReader<ClassId, ClassGroup> classes();

  /**
   * Returns the staff.
   *
   * @return the members of staff
   */
  RecordReader<StaffId, StaffMember> staff();

  /**
   * Returns the children.
   *
   * @return the children
   */
  ChildReader children();

  /**
   * Returns the contacts.
   *
   * @return the contacts
   */
  ContactReader contacts();

  /**
   * Returns the exemptions.
   *
   * @return the exemptions
   */
  ExemptionReader exemptions();

  /**
   * Returns the mentor assignments.
   *
   * @return the mentor assignments
   */
  AssignmentReader assignments();

  /**
   * Returns the answers of censuses.
   *
   * @return the answers
   */
  CensusReader census();

  /**
   * Returns the standings.
   *
   * @return the standings
   */
  StandingReader standings();

  /**
   * Returns the audit.
   *
   * @return the audit
   */
  AuditReader audit();

  /**
   * Returns the memberships of the care team.
   *
   * @return the memberships
   */
  RecordReader<MembershipId, TeamMembership> memberships();

  /**
   * Returns the checks of the staff's records.
   *
   * @return the checks
   */
  RecordReader<RecordCheckId, RecordCheck> recordChecks();

  /**
   * Returns the pairs of children who help each other.
   *
   * @return the pairs
   */
  PeerPairReader peerPairs();

  /**
   * Returns the guardians' consents to visits and stays.
   *
   * @return the consents
   */
  ConsentReader consents();

  /**
   * Returns the visits and stays.
   *
   * @return the visits and stays
   */
  HomeStayReader homeStays();

  /**
   * Returns the referrals. No sweep and no standing has any part of them.
   *
   * @return the referrals
   */
  ReferralReader referrals();

  /**
   * Returns what schools plan their activities by.
   *
   * @return at most one book for each school
   */
  SchoolReader<ActivityBook> activityBooks();

  /**
   * Returns the activities.
   *
   * @return the activities
   */
  ActivityReader activities();

  /**
   * Returns who was at activities.
   *
   * @return the attendance
   */
  AttendanceReader attendance();

  /**
   * Hands over what is known of every child of a school, one after the other by child id, with its
   * contacts packed: what a report reads.
   *
   * <p>It streams: in memory are some hundred children at once at most, however many there are.
   *
   * @param school the school
   * @param sink takes each record
   * @throws RecordNotFoundException if there is no such school
   */
  void sweep(SchoolId school, Consumer<? super CareRecord> sink);

  /**
   * Hands over what is known of some children of a school, as the sweep of all does.
   *
   * @param school the school
   * @param children the children, in any order; those that the school does not have are passed over
   * @param sink takes each record, by child id and each child once
   * @throws RecordNotFoundException if there is no such school
   */
  default void sweep(
      SchoolId school, Collection<ChildId> children, Consumer<? super CareRecord> sink) {
    ImmutableSet<ChildId> asked = ImmutableSet.copyOf(children);
    sweep(
        school,
        record -> {
          if (asked.contains(record.childId())) {
            sink.accept(record);
          }
        });
  }
}
