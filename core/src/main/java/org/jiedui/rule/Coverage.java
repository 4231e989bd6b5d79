package org.jiedui.rule;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** How much of a window a child must be in scope for the window to count. */
public enum Coverage implements Coded {
  /** At least half of its days. */
  HALF("half", Wording.of("过半", "at least half")),
  /** Every day of it; what full-month measures need. */
  WHOLE("whole", Wording.of("全部", "whole")),
  /** At least one day. */
  ANY("any", Wording.of("任意一天", "any day"));

  private final String code;
  private final Wording wording;

  Coverage(String code, Wording wording) {
    this.code = code;
    this.wording = wording;
  }

  /**
   * Whether a part of a window is enough.
   *
   * <p>Example: 15 of 30 days are enough for {@link #HALF}, 14 are not.
   *
   * @param part the days of the part, 0 or more
   * @param window the days of the window, 1 or more
   * @return true if it is
   */
  public boolean isEnough(int part, int window) {
    return part >= daysNeeded(window);
  }

  /**
   * Returns how many days of a window are enough.
   *
   * <p>Example: of 31 days {@link #HALF} needs 16.
   *
   * @param window the days of the window, 1 or more
   * @return 1 to the days of the window
   */
  public int daysNeeded(int window) {
    return switch (this) {
      case HALF -> (window + 1) / 2;
      case WHOLE -> window;
      case ANY -> 1;
    };
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
