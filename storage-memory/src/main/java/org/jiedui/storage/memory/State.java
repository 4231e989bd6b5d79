package org.jiedui.storage.memory;

import org.jiedui.access.AuditEntry;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityBook;
import org.jiedui.activity.Attendance;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.census.CensusAnswer;
import org.jiedui.child.GuardianConsent;
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
import org.jiedui.mentor.HomeStay;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.mentor.PeerPair;
import org.jiedui.referral.Referral;
import org.jiedui.rule.Exemption;
import org.jiedui.rule.RuleBook;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.RecordCheck;
import org.jiedui.school.School;
import org.jiedui.school.StaffMember;
import org.jiedui.school.TeamMembership;
import org.jiedui.storage.Versioned;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/** Everything in a store at one moment. Immutable; a later one shares all that did not change. */
record State(
    TreePMap<SchoolId, Versioned<School>> schools,
    TreePMap<SchoolId, Versioned<SchoolCalendar>> calendars,
    TreePMap<SchoolId, Versioned<RuleBook>> ruleBooks,
    SchoolMap<ClassId, Versioned<ClassGroup>> classes,
    SchoolMap<StaffId, Versioned<StaffMember>> staff,
    Children.Rows children,
    SchoolMap<ChildId, ChildContacts> contacts,
    OwnedRecords.Rows<ExemptionId, Exemption> exemptions,
    OwnedRecords.Rows<AssignmentId, MentorAssignment> assignments,
    OwnedRecords.Rows<CensusAnswerId, CensusAnswer> census,
    Standings.Rows standings,
    TreePMap<SchoolId, TreePVector<AuditEntry>> audit,
    SchoolMap<MembershipId, Versioned<TeamMembership>> memberships,
    SchoolMap<RecordCheckId, Versioned<RecordCheck>> recordChecks,
    OwnedRecords.Rows<PeerPairId, PeerPair> peerPairs,
    OwnedRecords.Rows<ConsentId, GuardianConsent> consents,
    OwnedRecords.Rows<HomeStayId, HomeStay> homeStays,
    OwnedRecords.Rows<ReferralId, Referral> referrals,
    TreePMap<SchoolId, Versioned<ActivityBook>> activityBooks,
    SchoolMap<ActivityId, Versioned<Activity>> activities,
    SchoolMap<ChildId, TreePSet<Attendance>> attendance) {

  static final State EMPTY =
      new State(
          TreePMap.empty(),
          TreePMap.empty(),
          TreePMap.empty(),
          SchoolMap.empty(),
          SchoolMap.empty(),
          Children.Rows.EMPTY,
          SchoolMap.empty(),
          OwnedRecords.Rows.empty(),
          OwnedRecords.Rows.empty(),
          OwnedRecords.Rows.empty(),
          Standings.Rows.EMPTY,
          TreePMap.empty(),
          SchoolMap.empty(),
          SchoolMap.empty(),
          OwnedRecords.Rows.empty(),
          OwnedRecords.Rows.empty(),
          OwnedRecords.Rows.empty(),
          OwnedRecords.Rows.empty(),
          TreePMap.empty(),
          SchoolMap.empty(),
          SchoolMap.empty());

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "State[redacted]";
  }
}
