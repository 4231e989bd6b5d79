package org.jiedui.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command that runs the benchmarks and prints the table.
 *
 * <p>The full form takes about a quarter of an hour, on a machine that has nothing else to do: in
 * each of several rounds every benchmark has a new JVM of its own. The short form runs each of them
 * once on a few children, in this JVM: it shows that they work and that all answers agree, and
 * times nothing.
 */
@Command(
    name = "benchmarks",
    mixinStandardHelpOptions = true,
    description = "Times the judging of a county beside a loop, objects, PostgreSQL and Drools.")
public final class Benchmarks implements Callable<Integer> {

  private static final int CHILDREN = 50_000;
  private static final int FEW_CHILDREN = 240;

  /** The benchmarks, and in how many of the rounds each takes part. */
  private static final ImmutableMap<Class<?>, Integer> ROUNDS =
      ImmutableMap.<Class<?>, Integer>builder()
          .put(CountySweep.class, 3)
          .put(ObjectsSweep.class, 3)
          .put(SqlSweep.class, 2)
          .put(RuleEngineSample.class, 2)
          .put(OneChild.class, 3)
          .put(CountySizes.class, 2)
          .put(Packing.class, 1)
          .buildOrThrow();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--short",
      description = "Only see that everything works and all answers agree; nothing is timed.")
  private boolean brief;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = "Where results.md, results.csv and JMH's JSON go (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("target", "output");

  /** Creates the command. */
  public Benchmarks() {}

  /**
   * Runs the command.
   *
   * @param arguments the options; see {@code --help}
   */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Benchmarks()).execute(arguments));
  }

  /**
   * Runs the benchmarks.
   *
   * @return 0 if they ran, whether or not a bar was kept
   * @throws RunnerException if a benchmark failed, or a competitor came to another answer
   * @throws IOException if the results cannot be written
   * @throws SQLException if the database does not tell its version
   */
  @Override
  public Integer call() throws RunnerException, IOException, SQLException {
    PrintWriter out = spec.commandLine().getOut();
    Files.createDirectories(output);
    Samples samples = new Samples();
    if (brief) {
      // The harness refuses to run beside another; where nothing is timed, nothing is disturbed.
      System.setProperty("jmh.ignoreLock", "true");
      for (Class<?> benchmark : ROUNDS.keySet()) {
        samples.add(new Runner(briefOptions(benchmark).build()).run());
      }
      out.printf(
          "%d benchmarks ran on %d children and all answers agree; nothing was timed%n",
          samples.benchmarks(), FEW_CHILDREN);
      out.flush();
      return 0;
    }
    long begin = System.nanoTime();
    for (int round = 1; ROUNDS.values().contains(round); round++) {
      for (Class<?> benchmark : inRound(round)) {
        String file = benchmark.getSimpleName() + "-" + round + ".json";
        samples.add(
            new Runner(
                    options(benchmark)
                        .resultFormat(ResultFormatType.JSON)
                        .result(output.resolve(file).toString())
                        .build())
                .run());
      }
    }
    Report report = new Report(samples, Peers.county(CHILDREN), facts(samples, begin));
    Files.writeString(output.resolve("results.md"), report.markdown());
    Files.writeString(output.resolve("results.csv"), report.csv());
    out.println(report.markdown());
    out.println(report.areBarsKept() ? "Every bar was kept." : "Not every bar was kept.");
    out.println("The same is in " + output.resolve("results.md") + " and results.csv.");
    out.flush();
    return 0;
  }

  private static ImmutableList<Class<?>> inRound(int round) {
    return ROUNDS.entrySet().stream()
        .filter(benchmark -> benchmark.getValue() >= round)
        .map(Map.Entry::getKey)
        .collect(ImmutableList.toImmutableList());
  }

  private static ChainedOptionsBuilder options(Class<?> benchmark) {
    return new OptionsBuilder()
        .include("\\." + benchmark.getSimpleName() + "\\.")
        .shouldFailOnError(true);
  }

  private static ChainedOptionsBuilder briefOptions(Class<?> benchmark) {
    return options(benchmark)
        .verbosity(VerboseMode.SILENT)
        .forks(0)
        .warmupIterations(0)
        .measurementIterations(1)
        .measurementTime(TimeValue.milliseconds(50))
        .param("children", Integer.toString(FEW_CHILDREN));
  }

  private static ImmutableMap<String, String> facts(Samples samples, long begin)
      throws IOException, SQLException {
    ImmutableMap.Builder<String, String> facts = ImmutableMap.builder();
    facts.putAll(Machine.facts());
    try (EmbeddedDatabase database = EmbeddedDatabase.start()) {
      facts.put("PostgreSQL", database.version());
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    return facts
        .put("heap", "4 GiB; objects and sizes 6 GiB; PostgreSQL 2 GiB of shared buffers")
        .put("load of the machine at the end", Machine.load())
        .put("seed", Long.toString(Peers.SEED))
        .put("timed iterations", Long.toString(samples.iterations()))
        .put("took", took.toMinutes() + " min " + took.toSecondsPart() + " s")
        .buildOrThrow();
  }
}
