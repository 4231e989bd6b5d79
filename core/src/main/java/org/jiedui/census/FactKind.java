package org.jiedui.census;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** A kind of fact from which a definition draws its answer. */
public enum FactKind implements Coded {
  /** When the child was born. */
  BIRTH_DATE("birth-date", Wording.of("出生日期", "birth date")),
  /** Where the child is registered. */
  REGISTRATION("registration", Wording.of("户籍", "household registration")),
  /** Where the father is, and whether he is able to care. */
  FATHER("father", Wording.of("父亲情况", "the father's whereabouts")),
  /** Where the mother is, and whether she is able to care. */
  MOTHER("mother", Wording.of("母亲情况", "the mother's whereabouts")),
  /** Who cares for the child. */
  CARER("carer", Wording.of("照护人", "the carer")),
  /** Whether the child boards at the school. */
  BOARDING("boarding", Wording.of("寄宿", "boarding")),
  /** In which class the child is. */
  PLACEMENT("placement", Wording.of("班级", "the class")),
  /** Whether the child is at school. */
  SCHOOLING("schooling", Wording.of("就学状况", "schooling"));

  private final String code;
  private final Wording wording;

  FactKind(String code, Wording wording) {
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
