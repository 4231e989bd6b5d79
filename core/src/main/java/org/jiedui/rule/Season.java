package org.jiedui.rule;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** Whether a rule rests in the holidays; it concerns the week, month and rolling cadences. */
public enum Season implements Coded {
  /** In terms only: windows are counted and cut within each term. */
  TERM("term", Wording.of("学期内", "in term")),
  /** All year: windows go through the holidays. */
  YEAR("year", Wording.of("全年", "all year"));

  private final String code;
  private final Wording wording;

  Season(String code, Wording wording) {
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
