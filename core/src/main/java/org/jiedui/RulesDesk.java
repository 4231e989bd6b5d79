package org.jiedui;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;
import org.jiedui.access.Operation;
import org.jiedui.activity.ActivityQuota;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.compliance.Comparison;
import org.jiedui.compliance.ComparisonReport;
import org.jiedui.compliance.Evaluator;
import org.jiedui.id.ChildId;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.RuleDraft;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.Exemption;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.RuleBookDiff;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.Versioned;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;

/** The desk for the rule book and for exemptions. Thread-safe. */
public final class RulesDesk {

  private final Gate gate;

  RulesDesk(Gate gate) {
    this.gate = gate;
  }

  /**
   * Checks the rows of a rule book, also against the school's calendar if it has one; stores
   * nothing.
   *
   * @param school the school
   * @param rows the rows; several of one id are versions of one rule
   * @return the good rules, and every violation
   */
  @Performs(Operation.KEEP_RULES)
  public IntakeResult<ContactRule> check(SchoolId school, List<DraftRow<RuleDraft>> rows) {
    return gate.run(
        Operation.KEEP_RULES,
        school,
        (writer, count) -> gate.intake().rules(rows, calendar(writer, school)));
  }

  /**
   * Checks the text form of a rule book, as {@link org.jiedui.intake.RuleBookCsv} writes it, also
   * against the school's calendar if it has one; stores nothing.
   *
   * @param school the school
   * @param csv the text
   * @return the rules, none if there is any fault, and every violation
   */
  @Performs(Operation.KEEP_RULES)
  public IntakeResult<ContactRule> checkCsv(SchoolId school, String csv) {
    return gate.run(
        Operation.KEEP_RULES,
        school,
        (writer, count) -> gate.intake().ruleBook(csv, calendar(writer, school)));
  }

  private static RuleBook presentBook(CareReader reader, SchoolId school) {
    return reader.ruleBooks().find(school).map(Versioned::value).orElse(RuleBook.empty());
  }

  private static Optional<SchoolCalendar> calendar(CareReader reader, SchoolId school) {
    return reader.calendars().find(school).map(Versioned::value);
  }

  /**
   * Gives a school its rule book, or one with more: further rules, further versions, a last day for
   * a rule that had none. No version of the present book may be missing or changed, so of two
   * people who change the book at once, one cannot undo what the other added. A version may be
   * added for days past, which it then judges; titles and sources are those of the new book.
   *
   * @param school the school
   * @param book the rules
   * @throws IllegalArgumentException if a rule or version of the present book is missing or
   *     changed, rules go by milestones and terms of the calendar have none, or rules have the ids
   *     of quotas; the message names every one, and nothing is stored
   */
  @Performs(Operation.KEEP_RULES)
  public void setRuleBook(SchoolId school, RuleBook book) {
    store(school, book, false);
  }

  /**
   * Gives a school another rule book, whatever the present one says. Windows of the past are judged
   * by it again: for a book that was entered wrongly, not for a new rule.
   *
   * @param school the school
   * @param book the rules
   * @throws IllegalArgumentException if rules go by milestones and terms of the calendar have none,
   *     or have the ids of quotas; the message names every one, and nothing is stored
   */
  @Performs(Operation.KEEP_RULES)
  public void replaceRuleBook(SchoolId school, RuleBook book) {
    store(school, book, true);
  }

  private void store(SchoolId school, RuleBook book, boolean rewriting) {
    gate.run(
        Operation.KEEP_RULES,
        school,
        (writer, count) -> {
          count.add(book.rules().size());
          Optional<Versioned<RuleBook>> stored = writer.ruleBooks().find(school);
          if (stored.isPresent() && stored.get().value().equals(book)) {
            return stored.get().version();
          }
          if (!rewriting && stored.isPresent()) {
            stored.get().value().checkContinuedBy(book);
          }
          calendar(writer, school).ifPresent(book::checkFits);
          checkNoQuotas(writer, school, book);
          long version =
              stored.isPresent()
                  ? writer.ruleBooks().update(school, book, stored.get().version())
                  : writer.ruleBooks().insert(school, book);
          StandingKeeper.of(gate.office(), writer, school).refreshAll(writer);
          return version;
        });
  }

  /**
   * Returns a school's rule book.
   *
   * @param school the school
   * @return the rules, none if it has no book yet
   */
  @Performs(Operation.SEE_RULES)
  public RuleBook ruleBook(SchoolId school) {
    return gate.look(
        Operation.SEE_RULES,
        school,
        (reader, count) -> {
          RuleBook book = presentBook(reader, school);
          count.add(book.rules().size());
          return book;
        });
  }

