package org.jiedui.mentor;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** How one child is a guest of another's family. */
public enum StayKind implements Coded {
  /** 到家做客: by day. */
  VISIT("visit", Wording.of("做客", "visit")),
  /** 共度周末. */
  WEEKEND("weekend", Wording.of("共度周末", "weekend")),
  /** 共度假期. */
  HOLIDAY("holiday", Wording.of("共度假期", "holiday"));

  private final String code;
  private final Wording wording;

  StayKind(String code, Wording wording) {
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
