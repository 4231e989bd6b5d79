package org.jiedui.referral;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** Where a referral stands at an instant. */
public enum ReferralState implements Coded {
  /** Not reported yet, and the time is not over. */
  OPEN("open", Wording.of("待报告", "open")),
  /** Not reported yet, and the time is over. */
  OVERDUE("overdue", Wording.of("超时未报告", "overdue")),
  /** Reported within the time. */
  REPORTED_IN_TIME("reported-in-time", Wording.of("已按时报告", "reported in time")),
  /** Reported after the time was over. */
  REPORTED_LATE("reported-late", Wording.of("已报告（超时）", "reported late")),
  /** It was entered by mistake, and never reported. */
  MISTAKEN("mistaken", Wording.of("登记有误", "entered by mistake"));

  private final String code;
  private final Wording wording;

  ReferralState(String code, Wording wording) {
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
