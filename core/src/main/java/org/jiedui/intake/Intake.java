package org.jiedui.intake;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityQuota;
import org.jiedui.activity.ActivityTemplate;
import org.jiedui.activity.Attendance;
import org.jiedui.activity.AttendanceBook;
import org.jiedui.activity.Partner;
import org.jiedui.calendar.OpeningHours;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.SchoolYear;
import org.jiedui.calendar.Term;
import org.jiedui.census.CensusSheet;
import org.jiedui.child.Child;
import org.jiedui.contact.Contact;
import org.jiedui.contact.FamilyCall;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.mentor.PeerPair;
import org.jiedui.mentor.PeerPolicy;
import org.jiedui.rule.ContactRule;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.School;
import org.jiedui.school.StaffMember;
import org.jiedui.school.TeamMembership;

/**
 * Checks drafts and makes domain values of the good ones. It stores nothing; desks do.
 *
 * <p>Thread-safe.
 */
public final class Intake {

  private final DraftValidator validator;

  /**
   * Creates an intake.
   *
   * @param validator runs the constraints of the drafts
   */
  public Intake(DraftValidator validator) {
    this.validator = validator;
  }

  /**
   * Checks the terms of a calendar. Those that are good by themselves are compared with each other,
   * whatever is wrong with other rows: two that overlap are both faulty. If the rest does not fit
   * together otherwise, that is a fault of its first row, and none is taken.
   *
   * @param rows the rows
   * @return the terms
   */
  public IntakeResult<Term> terms(List<DraftRow<TermDraft>> rows) {
    return new TermIntake(validator).check(rows);
  }

  /**
   * The staff of a school, and its classes, which follow from who teaches them.
   *
   * @param staff the members of staff, and every violation
   * @param classes the classes that the good ones teach
   */
  public record StaffRoll(IntakeResult<StaffMember> staff, ImmutableList<ClassGroup> classes) {}

  /**
   * Checks a list of staff. The school's classes are those that somebody teaches.
   *
   * <p>A class has one homeroom teacher: if two rows have one for the same class, both are faulty,
   * for nobody can tell which is right.
   *
   * @param rows the rows
   * @param school the school
   * @param year the school year; posts and teaching begin on its first day
   * @param recording when that counts as recorded
   * @return the good members of staff and the classes that they teach
   */
  public StaffRoll staff(
      List<DraftRow<StaffDraft>> rows, School school, SchoolYear year, Recording recording) {
    return new StaffIntake(validator).check(rows, school, year, recording);
  }

  /**
   * Checks a roster. A row of a child whom the school has already becomes that child with what the
   * row adds: what has a date in the row holds from that date on, everything else from today on,
   * and it is recorded now. What is stored and not in the row is not taken back. Each difference is
   * a warning; only a row whose child seems to be another one is a fault.
   *
   * @param rows the rows
   * @param directory what the school has
   * @param recording when the facts of new children count as recorded
   * @param ids gives an identifier for each child and carer
   * @param now the present instant
   * @return the children; those who are there already and of whom the row says nothing new are
   *     equal to what is stored
   */
  public IntakeResult<Child> pupils(
      List<DraftRow<PupilDraft>> rows,
      SchoolDirectory directory,
      Recording recording,
      Supplier<String> ids,
      Instant now) {
    PupilIntake pupils = new PupilIntake(directory, recording, ids, now);
    return new RowCheck<PupilDraft, Child>()
        .run(
            rows,
            validator,
            "studentNumber",
            draft -> Texts.present(draft.studentNumber()).map(Texts::studentNumberKey),
            pupils::child);
  }

  /**
   * Checks a table of households. A good row becomes the child whom the school has, with what the
   * row adds; an empty field takes nothing back. What is written of a parent or a carer whom the
   * file does not name is a warning, and not kept.
   *
   * @param rows the rows, one for each child
   * @param directory what the school has
   * @param recording when what is added counts as recorded; not before what it overrides
   * @return the children; those of whom the row says nothing new are equal to what is stored
   */
  public IntakeResult<Child> households(
      List<DraftRow<HouseholdDraft>> rows, SchoolDirectory directory, Recording recording) {
    HouseholdIntake households = new HouseholdIntake(directory, recording);
    return new RowCheck<HouseholdDraft, Child>()
        .run(
            rows,
            validator,
            "studentNumber",
            draft -> Texts.present(draft.studentNumber()).map(Texts::studentNumberKey),
            households::child);
  }

  /**
   * Checks a rule book without a calendar, see {@link #rules(List, Optional)}.
   *
   * @param rows the rows
   * @return the rules, in the order of their first rows
   */
  public IntakeResult<ContactRule> rules(List<DraftRow<RuleDraft>> rows) {
    return rules(rows, Optional.empty());
  }

