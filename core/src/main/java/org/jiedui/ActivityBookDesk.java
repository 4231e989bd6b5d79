package org.jiedui;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.primitives.Ints;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jiedui.access.Operation;
import org.jiedui.activity.ActivityBook;
import org.jiedui.activity.ActivityQuota;
import org.jiedui.activity.ActivityTemplate;
import org.jiedui.activity.Partner;
import org.jiedui.activity.QuotaEvaluator;
import org.jiedui.calendar.DayMark;
import org.jiedui.calendar.OpeningHours;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.SchoolDays;
import org.jiedui.ics.IcsDayMarks;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.DraftRule;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.OpeningHoursDraft;
import org.jiedui.intake.PartnerDraft;
import org.jiedui.intake.QuotaDraft;
import org.jiedui.intake.TemplateDraft;
import org.jiedui.intake.Violation;
import org.jiedui.rule.RuleBook;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.Versioned;
import org.jiedui.time.DateRange;

/**
 * The desk for what a school plans its activities by: the days of the county and its own,
 * templates, quotas, partners, and when its home for left-behind children (留守儿童之家) is open.
 *
 * <pre>{@code
 * desk.activityBook().setCountyDays(school, IcsDayMarks.read(file, zone).marks());
 * desk.activityBook().change(school, book -> book.withTemplates(templates));
 * }</pre>
 *
 * <p>What a school keeps as a table is checked and then taken in:
 *
 * <pre>{@code
 * IntakeResult<ActivityTemplate> read = desk.activityBook().checkTemplatesCsv(school, csv);
 * read.violations().forEach(each -> show(each.row(), each.field(), each.message(locale)));
 * desk.activityBook().importTemplates(school, read.valuesOrThrow());
 * }</pre>
 *
 * <p>What is planned stays when this changes; plans are made at {@link ActivitiesDesk another
 * desk}.
 *
 * <p>Thread-safe.
 */
public final class ActivityBookDesk {

  private final Gate gate;

  ActivityBookDesk(Gate gate) {
    this.gate = gate;
  }

  /**
   * Returns what a school plans its activities by.
   *
   * @param school the school
   * @return the book, empty if nothing was set up
   */
  @Performs(Operation.SEE_ACTIVITIES)
  public ActivityBook get(SchoolId school) {
    return gate.look(
        Operation.SEE_ACTIVITIES,
        school,
        (reader, count) -> {
          count.add(1);
          return read(reader, school);
        });
  }

  static ActivityBook read(CareReader reader, SchoolId school) {
    return reader.activityBooks().find(school).map(Versioned::value).orElse(ActivityBook.empty());
  }

  /**
   * Changes what a school plans its activities by. What is planned stays.
   *
   * @param school the school
   * @param change makes the new book of the stored one; it must be pure
   * @return the new book
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such school
   * @throws IllegalStateException if the school has no calendar
   * @throws IllegalArgumentException if two marks of the county, or of the school, are of the same
   *     day, the quotas contradict each other or the calendar, a quota has the id of a contact
   *     rule, or what the change makes is no book
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_ACTIVITIES)
  public ActivityBook change(SchoolId school, UnaryOperator<ActivityBook> change) {
    return gate.run(
        Operation.KEEP_ACTIVITIES,
        school,
        (writer, count) -> {
          Change made = make(writer, school, change);
          count.add(made.after().equals(made.before()) ? 0 : 1);
          return made.after();
        });
  }

  /** The book before a change and after it. */
  private record Change(ActivityBook before, ActivityBook after) {}

  private Change make(CareWriter writer, SchoolId school, UnaryOperator<ActivityBook> change) {
    Optional<Versioned<ActivityBook>> stored = writer.activityBooks().find(school);
    ActivityBook before = stored.map(Versioned::value).orElse(ActivityBook.empty());
    ActivityBook after = change.apply(before);
    check(writer, school, after);
    if (!after.equals(before)) {
      if (stored.isPresent()) {
        writer.activityBooks().update(school, after, stored.get().version());
      } else {
        writer.activityBooks().insert(school, after);
      }
      if (!after.quotas().equals(before.quotas())) {
        StandingKeeper.of(gate.office(), writer, school).refreshAll(writer);
      }
    }
    return new Change(before, after);
  }

