package org.jiedui.mentor;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/**
 * What a teacher is to a child that it is paired with.
 *
 * <p>Not to be confused with the carer at home (委托照护人、临时监护人): all of these are roles of the
 * school's staff.
 */
public enum MentorRole implements Coded {
  /** 主要帮扶教师: the one mentor who answers for the child. */
  PRIMARY("primary", Wording.of("主要帮扶教师", "primary mentor"), "主要", "帮扶教师"),
  /** 协助帮扶教师: one of several more, where many help one (多帮一). */
  SUPPORTING("supporting", Wording.of("协助帮扶教师", "supporting mentor"), "协助"),
  /** 代理家长: stands in for the parents at school. */
  ACTING_PARENT("acting-parent", Wording.of("代理家长", "acting parent"));

  private final String code;
  private final Wording wording;
  private final ImmutableSet<String> otherNames;

  MentorRole(String code, Wording wording, String... otherNames) {
    this.code = code;
    this.wording = wording;
    this.otherNames = ImmutableSet.copyOf(otherNames);
  }

  /**
   * Whether one teacher can have both roles towards the same child: an acting parent is usually its
   * mentor as well, but nobody both answers for a child and supports who answers for it.
   *
   * @param other the other role
   * @return true if one of the two is {@link #ACTING_PARENT}, and not both
   */
  public boolean goesWith(MentorRole other) {
    return (this == ACTING_PARENT) != (other == ACTING_PARENT);
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
