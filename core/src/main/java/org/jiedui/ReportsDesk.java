package org.jiedui;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jiedui.access.Operation;
import org.jiedui.child.Child;
import org.jiedui.compliance.CareRecord;
import org.jiedui.compliance.ChildCounts;
import org.jiedui.compliance.ComplianceReport;
import org.jiedui.compliance.Counts;
import org.jiedui.compliance.Evaluator;
import org.jiedui.compliance.Explanation;
import org.jiedui.compliance.Group;
import org.jiedui.compliance.GroupedTally;
import org.jiedui.compliance.Grouping;
import org.jiedui.compliance.Listing;
import org.jiedui.compliance.MonthlyVisits;
import org.jiedui.compliance.SweepReport;
import org.jiedui.compliance.Tally;
import org.jiedui.compliance.Verdict;
import org.jiedui.id.ChildId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.mentor.MentorCredits;
import org.jiedui.storage.CareReader;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;

/** The desk for how the rules were kept, and why each verdict is what it is. Thread-safe. */
public final class ReportsDesk {

  private final Gate gate;

  ReportsDesk(Gate gate) {
    this.gate = gate;
  }

  /**
   * Counts how the rules were kept by a school, for the windows that began on or before the as-of
   * date.
   *
   * @param school the school
   * @param viewpoint the dates under which to judge
   * @return the report; without rules if the school has no rule book or no calendar yet
   */
  @Performs(Operation.SEE_REPORTS)
  public ComplianceReport compliance(SchoolId school, Viewpoint viewpoint) {
    return gate.look(
        Operation.SEE_REPORTS,
        school,
        (reader, count) -> {
          Optional<Evaluator> evaluator = SchoolView.of(gate.office(), reader, school).evaluator();
          if (evaluator.isEmpty()) {
            return new ComplianceReport(viewpoint, 0, 0, ImmutableList.of());
          }
          Tally tally = evaluator.get().newTally(viewpoint);
          reader.sweep(school, tally::add);
          ComplianceReport report = tally.report();
          count.add(report.children());
          return report;
        });
  }

  /**
   * Counts how the rules were kept by a class, a school, some schools or all, in total and broken
   * down, for the windows that began on or before the as-of date.
   *
   * <pre>{@code
   * SweepReport report =
   *     desk.reports()
   *         .sweep(
   *             SweepScope.ofSchool(school),
   *             Viewpoint.on(day),
   *             List.of(Grouping.by(Dimension.CLASS), Grouping.by(Dimension.RULE, Dimension.MONTH)),
   *             SweepOptions.inThisThread());
   * report.total().rate().percent(1); // 81.4
   * }</pre>
   *
   * <p>Each school is read in a snapshot of its own, and has an audit entry of its own. Children
   * are streamed; memory is by the cells of the breakdowns, not by the children.
   *
   * @param scope over which children
   * @param viewpoint the dates under which to judge
   * @param groupings by what to break down, none if only the total is wanted
   * @param options how to run
   * @return the report
   * @throws org.jiedui.access.AccessDeniedException if one of the schools may not be seen
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such school, or class
   * @throws java.util.concurrent.CancellationException if it was stopped
   */
  @Performs(Operation.SEE_REPORTS)
  public SweepReport sweep(
      SweepScope scope, Viewpoint viewpoint, Collection<Grouping> groupings, SweepOptions options) {
    Set<SchoolId> withoutRules = Sets.newConcurrentHashSet();
    Sweeper<GroupedTally> sweeper =
        new Sweeper<>(
            gate,
            scope,
            options,
            () -> GroupedTally.of(viewpoint, groupings, scope.only()),
            (tally, reader, school, eachChild) -> {
              boolean judged =
                  sweepGrouped(tally, viewpoint, reader, school, eachChild, (record, counts) -> {});
              if (!judged) {
                withoutRules.add(school);
              }
            });
    GroupedTally tally = sweeper.run(GroupedTally::merge);
    return new SweepReport(
        viewpoint,
        sweeper.schools(),
        ImmutableList.sortedCopyOf(withoutRules),
        tally.children(),
        tally.inCare(),
        tally.total(),
        tally.unjudged(),
        tally.breakdowns());
  }

  /**
   * Lists the children behind a number of a {@link #sweep}: those with a window of the given groups
   * and verdicts.
   *
   * <p>Example: for the missed windows of grade 3 in October, ask for {@code OfGrade(3)}, {@code
   * OfMonth(2025-10)} and {@code MISSED}. With all verdicts, the windows of the children add up to
   * the cell.
   *
   * <p>Groups of one school, such as a class or a mentor, have only that school read, and only it
   * must be seen: of a county, the children behind the cell of a class are found at once.
   *
   * @param scope over which children
   * @param viewpoint the dates under which to judge
   * @param groups the groups of the cell, at most one of each dimension; none for the total
   * @param verdicts the verdicts that are looked for, at least one
   * @param options how to run
   * @return the children by school and id, each with all its windows of these groups
   * @throws IllegalArgumentException if there are two groups of one dimension, or no verdict
   * @throws org.jiedui.access.AccessDeniedException if one of the schools may not be seen
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such school, or the scope is
   *     a class that there is not
   * @throws java.util.concurrent.CancellationException if it was stopped
   */
  @Performs(Operation.SEE_REPORTS)
  public ImmutableList<ChildCounts> childrenBehind(
      SweepScope scope,
      Viewpoint viewpoint,
      Collection<Group> groups,
      Set<Verdict> verdicts,
      SweepOptions options) {
    checkArgument(!verdicts.isEmpty(), "at least one verdict must be looked for");
    ImmutableSet<Group> only =
        ImmutableSet.<Group>builder().addAll(scope.only()).addAll(groups).build();
    Found all =
        new Sweeper<>(
                gate,
                scope.narrowedTo(only),
                options,
                () ->
                    new Found(
                        GroupedTally.of(viewpoint, ImmutableList.of(), only), new ArrayList<>()),
                (found, reader, school, eachChild) ->
                    sweepGrouped(
                        found.tally(),
                        viewpoint,
                        reader,
                        school,
                        eachChild,
                        (record, counts) -> {
                          if (verdicts.stream().anyMatch(verdict -> counts.of(verdict) > 0)) {
                            found.children().add(new ChildCounts(school, record.childId(), counts));
                          }
                        }))
            .run(
                (found, more) -> {
                  found.children().addAll(more.children());
                  return found;
                });
    return ImmutableList.sortedCopyOf(
        Comparator.comparing(ChildCounts::school).thenComparing(ChildCounts::child),
        all.children());
  }

