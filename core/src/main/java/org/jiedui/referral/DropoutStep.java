package org.jiedui.referral;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** What a school has to do for a child who stays away (未成年人保护法 art. 28). */
public enum DropoutStep implements Coded {
  /** 登记: nobody has registered it yet. */
  REGISTER("register", Wording.of("登记", "register")),
  /** 劝返复学: nobody of the staff has reached the child or its family since. */
  PERSUADE("persuade", Wording.of("劝返复学", "persuade to come back")),
  /** 书面报告: the child is still away, and the education office does not know. */
  REPORT("report", Wording.of("书面报告教育行政部门", "report to the education office")),
  /** All is done that is the school's. */
  NOTHING("nothing", Wording.of("无", "nothing"));

  private final String code;
  private final Wording wording;

  DropoutStep(String code, Wording wording) {
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
