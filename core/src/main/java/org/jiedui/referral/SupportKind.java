package org.jiedui.referral;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** What support a child is referred to. */
public enum SupportKind implements Coded {
  /** 就医. */
  CLINIC("clinic", Wording.of("就医", "clinic")),
  /** 心理辅导. */
  PSYCHOLOGICAL("psychological", Wording.of("心理辅导", "psychological support")),
  /** 救助帮扶. */
  AID("aid", Wording.of("救助帮扶", "aid"));

  private final String code;
  private final Wording wording;

  SupportKind(String code, Wording wording) {
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
