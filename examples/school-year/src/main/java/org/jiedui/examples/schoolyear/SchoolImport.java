package org.jiedui.examples.schoolyear;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jiedui.CareDesk;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.child.Child;
import org.jiedui.contact.Contact;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.DraftRule;
import org.jiedui.intake.Intake.StaffRoll;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.Recording;
import org.jiedui.intake.Violation;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.RuleBook;
import org.jiedui.school.School;

/**
 * Takes a school in from its files, through a desk: what is good goes in, and every fault of every
 * file is reported at once.
 *
 * <p>The caller decides what to do if there are faults: keep the good rows, or drop the store.
 */
final class SchoolImport {

  /** Contacts are taken in by as many, so that a progress bar moves. */
  private static final int CONTACTS_AT_ONCE = 100;

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
        check(files.terms(), Columns.TERMS, rows -> desk.school().checkTerms(school.id(), rows));
    if (!terms.faults().isEmpty() || terms.values().isEmpty()) {
      return ImmutableList.copyOf(reports); // nothing else can be judged without its terms
    }
    desk.school().setCalendar(school.id(), SchoolCalendar.of(terms.values()));

    check(
        files.staff(),
        Columns.STAFF,
        rows -> {
          StaffRoll roll = desk.school().checkStaff(school.id(), rows, recording);
          desk.school().putStaff(school.id(), roll.staff().values());
          desk.school().putClasses(school.id(), roll.classes());
          return roll.staff();
        });

    IntakeResult<ContactRule> rules =
        check(files.rules(), Columns.RULES, rows -> desk.rules().check(school.id(), rows));
    desk.rules().setRuleBook(school.id(), RuleBook.of(rules.values()));

    IntakeResult<Child> children =
        check(
            files.pupils(),
            Columns.PUPILS,
            rows -> desk.children().check(school.id(), rows, recording));
    desk.children().admit(school.id(), children.values());

    IntakeResult<MentorAssignment> mentors =
        check(
            files.mentors(),
            Columns.MENTORS,
            rows -> desk.mentors().check(school.id(), rows, recording));
    desk.mentors().importAll(school.id(), mentors.values());

    IntakeResult<Contact> contacts =
        check(files.contacts(), Columns.CONTACTS, rows -> desk.contacts().check(school.id(), rows));
    for (List<Contact> part : Lists.partition(contacts.values(), CONTACTS_AT_ONCE)) {
      desk.contacts().importAll(school.id(), part);
      progress.accept(part.size());
    }
    return ImmutableList.copyOf(reports);
  }

  /** Binds a file's rows to drafts, has them checked, and keeps what was found. */
  private <D, V> IntakeResult<V> check(
      CsvTable table,
      Columns<D> columns,
      Function<ImmutableList<DraftRow<D>>, IntakeResult<V>> checking) {
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
        drafts.add(new DraftRow<>(row.number(), columns.draft(table.byHeading(row))));
      }
    }
    IntakeResult<V> result = checking.apply(drafts.build());
    violations.addAll(result.violations());
    reports.add(new FileReport(table, columns, violations.build()));
    progress.accept(table.rows().size());
    return result;
  }
}
