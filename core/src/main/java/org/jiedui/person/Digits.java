package org.jiedui.person;

import com.google.common.base.CharMatcher;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The digits 0 to 9, and the dates that are written with them. */
final class Digits {

  // Not Character.isDigit: codes are written in ASCII, and other digits would make a second text
  // for the same code.
  private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');

  private Digits() {}

  static boolean areAll(String text) {
    return DIGIT.matchesAllOf(text);
  }

  /** Finds the date that eight digits (yyyyMMdd) state; empty if there is no such day. */
  static Optional<LocalDate> findDate(String eightDigits) {
    int number = Integer.parseInt(eightDigits);
    try {
      return Optional.of(LocalDate.of(number / 1_00_00, number / 1_00 % 1_00, number % 1_00));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
