package org.jiedui.compliance;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/**
 * A way to break a report down. Every window belongs to exactly one group of a dimension, so the
 * cells of a breakdown add up to its total.
 *
 * <p>What changes with time is taken on the window's deadline, the last day on which it could be
 * met: a child that moves to another class in the middle of October was, with its October window,
 * the duty of the class in which it was at the end.
 */
public enum Dimension implements Coded {
  /** The school. */
  SCHOOL("school", Wording.of("学校", "school")),
  /** The grade of the child's class on the deadline. */
  GRADE("grade", Wording.of("年级", "grade")),
  /** The child's class on the deadline. */
  CLASS("class", Wording.of("班级", "class")),
  /** The rule. Schools that share a rule's id share the group. */
  RULE("rule", Wording.of("规则", "rule")),
  /** Who answered for it on the deadline. */
  RESPONSIBLE("responsible", Wording.of("责任人", "responsible person")),
  /** The child's mentor on the deadline; of several, the primary one, then who began first. */
  MENTOR("mentor", Wording.of("帮扶教师", "mentor")),
  /** The calendar month of the deadline. */
  MONTH("month", Wording.of("月份", "month"));

  private final String code;
  private final Wording wording;

  Dimension(String code, Wording wording) {
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
