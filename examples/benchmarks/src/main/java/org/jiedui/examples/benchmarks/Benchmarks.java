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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command that runs the benchmarks and prints the table.
 *
 * <p>The full form of the judging takes about a quarter of an hour, on a machine that has nothing
 * else to do: in each of several rounds every benchmark has a new JVM of its own. Those of storage
 * take some minutes each; their competitors take turns in this JVM, on one database. The short form
 * runs everything once on a few children, in this JVM: it shows that it works and that all answers
 * agree, and times nothing.
 */
@Command(
    name = "benchmarks",
    mixinStandardHelpOptions = true,
    description = {
      "Times what is asked for, each with its ratio to something else and the bar:",
      "  judging         a county beside a loop, objects, PostgreSQL and Drools",
      "  storage-sweep   a county out of PostgreSQL beside bare JDBC and SQL",
      "  storage-board   a page of the board of 5,000 to 500,000 children",
      "  storage-record  one contact recorded beside a bare transaction",
      "  mentors         800 children matched beside Kuhn-Munkres, and a county"
    })
public final class Benchmarks implements Callable<Integer> {

  private static final int CHILDREN = 50_000;
  private static final int FEW_CHILDREN = 240;
  private static final int SWEEP_ROUNDS = 5;
  private static final int PAGE_ROUNDS = 40;
  private static final int PAGES = 25;
  private static final int SCHOOL = 1_000;
  private static final int RECORD_ROUNDS = 100;
  private static final int RECORDS = 20;
  private static final int MATCHED = 800;
  private static final int FEW_MATCHED = 30;
  private static final int MATCH_ROUNDS = 7;

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

  @Parameters(
      arity = "0..1",
      paramLabel = "WHAT",
      defaultValue = "judging",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      converter = What.Converter.class,
      completionCandidates = What.Names.class)
  private What what = What.JUDGING;

  @Option(
      names = "--short",
      description =
          "Only see that everything of all of them works and all answers agree; nothing is timed.")
  private boolean brief;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = "Where the tables and JMH's JSON go (default: ${DEFAULT-VALUE}).")
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
   * Runs what is asked for.
   *
   * @return 0 if it ran, whether or not a bar was kept
   * @throws Exception if a benchmark failed, a competitor came to another answer, or the results
   *     cannot be written
   */
  @Override
  public Integer call() throws Exception {
    Files.createDirectories(output);
    if (brief) {
      checkAll();
      return 0;
    }
    long begin = System.nanoTime();
    switch (what) {
      case JUDGING -> {
        Samples samples = judge();
        report(
            "results", new Report(samples, Peers.county(CHILDREN)).table(), begin, facts(samples));
      }
      case STORAGE_SWEEP -> {
        try (StorageSweep sweep = StorageSweep.prepare(CHILDREN)) {
          report(what.text(), sweep.measure(SWEEP_ROUNDS), begin, sweep.facts());
        }
      }
      case STORAGE_BOARD -> {
        try (StorageBoard board = StorageBoard.prepare(CountySizes.SIZES)) {
          Table table = board.measure(PAGE_ROUNDS, PAGES);
          String plans = board.plans();
          Files.writeString(output.resolve("storage-board-plans.txt"), plans);
          print(plans);
          report(what.text(), table, begin, board.facts());
        }
      }
      case STORAGE_RECORD -> {
        try (StorageRecord record = StorageRecord.prepare(SCHOOL)) {
          String statements = record.statements();
          Files.writeString(output.resolve("storage-record-statements.txt"), statements);
          print(statements);
          report(what.text(), record.measure(RECORD_ROUNDS, RECORDS), begin, record.facts());
        }
      }
      case MENTORS -> {
        MentorMatch match = MentorMatch.prepare(MATCHED, CHILDREN);
        report(what.text(), match.measure(MATCH_ROUNDS), begin, match.facts());
      }
    }
    return 0;
  }

  private void checkAll() throws Exception {
    // The harness refuses to run beside another; where nothing is timed, nothing is disturbed.
    System.setProperty("jmh.ignoreLock", "true");
    Samples samples = new Samples();
    for (Class<?> benchmark : ROUNDS.keySet()) {
      samples.add(new Runner(briefOptions(benchmark).build()).run());
    }
    StorageSweep.prepare(FEW_CHILDREN).close();
    StorageBoard.prepare(ImmutableList.of(FEW_CHILDREN)).close();
    StorageRecord.prepare(FEW_CHILDREN / 2).close();
    MentorMatch.prepare(FEW_MATCHED, FEW_CHILDREN);
    print(
        String.format(
            "%d benchmarks ran on %d children and all answers agree; nothing was timed%n",
            samples.benchmarks() + What.STORAGE.size() + 1, FEW_CHILDREN));
  }

  /** Runs the harness, a new JVM for each benchmark in each round. */
  private Samples judge() throws RunnerException {
    Samples samples = new Samples();
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
    return samples;
  }

  private void report(String file, Table table, long begin, Map<String, String> facts)
      throws IOException {
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    ImmutableMap<String, String> all =
        ImmutableMap.<String, String>builder()
            .putAll(Machine.facts())
            .putAll(facts)
            .put("load of the machine at the end", Machine.load())
            .put("seed", Long.toString(Peers.SEED))
            .put("took", took.toMinutes() + " min " + took.toSecondsPart() + " s")
            .buildOrThrow();
    String markdown = table.markdown(all);
    Files.writeString(output.resolve(file + ".md"), markdown);
    Files.writeString(output.resolve(file + ".csv"), table.csv());
    print(markdown);
    print(table.areBarsKept() ? "Every bar was kept." : "Not every bar was kept.");
    print("The same is in " + output.resolve(file + ".md") + " and " + file + ".csv.");
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
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

  private static ImmutableMap<String, String> facts(Samples samples)
      throws IOException, SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start()) {
      return ImmutableMap.of(
          "PostgreSQL",
          database.version(),
          "heap",
          "4 GiB; objects and sizes 6 GiB; PostgreSQL 2 GiB of shared buffers",
          "timed iterations",
          Long.toString(samples.iterations()));
    }
  }
}