  /** Changes a part of the book; returns how much of it is new or differs from what was there. */
  private <V> int take(
      SchoolId school,
      Function<ActivityBook, ImmutableList<V>> part,
      BiFunction<ActivityBook, ImmutableList<V>, ActivityBook> with,
      UnaryOperator<ImmutableList<V>> change) {
    return gate.run(
        Operation.KEEP_ACTIVITIES,
        school,
        (writer, count) -> {
          Change made =
              make(writer, school, book -> with.apply(book, change.apply(part.apply(book))));
          ImmutableSet<V> known = ImmutableSet.copyOf(part.apply(made.before()));
          int fresh =
              Ints.checkedCast(
                  part.apply(made.after()).stream().filter(each -> !known.contains(each)).count());
          count.add(fresh);
          return fresh;
        });
  }

  /** The stored ones, each replaced by a given one of its key, and then the others given. */
  private static <K, V> ImmutableList<V> replaced(
      Collection<V> stored, Collection<V> given, Function<V, K> key, String what) {
    checkArgument(
        given.stream().map(key).distinct().count() == given.size(),
        "two %s have the same id",
        what);
    Map<K, V> all = new LinkedHashMap<>();
    stored.forEach(each -> all.put(key.apply(each), each));
    given.forEach(each -> all.put(key.apply(each), each));
    return ImmutableList.copyOf(all.values());
  }

  /**
   * Sets what the county says of days; what the school itself says stays. {@link IcsDayMarks} reads
   * the file that the schools of a county share.
   *
   * @param school the school
   * @param marks what the county says
   * @return the new book
   * @throws IllegalStateException if the school has no calendar
   * @throws IllegalArgumentException if two marks are of the same day
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_ACTIVITIES)
  public ActivityBook setCountyDays(SchoolId school, Collection<DayMark> marks) {
    return change(school, book -> book.withCountyDays(marks));
  }

  /**
   * Checks templates against the constraints and the school's; stores nothing.
   *
   * @param school the school
   * @param rows the rows
   * @return the good templates, and every violation; one that differs from the stored one of its id
   *     is a warning
   */
  @Performs(Operation.KEEP_ACTIVITIES)
  public IntakeResult<ActivityTemplate> checkTemplates(
      SchoolId school, List<DraftRow<TemplateDraft>> rows) {
    return gate.run(
        Operation.KEEP_ACTIVITIES,
        school,
        (writer, count) -> {
          ActivityBook book = read(writer, school);
          return templatesBeside(gate.intake().templates(rows, book.partners()), book);
        });
  }

  /**
   * Checks the text form of templates, as {@link org.jiedui.intake.TemplateCsv} writes it; stores
   * nothing.
   *
   * @param school the school
   * @param csv the text
   * @return the templates, none if there is any fault, and every violation
   */
  @Performs(Operation.KEEP_ACTIVITIES)
  public IntakeResult<ActivityTemplate> checkTemplatesCsv(SchoolId school, String csv) {
    return gate.run(
        Operation.KEEP_ACTIVITIES,
        school,
        (writer, count) -> {
          ActivityBook book = read(writer, school);
          return templatesBeside(gate.intake().templates(csv, book.partners()), book);
        });
  }

  private static IntakeResult<ActivityTemplate> templatesBeside(
      IntakeResult<ActivityTemplate> templates, ActivityBook book) {
    return templates.checkedBy(
        each ->
            book.find(each.value().id()).filter(known -> !known.equals(each.value())).stream()
                .map(known -> Violation.of(each.row(), "id", DraftRule.STORED_CORRECTED))
                .collect(toImmutableList()));
  }

  /**
   * Takes in templates, all or none. One of an id that the school has replaces the stored one, in
   * its place; those that are not given stay, and so does what was planned from any of them. Taking
   * in the same ones again changes nothing.
   *
   * @param school the school
   * @param templates the templates
   * @return how many were new or differed from the stored ones
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such school
   * @throws IllegalStateException if the school has no calendar
   * @throws IllegalArgumentException if two have the same id
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_ACTIVITIES)
  public int importTemplates(SchoolId school, Collection<ActivityTemplate> templates) {
    return take(
        school,
        ActivityBook::templates,
        ActivityBook::withTemplates,
        stored -> replaced(stored, templates, ActivityTemplate::id, "templates"));
  }

  /**
   * Checks quotas against the constraints, the calendar if the school has one, its rules and its
   * quotas; stores nothing.
   *
   * @param school the school
   * @param rows the rows; several of one id are versions of one quota
   * @return the good versions, and every violation; a version that would judge the past otherwise
   *     than the stored one of its first day is a fault
   */
  @Performs(Operation.KEEP_ACTIVITIES)
  public IntakeResult<ActivityQuota> checkQuotas(SchoolId school, List<DraftRow<QuotaDraft>> rows) {
    return gate.run(
        Operation.KEEP_ACTIVITIES,
        school,
        (writer, count) ->
            quotasBeside(
                gate.intake().quotas(rows, Directories.findCalendar(writer, school)),
                writer,
                school));
  }

