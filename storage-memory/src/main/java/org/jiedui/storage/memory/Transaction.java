package org.jiedui.storage.memory;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.ZoneId;
import java.util.Collection;
import java.util.function.Consumer;
import org.jiedui.activity.ActivityBook;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.child.Child;
import org.jiedui.compliance.CareRecord;
import org.jiedui.contact.ContactSeries;
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
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.Versioned;

/**
 * One transaction. Each repository starts from the maps of a state and replaces them as it writes;
 * what they hold in the end is the state to commit, and nothing has to be undone if it is not.
 *
 * <p>Closing it ends the use of its repositories.
 */
final class Transaction implements CareWriter, AutoCloseable {

  private static final Records.Kind<ClassId, ClassGroup> CLASS =
      new Records.Kind<>("class", ClassGroup::schoolId, ClassGroup::id);
  private static final Records.Kind<StaffId, StaffMember> STAFF =
      new Records.Kind<>("member of staff", StaffMember::schoolId, StaffMember::id);
  private static final Records.Kind<MembershipId, TeamMembership> MEMBERSHIP =
      new Records.Kind<>("membership", TeamMembership::schoolId, TeamMembership::id);
  private static final Records.Kind<RecordCheckId, RecordCheck> RECORD_CHECK =
      new Records.Kind<>("record check", RecordCheck::schoolId, RecordCheck::id);

  private final Session session;
  private final SchoolRecords<School> schools;
  private final SchoolRecords<SchoolCalendar> calendars;
  private final SchoolRecords<RuleBook> ruleBooks;
  private final Records<ClassId, ClassGroup> classes;
  private final Records<StaffId, StaffMember> staff;
  private final Children children;
  private final Contacts contacts;
  private final Exemptions exemptions;
  private final Assignments assignments;
  private final CensusAnswers census;
  private final Standings standings;
  private final Audit audit;
  private final Records<MembershipId, TeamMembership> memberships;
  private final Records<RecordCheckId, RecordCheck> recordChecks;
  private final PeerPairs peerPairs;
  private final Consents consents;
  private final HomeStays homeStays;
  private final Referrals referrals;
  private final SchoolRecords<ActivityBook> activityBooks;
  private final Activities activities;
  private final AttendanceRecords attendance;

  private Transaction(Session session, State state) {
    this.session = session;
    this.schools = new SchoolRecords<>(session, "school", state.schools());
    this.calendars = new SchoolRecords<>(session, "calendar", state.calendars());
    this.ruleBooks = new SchoolRecords<>(session, "rule book", state.ruleBooks());
    this.classes = new Records<>(session, CLASS, state.classes());
    this.staff = new Records<>(session, STAFF, state.staff());
    this.children = new Children(session, state.children());
    this.contacts = new Contacts(session, children, state.contacts());
    this.exemptions = new Exemptions(session, state.exemptions());
    this.assignments = new Assignments(session, state.assignments());
    this.census = new CensusAnswers(session, state.census());
    this.standings = new Standings(session, state.standings());
    this.audit = new Audit(session, state.audit());
    this.memberships = new Records<>(session, MEMBERSHIP, state.memberships());
    this.recordChecks = new Records<>(session, RECORD_CHECK, state.recordChecks());
    this.peerPairs = new PeerPairs(session, state.peerPairs());
    this.consents = new Consents(session, state.consents());
    this.homeStays = new HomeStays(session, state.homeStays());
    this.referrals = new Referrals(session, state.referrals());
    this.activityBooks = new SchoolRecords<>(session, "activity book", state.activityBooks());
    this.activities = new Activities(session, state.activities());
    this.attendance = new AttendanceRecords(session, state.attendance());
  }

  static Transaction reading(State state) {
    return new Transaction(new Session(false), state);
  }

  static Transaction writing(State state) {
    return new Transaction(new Session(true), state);
  }

