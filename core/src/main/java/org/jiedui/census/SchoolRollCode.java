package org.jiedui.census;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** How the school roll (学籍) notes whether a child is left behind. */
public enum SchoolRollCode implements Coded {
  /** 0: the child is not left behind. */
  NONE("none", Wording.of("非留守", "not left behind")),
  /** 1: one parent is away. */
  ONE_PARENT("one-parent", Wording.of("单方外出", "one parent away")),
  /** 2: both parents are away. */
  BOTH_PARENTS("both-parents", Wording.of("双方外出", "both parents away"));

  private final String code;
  private final Wording wording;

  SchoolRollCode(String code, Wording wording) {
    this.code = code;
    this.wording = wording;
  }

  /**
   * Returns the digit that the school roll has for it.
   *
   * @return 0, 1 or 2
   */
  public int digit() {
    return switch (this) {
      case NONE -> 0;
      case ONE_PARENT -> 1;
      case BOTH_PARENTS -> 2;
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
