package org.jiedui.school;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** What somebody of the care team (领导小组) answers for. */
public enum Responsibility implements Coded {
  /** 全面负责: leads the care team; usually the principal. */
  LEADS("leads", Wording.of("全面负责", "leads the care team"), "组织领导"),
  /** 安全与法制教育; usually the vice-principal. */
  SAFETY_AND_LEGAL_EDUCATION(
      "safety-and-legal-education", Wording.of("安全与法制教育", "safety and legal education"), "安全法制教育"),
  /** 思想品德教育; usually the chief counsellor. */
  MORAL_EDUCATION("moral-education", Wording.of("思想品德教育", "moral education"), "德育"),
  /**
   * 学习与生活: the homeroom teacher's for each class. It follows from who is homeroom teacher, so no
   * membership names it.
   */
  STUDY_AND_DAILY_LIFE("study-and-daily-life", Wording.of("学习与生活", "study and daily life"), "学习生活");

  private final String code;
  private final Wording wording;
  private final ImmutableSet<String> otherNames;

  Responsibility(String code, Wording wording, String otherName) {
    this.code = code;
    this.wording = wording;
    this.otherNames = ImmutableSet.of(otherName);
  }

  /**
   * Whether it follows from who is homeroom teacher, and is not given to a member of the team.
   *
   * @return true for study and daily life
   */
  public boolean isOfHomeroomTeachers() {
    return this == STUDY_AND_DAILY_LIFE;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Wording wording() {
    return wording;
  }

  @Override
  public ImmutableSet<String> otherNames() {
    return otherNames;
  }
}
