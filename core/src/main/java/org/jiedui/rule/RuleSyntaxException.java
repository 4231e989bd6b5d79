package org.jiedui.rule;

import static java.util.Objects.requireNonNull;

import org.jiedui.text.Wording;

/**
 * Says where the text of a scope, a cadence or the timing of an activity is wrong, and what was
 * expected there.
 *
 * <p>Rule texts hold nothing personal, so the message repeats them. Example: {@code position 5 of
 * "all adn boarding": expected and, or, or the end}.
 */
public final class RuleSyntaxException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Where the text is wrong; 0 for the first character. */
  private final int position;

  /** What was expected there. */
  private final transient Wording expected;

  /**
   * Creates an exception.
   *
   * @param text the whole text
   * @param position where it is wrong, 0 for the first character, its length for the end
   * @param expected what was expected there
   */
  public RuleSyntaxException(String text, int position, Wording expected) {
    super("position " + (position + 1) + " of \"" + text + "\": expected " + expected.english());
    this.position = position;
    this.expected = requireNonNull(expected, "expected");
  }

  /**
   * Returns where the text is wrong.
   *
   * @return 0 for the first character; the length of the text if it ended too early
   */
  public int position() {
    return position;
  }

  /**
   * Returns what was expected there.
   *
   * @return for people
   */
  public Wording expected() {
    return expected;
  }
}
