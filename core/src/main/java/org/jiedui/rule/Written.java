package org.jiedui.rule;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;

/** What the texts and days of a rule keep, so that every file and every store can hold them. */
final class Written {

  private static final int MAX_LENGTH = 100;
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

  /** The last day that has a day after it in years 1 to 9999. */
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 30);

  private Written() {}

  static void check(String text, String what) {
    checkArgument(!text.isBlank(), "%s must not be blank", what);
    checkArgument(
        text.length() <= MAX_LENGTH,
        "%s must have at most %s characters, but has %s",
        what,
        MAX_LENGTH,
        text.length());
    checkArgument(text.equals(text.strip()), "%s must have no white space around it", what);
    checkArgument(
        text.codePoints().allMatch(Written::isPlain), "%s must have no control characters", what);
  }

  private static boolean isPlain(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> codePoint == '\t' || codePoint == '\r' || codePoint == '\n';
      case Character.SURROGATE -> false;
      default -> true;
    };
  }

  static void check(LocalDate day, String what) {
    checkArgument(
        !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY),
        "%s (%s) must be from %s to %s",
        what,
        day,
        FIRST_DAY,
        LAST_DAY);
  }
}
