package org.jiedui.activity;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** Why a template asks for nothing in a plan. */
public enum Idle implements Coded {
  /** Its timing has no occasion on the days of the plan. */
  NO_OCCASION("no-occasion", Wording.of("计划期内没有对应的日子", "no occasion on the days of the plan")),
  /** No class can have children of its audience. */
  NO_CLASS("no-class", Wording.of("没有适用的班级", "no class in its audience")),
  /** All that it asks for is fixed already. */
  ALL_FIXED("all-fixed", Wording.of("均已确定", "all is fixed already"));

  private final String code;
  private final Wording wording;

  Idle(String code, Wording wording) {
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
