package org.jiedui.storage.jdbc;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.function.Consumer;
import org.jiedui.compliance.CareRecord;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.CareWriter;

/**
 * One transaction and its repositories; a reader is handed the same, which then refuse to write.
 */
final class Transaction implements CareWriter {

  /** The tables of which each row is about one child, those that refer to others first. */
  private static final ImmutableList<String> OF_ONE_CHILD =
      ImmutableList.of(
          "{attendance}",
          "{contact_detail}",
          "{contact_voiding}",
          "{contact}",
          "{exemption}",
          "{mentor_assignment}",
          "{census_answer}",
          "{guardian_consent}",
          "{standing}",
          "{child_fact}",
          "{child}");

  private final Session session;
  private final Schools schools;
  private final Calendars calendars;
  private final RuleBooks ruleBooks;
  private final Classes classes;
  private final Staff staff;
  private final Facts facts;
  private final Children children;
  private final Contacts contacts;
  private final Exemptions exemptions;
  private final Assignments assignments;
  private final CensusAnswers census;
  private final Standings standings;
  private final Audit audit;
  private final Memberships memberships;
  private final RecordChecks recordChecks;
  private final PeerPairs peerPairs;
  private final Consents consents;
  private final HomeStays homeStays;
  private final Referrals referrals;
  private final ActivityBooks activityBooks;
  private final Activities activities;
  private final AttendanceRecords attendance;

  Transaction(Session session) {
    this.session = session;
    this.schools = new Schools(session);
    this.calendars = new Calendars(session);
    this.ruleBooks = new RuleBooks(session);
    this.classes = new Classes(session);
    this.staff = new Staff(session);
    this.facts = new Facts(session);
    this.children = new Children(session, facts);
    this.contacts = new Contacts(session);
    this.exemptions = new Exemptions(session);
    this.assignments = new Assignments(session);
    this.census = new CensusAnswers(session);
    this.standings = new Standings(session);
    this.audit = new Audit(session);
    this.memberships = new Memberships(session);
    this.recordChecks = new RecordChecks(session);
    this.peerPairs = new PeerPairs(session);
    this.consents = new Consents(session);
    this.homeStays = new HomeStays(session);
    this.referrals = new Referrals(session);
    this.activityBooks = new ActivityBooks(session);
    this.activities = new Activities(session);
    this.attendance = new AttendanceRecords(session);
  }

  @Override
  public Schools schools() {
    return schools;
  }

  @Override
  public Calendars calendars() {
    return calendars;
  }

  @Override
  public RuleBooks ruleBooks() {
    return ruleBooks;
  }

  @Override
  public Classes classes() {
    return classes;
  }

  @Override
  public Staff staff() {
    return staff;
  }

  @Override
  public Children children() {
    return children;
  }

  @Override
  public Contacts contacts() {
    return contacts;
  }

  @Override
  public Exemptions exemptions() {
    return exemptions;
  }

  @Override
  public Assignments assignments() {
    return assignments;
  }

  @Override
  public CensusAnswers census() {
    return census;
  }

  @Override
  public Standings standings() {
    return standings;
  }

  @Override
  public Audit audit() {
    return audit;
  }

  @Override
  public Memberships memberships() {
    return memberships;
  }

  @Override
  public RecordChecks recordChecks() {
    return recordChecks;
  }

  @Override
  public PeerPairs peerPairs() {
    return peerPairs;
  }

  @Override
  public Consents consents() {
    return consents;
  }

  @Override
  public HomeStays homeStays() {
    return homeStays;
  }

  @Override
  public Referrals referrals() {
    return referrals;
  }

  @Override
  public ActivityBooks activityBooks() {
    return activityBooks;
  }

  @Override
  public Activities activities() {
    return activities;
  }

  @Override
  public AttendanceRecords attendance() {
    return attendance;
  }

  @Override
  public boolean erase(SchoolId school, ChildId child) {
    session.checkWrite();
    if (children.find(school, child).isEmpty()) {
      return false;
    }
    for (String table : OF_ONE_CHILD) {
      erase(school, child, table, "child_id");
    }
    // One statement for each column: by an alternative H2 would use the index of neither.
    erase(school, child, "{peer_pair}", "helper");
    erase(school, child, "{peer_pair}", "helped");
    erase(school, child, "{home_stay}", "guest");
    erase(school, child, "{home_stay}", "host");
    return true;
  }

  private void erase(SchoolId school, ChildId child, String table, String column) {
    session.update(
        "DELETE FROM " + table + " WHERE school_id = ? AND " + column + " = ?",
        Params.of(school).id(child));
  }

  @Override
  public void sweep(SchoolId school, Consumer<? super CareRecord> sink) {
    sweepOf(school).run(sink);
  }

  @Override
  public void sweep(
      SchoolId school, Collection<ChildId> children, Consumer<? super CareRecord> sink) {
    sweepOf(school).run(children, sink);
  }

  private Sweep sweepOf(SchoolId school) {
    return new Sweep(session, facts, exemptions, school, schools.get(school).value().zone());
  }
}
