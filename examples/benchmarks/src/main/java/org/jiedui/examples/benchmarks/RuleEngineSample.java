package org.jiedui.examples.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jiedui.compliance.CareRecord;
import org.jiedui.compliance.Evaluator;
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

/**
 * How long does a window take in a rule engine, and in the library on the same children?
 *
 * <p>Not final, because the harness extends it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 4, time = 2)
public class RuleEngineSample {

  private static final int SAMPLE = 200;

  /** How many children the county has of which the sample is taken. */
  @Param("50000")
  public int children;

  private final Periods periods = new Periods();
  private Evaluator evaluator = Peers.evaluator();
  private CareRecord[] records = {};
  private RuleEngine engine = new RuleEngine(List.of());

  /** Creates a benchmark without children. */
  public RuleEngineSample() {}

  /**
   * Takes the sample and compares the answers.
   *
   * @throws Exception if the answers differ
   */
  @Setup
  public void takeSample() throws Exception {
    County county = Peers.county(children);
    evaluator = Peers.evaluator();
    records = records(county);
    engine = new RuleEngine(county.sample(SAMPLE));
    Peers.check("the rule engine", evaluator, records, engine::count);
  }

  /** The sample as the library judges it. */
  static CareRecord[] records(County county) {
    return county.sample(SAMPLE).stream().map(CountyChild::packedRecord).toArray(CareRecord[]::new);
  }

  /**
   * Judges the sample with the rule engine.
   *
   * @return the counts
   */
  @Benchmark
  public Object drools() {
    return engine.count(periods.next());
  }

  /**
   * Judges the sample with the library.
   *
   * @return the counts
   */
  @Benchmark
  public Object jiedui() {
    return Peers.count(evaluator, records, 0, records.length, periods.next());
  }
}
