package org.jiedui.mentor;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/**
 * What a teacher is to a child that it is paired with.
 *
 * <p>Not to be confused with the carer at home (委托照护人、临时监护人): all of these are roles of the
 * school's staff.
 */
public enum MentorRole implements Coded {
  /** 主要帮扶教师: the one mentor who answers for the child. */
  PRIMARY("primary", Wording.of("主要帮扶教师", "primary mentor")),
  /** 协助帮扶教师: one of several more, where many help one (多帮一). */
  SUPPORTING("supporting", Wording.of("协助帮扶教师", "supporting mentor")),
  /** 代理家长: stands in for the parents at school. */
  ACTING_PARENT("acting-parent", Wording.of("代理家长", "acting parent"));

  private final String code;
  private final Wording wording;

  MentorRole(String code, Wording wording) {
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
