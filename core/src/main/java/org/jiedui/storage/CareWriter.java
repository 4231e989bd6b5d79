package org.jiedui.storage;

import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.id.ClassId;
import org.jiedui.id.MembershipId;
import org.jiedui.id.RecordCheckId;
import org.jiedui.id.StaffId;
import org.jiedui.rule.RuleBook;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.RecordCheck;
import org.jiedui.school.School;
import org.jiedui.school.StaffMember;
import org.jiedui.school.TeamMembership;

/** A transaction that writes; it sees what it has written itself. */
public interface CareWriter extends CareReader {

  @Override
  SchoolWriter<School> schools();

  @Override
  SchoolWriter<SchoolCalendar> calendars();

  @Override
  SchoolWriter<RuleBook> ruleBooks();

  @Override
  RecordWriter<ClassId, ClassGroup> classes();

  @Override
  RecordWriter<StaffId, StaffMember> staff();

  @Override
  ChildWriter children();

  @Override
  ContactWriter contacts();

  @Override
  ExemptionWriter exemptions();

  @Override
  AssignmentWriter assignments();

  @Override
  CensusWriter census();

  @Override
  StandingWriter standings();

  @Override
  AuditWriter audit();

  @Override
  RecordWriter<MembershipId, TeamMembership> memberships();

  @Override
  RecordWriter<RecordCheckId, RecordCheck> recordChecks();

  @Override
  PeerPairWriter peerPairs();

  @Override
  ConsentWriter consents();

  @Override
  HomeStayWriter homeStays();

  @Override
  ReferralWriter referrals();
}
