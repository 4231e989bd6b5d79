package org.jiedui.compliance;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** How a window was judged. */
public enum Verdict implements Coded {
  /** Enough contacts were made inside the window. */
  MET("met", Wording.of("按时完成", "met")),
  /** Enough contacts were made, the last of them within the grace after the deadline. */
  LATE("late", Wording.of("补做", "late")),
  /** The deadline passed without enough contacts. */
  MISSED("missed", Wording.of("未完成", "missed")),
  /** The deadline has not passed yet. */
  PENDING("pending", Wording.of("进行中", "pending")),
  /**
   * Nothing is asked: exemptions left too little of the window, or the child left before its end.
   */
  EXCUSED("excused", Wording.of("免除", "excused")),
  /** The child was in scope on too few days of the window. It is in no denominator. */
  NOT_APPLICABLE("not-applicable", Wording.of("不适用", "not applicable"));

  private final String code;
  private final Wording wording;

  Verdict(String code, Wording wording) {
    this.code = code;
    this.wording = wording;
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