  /**
   * Says what a proposed rule book would change, and for whom: judges the school's children by its
   * present book and by the proposed one, in its present calendar, for the windows that begin on or
   * before the as-of date. It stores nothing but the audit entry.
   *
   * <p>It costs what two reports cost; memory is by the children whose windows differ.
   *
   * @param school the school
   * @param proposed the proposed rules, which need not continue the present ones
   * @param viewpoint the dates under which to judge
   * @return what would change; without children and totals if the school has no calendar yet
   * @throws IllegalArgumentException if proposed rules go by milestones and terms of the calendar
   *     have none; the message names every one
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such school
   */
  @Performs(Operation.SEE_REPORTS)
  public ComparisonReport compare(SchoolId school, RuleBook proposed, Viewpoint viewpoint) {
    return gate.look(
        Operation.SEE_REPORTS,
        school,
        (reader, count) -> {
          RuleBook present = presentBook(reader, school);
          Optional<SchoolCalendar> calendar = calendar(reader, school);
          if (calendar.isEmpty()) {
            return new ComparisonReport(
                viewpoint,
                RuleBookDiff.between(present, proposed),
                0,
                ImmutableList.of(),
                ImmutableList.of());
          }
          Comparison comparison =
              gate.office()
                  .evaluator(present, calendar.get())
                  // A proposal may never come back; it would only push others out of the cache.
                  .compareWith(Evaluator.of(proposed, calendar.get()), viewpoint);
          reader.sweep(school, comparison::add);
          ComparisonReport report = comparison.report();
          count.add(report.children());
          return report;
        });
  }

  /**
   * Exempts a child from a rule, or from all, on some days.
   *
   * @param school the school
   * @param child the child
   * @param days the days
   * @param rule the contact rule or quota of activities, or empty for all
   * @param reason why, not blank
   * @param approvedBy who approved it
   * @return the exemption
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child or member of staff
   * @throws IllegalArgumentException if the reason is blank or the school has no such rule or quota
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_RULES)
  public Exemption exempt(
      SchoolId school,
      ChildId child,
      DateRange days,
      Optional<RuleId> rule,
      String reason,
      StaffId approvedBy) {
    return gate.run(
        Operation.KEEP_RULES,
        school,
        child,
        (writer, count) -> {
          count.add(1);
          ChildId known = writer.children().get(school, child).value().id();
          StaffId approver = writer.staff().get(school, approvedBy).value().id();
          rule.ifPresent(id -> checkRule(writer, school, id));
          Exemption exemption =
              new Exemption(
                  school,
                  known,
                  gate.newId(ExemptionId::of),
                  days,
                  rule,
                  reason,
                  approver,
                  gate.now(),
                  Optional.empty());
          writer.exemptions().insert(exemption);
          StandingKeeper.of(gate.office(), writer, school).refresh(writer, child);
          return exemption;
        });
  }

  private static void checkNoQuotas(CareReader reader, SchoolId school, RuleBook book) {
    ImmutableSet<RuleId> quotas = quotas(reader, school);
    ImmutableList<RuleId> both =
        book.rules().stream()
            .map(ContactRule::id)
            .filter(quotas::contains)
            .collect(ImmutableList.toImmutableList());
    checkArgument(both.isEmpty(), "rules must not have the ids of quotas: %s", both);
  }

  private static ImmutableSet<RuleId> quotas(CareReader reader, SchoolId school) {
    return ActivityBookDesk.read(reader, school).quotas().stream()
        .map(ActivityQuota::id)
        .collect(ImmutableSet.toImmutableSet());
  }

  private static void checkRule(CareReader reader, SchoolId school, RuleId rule) {
    boolean known =
        presentBook(reader, school).find(rule).isPresent() || quotas(reader, school).contains(rule);
    if (!known) {
      throw new IllegalArgumentException("school " + school + " has no rule " + rule);
    }
  }

  /**
   * Withdraws an exemption.
   *
   * @param school the school
   * @param exemption the exemption
   * @return the withdrawn exemption
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such exemption
   * @throws IllegalArgumentException if it was withdrawn already
   */
  @CanIgnoreReturnValue
  @Performs(Operation.KEEP_RULES)
  public Exemption withdraw(SchoolId school, ExemptionId exemption) {
    return gate.run(
        Operation.KEEP_RULES,
        school,
        (writer, count) -> {
          count.add(1);
          Versioned<Exemption> stored = writer.exemptions().get(school, exemption);
          Exemption withdrawn = stored.value().withdrawn(gate.now());
          count.about(withdrawn.childId());
          writer.exemptions().update(withdrawn, stored.version());
          StandingKeeper.of(gate.office(), writer, school).refresh(writer, withdrawn.childId());
          return withdrawn;
        });
  }

  /**
   * Returns the exemptions of a child.
   *
   * @param school the school
   * @param child the child
   * @return the exemptions, withdrawn ones too
   */
  @Performs(Operation.SEE_RULES)
  public ImmutableList<Exemption> exemptions(SchoolId school, ChildId child) {
    return gate.look(
        Operation.SEE_RULES,
        school,
        child,
        (reader, count) -> {
          ImmutableList<Exemption> exemptions = reader.exemptions().ofChild(school, child);
          count.add(exemptions.size());
          return exemptions;
        });
  }
}
