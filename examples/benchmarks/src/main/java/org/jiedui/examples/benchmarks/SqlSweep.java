package org.jiedui.examples.benchmarks;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jiedui.compliance.CareRecord;
import org.jiedui.compliance.Evaluator;
import org.jspecify.annotations.Nullable;
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
 * How long does it take to judge a county in PostgreSQL?
 *
 * <p>Not final, because the harness extends it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms3g", "-Xmx3g"})
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class SqlSweep {

  /** How many children the county has. */
  @Param("50000")
  public int children;

  private final Periods periods = new Periods();
  private @Nullable SqlCounts sql;

  /** Creates a benchmark without a county. */
  public SqlSweep() {}

  /**
   * Makes the county, loads it and compares the answers.
   *
   * @throws Exception if the database cannot be started or the answers differ
   */
  @Setup
  public void makeCounty() throws Exception {
    County county = Peers.county(children);
    SqlCounts loaded = SqlCounts.load(county.children());
    sql = loaded;
    Evaluator evaluator = Peers.evaluator();
    CareRecord[] records = county.packedRecords();
    Peers.check("PostgreSQL", evaluator, records, loaded::count);
  }

  /**
   * Stops the database.
   *
   * @throws Exception if it cannot be stopped
   */
  @TearDown
  public void stop() throws Exception {
    if (sql != null) {
      sql.close();
    }
  }

  /**
   * Judges with one query.
   *
   * @return the counts
   * @throws SQLException if the query fails
   */
  @Benchmark
  public Object postgresql() throws SQLException {
    return requireNonNull(sql, "sql").count(periods.next());
  }
}
