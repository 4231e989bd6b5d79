package org.jiedui.examples.schoolyear;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jiedui.ActivityBookDesk;
import org.jiedui.CareDesk;
import org.jiedui.activity.Activity;
import org.jiedui.activity.ActivityQuota;
import org.jiedui.activity.ActivityState;
import org.jiedui.activity.ActivityTemplate;
import org.jiedui.activity.Attendance;
import org.jiedui.activity.Partner;
import org.jiedui.activity.PlanProposal;
import org.jiedui.calendar.OpeningHours;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.SchoolYear;
import org.jiedui.calendar.Term;
import org.jiedui.census.CensusSheet;
import org.jiedui.child.Child;
import org.jiedui.contact.Contact;
import org.jiedui.id.RuleId;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.DraftRule;
import org.jiedui.intake.Intake.StaffRoll;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.Recording;
import org.jiedui.intake.Violation;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.mentor.PeerPair;
import org.jiedui.mentor.PeerPolicy;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.RuleBook;
import org.jiedui.school.School;
import org.jiedui.school.TeamMembership;

/**
 * Takes a school in from its files, through a desk: what is good goes in, and every fault of every
 * file is reported at once.
 *
 * <p>What the school has already is compared with the files. Rows that say what is stored change
 * nothing, so taking the same files in again changes nothing at all; what has changed is added, and
 * told as a warning. Terms, rules and templates that are not in the files stay: they are those of
 * other years.
 *
 * <p>The caller decides what to do if there are faults: keep the good rows, or undo all.
 */
final class SchoolImport {

  /** Contacts are taken in by as many, so that a progress bar moves. */
  private static final int CONTACTS_AT_ONCE = 100;

  /** The sample school's own number: a child helps two others at most. */
  private static final PeerPolicy PEER_POLICY = PeerPolicy.helpingAtMost(2);

  private final CareDesk desk;
  private final School school;
  private final IntConsumer progress;
  private final List<FileReport> reports = new ArrayList<>();

  /**
   * Creates an import.
   *
   * @param desk the desk of somebody who keeps the school
   * @param school the school
   * @param progress is told how many more rows are done
   */
  SchoolImport(CareDesk desk, School school, IntConsumer progress) {
    this.desk = desk;
    this.school = school;
    this.progress = progress;
  }

  /**
   * Takes everything in.
   *
   * @param files the files
   * @return what became of each file's rows
   * @throws InputException if no term is good, so that nothing else can be judged
   */
  ImmutableList<FileReport> run(SchoolFiles files) {
    Recording recording = Recording.onItsFirstDay(school.zone());
    desk.school().register(school);

    IntakeResult<Term> terms =
        check(
            files,
            SchoolFile.TERMS,
            rows -> besideStored(desk.school().checkTerms(school.id(), rows)));
    if (!terms.faults().isEmpty() || terms.values().isEmpty()) {
      return ImmutableList.copyOf(reports); // nothing else can be judged without its terms
    }
    desk.school().setCalendar(school.id(), calendar(terms.values()));

    check(
        files,
        SchoolFile.STAFF,
        rows -> {
          StaffRoll roll = desk.school().checkStaff(school.id(), rows, recording);
          desk.school().putStaff(school.id(), roll.staff().values());
          desk.school().putClasses(school.id(), roll.classes());
          return roll.staff();
        });

    IntakeResult<ContactRule> rules =
        check(
            files,
            SchoolFile.RULES,
            rows -> desk.rules().check(school.id(), rows).checkedBy(this::rewritten));
    desk.rules().setRuleBook(school.id(), ruleBook(rules.values()));

    IntakeResult<Child> children =
        check(
            files, SchoolFile.PUPILS, rows -> desk.children().check(school.id(), rows, recording));
    desk.children().importAll(school.id(), children.values());

    takeCensus(files, recording);

    IntakeResult<MentorAssignment> mentors =
        check(
            files, SchoolFile.MENTORS, rows -> desk.mentors().check(school.id(), rows, recording));
    desk.mentors().importAll(school.id(), mentors.values());

    IntakeResult<Contact> contacts =
        check(files, SchoolFile.CONTACTS, rows -> desk.contacts().check(school.id(), rows));
    for (List<Contact> part : Lists.partition(contacts.values(), CONTACTS_AT_ONCE)) {
      desk.contacts().importAll(school.id(), part);
      progress.accept(part.size());
    }
    takeInHouseholds(files, recording);
    takeInTeamAndPeers(files, recording);
    takeInActivities(files, recording);
    return ImmutableList.copyOf(reports);
  }

