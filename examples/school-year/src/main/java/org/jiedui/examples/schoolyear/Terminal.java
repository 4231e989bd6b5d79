package org.jiedui.examples.schoolyear;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Where the program prints.
 *
 * @param out for what was asked for
 * @param err for faults
 * @param progress for a progress bar, if somebody watches
 */
record Terminal(PrintWriter out, PrintWriter err, Optional<PrintStream> progress) {

  /**
   * Says whether the error stream is a terminal; a JVM cannot tell, the shell that starts it can.
   */
  private static final String WATCHED = "jiedui.progress";

  /**
   * Returns the terminal of this process: in its own encoding if Java knows it and it can write
   * Chinese, in UTF-8 otherwise.
   */
  static Terminal ofThisProcess() {
    PrintStream err = stream(FileDescriptor.err);
    boolean watched =
        Optional.ofNullable(System.getProperty(WATCHED))
            .map(Boolean::parseBoolean)
            .orElseGet(CommandLine.Help.Ansi.AUTO::enabled);
    return new Terminal(
        new PrintWriter(stream(FileDescriptor.out), true, charset()),
        new PrintWriter(err, true, charset()),
        watched ? Optional.of(err) : Optional.empty());
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, charset());
  }

  private static Charset charset() {
    return Stream.of("stdout.encoding", "sun.stdout.encoding")
        .map(System::getProperty)
        .filter(Objects::nonNull)
        .filter(Charset::isSupported)
        .map(Charset::forName)
        .filter(own -> own.canEncode() && own.newEncoder().canEncode("结对"))
        .findFirst()
        .orElse(StandardCharsets.UTF_8);
  }
}
