package org.jiedui.activity;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** Why somebody was not there. */
public enum AbsenceReason implements Coded {
  /** Ill. */
  ILLNESS("illness", Wording.of("生病", "illness"), "病假"),
  /** Something in the family. */
  FAMILY("family", Wording.of("家中有事", "family"), "事假"),
  /** Away for work, as parents are. */
  AWAY("away", Wording.of("外出务工", "away for work"), "在外务工"),
  /** The way is too far, or there was no transport. */
  TRANSPORT("transport", Wording.of("路远或交通不便", "transport"), "路远", "交通不便"),
  /** Nobody told them. */
  NOT_TOLD("not-told", Wording.of("未通知到", "not told"), "未通知"),
  /** Another reason. */
  OTHER("other", Wording.of("其他", "other")),
  /** Nobody knows yet. */
  UNKNOWN("unknown", Wording.of("原因不明", "unknown"), "不明");

  private final String code;
  private final Wording wording;
  private final ImmutableSet<String> otherNames;

  AbsenceReason(String code, Wording wording, String... otherNames) {
    this.code = code;
    this.wording = wording;
    this.otherNames = ImmutableSet.copyOf(otherNames);
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Wording wording() {
    return wording;
  }

  @Override
  public ImmutableSet<String> otherNames() {
    return otherNames;
  }
}
