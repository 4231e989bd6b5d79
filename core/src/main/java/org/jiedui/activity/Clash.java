package org.jiedui.activity;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** What two activities cannot both have on a day. */
public enum Clash implements Coded {
  /** Who leads. */
  LEADER("leader", Wording.of("负责人", "leader")),
  /** Where it is. */
  PLACE("place", Wording.of("地点", "place")),
  /** The class that takes part. */
  CLASS("class", Wording.of("班级", "class"));

  private final String code;
  private final Wording wording;

  Clash(String code, Wording wording) {
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