  private void takeInTeamAndPeers(SchoolFiles files, Recording recording) {
    IntakeResult<TeamMembership> team =
        check(files, SchoolFile.TEAM, rows -> desk.team().check(school.id(), rows, recording));
    desk.team().importAll(school.id(), team.values());
    IntakeResult<PeerPair> peers =
        check(
            files,
            SchoolFile.PEERS,
            rows -> desk.peers().check(school.id(), rows, PEER_POLICY, recording));
    desk.peers().importAll(school.id(), peers.values());
  }

  /** What the school plans its activities by, what was held, who was there, and what is asked. */
  private void takeInActivities(SchoolFiles files, Recording recording) {
    ActivityBookDesk book = desk.activityBook();
    files.countyDays().ifPresent(marks -> book.setCountyDays(school.id(), marks));
    IntakeResult<Partner> partners =
        check(files, SchoolFile.PARTNERS, rows -> book.checkPartners(school.id(), rows));
    book.importPartners(school.id(), partners.values());
    IntakeResult<OpeningHours> hours =
        check(files, SchoolFile.HOME_HOURS, rows -> book.checkHomeHours(school.id(), rows));
    if (!hours.values().isEmpty()) {
      book.importHomeHours(school.id(), hours.values());
    }
    IntakeResult<ActivityTemplate> templates =
        check(files, SchoolFile.TEMPLATES, rows -> book.checkTemplates(school.id(), rows));
    book.importTemplates(school.id(), templates.values());
    IntakeResult<Activity> activities =
        check(
            files,
            SchoolFile.ACTIVITIES,
            rows -> desk.activities().checkActivities(school.id(), rows, recording));
    desk.activities().importActivities(school.id(), activities.values());
    IntakeResult<Attendance> attendance =
        check(
            files,
            SchoolFile.ATTENDANCE,
            rows -> desk.attendance().checkAttendance(school.id(), rows, recording));
    desk.attendance().importAttendance(school.id(), attendance.values());
    IntakeResult<ActivityQuota> quotas =
        check(files, SchoolFile.QUOTAS, rows -> book.checkQuotas(school.id(), rows));
    book.importQuotas(school.id(), quotas.values());
    planYears();
  }

  /**
   * Plans each school year from the templates, around what was held, and agrees to what is planned,
   * as the principal of a real school would do one by one. What is agreed already stays, so
   * planning again adds nothing.
   */
  private void planYears() {
    if (desk.activityBook().get(school.id()).templates().isEmpty()) {
      return;
    }
    SchoolCalendar calendar = desk.school().calendar(school.id()).orElseThrow();
    for (SchoolYear year : calendar.years()) {
      PlanProposal proposal = desk.activities().propose(school.id(), year.days());
      desk.activities().accept(school.id(), year.days(), proposal).activities().stream()
          .filter(activity -> activity.status().state() == ActivityState.DRAFT)
          .forEach(activity -> desk.activities().agree(school.id(), activity.id()));
    }
  }

  private void takeCensus(SchoolFiles files, Recording recording) {
    IntakeResult<CensusSheet> sheets =
        check(files, SchoolFile.CENSUS, rows -> desk.census().check(school.id(), rows, recording));
    desk.census().importAll(school.id(), sheets.values());
  }

