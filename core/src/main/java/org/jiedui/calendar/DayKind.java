package org.jiedui.calendar;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** What a day is to a school. */
public enum DayKind implements Coded {
  /** A day on which the school teaches. */
  TEACHING("teaching", Wording.of("教学日", "teaching day"), true, "上课"),
  /** A weekend on which the school teaches, for a day off elsewhere (调休). */
  MAKE_UP("make-up", Wording.of("调休上课日", "make-up day"), true, "调休", "补课"),
  /** A day of examinations. */
  EXAM("exam", Wording.of("考试日", "examination day"), false, "考试"),
  /** A Saturday or Sunday in term. */
  WEEKEND("weekend", Wording.of("周末", "weekend"), false),
  /** A day off by the law or the government's arrangement. */
  PUBLIC_HOLIDAY("public-holiday", Wording.of("法定节假日", "public holiday"), false, "放假", "节假日"),
  /** A day in term on which this school does not teach. */
  CLOSED("closed", Wording.of("停课日", "closed"), false, "停课"),
  /** A day between terms (寒暑假). */
  VACATION("vacation", Wording.of("寒暑假", "vacation"), false);

  private final String code;
  private final Wording wording;
  private final boolean isTaught;
  private final ImmutableSet<String> otherNames;

  DayKind(String code, Wording wording, boolean isTaught, String... otherNames) {
    this.code = code;
    this.wording = wording;
    this.isTaught = isTaught;
    this.otherNames = ImmutableSet.copyOf(otherNames);
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

  /**
   * Whether there are lessons, so that classes are at school and not at an examination.
   *
   * @return true for teaching and make-up days
   */
  public boolean isTaught() {
    return isTaught;
  }
}