  /**
   * Checks the text form of quotas, as {@link org.jiedui.intake.QuotaCsv} writes it, as {@link
   * #checkQuotas} does; stores nothing.
   *
   * @param school the school
   * @param csv the text
   * @return the versions, none if there is any fault, and every violation
   */
  @Performs(Operation.KEEP_ACTIVITIES)
  public IntakeResult<ActivityQuota> checkQuotasCsv(SchoolId school, String csv) {
    return gate.run(
        Operation.KEEP_ACTIVITIES,
        school,
        (writer, count) ->
            quotasBeside(
                    gate.intake().quotas(csv, Directories.findCalendar(writer, school)),
                    writer,
                    school)
                .allOrNone());
  }

  private static IntakeResult<ActivityQuota> quotasBeside(
      IntakeResult<ActivityQuota> quotas, CareReader reader, SchoolId school) {
    ImmutableList<ActivityQuota> stored = read(reader, school).quotas();
    Optional<RuleBook> rules = reader.ruleBooks().find(school).map(Versioned::value);
    Map<RuleId, Boolean> fit = new HashMap<>();
    return quotas.checkedBy(
        each -> {
          RuleId id = each.value().id();
          if (rules.flatMap(book -> book.find(id)).isPresent()) {
            return ImmutableList.of(Violation.of(each.row(), "id", DraftRule.RULE_ID_TAKEN));
          }
          return fit.computeIfAbsent(id, any -> StoredQuotas.fit(stored, quotas.values(), any))
              ? ImmutableList.of()
              : ImmutableList.of(Violation.of(each.row(), "id", DraftRule.STORED_RULE));
        });
  }

  /**
   * Takes in quotas, all or none: those that are new, further versions, a last day for a version
   * that had none, and other titles and sources. Those that are not given stay. Taking in the same
   * ones again changes nothing.
   *
   * @param school the school
   * @param quotas the quotas
   * @return how many versions were new or differed from the stored ones
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such school
   * @throws IllegalStateException if the school has no calendar
   * @throws IllegalArgumentException if one would judge otherwise what a stored version judges,
   *     they contradict each other or the calendar, or one has the id of a contact rule
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_ACTIVITIES)
  public int importQuotas(SchoolId school, Collection<ActivityQuota> quotas) {
    return take(
        school,
        ActivityBook::quotas,
        ActivityBook::withQuotas,
        stored -> {
          for (ActivityQuota quota : quotas) {
            checkArgument(
                StoredQuotas.fit(stored, quotas, quota.id()),
                "quota %s must not judge otherwise what a stored version of it judges",
                quota.id());
          }
          return replaced(stored, quotas, StoredQuotas.Version::of, "versions of a quota");
        });
  }

  /**
   * Checks partners against the constraints and the school's; stores nothing.
   *
   * @param school the school
   * @param rows the rows
   * @return the good partners, and every violation; one that differs from the stored one of its id
   *     is a warning, one that has the name of another while both work with the school is a fault
   */
  @Performs(Operation.KEEP_ACTIVITIES)
  public IntakeResult<Partner> checkPartners(SchoolId school, List<DraftRow<PartnerDraft>> rows) {
    return gate.run(
        Operation.KEEP_ACTIVITIES,
        school,
        (writer, count) -> gate.intake().partners(rows, read(writer, school).partners()));
  }

  /**
   * Checks the text form of partners, as {@link org.jiedui.intake.PartnerCsv} writes it, as {@link
   * #checkPartners} does; stores nothing.
   *
   * @param school the school
   * @param csv the text
   * @return the partners, none if there is any fault, and every violation
   */
  @Performs(Operation.KEEP_ACTIVITIES)
  public IntakeResult<Partner> checkPartnersCsv(SchoolId school, String csv) {
    return gate.run(
        Operation.KEEP_ACTIVITIES,
        school,
        (writer, count) -> gate.intake().partners(csv, read(writer, school).partners()));
  }

