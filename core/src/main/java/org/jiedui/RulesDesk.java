package org.jiedui;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;
import org.jiedui.access.Operation;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.id.ChildId;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.intake.DraftRow;
import org.jiedui.intake.DraftRule;
import org.jiedui.intake.IntakeResult;
import org.jiedui.intake.RuleDraft;
import org.jiedui.intake.Violation;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.Exemption;
import org.jiedui.rule.RuleBook;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.Versioned;
import org.jiedui.time.DateRange;

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
        (writer, count) -> {
          Optional<SchoolCalendar> calendar = writer.calendars().find(school).map(Versioned::value);
          return gate.intake().rules(rows).checkedBy(each -> missingMilestones(calendar, each));
        });
  }

  private static ImmutableList<Violation> missingMilestones(
      Optional<SchoolCalendar> calendar, IntakeResult.Accepted<ContactRule> accepted) {
    boolean byMilestones =
        accepted.value().versions().stream()
            .anyMatch(version -> version.cadence() instanceof Cadence.Milestones);
    return calendar.stream()
        .filter(any -> byMilestones)
        .flatMap(terms -> terms.terms().stream())
        .filter(term -> !term.hasMilestones())
        .map(
            term ->
                Violation.of(
                    accepted.row(), "cadence", DraftRule.TERM_WITHOUT_MILESTONES, term.label()))
        .collect(ImmutableList.toImmutableList());
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
   *     changed, or a rule goes by milestones and a term has none
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
   * @throws IllegalArgumentException if a rule goes by milestones and a term has none
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
    return gate.run(
        Operation.SEE_RULES,
        school,
        (writer, count) -> {
          RuleBook book =
              writer.ruleBooks().find(school).map(Versioned::value).orElse(RuleBook.empty());
          count.add(book.rules().size());
          return book;
        });
  }

  /**
   * Exempts a child from a rule, or from all, on some days.
   *
   * @param school the school
   * @param child the child
   * @param days the days
   * @param rule the rule, or empty for all
   * @param reason why, not blank
   * @param approvedBy who approved it
   * @return the exemption
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child or member of staff
   * @throws IllegalArgumentException if the reason is blank or the school has no such rule
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
                  ExemptionId.of(gate.office().settings().ids().get()),
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

  private static void checkRule(CareReader reader, SchoolId school, RuleId rule) {
    boolean known =
        reader.ruleBooks().find(school).flatMap(book -> book.value().find(rule)).isPresent();
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
    return gate.run(
        Operation.SEE_RULES,
        school,
        child,
        (writer, count) -> {
          ImmutableList<Exemption> exemptions = writer.exemptions().ofChild(school, child);
          count.add(exemptions.size());
          return exemptions;
        });
  }
}
