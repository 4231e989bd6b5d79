package org.jiedui;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.child.Child;
import org.jiedui.compliance.CareRecord;
import org.jiedui.compliance.Evaluator;
import org.jiedui.compliance.Standing;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.ChildDuties;
import org.jiedui.mentor.Duties;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.RuleVersion;
import org.jiedui.school.School;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.StandingRow;
import org.jiedui.storage.Versioned;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;

/**
 * What a school's rules, calendar, classes and mentors come to within one transaction: read once,
 * then asked for one child after another. Who answers for what is read only if it is asked.
 */
final class SchoolView {

  /** Long before any record: what is shown "always" is shown from here. */
  private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

  private final School school;
  private final Optional<Evaluator> evaluator;
  private final Supplier<Duties> duties;

  private SchoolView(School school, Optional<Evaluator> evaluator, Supplier<Duties> duties) {
    this.school = school;
    this.evaluator = evaluator;
    this.duties = duties;
  }

  /** With everything known, for single children: mentors are looked up child by child. */
  static SchoolView of(CareOffice office, CareReader reader, SchoolId schoolId) {
    return of(
        office,
        reader,
        reader.schools().get(schoolId).value(),
        () ->
            Duties.knownBefore(
                reader.classes().all(schoolId),
                child -> reader.assignments().ofChild(schoolId, child),
                Instant.MAX));
  }

  /** With what was recorded up to a day, for a sweep. */
  static SchoolView of(CareOffice office, CareReader reader, SchoolId schoolId, LocalDate knownOn) {
    School school = reader.schools().get(schoolId).value();
    return ofAll(
        office, reader, school, knownOn.plusDays(1).atStartOfDay(school.zone()).toInstant());
  }

  /** With everything known, for a sweep. */
  static SchoolView ofAll(CareOffice office, CareReader reader, SchoolId schoolId) {
    return ofAll(office, reader, reader.schools().get(schoolId).value(), Instant.MAX);
  }

  /** Classes and mentors are read at once and now: within a sweep nothing else can be read. */
  private static SchoolView ofAll(
      CareOffice office, CareReader reader, School school, Instant knownBefore) {
    Duties duties =
        Duties.knownBefore(
            reader.classes().all(school.id()), reader.assignments().all(school.id()), knownBefore);
    return of(office, reader, school, () -> duties);
  }

  private static SchoolView of(
      CareOffice office, CareReader reader, School school, Supplier<Duties> duties) {
    SchoolId id = school.id();
    Optional<RuleBook> rules = reader.ruleBooks().find(id).map(Versioned::value);
    Optional<SchoolCalendar> calendar = reader.calendars().find(id).map(Versioned::value);
    return new SchoolView(
        school,
        rules.flatMap(book -> calendar.map(terms -> office.evaluator(book, terms))),
        Suppliers.memoize(duties::get));
  }

  School school() {
    return school;
  }

  /** Empty as long as the school has no rule book or no calendar. */
  Optional<Evaluator> evaluator() {
    return evaluator;
  }

  /** Reads all that is known of a child, able to explain itself. */
  CareRecord record(CareReader reader, Child child) {
    return CareRecord.of(
        child,
        reader.exemptions().ofChild(school.id(), child.id()),
        reader.contacts().ofChild(school.id(), child.id()),
        school.zone());
  }

  /** The contact rules of which a child has standings. */
  ImmutableSet<RuleId> rules() {
    return evaluator
        .map(
            each ->
                each.ruleBook().rules().stream()
                    .map(ContactRule::id)
                    .collect(ImmutableSet.toImmutableSet()))
        .orElse(ImmutableSet.of());
  }

  /**
   * The rows of contact rules that a store keeps: one for each stretch of days with the same
   * responsible person.
   */
  ImmutableList<StandingRow> contactRows(CareRecord record) {
    ImmutableList.Builder<StandingRow> rows = ImmutableList.builder();
    if (evaluator.isPresent()) {
      ImmutableList<Standing> standings = evaluator.get().standings(record);
      ChildDuties childDuties = dutiesTowards(record);
      for (Standing standing : standings) {
        addStored(
            rows,
            record.childId(),
            standing,
            shown -> childDuties.holdersOver(versionOf(standing), shown));
      }
    }
    return rows.build();
  }

  /** The rows of quotas that a store keeps; the homeroom teacher answers for them. */
  ImmutableList<StandingRow> quotaRows(CareRecord record, ChildQuotas quotas) {
    ImmutableList.Builder<StandingRow> rows = ImmutableList.builder();
    ChildDuties childDuties = dutiesTowards(record);
    for (Standing standing : quotas.evaluator().standings(quotas.record(record))) {
      addStored(rows, record.childId(), standing, childDuties::homeroomTeachersOver);
    }
    return rows.build();
  }

  private void addStored(
      ImmutableList.Builder<StandingRow> rows,
      ChildId childId,
      Standing standing,
      Function<DateRange, ImmutableList<ChildDuties.Holder>> holdersOver) {
    DateRange shown =
        DateRange.ofClosed(standing.shownFrom().orElse(ALWAYS), standing.shownUntil());
    for (ChildDuties.Holder holder : holdersOver.apply(shown)) {
      Optional<LocalDate> from =
          Optional.of(holder.days().start()).filter(day -> !day.equals(ALWAYS));
      rows.add(
          row(
              childId,
              new Standing(
                  standing.rule(),
                  standing.version(),
                  standing.opens(),
                  standing.deadline(),
                  from,
                  holder.days().last()),
              holder.responsible(),
              holder.classId()));
    }
  }

  /** The rows as seen under a viewpoint, at most one for each contact rule and quota. */
  ImmutableList<StandingRow> board(
      CareRecord record, Optional<ChildQuotas> quotas, Viewpoint viewpoint) {
    ImmutableList.Builder<StandingRow> rows = ImmutableList.builder();
    ChildDuties childDuties = dutiesTowards(record);
    LocalDate day = viewpoint.asOf();
    if (evaluator.isPresent()) {
      for (Standing standing : evaluator.get().standings(record, viewpoint)) {
        rows.add(
            row(
                record.childId(),
                standing,
                childDuties.responsibleOn(versionOf(standing), day),
                childDuties.classOn(day)));
      }
    }
    if (quotas.isPresent()) {
      for (Standing standing :
          quotas.get().evaluator().standings(quotas.get().record(record), viewpoint)) {
        rows.add(
            row(
                record.childId(),
                standing,
                childDuties.homeroomTeacherOn(day),
                childDuties.classOn(day)));
      }
    }
    return rows.build();
  }

  /** Who answers for what towards a child, and in which class it is. */
  ChildDuties dutiesTowards(CareRecord record) {
    return duties.get().ofChild(school.id(), record.childId(), record.facts());
  }

  private StandingRow row(
      ChildId childId,
      Standing standing,
      Optional<StaffId> responsible,
      Optional<ClassId> classId) {
    return new StandingRow(school.id(), childId, standing, responsible, classId);
  }

  /** The version that judges the window says whose duty it is. */
  private RuleVersion versionOf(Standing standing) {
    return evaluator
        .orElseThrow()
        .ruleBook()
        .find(standing.rule())
        .orElseThrow()
        .versions()
        .get(standing.version());
  }
}
