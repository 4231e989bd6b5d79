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
 * @param passwords gives the password of a database
 */
record Terminal(
    PrintWriter out, PrintWriter err, Optional<PrintStream> progress, Passwords passwords) {

  /** The environment variable that holds the password of a database. */
  static final String PASSWORD = "JIEDUI_STORE_PASSWORD";

  /** Gives the password of a database. */
  @FunctionalInterface
  interface Passwords {

    /** Returns the password of a user, or empty if there is none. */
    Optional<String> of(String user);
  }

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
        watched ? Optional.of(err) : Optional.empty(),
        Terminal::password);
  }

  /** Takes the password from the environment, or asks for it without showing what is typed. */
  private static Optional<String> password(String user) {
    Optional<String> given = Optional.ofNullable(System.getenv(PASSWORD));
    if (given.isPresent()) {
      return given;
    }
    return Optional.ofNullable(System.console())
        .map(console -> console.readPassword("Password of %s / %s 的密码: ", user, user))
        .map(String::valueOf)
        .filter(password -> !password.isEmpty());
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
