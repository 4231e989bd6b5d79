package org.jiedui.census;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** Whether a child is left behind by some definition. */
public enum LeftBehindStatus implements Coded {
  /** The child is left behind. */
  LEFT_BEHIND("left-behind", Wording.of("留守", "left behind")),
  /** The child is not left behind. */
  NOT_LEFT_BEHIND("not-left-behind", Wording.of("非留守", "not left behind")),
  /** Facts are missing that the definition needs. */
  UNKNOWN("unknown", Wording.of("情况不明", "not known"));

  private final String code;
  private final Wording wording;

  LeftBehindStatus(String code, Wording wording) {
    this.code = code;
    this.wording = wording;
  }

  /**
   * Returns the status of a child for whom a definition holds or not.
   *
   * @param truth whether it holds
   * @return the status
   */
  public static LeftBehindStatus of(Truth truth) {
    return switch (truth) {
      case YES -> LEFT_BEHIND;
      case NO -> NOT_LEFT_BEHIND;
      case UNKNOWN -> UNKNOWN;
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
