package org.jiedui.access;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** What somebody is to a school. */
public enum Role implements Coded {
  /** A member of its staff: sees the school's children and records contacts. */
  STAFF("staff", Wording.of("教职工", "staff")),
  /** Keeps its roster, staff, calendar and rules, besides all that staff does. */
  ADMINISTRATOR("administrator", Wording.of("管理员", "administrator")),
  /**
   * Sees suspicions of harm and reports them. It goes with no other role: whoever has it is usually
   * granted {@link #STAFF} as well.
   */
  SAFEGUARDING("safeguarding", Wording.of("未成年人保护专员", "safeguarding"));

  private final String code;
  private final Wording wording;

  Role(String code, Wording wording) {
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
