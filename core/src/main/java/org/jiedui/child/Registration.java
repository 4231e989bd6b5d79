package org.jiedui.child;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** The kind of a household registration (户籍). */
public enum Registration implements Coded {
  /** 农村. */
  RURAL("rural", Wording.of("农村", "rural")),
  /** 城镇. */
  URBAN("urban", Wording.of("城镇", "urban"));

  private final String code;
  private final Wording wording;

  Registration(String code, Wording wording) {
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
