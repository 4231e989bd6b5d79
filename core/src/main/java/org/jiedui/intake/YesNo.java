package org.jiedui.intake;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** An answer in a form. */
public enum YesNo implements Coded {
  /** 是. */
  YES("yes", Wording.of("是", "yes")),
  /** 否. */
  NO("no", Wording.of("否", "no"));

  private final String code;
  private final Wording wording;

  YesNo(String code, Wording wording) {
    this.code = code;
    this.wording = wording;
  }

  /** Returns the answer to a question. */
  static YesNo of(boolean yes) {
    return yes ? YES : NO;
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
