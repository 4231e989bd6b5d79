package org.jiedui.compliance;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** Why a window was judged as it was. Each ground belongs to one {@link Verdict}. */
public enum Ground implements Coded {
  /** Enough contacts inside the window. */
  ENOUGH_CONTACTS(
      Verdict.MET, "enough-contacts", Wording.of("期限内联系次数已够", "enough contacts inside the window")),
  /** Enough contacts, the last of them in the grace. */
  ENOUGH_WITH_GRACE(
      Verdict.LATE,
      "enough-with-grace",
      Wording.of("在宽限期内补足", "enough contacts, completed within the grace")),
  /** The deadline passed without enough contacts. */
  DEADLINE_PASSED(
      Verdict.MISSED,
      "deadline-passed",
      Wording.of("到期时联系次数不足", "the deadline passed without enough contacts")),
  /** The deadline has not passed. */
  STILL_OPEN(Verdict.PENDING, "still-open", Wording.of("尚未到期", "the deadline has not passed yet")),
  /** Exemptions left too few days of the window. */
  EXEMPT(
      Verdict.EXCUSED,
      "exempt",
      Wording.of("免除后剩余天数不足", "exemptions leave too little of the window")),
  /** The child left, or the rule ended, before the window's end. */
  LEFT(
      Verdict.EXCUSED,
      "left",
      Wording.of(
          "期限未满，学生已不在适用范围或规则已终止", "the child left, or the rule ended, before the window was over")),
  /** In scope on too few days for the rule's coverage. */
  TOO_FEW_DAYS(
      Verdict.NOT_APPLICABLE,
      "too-few-days",
      Wording.of("适用天数不足", "in scope on too few days of the window")),
  /** A rolling stretch ended before its next window was full. */
  STRETCH_ENDED(
      Verdict.NOT_APPLICABLE,
      "stretch-ended",
      Wording.of("剩余天数不足一个周期", "fewer days are left than one period")),
  /** No day in scope followed the event soon enough, or none of them that is not exempt. */
  NO_DAY_AFTER_EVENT(
      Verdict.NOT_APPLICABLE,
      "no-day-after-event",
      Wording.of(
          "事件之后没有适用且未免除的日子", "no day that is in scope and not exempt followed the event in time")),
  /** After an event, exemptions without an end leave too few days for it ever to fall due. */
  NEVER_DUE(
      Verdict.NOT_APPLICABLE,
      "never-due",
      Wording.of("免除没有截止日，不会到期", "exempt without an end, so it never falls due"));

  private final Verdict verdict;
  private final String code;
  private final Wording wording;

  Ground(Verdict verdict, String code, Wording wording) {
    this.verdict = verdict;
    this.code = code;
    this.wording = wording;
  }

  /**
   * Returns the verdict that it leads to.
   *
   * @return the verdict
   */
  public Verdict verdict() {
    return verdict;
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
