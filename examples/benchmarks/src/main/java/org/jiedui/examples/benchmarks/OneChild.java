package org.jiedui.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jiedui.compliance.CareRecord;
import org.jiedui.compliance.Evaluator;
import org.jiedui.compliance.Explanation;
import org.jiedui.rule.ContactRule;
import org.jiedui.time.Viewpoint;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What does the full explanation of one child cost, beside its tally? Both are of all rules, and of
 * the same sample of children, one after another.
 *
 * <p>Not final, because the harness extends it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class OneChild {

  /** How many children are explained, one after another. */
  static final int SAMPLE = 200;

  /** How many children the county has of which the sample is taken. */
  @Param("50000")
  public int children;

  private final Periods periods = new Periods();
  private Evaluator evaluator = Peers.evaluator();
  private CareRecord[] records = {};

  /** Creates a benchmark without children. */
  public OneChild() {}

  /**
   * Takes the sample and compares the answers.
   *
   * @throws Exception if the answers differ
   */
  @Setup
  public void takeSample() throws Exception {
    evaluator = Peers.evaluator();
    records =
        Peers.county(children).sample(SAMPLE).stream()
            .map(CountyChild::fullRecord)
            .toArray(CareRecord[]::new);
    Peers.check("the explanation", evaluator, records, this::explained);
  }

  private VerdictCounts explained(Viewpoint viewpoint) {
    int[][] rows = new int[PresetRules.rules().size()][VerdictCounts.COLUMNS];
    for (CareRecord record : records) {
      for (Explanation explanation : explain(record, viewpoint)) {
        int rule = Exempt.ruleIndex(explanation.rule().id());
        explanation
            .windows()
            .forEach(explained -> rows[rule][VerdictCounts.column(explained.window().verdict())]++);
      }
    }
    return VerdictCounts.of(rows);
  }

  private List<Explanation> explain(CareRecord record, Viewpoint viewpoint) {
    ImmutableList<ContactRule> rules = evaluator.ruleBook().rules();
    List<Explanation> explanations = new ArrayList<>(rules.size());
    for (ContactRule rule : rules) {
      explanations.add(evaluator.explain(record, rule.id(), viewpoint));
    }
    return explanations;
  }

  /**
   * Counts the children's verdicts.
   *
   * @return the counts
   */
  @Benchmark
  public Object tally() {
    return Peers.count(evaluator, records, 0, records.length, periods.next());
  }

  /**
   * Explains the children's verdicts, all rules.
   *
   * @param hole takes each explanation
   */
  @Benchmark
  public void explanation(Blackhole hole) {
    Viewpoint viewpoint = periods.next();
    for (CareRecord record : records) {
      hole.consume(explain(record, viewpoint));
    }
  }
}
