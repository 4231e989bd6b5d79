package org.jiedui.compliance;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** How a standing reads on a day. */
public enum StandingState implements Coded {
  /** Its window has not begun. */
  UPCOMING("upcoming", Wording.of("未开始", "upcoming")),
  /** Its window has begun and its deadline has not passed. */
  DUE("due", Wording.of("待联系", "due")),
  /** Its deadline has passed. */
  OVERDUE("overdue", Wording.of("已到期", "overdue"));

  private final String code;
  private final Wording wording;

  StandingState(String code, Wording wording) {
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