  /**
   * Checks a rule book. Several rows of one id are versions of one rule, which is taken with all of
   * them or not at all: if one has a fault, so have the others. A row that repeats another one
   * takes nothing from the rule.
   *
   * @param rows the rows
   * @param calendar the school's calendar, if it has one; a version that has no meaning in one of
   *     its terms is faulty
   * @return the rules, in the order of their first rows
   */
  public IntakeResult<ContactRule> rules(
      List<DraftRow<RuleDraft>> rows, Optional<SchoolCalendar> calendar) {
    return new RuleIntake(validator, calendar).check(rows);
  }

  /**
   * Checks the text form of a rule book without a calendar, see {@link #ruleBook(String,
   * Optional)}.
   *
   * @param csv the text
   * @return the rules in the order of the text; none if there is any fault
   */
  public IntakeResult<ContactRule> ruleBook(String csv) {
    return ruleBook(csv, Optional.empty());
  }

  /**
   * Checks the text form of a rule book, as {@link RuleBookCsv} writes it. Its rules are taken all
   * or not at all.
   *
   * <p>Faults of the table itself are told at their row, 1 for the headings; all others as {@link
   * #rules(List, Optional)} tells them, with the heading of the column as the field. If the
   * headings are faulty, the rows are not looked at.
   *
   * @param csv the text
   * @param calendar the school's calendar, if it has one
   * @return the rules in the order of the text; none if there is any fault
   */
  public IntakeResult<ContactRule> ruleBook(String csv, Optional<SchoolCalendar> calendar) {
    return RuleDraft.TABLE.read(csv).check(rows -> rules(rows, calendar));
  }

  /**
   * Checks mentor assignments. A row of one that is there already becomes the stored one, closed
   * now if the row has a last day and the stored one has none; any other difference is a warning,
   * and the stored one stays.
   *
   * @param rows the rows
   * @param directory what the school has
   * @param recording when new assignments count as recorded
   * @param now the present instant
   * @return the assignments; the same row has the same id whenever it is taken in
   */
  public IntakeResult<MentorAssignment> mentors(
      List<DraftRow<MentorDraft>> rows,
      SchoolDirectory directory,
      Recording recording,
      Instant now) {
    return new MentorIntake(validator).check(rows, directory, recording, now);
  }

  /**
   * Checks memberships of the care team. A row of one that is there already becomes the stored one,
   * closed now if the row has a last day and the stored one has none; any other difference is a
   * warning, and the stored one stays.
   *
   * @param rows the rows
   * @param directory what the school has
   * @param stored the school's memberships
   * @param recording when new memberships count as recorded
   * @param now the present instant
   * @return the memberships; the same row has the same id whenever it is taken in
   */
  public IntakeResult<TeamMembership> team(
      List<DraftRow<TeamDraft>> rows,
      SchoolDirectory directory,
      Collection<TeamMembership> stored,
      Recording recording,
      Instant now) {
    return new TeamIntake(validator).check(rows, directory, stored, recording, now);
  }

  /**
   * Checks pairs of children. A new pair that the policy refuses, beside the stored ones and the
   * good rows before it, is a fault for each reason. A row of one that is there already becomes the
   * stored one, closed now if the row has a last day and the stored one has none; any other
   * difference is a warning, and the stored one stays.
   *
   * @param rows the rows
   * @param directory what the school has
   * @param stored the school's pairs
   * @param policy which child may help which
   * @param recording when new pairs count as recorded
   * @param now the present instant
   * @return the pairs; the same row has the same id whenever it is taken in
   */
  public IntakeResult<PeerPair> peers(
      List<DraftRow<PeerDraft>> rows,
      SchoolDirectory directory,
      Collection<PeerPair> stored,
      PeerPolicy policy,
      Recording recording,
      Instant now) {
    return new PeerIntake(validator, policy).check(rows, directory, stored, recording, now);
  }

  /**
   * Checks activities. A row of one that the school has already becomes the stored one with what
   * the row adds: that it was agreed, held or cancelled, or a day, time, place or leader that it
   * never had. Each is a warning, and so is what the row cannot take back; what was changed or
   * taken back since the row was taken in is not done again.
   *
   * @param rows the rows
   * @param directory what the school has
   * @param recordedBy who takes them in
   * @param recording when new activities count as recorded, by their day, or now if that is earlier
   * @param now the present instant, at which what is added to stored ones counts as recorded
   * @return the activities; those of which the row says nothing new are equal to what is stored
   */
  public IntakeResult<Activity> activities(
      List<DraftRow<ActivityDraft>> rows,
      ActivityDirectory directory,
      ActorId recordedBy,
      Recording recording,
      Instant now) {
    return new ActivityIntake(validator, directory, recordedBy, recording, now).check(rows);
  }

