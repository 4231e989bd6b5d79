package org.jiedui.access;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** What somebody is to a school. */
public enum Role implements Coded {
  /** A member of its staff: sees the school's children and records contacts. */
  STAFF("staff", Wording.of("教职工", "staff")),
  /** Keeps its roster, staff, calendar and rules, besides all that staff does. */
  ADMINISTRATOR("administrator", Wording.of("管理员", "administrator"));

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
