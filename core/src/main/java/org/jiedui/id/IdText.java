package org.jiedui.id;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CharMatcher;

/** The form that the text of every identifier has. */
final class IdText {

  private static final int MAX_LENGTH = 64;

  private static final CharMatcher ALLOWED =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("._:-"))
          .precomputed();

  private IdText() {}

  /** Returns the text, or throws without repeating it: what was passed may not be an id at all. */
  static String check(String text, String type) {
    checkArgument(
        !text.isEmpty() && text.length() <= MAX_LENGTH && ALLOWED.matchesAllOf(text),
        "%s must be 1 to %s characters of A-Z a-z 0-9 . _ : -, but has %s characters",
        type,
        MAX_LENGTH,
        text.length());
    return text;
  }
}
