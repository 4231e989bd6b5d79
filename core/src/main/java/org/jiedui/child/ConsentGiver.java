package org.jiedui.child;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** Who gave a consent for a child. */
public enum ConsentGiver implements Coded {
  /** 父亲. */
  FATHER("father", Wording.of("父亲", "father"), true),
  /** 母亲. */
  MOTHER("mother", Wording.of("母亲", "mother"), true),
  /** 其他监护人: a guardian who is no parent, for instance by a court's decision. */
  OTHER_GUARDIAN("other-guardian", Wording.of("其他监护人", "other guardian"), true),
  /** 委托照护人: cares for the child at home, but is no guardian by that. */
  CARER("carer", Wording.of("委托照护人", "carer"), false);

  private final String code;
  private final Wording wording;
  private final boolean guardian;

  ConsentGiver(String code, Wording wording, boolean guardian) {
    this.code = code;
    this.wording = wording;
    this.guardian = guardian;
  }

  /**
   * Whether they are a guardian (监护人) of the child.
   *
   * @return false for the carer alone
   */
  public boolean isGuardian() {
    return guardian;
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
