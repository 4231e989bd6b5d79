package org.jiedui;

/**
 * What one person can do. Desks are grouped by concept; every method of each declares the {@link
 * Performs operation} that it performs, is checked against what the person may do, and writes its
 * audit entry in the same transaction.
 *
 * <p>A call that is refused throws {@link org.jiedui.access.AccessDeniedException}; the refusal is
 * audited too. A call that fails leaves no trace.
 *
 * <p>Thread-safe.
 */
public final class CareDesk {

  private final SchoolDesk school;
  private final ChildrenDesk children;
  private final ContactsDesk contacts;
  private final RulesDesk rules;
  private final MentorsDesk mentors;
  private final CensusDesk census;
  private final BoardDesk board;
  private final ReportsDesk reports;
  private final AuditDesk audit;
  private final FilesDesk files;
  private final TeamDesk team;
  private final PeersDesk peers;
  private final ReferralsDesk referrals;
  private final PrivacyDesk privacy;
  private final ActivityBookDesk activityBook;
  private final ActivitiesDesk activities;
  private final AttendanceDesk attendance;
  private final FamilyPhoneDesk familyPhone;

  CareDesk(Gate gate) {
    this.school = new SchoolDesk(gate);
    this.children = new ChildrenDesk(gate);
    this.contacts = new ContactsDesk(gate);
    this.rules = new RulesDesk(gate);
    this.mentors = new MentorsDesk(gate);
    this.census = new CensusDesk(gate);
    this.board = new BoardDesk(gate);
    this.reports = new ReportsDesk(gate);
    this.audit = new AuditDesk(gate);
    this.files = new FilesDesk(gate);
    this.team = new TeamDesk(gate);
    this.peers = new PeersDesk(gate);
    this.referrals = new ReferralsDesk(gate);
    this.privacy = new PrivacyDesk(gate);
    this.activityBook = new ActivityBookDesk(gate);
    this.activities = new ActivitiesDesk(gate);
    this.attendance = new AttendanceDesk(gate);
    this.familyPhone = new FamilyPhoneDesk(gate, contacts, attendance);
  }

  /**
   * Returns the desk for the school itself: calendar, staff, classes.
   *
   * @return the desk
   */
  public SchoolDesk school() {
    return school;
  }

  /**
   * Returns the desk for children's files.
   *
   * @return the desk
   */
  public ChildrenDesk children() {
    return children;
  }

  /**
   * Returns the desk for contacts.
   *
   * @return the desk
   */
  public ContactsDesk contacts() {
    return contacts;
  }

  /**
   * Returns the desk for rules and exemptions.
   *
   * @return the desk
   */
  public RulesDesk rules() {
    return rules;
  }

  /**
   * Returns the desk for mentor assignments.
   *
   * @return the desk
   */
  public MentorsDesk mentors() {
    return mentors;
  }

  /**
   * Returns the desk for the census, and for who is left behind.
   *
   * @return the desk
   */
  public CensusDesk census() {
    return census;
  }

  /**
   * Returns the desk for what is due.
   *
   * @return the desk
   */
  public BoardDesk board() {
    return board;
  }

  /**
   * Returns the desk for how the rules were kept.
   *
   * @return the desk
   */
  public ReportsDesk reports() {
    return reports;
  }

  /**
   * Returns the desk for who did what.
   *
   * @return the desk
   */
  public AuditDesk audit() {
    return audit;
  }

  /**
   * Returns the desk for what files say of families: cards, gaps, findings, concerns, households.
   *
   * @return the desk
   */
  public FilesDesk files() {
    return files;
  }

  /**
   * Returns the desk for the care team, and for teachers who leave or take other classes.
   *
   * @return the desk
   */
  public TeamDesk team() {
    return team;
  }

  /**
   * Returns the desk for children who help each other, and for visits and stays.
   *
   * @return the desk
   */
  public PeersDesk peers() {
    return peers;
  }

  /**
   * Returns the desk for suspicions of harm and needs of support.
   *
   * @return the desk
   */
  public ReferralsDesk referrals() {
    return referrals;
  }

  /**
   * Returns the desk for what the law asks of data about children.
   *
   * @return the desk
   */
  public PrivacyDesk privacy() {
    return privacy;
  }

  /**
   * Returns the desk for what activities are planned by: days, templates, quotas, partners and the
   * hours of the home.
   *
   * @return the desk
   */
  public ActivityBookDesk activityBook() {
    return activityBook;
  }

  /**
   * Returns the desk for activities: the plan and what became of it.
   *
   * @return the desk
   */
  public ActivitiesDesk activities() {
    return activities;
  }

  /**
   * Returns the desk for who was at activities.
   *
   * @return the desk
   */
  public AttendanceDesk attendance() {
    return attendance;
  }

  /**
   * Returns the desk for the school's family phone.
   *
   * @return the desk
   */
  public FamilyPhoneDesk familyPhone() {
    return familyPhone;
  }
}
