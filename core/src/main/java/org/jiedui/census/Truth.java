package org.jiedui.census;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** Whether something is so; often that is not known. */
public enum Truth implements Coded {
  /** It is so. */
  YES("yes", Wording.of("是", "yes")),
  /** It is not so. */
  NO("no", Wording.of("否", "no")),
  /** Facts are missing. */
  UNKNOWN("unknown", Wording.of("不明", "not known"));

  private final String code;
  private final Wording wording;

  Truth(String code, Wording wording) {
    this.code = code;
    this.wording = wording;
  }

  /**
   * Returns a truth that is known.
   *
   * @param isSo whether it is so
   * @return yes or no
   */
  public static Truth of(boolean isSo) {
    return isSo ? YES : NO;
  }

  /**
   * Whether both are so: one that is not so settles it, whatever is missing of the other.
   *
   * @param other the other
   * @return yes if both are, no if one is not, else unknown
   */
  public Truth and(Truth other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES && other == YES ? YES : UNKNOWN;
  }

  /**
   * Whether one of two is so: one that is so settles it, whatever is missing of the other.
   *
   * @param other the other
   * @return yes if one is, no if neither is, else unknown
   */
  public Truth or(Truth other) {
    if (this == YES || other == YES) {
      return YES;
    }
    return this == NO && other == NO ? NO : UNKNOWN;
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