  /**
   * Checks a CSV text of activities, with the headings of {@link ActivityDraft}. They are taken all
   * or not at all.
   *
   * @param csv the text
   * @param directory what the school has
   * @param recordedBy who takes them in
   * @param recording when new activities count as recorded, by their day, or now if that is earlier
   * @param now the present instant, at which what is added to stored ones counts as recorded
   * @return the activities, see {@link #activities(List, ActivityDirectory, ActorId, Recording,
   *     Instant)}; none if there is any fault
   */
  public IntakeResult<Activity> activities(
      String csv,
      ActivityDirectory directory,
      ActorId recordedBy,
      Recording recording,
      Instant now) {
    return ActivityDraft.TABLE
        .read(csv)
        .check(rows -> activities(rows, directory, recordedBy, recording, now));
  }

  /**
   * Checks attendance. A row that says what was recorded last becomes that record; one that says
   * something else is a later record, and a warning.
   *
   * @param rows the rows
   * @param directory what the school has
   * @param stored finds what was recorded of an activity
   * @param recordedBy who takes them in
   * @param recording when what is new counts as recorded, by the day of the activity, or now if
   *     that is earlier
   * @param now the present instant, at which what differs from what is stored counts as recorded
   * @return the attendance; that of which the row says nothing new is equal to what is stored
   */
  public IntakeResult<Attendance> attendance(
      List<DraftRow<AttendanceDraft>> rows,
      ActivityDirectory directory,
      Function<ActivityId, AttendanceBook> stored,
      ActorId recordedBy,
      Recording recording,
      Instant now) {
    return new AttendanceIntake(validator, directory, stored, recordedBy, recording, now)
        .check(rows);
  }

  /**
   * Checks a CSV text of attendance, with the headings of {@link AttendanceDraft}. It is taken all
   * or not at all.
   *
   * @param csv the text
   * @param directory what the school has
   * @param stored finds what was recorded of an activity
   * @param recordedBy who takes it in
   * @param recording when what is new counts as recorded, by the day of the activity, or now if
   *     that is earlier
   * @param now the present instant, at which what differs from what is stored counts as recorded
   * @return the attendance, see {@link #attendance(List, ActivityDirectory, Function, ActorId,
   *     Recording, Instant)}; none if there is any fault
   */
  public IntakeResult<Attendance> attendance(
      String csv,
      ActivityDirectory directory,
      Function<ActivityId, AttendanceBook> stored,
      ActorId recordedBy,
      Recording recording,
      Instant now) {
    return AttendanceDraft.TABLE
        .read(csv)
        .check(rows -> attendance(rows, directory, stored, recordedBy, recording, now));
  }

  /**
   * Checks templates of activities.
   *
   * @param rows the rows
   * @param partners the partners of the school, which a row may call by their names
   * @return the templates, in the order of their rows
   */
  public IntakeResult<ActivityTemplate> templates(
      List<DraftRow<TemplateDraft>> rows, Collection<Partner> partners) {
    return new TemplateIntake(validator, partners).check(rows);
  }

  /**
   * Checks the text form of templates, as {@link TemplateCsv} writes it. They are taken all or not
   * at all; faults are told as {@link #ruleBook(String, Optional)} tells them.
   *
   * @param csv the text
   * @param partners the partners of the school, which a row may call by their names
   * @return the templates in the order of the text; none if there is any fault
   */
  public IntakeResult<ActivityTemplate> templates(String csv, Collection<Partner> partners) {
    return TemplateDraft.TABLE.read(csv).check(rows -> templates(rows, partners));
  }

  /**
   * Checks quotas of activities. Several rows of one id are versions of one quota, which is taken
   * with all of them or not at all: if one has a fault, so have the others.
   *
   * @param rows the rows
   * @param calendar the school's calendar, if it has one; a version that has no meaning in one of
   *     its terms is faulty
   * @return the versions, in the order of their rows
   */
  public IntakeResult<ActivityQuota> quotas(
      List<DraftRow<QuotaDraft>> rows, Optional<SchoolCalendar> calendar) {
    return new QuotaIntake(validator, calendar).check(rows);
  }

  /**
   * Checks the text form of quotas, as {@link QuotaCsv} writes it. They are taken all or not at
   * all; faults are told as {@link #ruleBook(String, Optional)} tells them.
   *
   * @param csv the text
   * @param calendar the school's calendar, if it has one
   * @return the versions in the order of the text; none if there is any fault
   */
  public IntakeResult<ActivityQuota> quotas(String csv, Optional<SchoolCalendar> calendar) {
    return QuotaDraft.TABLE.read(csv).check(rows -> quotas(rows, calendar));
  }

