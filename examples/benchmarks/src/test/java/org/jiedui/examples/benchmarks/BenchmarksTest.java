package org.jiedui.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The short form works: every benchmark runs, and all answers agree. Nothing is timed. */
class BenchmarksTest {

  @Test
  void shortForm_runsEveryBenchmarkAndAllAnswersAgree(@TempDir Path folder) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        new CommandLine(new Benchmarks())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute("--short", "--output", folder.toString());
    assertThat(err.toString()).isEmpty();
    assertThat(exitCode).isZero();
    assertThat(out.toString())
        .contains("17 benchmarks ran on 240 children and all answers agree; nothing was timed");
  }
}
