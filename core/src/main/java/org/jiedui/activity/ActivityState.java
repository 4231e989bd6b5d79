package org.jiedui.activity;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** Where an activity is in its life. */
public enum ActivityState implements Coded {
  /** Proposed, and not agreed yet. */
  DRAFT("draft", Wording.of("草案", "draft")),
  /** Agreed. */
  AGREED("agreed", Wording.of("已确定", "agreed")),
  /** Agreed, and since then given another day, time, place or leader. */
  MOVED("moved", Wording.of("已改期", "moved")),
  /** Held. */
  HELD("held", Wording.of("已开展", "held")),
  /** Cancelled. */
  CANCELLED("cancelled", Wording.of("已取消", "cancelled"));

  private final String code;
  private final Wording wording;

  ActivityState(String code, Wording wording) {
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

  /**
   * Whether it is to come or was held, so that it takes up its day.
   *
   * @return false if it is cancelled
   */
  public boolean isOn() {
    return this != CANCELLED;
  }

  /**
   * Whether a plan made anew leaves it as it is.
   *
   * @return true if it is agreed, moved or held
   */
  public boolean isFixed() {
    return this == AGREED || this == MOVED || this == HELD;
  }
}
