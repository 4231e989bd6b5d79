package org.jiedui;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jiedui.access.Operation;
import org.jiedui.child.Child;
import org.jiedui.compliance.CareRecord;
import org.jiedui.compliance.ComplianceReport;
import org.jiedui.compliance.Evaluator;
import org.jiedui.compliance.Explanation;
import org.jiedui.compliance.Listing;
import org.jiedui.compliance.Tally;
import org.jiedui.id.ChildId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
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
    return gate.run(
        Operation.SEE_REPORTS,
        school,
        (writer, count) -> {
          SchoolView view = SchoolView.of(gate.office(), writer, school, viewpoint.knownOn());
          Optional<Evaluator> evaluator = view.evaluator();
          if (evaluator.isEmpty()) {
            return new ComplianceReport(viewpoint, 0, 0, ImmutableList.of());
          }
          Tally tally = evaluator.get().newTally(viewpoint);
          writer.sweep(school, tally::add);
          ComplianceReport report = tally.report();
          count.add(report.children());
          return report;
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
    return gate.run(
        Operation.SEE_REPORTS,
        school,
        child,
        (writer, count) -> {
          count.add(1);
          SchoolView view = SchoolView.of(gate.office(), writer, school);
          Child found = writer.children().get(school, child).value();
          Evaluator evaluator =
              view.evaluator()
                  .orElseThrow(
                      () -> new IllegalArgumentException("the school has no rule " + rule));
          return question.apply(evaluator, view.record(writer, found));
        });
  }
}
