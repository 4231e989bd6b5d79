package org.jiedui.examples.schoolyear;

/** What the program's exit codes mean; {@code --help} lists them. */
final class ExitCode {

  /** Everything was done. */
  static final int OK = 0;

  /** Something failed that should not; a defect of the program. */
  static final int FAILURE = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** A file is missing, cannot be read, or lacks a column. */
  static final int FILE = 3;

  /** Rows have faults; nothing was taken in. */
  static final int FAULTY_ROWS = 4;

  /** The school has no such student or rule. */
  static final int UNKNOWN = 5;

  /**
   * The database cannot be used: it is not reached, refuses the login, or is of a newer release.
   */
  static final int STORE = 6;

  private ExitCode() {}
}
