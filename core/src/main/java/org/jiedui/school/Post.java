package org.jiedui.school;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** A post that a member of staff holds. */
public enum Post implements Coded {
  /** 校长: leads the care team. */
  PRINCIPAL("principal", Wording.of("校长", "principal")),
  /** 副校长: safety and legal education. */
  VICE_PRINCIPAL("vice-principal", Wording.of("副校长", "vice-principal")),
  /** 总辅导员: moral education. */
  CHIEF_COUNSELLOR("chief-counsellor", Wording.of("总辅导员", "chief counsellor")),
  /** 班主任: study and daily life of a class. */
  HOMEROOM_TEACHER("homeroom-teacher", Wording.of("班主任", "homeroom teacher")),
  /** 科任老师: teaches a subject in one or more classes. */
  SUBJECT_TEACHER("subject-teacher", Wording.of("科任老师", "subject teacher")),
  /** Any other post. */
  OTHER("other", Wording.of("其他", "other"));

  private final String code;
  private final Wording wording;

  Post(String code, Wording wording) {
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
