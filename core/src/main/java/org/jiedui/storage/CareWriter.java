package org.jiedui.storage;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import org.jiedui.activity.ActivityBook;
import org.jiedui.calendar.SchoolCalendar;
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

  @Override
  SchoolWriter<ActivityBook> activityBooks();

  @Override
  ActivityWriter activities();

  @Override
  AttendanceWriter attendance();

  /**
   * Erases what is stored about a child: the child itself, its facts, contacts, exemptions,
   * assignments, answers in a census and standings; the consents for it; its attendance; and the
   * pairs, visits and stays that it has with others. Audit entries stay, which name it by its id
   * alone, and so do referrals, which few may see: who keeps the files must not be able to remove a
   * suspicion of harm.
   *
   * @param school the school
   * @param child the child
   * @return whether there was such a child; if not, nothing is erased
   */
  @CanIgnoreReturnValue
  boolean erase(SchoolId school, ChildId child);
}
