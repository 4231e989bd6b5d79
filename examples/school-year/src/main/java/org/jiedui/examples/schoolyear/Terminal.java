package org.jiedui.examples.schoolyear;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where the program prints.
 *
 * @param out for what was asked for
 * @param err for faults and progress
 */
record Terminal(PrintWriter out, PrintWriter err) {

  /**
   * Returns the terminal of this process: in its own encoding if Java knows it and it can write
   * Chinese, in UTF-8 otherwise.
   */
  static Terminal ofThisProcess() {
    return new Terminal(writer(FileDescriptor.out), writer(FileDescriptor.err));
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new PrintStream(new FileOutputStream(descriptor), true, charset()), true, charset());
  }

  private static Charset charset() {
    return Stream.of("stdout.encoding", "sun.stdout.encoding")
        .map(System::getProperty)
        .filter(Objects::nonNull)
        .map(Charset::forName)
        .filter(own -> own.canEncode() && own.newEncoder().canEncode("结对"))
        .findFirst()
        .orElse(StandardCharsets.UTF_8);
  }
}
