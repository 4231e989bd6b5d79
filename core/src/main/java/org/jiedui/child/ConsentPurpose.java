package org.jiedui.child;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** What a guardian consents to. */
public enum ConsentPurpose implements Coded {
  /** 到同学家做客、共度周末: that the child visits another child's family, or has a child as a guest. */
  VISITS_AND_STAYS("visits-and-stays", Wording.of("互访与留宿", "visits and stays")),
  /**
   * 处理个人信息: that the school keeps data of the child (个人信息保护法 art. 31: of a child under 14 it needs
   * the consent of the parents or other guardians).
   */
  KEEPING_DATA("keeping-data", Wording.of("保存个人信息", "keeping of data"));

  private final String code;
  private final Wording wording;

  ConsentPurpose(String code, Wording wording) {
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