  /**
   * Checks partners of a school. Two of the same name that work with the school at the same time
   * are both faulty, for a template or an activity could not name either; one that has the name of
   * a stored one then is faulty too. One that differs from the stored one of its id replaces it,
   * and that is a warning.
   *
   * @param rows the rows
   * @param stored the partners that the school has
   * @return the partners, in the order of their rows
   */
  public IntakeResult<Partner> partners(
      List<DraftRow<PartnerDraft>> rows, Collection<Partner> stored) {
    return new PartnerIntake(validator, stored).check(rows);
  }

  /**
   * Checks the text form of partners, as {@link PartnerCsv} writes it. They are taken all or not at
   * all; faults are told as {@link #ruleBook(String, Optional)} tells them.
   *
   * @param csv the text
   * @param stored the partners that the school has
   * @return the partners in the order of the text; none if there is any fault
   */
  public IntakeResult<Partner> partners(String csv, Collection<Partner> stored) {
    return PartnerDraft.TABLE.read(csv).check(rows -> partners(rows, stored));
  }

  /**
   * Checks the opening hours of the home for left-behind children. They are taken all or not at
   * all; rows that overlap are all faulty.
   *
   * @param rows the rows
   * @return the hours, in the order of their rows; none if there is any fault
   */
  public IntakeResult<OpeningHours> openingHours(List<DraftRow<OpeningHoursDraft>> rows) {
    return new OpeningHoursIntake(validator).check(rows);
  }

  /**
   * Checks the text form of opening hours, as {@link OpeningHoursCsv} writes it; faults are told as
   * {@link #ruleBook(String, Optional)} tells them.
   *
   * @param csv the text
   * @return the hours in the order of the text; none if there is any fault
   */
  public IntakeResult<OpeningHours> openingHours(String csv) {
    return OpeningHoursDraft.TABLE.read(csv).check(this::openingHours);
  }

  /**
   * Checks lines of the register of the family phone. They are taken all or not at all, for lines
   * that agree are told apart by their order.
   *
   * @param rows the rows
   * @param directory what the school has
   * @return the calls, in the order of their rows; none if there is any fault
   */
  public IntakeResult<FamilyCall> familyCalls(
      List<DraftRow<FamilyCallDraft>> rows, SchoolDirectory directory) {
    return new FamilyCallIntake(validator, directory).check(rows);
  }

  /**
   * Checks a CSV text of the register of the family phone, with the headings of {@link
   * FamilyCallDraft}; faults are told as {@link #ruleBook(String, Optional)} tells them.
   *
   * @param csv the text
   * @param directory what the school has
   * @return the calls in the order of the text; none if there is any fault
   */
  public IntakeResult<FamilyCall> familyCalls(String csv, SchoolDirectory directory) {
    return FamilyCallDraft.TABLE.read(csv).check(rows -> familyCalls(rows, directory));
  }

  /**
   * Checks rows of a survey of pupils.
   *
   * @param rows the rows
   * @param directory what the school has
   * @param calendar the school's calendar
   * @param recording when the answers, and what was found, count as recorded
   * @return the sheets; the same row has the same id whenever it is taken in
   */
  public IntakeResult<CensusSheet> census(
      List<DraftRow<CensusDraft>> rows,
      SchoolDirectory directory,
      SchoolCalendar calendar,
      Recording recording) {
    return new CensusIntake(validator).check(rows, directory, calendar, recording);
  }

  /**
   * Checks contacts.
   *
   * @param rows the rows
   * @param directory what the school has
   * @param recordedBy who takes them in
   * @return the contacts; the same rows have the same ids whenever they are taken in, in whatever
   *     order those reached stand in them
   */
  public IntakeResult<Contact> contacts(
      List<DraftRow<ContactDraft>> rows, SchoolDirectory directory, ActorId recordedBy) {
    return contacts(rows, directory, recordedBy, child -> ImmutableList.of());
  }

  /**
   * Checks contacts, some of which may follow up a home visit that is stored.
   *
   * @param rows the rows; a home visit stands before what follows it up
   * @param directory what the school has
   * @param recordedBy who takes them in
   * @param stored finds what is stored of a child
   * @return the contacts; the same rows have the same ids whenever they are taken in, in whatever
   *     order those reached stand in them
   */
  public IntakeResult<Contact> contacts(
      List<DraftRow<ContactDraft>> rows,
      SchoolDirectory directory,
      ActorId recordedBy,
      Function<ChildId, ImmutableList<Contact>> stored) {
    return new ContactIntake(validator).check(rows, directory, recordedBy, stored);
  }
}