  /** The children that one thread has found, and the tally that finds them. */
  private record Found(GroupedTally tally, List<ChildCounts> children) {}

  /** Adds each child of a school to a tally; false if the school has no rules to judge by. */
  private boolean sweepGrouped(
      GroupedTally tally,
      Viewpoint viewpoint,
      CareReader reader,
      SchoolId school,
      Consumer<CareRecord> eachChild,
      BiConsumer<CareRecord, Counts> found) {
    SchoolView view = SchoolView.of(gate.office(), reader, school, viewpoint.knownOn());
    if (view.evaluator().isEmpty()) {
      return false;
    }
    Evaluator evaluator = view.evaluator().get();
    reader.sweep(
        school,
        record -> {
          eachChild.accept(record);
          found.accept(record, tally.add(evaluator, record, view.dutiesTowards(record)));
        });
    return true;
  }

  /**
   * Counts in how many months of care children were visited. The rules of the schools play no part.
   *
   * @param scope over which children; a school, some or all
   * @param measure which months and visits
   * @param viewpoint the dates under which to judge; only months that are over on the as-of date
   *     count
   * @param options how to run
   * @return the result
   * @throws IllegalArgumentException if the scope is a class: months belong to children, who change
   *     classes
   * @throws org.jiedui.access.AccessDeniedException if one of the schools may not be seen
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such school
   * @throws java.util.concurrent.CancellationException if it was stopped
   */
  @Performs(Operation.SEE_REPORTS)
  public MonthlyVisits.Result monthlyVisits(
      SweepScope scope, MonthlyVisits measure, Viewpoint viewpoint, SweepOptions options) {
    checkArgument(
        scope.only().isEmpty(), "monthly visits are counted over schools, not over %s", scope);
    return new Sweeper<>(
            gate,
            scope,
            options,
            () -> measure.newTally(viewpoint),
            (tally, reader, school, eachChild) ->
                reader.sweep(school, eachChild.andThen(tally::add)))
        .run(MonthlyVisits.Tally::merge)
        .result();
  }

  /**
   * Counts the contacts of mentors over some days: each goes to the mentor of its day, whoever is
   * the mentor now. Attempts that reached nobody do not count.
   *
   * @param school the school
   * @param days the days of the contacts
   * @param viewpoint the dates under which to look: contacts after the as-of date do not count, and
   *     of contacts and assignments only what was recorded by the known-on date is seen
   * @return how many contacts go to whom
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such school
   */
  @Performs(Operation.SEE_REPORTS)
  public MentorCredits mentorCredits(SchoolId school, DateRange days, Viewpoint viewpoint) {
    return gate.look(
        Operation.SEE_REPORTS,
        school,
        (reader, count) -> {
          SchoolView view = SchoolView.of(gate.office(), reader, school, viewpoint.knownOn());
          MentorCredits.Counter counter = MentorCredits.counter(days, viewpoint);
          reader.sweep(
              school, record -> counter.add(record.contacts(), view.dutiesTowards(record)));
          MentorCredits credits = counter.credits();
          count.add(credits.contacts().size());
          return credits;
        });
  }

  /**
   * Judges a child by a rule.
   *
   * @param school the school
   * @param child the child
   * @param rule the rule
   * @param viewpoint the dates under which to judge
   * @return the windows that began on or before the as-of date
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   * @throws IllegalArgumentException if the school has no such rule
   */
  @Performs(Operation.SEE_REPORTS)
  public Listing listing(SchoolId school, ChildId child, RuleId rule, Viewpoint viewpoint) {
    return ofChild(
        school, child, rule, (evaluator, record) -> evaluator.judge(record, rule, viewpoint));
  }

  /**
   * Explains why each window of a rule was judged as it was, for one child.
   *
   * @param school the school
   * @param child the child
   * @param rule the rule
   * @param viewpoint the dates under which to judge
   * @return the windows, each with its reasons
   * @throws org.jiedui.storage.RecordNotFoundException if there is no such child
   * @throws IllegalArgumentException if the school has no such rule
   */
  @Performs(Operation.SEE_REPORTS)
  public Explanation explain(SchoolId school, ChildId child, RuleId rule, Viewpoint viewpoint) {
    return ofChild(
        school, child, rule, (evaluator, record) -> evaluator.explain(record, rule, viewpoint));
  }

  private <R> R ofChild(
      SchoolId school, ChildId child, RuleId rule, BiFunction<Evaluator, CareRecord, R> question) {
    return gate.look(
        Operation.SEE_REPORTS,
        school,
        child,
        (reader, count) -> {
          count.add(1);
          SchoolView view = SchoolView.of(gate.office(), reader, school);
          Child found = reader.children().get(school, child).value();
          Evaluator evaluator =
              view.evaluator()
                  .orElseThrow(
                      () -> new IllegalArgumentException("the school has no rule " + rule));
          return question.apply(evaluator, view.record(reader, found));
        });
  }
}
