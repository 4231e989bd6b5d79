package org.jiedui.examples.schoolyear;

import org.jiedui.text.Wording;

/** Says in words for a school office why an input cannot be used. */
final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Wording wording;
  private final int exitCode;

  InputException(int exitCode, Wording wording) {
    super(wording.english());
    this.exitCode = exitCode;
    this.wording = wording;
  }

  static InputException ofFile(String chinese, String english) {
    return new InputException(ExitCode.FILE, Wording.of(chinese, english));
  }

  Wording wording() {
    return wording;
  }

  int exitCode() {
    return exitCode;
  }
}
