package org.jiedui.examples.benchmarks;

import com.google.common.collect.ImmutableList;
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
 * Does the time grow with the number of children and not faster?
 *
 * <p>Not final, because the harness extends it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms6g", "-Xmx6g"})
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
public class CountySizes {

  /** How many children the counties have. */
  static final ImmutableList<Integer> SIZES = ImmutableList.of(5_000, 50_000, 500_000);

  /** How many children the county has: each of {@code SIZES}. */
  @Param({"5000", "50000", "500000"})
  public int children;

  private final Periods periods = new Periods();
  private Evaluator evaluator = Peers.evaluator();
  private CareRecord[] records = {};

  /** Creates a benchmark without a county. */
  public CountySizes() {}

  /** Makes the county. */
  @Setup
  public void makeCounty() {
    evaluator = Peers.evaluator();
    records = Peers.county(children).packedRecords();
  }

  /**
   * Judges with the library.
   *
   * @return the counts
   */
  @Benchmark
  public Object jiedui() {
    return Peers.count(evaluator, records, 0, records.length, periods.next());
  }
}