  /**
   * Takes in partners, all or none. One of an id that the school has replaces the stored one, in
   * its place; those that are not given stay. Taking in the same ones again changes nothing.
   *
   * @param school the school
   * @param partners the partners
   * @return how many were new or differed from the stored ones
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such school
   * @throws IllegalStateException if the school has no calendar
   * @throws IllegalArgumentException if two have the same id, or one has the name of another while
   *     both work with the school
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_ACTIVITIES)
  public int importPartners(SchoolId school, Collection<Partner> partners) {
    return take(
        school,
        ActivityBook::partners,
        ActivityBook::withPartners,
        stored -> replaced(stored, partners, Partner::id, "partners"));
  }

  /**
   * Checks the opening hours of the home for left-behind children against the constraints; stores
   * nothing.
   *
   * @param school the school
   * @param rows the rows, all hours that the home has or had
   * @return the hours, none if there is any fault, and every violation
   */
  @Performs(Operation.KEEP_ACTIVITIES)
  public IntakeResult<OpeningHours> checkHomeHours(
      SchoolId school, List<DraftRow<OpeningHoursDraft>> rows) {
    return gate.run(
        Operation.KEEP_ACTIVITIES, school, (writer, count) -> gate.intake().openingHours(rows));
  }

  /**
   * Checks the text form of opening hours, as {@link org.jiedui.intake.OpeningHoursCsv} writes it,
   * as {@link #checkHomeHours} does; stores nothing.
   *
   * @param school the school
   * @param csv the text, with all hours that the home has or had
   * @return the hours, none if there is any fault, and every violation
   */
  @Performs(Operation.KEEP_ACTIVITIES)
  public IntakeResult<OpeningHours> checkHomeHoursCsv(SchoolId school, String csv) {
    return gate.run(
        Operation.KEEP_ACTIVITIES, school, (writer, count) -> gate.intake().openingHours(csv));
  }

  /**
   * Takes in the opening hours of the home for left-behind children, in place of all hours that the
   * school has: hours have no id by which one could replace another, so those that are not given,
   * also those of earlier years, are gone. It is one change. Taking in the same ones again, in
   * whatever order, changes nothing.
   *
   * @param school the school
   * @param hours all hours that the home has or had
   * @return how many were added or are gone
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such school
   * @throws IllegalStateException if the school has no calendar
   * @throws IllegalArgumentException if two overlap
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_ACTIVITIES)
  public int importHomeHours(SchoolId school, Collection<OpeningHours> hours) {
    return gate.run(
        Operation.KEEP_ACTIVITIES,
        school,
        (writer, count) -> {
          Change made = make(writer, school, book -> withHours(book, hours));
          int changed =
              Sets.symmetricDifference(
                      ImmutableSet.copyOf(made.before().homeHours()),
                      ImmutableSet.copyOf(made.after().homeHours()))
                  .size();
          count.add(changed);
          return changed;
        });
  }

  /** The book with other hours; in another order they are the same. */
  private static ActivityBook withHours(ActivityBook book, Collection<OpeningHours> hours) {
    ActivityBook changed = book.withHomeHours(hours);
    return ImmutableSet.copyOf(hours).equals(ImmutableSet.copyOf(book.homeHours()))
        ? book
        : changed;
  }

  /**
   * Returns when the home for left-behind children (留守儿童之家) is open, by its hours and the calendar.
   *
   * @param school the school
   * @param days the days, with an end
   * @return the openings, by day and time
   * @throws IllegalArgumentException if the days have no end
   * @throws IllegalStateException if the school has no calendar
   */
  @Performs(Operation.SEE_ACTIVITIES)
  public ImmutableList<OpeningHours.Opening> openings(SchoolId school, DateRange days) {
    return gate.look(
        Operation.SEE_ACTIVITIES,
        school,
        (reader, count) -> {
          ActivityBook book = read(reader, school);
          ImmutableList<OpeningHours.Opening> openings =
              OpeningHours.openings(
                  book.homeHours(), book.daysOf(Directories.calendar(reader, school)), days);
          count.add(openings.size());
          return openings;
        });
  }

  private static void check(CareReader reader, SchoolId school, ActivityBook book) {
    SchoolCalendar calendar = Directories.calendar(reader, school);
    SchoolDays unused = book.daysOf(calendar);
    ZoneId zone = reader.schools().get(school).value().zone();
    QuotaEvaluator evaluator = QuotaEvaluator.of(book.quotas(), calendar, zone);
    reader
        .ruleBooks()
        .find(school)
        .ifPresent(
            rules ->
                evaluator
                    .quotas()
                    .forEach(
                        quota ->
                            checkArgument(
                                rules.value().find(quota.id()).isEmpty(),
                                "quota %s must not have the id of a contact rule",
                                quota.id())));
  }
}