  /** Returns what is stored now. */
  State state() {
    return new State(
        schools.rows(),
        calendars.rows(),
        ruleBooks.rows(),
        classes.records(),
        staff.records(),
        children.rows(),
        contacts.rows(),
        exemptions.rows(),
        assignments.rows(),
        census.rows(),
        standings.rows(),
        audit.rows(),
        memberships.records(),
        recordChecks.records(),
        peerPairs.rows(),
        consents.rows(),
        homeStays.rows(),
        referrals.rows(),
        activityBooks.rows(),
        activities.records(),
        attendance.rows());
  }

  @Override
  public void close() {
    session.end();
  }

  @Override
  public SchoolRecords<School> schools() {
    session.checkUse();
    return schools;
  }

  @Override
  public SchoolRecords<SchoolCalendar> calendars() {
    session.checkUse();
    return calendars;
  }

  @Override
  public SchoolRecords<RuleBook> ruleBooks() {
    session.checkUse();
    return ruleBooks;
  }

  @Override
  public Records<ClassId, ClassGroup> classes() {
    session.checkUse();
    return classes;
  }

  @Override
  public Records<StaffId, StaffMember> staff() {
    session.checkUse();
    return staff;
  }

  @Override
  public Children children() {
    session.checkUse();
    return children;
  }

  @Override
  public Contacts contacts() {
    session.checkUse();
    return contacts;
  }

  @Override
  public Exemptions exemptions() {
    session.checkUse();
    return exemptions;
  }

  @Override
  public Assignments assignments() {
    session.checkUse();
    return assignments;
  }

  @Override
  public CensusAnswers census() {
    session.checkUse();
    return census;
  }

  @Override
  public Standings standings() {
    session.checkUse();
    return standings;
  }

  @Override
  public Audit audit() {
    session.checkUse();
    return audit;
  }

  @Override
  public Records<MembershipId, TeamMembership> memberships() {
    session.checkUse();
    return memberships;
  }

  @Override
  public Records<RecordCheckId, RecordCheck> recordChecks() {
    session.checkUse();
    return recordChecks;
  }

  @Override
  public PeerPairs peerPairs() {
    session.checkUse();
    return peerPairs;
  }

  @Override
  public Consents consents() {
    session.checkUse();
    return consents;
  }

  @Override
  public HomeStays homeStays() {
    session.checkUse();
    return homeStays;
  }

  @Override
  public Referrals referrals() {
    session.checkUse();
    return referrals;
  }

  @Override
  public SchoolRecords<ActivityBook> activityBooks() {
    session.checkUse();
    return activityBooks;
  }

  @Override
  public Activities activities() {
    session.checkUse();
    return activities;
  }

  @Override
  public AttendanceRecords attendance() {
    session.checkUse();
    return attendance;
  }

  @Override
  public boolean erase(SchoolId school, ChildId child) {
    session.checkWrite();
    if (!children.erase(school, child)) {
      return false;
    }
    contacts.eraseOf(school, child);
    attendance.eraseOf(school, child);
    standings.replace(school, child, ImmutableList.of());
    for (OwnedRecords<?, ?> each :
        ImmutableList.of(exemptions, assignments, census, peerPairs, consents, homeStays)) {
      each.eraseOf(school, child);
    }
    return true;
  }

  @Override
  public void sweep(SchoolId school, Consumer<? super CareRecord> sink) {
    session.checkUse();
    ZoneId zone = schools.get(school).value().zone();
    for (Versioned<Child> row : children.records().of(school).values()) {
      sink.accept(record(row.value(), zone));
    }
  }

  @Override
  public void sweep(SchoolId school, Collection<ChildId> asked, Consumer<? super CareRecord> sink) {
    session.checkUse();
    ZoneId zone = schools.get(school).value().zone();
    for (ChildId id : ImmutableSortedSet.copyOf(asked)) {
      children.find(school, id).ifPresent(row -> sink.accept(record(row.value(), zone)));
    }
  }

  private CareRecord record(Child child, ZoneId zone) {
    return CareRecord.packed(
        child.id(),
        child.facts(),
        exemptions.ofChild(child.schoolId(), child.id()),
        ContactSeries.of(contacts.ofChild(child.schoolId(), child.id()), zone),
        zone);
  }
}
