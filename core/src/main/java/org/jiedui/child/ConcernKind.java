package org.jiedui.child;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** A kind of difficulty for which a child needs attention; several may be open at once. */
public enum ConcernKind implements Coded {
  /** Nobody at home looks after the child's studies. */
  STUDY_SUPERVISION("study-supervision", Wording.of("学习无人管理", "study not supervised")),
  /** Motivation and grades. */
  MOTIVATION("motivation", Wording.of("缺乏学习兴趣", "motivation and grades")),
  /** Psychological well-being. */
  PSYCHOLOGICAL("psychological", Wording.of("心理不太健康", "psychological well-being")),
  /** Conduct and habits. */
  CONDUCT("conduct", Wording.of("行为习惯差", "conduct and habits")),
  /** Safety at home or on the way. */
  SAFETY("safety", Wording.of("安全隐患", "safety")),
  /** Health of the body. */
  HEALTH("health", Wording.of("身体健康", "health")),
  /** Material hardship. */
  HARDSHIP("hardship", Wording.of("生活困难", "material hardship"));

  private final String code;
  private final Wording wording;

  ConcernKind(String code, Wording wording) {
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
