package org.jiedui.child;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/**
 * Something that happens to a child and that a rule may follow: {@code after guardian-changed 7
 * days}.
 */
public enum CareEvent implements Coded {
  /** The child came into a class of the school, having been in none the day before. */
  ENROLLED("enrolled", Wording.of("入学", "enrolled")),
  /** Another carer began while the child was in care, having been in care the day before. */
  GUARDIAN_CHANGED("guardian-changed", Wording.of("照护人变更", "carer changed")),
  /** The child became one of key support. */
  KEY_SUPPORT_BEGAN("key-support-began", Wording.of("列入重点帮扶", "key support began")),
  /** A concern was opened. */
  CONCERN_RAISED("concern-raised", Wording.of("发现困难", "concern raised")),
  /** The child came from one class of the school into another. */
  CLASS_CHANGED("class-changed", Wording.of("调班", "class changed"));

  private final String code;
  private final Wording wording;

  CareEvent(String code, Wording wording) {
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
