package org.jiedui.contact;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/**
 * Somebody who makes a contact or is reached by one, in the role in which they did.
 *
 * <p>At most 16: a packed contact keeps those reached in sixteen bits.
 */
public enum Party implements Coded {
  /** The child. */
  CHILD("child", Wording.of("本人", "child"), 0, false),
  /** The father. */
  FATHER("father", Wording.of("父亲", "father"), 1, false),
  /** The mother. */
  MOTHER("mother", Wording.of("母亲", "mother"), 2, false),
  /** 委托照护人: who cares for the child at home. */
  CARER("carer", Wording.of("委托照护人", "carer"), 3, false),
  /** 班主任. */
  HOMEROOM_TEACHER("homeroom-teacher", Wording.of("班主任", "homeroom teacher"), 4, true),
  /** 科任老师. */
  SUBJECT_TEACHER("subject-teacher", Wording.of("科任老师", "subject teacher"), 5, true),
  /** 帮扶教师: the teacher paired with the child. */
  MENTOR("mentor", Wording.of("帮扶教师", "mentor"), 6, true),
  /** The principal, a vice-principal or the chief counsellor. */
  SCHOOL_LEADER("school-leader", Wording.of("校领导", "school leader"), 7, true),
  /** Any other member of staff. */
  OTHER_STAFF("other-staff", Wording.of("其他教职工", "other staff"), 8, true),
  /** A volunteer or partner of the school. */
  VOLUNTEER("volunteer", Wording.of("志愿者", "volunteer"), 9, false);

  private final String code;
  private final Wording wording;
  private final int number;
  private final boolean staff;

  Party(String code, Wording wording, int number, boolean staff) {
    this.code = code;
    this.wording = wording;
    this.number = number;
    this.staff = staff;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Wording wording() {
    return wording;
  }

  /**
   * Whether this is a role of the school's staff, so that a contact names who it was.
   *
   * @return true for teachers, mentors, leaders and other staff
   */
  public boolean isStaff() {
    return staff;
  }

  /**
   * Returns the number that stands for it in a packed contact.
   *
   * @return 0 to 15; never changes
   */
  public int number() {
    return number;
  }
}
