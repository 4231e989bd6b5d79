package org.jiedui.examples.benchmarks;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jiedui.compliance.CareRecord;
import org.jiedui.compliance.Evaluator;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does it take to judge a county, beside a loop written by hand for its rules, and on two
 * threads?
 *
 * <p>Not final, because the harness extends it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms4g", "-Xmx4g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CountySweep {

  private static final int THREADS = 2;

  /** How many children the county has. */
  @Param("50000")
  public int children;

  private final Periods periods = new Periods();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private Evaluator evaluator = Peers.evaluator();
  private CareRecord[] records = {};
  private PrimitiveLoop loop = new PrimitiveLoop(List.of());

  /** Creates a benchmark without a county. */
  public CountySweep() {}

  /**
   * Makes the county and compares the answers.
   *
   * @throws Exception if a competitor comes to another answer
   */
  @Setup
  public void makeCounty() throws Exception {
    County county = Peers.county(children);
    evaluator = Peers.evaluator();
    records = county.packedRecords();
    loop = new PrimitiveLoop(county.children());
    Peers.check("the primitive loop", evaluator, records, loop::count);
    Peers.check("the library on two threads", evaluator, records, this::onTwoThreads);
  }

  /** Stops the threads. */
  @TearDown
  public void stopThreads() {
    threads.shutdown();
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

  /**
   * Judges with the loop.
   *
   * @return the counts
   */
  @Benchmark
  public Object primitiveLoop() {
    return loop.count(periods.next());
  }

  /**
   * Judges with the library, half of the county on each of two threads.
   *
   * @return the counts
   * @throws Exception never
   */
  @Benchmark
  public Object jieduiOnTwoThreads() throws Exception {
    return onTwoThreads(periods.next());
  }

  private VerdictCounts onTwoThreads(Viewpoint viewpoint) throws Exception {
    int half = records.length / THREADS;
    List<Callable<VerdictCounts>> halves =
        List.of(
            () -> Peers.count(evaluator, records, 0, half, viewpoint),
            () -> Peers.count(evaluator, records, half, records.length, viewpoint));
    List<Future<VerdictCounts>> counts = threads.invokeAll(halves);
    return counts.get(0).get().plus(counts.get(1).get());
  }
}
