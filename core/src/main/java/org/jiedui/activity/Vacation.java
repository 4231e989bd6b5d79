package org.jiedui.activity;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** The days between two terms, or after the last. */
public enum Vacation implements Coded {
  /** 寒假: between two terms of a school year. */
  WINTER("winter", Wording.of("寒假", "winter vacation")),
  /** 暑假: after the last term of a school year. */
  SUMMER("summer", Wording.of("暑假", "summer vacation"));

  private final String code;
  private final Wording wording;

  Vacation(String code, Wording wording) {
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