  private void takeInHouseholds(SchoolFiles files, Recording recording) {
    IntakeResult<Child> households =
        check(
            files,
            SchoolFile.HOUSEHOLDS,
            rows -> desk.files().checkHouseholds(school.id(), rows, recording));
    desk.files().importHouseholds(school.id(), households.values());
  }

  /** The stored terms with those of the file, which may give new dates to them. */
  private SchoolCalendar calendar(List<Term> terms) {
    ImmutableSet<String> labels = terms.stream().map(Term::label).collect(toImmutableSet());
    return SchoolCalendar.of(
        Stream.concat(
                desk.school().calendar(school.id()).stream()
                    .flatMap(stored -> stored.terms().stream())
                    .filter(term -> !labels.contains(term.label())),
                terms.stream())
            .toList());
  }

  /** Terms that do not fit together with the stored ones are a fault of the first row. */
  private IntakeResult<Term> besideStored(IntakeResult<Term> terms) {
    if (terms.accepted().isEmpty()) {
      return terms;
    }
    try {
      calendar(terms.values());
      return terms;
    } catch (IllegalArgumentException e) {
      IntakeResult.Accepted<Term> first = terms.accepted().get(0);
      Violation contradiction =
          Violation.of(
              first.row(), "label", DraftRule.TERM_CONTRADICTION, String.valueOf(e.getMessage()));
      return terms.checkedBy(
          each -> each.equals(first) ? ImmutableList.of(contradiction) : ImmutableList.of());
    }
  }

  /** The rules of the file, and the stored ones that are not in it. */
  private RuleBook ruleBook(List<ContactRule> rules) {
    ImmutableSet<RuleId> ids = rules.stream().map(ContactRule::id).collect(toImmutableSet());
    return RuleBook.of(
        Stream.concat(
                rules.stream(),
                desk.rules().ruleBook(school.id()).rules().stream()
                    .filter(rule -> !ids.contains(rule.id())))
            .toList());
  }

  /** A rule that leaves out or changes a stored version would judge the past again. */
  private ImmutableList<Violation> rewritten(IntakeResult.Accepted<ContactRule> rule) {
    try {
      desk.rules()
          .ruleBook(school.id())
          .find(rule.value().id())
          .ifPresent(
              stored ->
                  RuleBook.of(ImmutableList.of(stored))
                      .checkContinuedBy(RuleBook.of(ImmutableList.of(rule.value()))));
      return ImmutableList.of();
    } catch (IllegalArgumentException e) {
      return ImmutableList.of(Violation.of(rule.row(), "id", DraftRule.STORED_RULE));
    }
  }

  /** Binds a file's rows to drafts, has them checked, and keeps what was found. */
  private <D, V> IntakeResult<V> check(
      SchoolFiles files,
      SchoolFile<D> file,
      Function<ImmutableList<DraftRow<D>>, IntakeResult<V>> checking) {
    CsvTable table = files.table(file);
    ImmutableList.Builder<DraftRow<D>> drafts = ImmutableList.builder();
    ImmutableList.Builder<Violation> violations = ImmutableList.builder();
    for (CsvTable.Row row : table.rows()) {
      if (row.cells().size() > table.headings().size()) {
        violations.add(
            Violation.of(
                row.number(),
                "",
                DraftRule.TOO_MANY_CELLS,
                row.cells().size(),
                table.headings().size()));
      } else {
        drafts.add(new DraftRow<>(row.number(), file.columns().draft(table.byHeading(row))));
      }
    }
    IntakeResult<V> result = checking.apply(drafts.build());
    // Taken in again, every contact is known: that is no news.
    result.violations().stream()
        .filter(violation -> violation.rule() != DraftRule.KNOWN_CONTACT)
        .forEach(violations::add);
    reports.add(new FileReport(table, file.columns(), violations.build()));
    progress.accept(table.rows().size());
    return result;
  }
}
