package org.jiedui.referral;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** To whom something is reported or handed on. */
public enum Authority implements Coded {
  /** 公安. */
  POLICE("police", Wording.of("公安", "police")),
  /** 民政. */
  CIVIL_AFFAIRS("civil-affairs", Wording.of("民政", "civil affairs")),
  /** 教育. */
  EDUCATION("education", Wording.of("教育", "education")),
  /** 检察. */
  PROCURATORATE("procuratorate", Wording.of("检察", "procuratorate")),
  /** Anybody else: a clinic, a counsellor, the village committee. */
  OTHER("other", Wording.of("其他", "other"));

  private final String code;
  private final Wording wording;

  Authority(String code, Wording wording) {
    this.code = code;
    this.wording = wording;
  }

  /**
   * Whether a report of suspected harm to it is the one that the law asks for: 未成年人保护法 art. 11
   * names 公安、民政、教育等有关部门.
   *
   * @return false for {@link #OTHER} alone
   */
  public boolean takesReportsOfHarm() {
    return this != OTHER;
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
