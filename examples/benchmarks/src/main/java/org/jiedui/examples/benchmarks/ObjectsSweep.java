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
 * How long does it take to judge a county with objects and streams?
 *
 * <p>Not final, because the harness extends it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms6g", "-Xmx6g"})
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class ObjectsSweep {

  /** How many children the county has. */
  @Param("50000")
  public int children;

  private final Periods periods = new Periods();
  private ObjectsAndStreams objects = new ObjectsAndStreams(List.of());

  /** Creates a benchmark without a county. */
  public ObjectsSweep() {}

  /**
   * Makes the county and compares the answers.
   *
   * @throws Exception if the answers differ
   */
  @Setup
  public void makeCounty() throws Exception {
    County county = Peers.county(children);
    objects = new ObjectsAndStreams(county.children());
    Evaluator evaluator = Peers.evaluator();
    CareRecord[] records = county.packedRecords();
    Peers.check("objects and streams", evaluator, records, objects::count);
  }

  /**
   * Judges with objects and streams.
   *
   * @return the counts
   */
  @Benchmark
  public Object objectsAndStreams() {
    return objects.count(periods.next());
  }
}
