package org.jiedui.activity;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** How a quota stands in a period, for the school or a class. */
public enum QuotaState implements Coded {
  /** Enough were held. */
  MET("met", Wording.of("已完成", "met")),
  /** Enough, with those that are agreed and to come. */
  PLANNED("planned", Wording.of("已安排", "planned")),
  /** The period is not over, and with all that is agreed there are too few. */
  SHORT("short", Wording.of("安排不足", "too few planned")),
  /** The period is over, and too few were held. */
  MISSED("missed", Wording.of("未完成", "missed")),
  /** More were held, or are agreed, than there should be. */
  TOO_MANY("too-many", Wording.of("超出上限", "too many"));

  private final String code;
  private final Wording wording;

  QuotaState(String code, Wording wording) {
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
