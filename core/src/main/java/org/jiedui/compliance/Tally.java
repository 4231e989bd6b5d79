package org.jiedui.compliance;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import org.jiedui.child.CareHistory;
import org.jiedui.child.Trait;
import org.jiedui.id.ChildId;
import org.jiedui.rule.ContactRule;
import org.jiedui.time.Viewpoint;

/**
 * Counts verdicts, one child after another.
 *
 * <p>Cost: no allocation for a contact or a window. Not thread-safe; use one for each thread.
 */
@SuppressWarnings("EnumOrdinal") // the columns of counts never leave this class
public final class Tally {

  private static final int VERDICTS = Verdict.values().length;

  private final Evaluator evaluator;
  private final Viewpoint viewpoint;
  private final int asOf;
  private final int knownOn;
  private final Judge judge = new Judge();
  private final int[][] counts;
  private final List<List<ChildId>> unjudged = new ArrayList<>();
  private final VerdictSink sink;
  private int judgedWindows;
  private int children;
  private int inCare;

  Tally(Evaluator evaluator, Viewpoint viewpoint) {
    this.evaluator = evaluator;
    this.viewpoint = viewpoint;
    this.asOf = RuleSeries.day(viewpoint.asOf());
    this.knownOn = RuleSeries.day(viewpoint.knownOn());
    int rules = evaluator.ruleBook().rules().size();
    this.counts = new int[rules][VERDICTS];
    for (int i = 0; i < rules; i++) {
      unjudged.add(new ArrayList<>());
    }
    this.sink =
        (series, version, first, last, deadline, ground, settledOn) -> {
          Verdict verdict = ground.verdict();
          counts[series.ruleIndex][verdict.ordinal()]++;
          if (verdict != Verdict.NOT_APPLICABLE) {
            judgedWindows++;
          }
        };
  }

  /**
   * Judges a child by every rule and counts the verdicts.
   *
   * @param record what is known of the child
   * @return this tally
   */
  @CanIgnoreReturnValue
  public Tally add(CareRecord record) {
    children++;
    CareHistory history = record.historyKnownOn(knownOn);
    boolean caredFor = (history.traitsOn(viewpoint.asOf()) & Trait.IN_CARE.mask()) != 0;
    if (caredFor) {
      inCare++;
    }
    judge.lookAt(evaluator.patterns(), record, history, asOf, knownOn);
    for (int rule = 0; rule < counts.length; rule++) {
      judgedWindows = 0;
      for (RuleSeries series : evaluator.seriesOf(rule)) {
        judge.aim(series);
        judge.judge(sink);
      }
      if (caredFor && judgedWindows == 0) {
        unjudged.get(rule).add(record.childId());
      }
    }
    return this;
  }

  /**
   * Returns what was counted so far.
   *
   * @return the report
   */
  public ComplianceReport report() {
    ImmutableList.Builder<RuleTally> rows = ImmutableList.builder();
    ImmutableList<ContactRule> rules = evaluator.ruleBook().rules();
    for (int i = 0; i < counts.length; i++) {
      int[] count = counts[i];
      rows.add(
          new RuleTally(
              rules.get(i).id(),
              count[Verdict.MET.ordinal()],
              count[Verdict.LATE.ordinal()],
              count[Verdict.MISSED.ordinal()],
              count[Verdict.PENDING.ordinal()],
              count[Verdict.EXCUSED.ordinal()],
              count[Verdict.NOT_APPLICABLE.ordinal()],
              ImmutableList.copyOf(unjudged.get(i))));
    }
    return new ComplianceReport(viewpoint, children, inCare, rows.build());
  }
}
