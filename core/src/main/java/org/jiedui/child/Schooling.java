package org.jiedui.child;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** Whether a child is at school (就学状况). */
public enum Schooling implements Coded {
  /** The child is on the roll and comes to school. */
  ENROLLED("enrolled", Wording.of("在读", "enrolled"), "在校", "就读"),
  /** The child is on the roll, but has leave from school. */
  SUSPENDED("suspended", Wording.of("休学", "suspended")),
  /** The child stays away from school, though it must or should go. */
  DROPPED_OUT("dropped-out", Wording.of("辍学", "dropped out")),
  /** The child went to another school. */
  TRANSFERRED("transferred", Wording.of("转学", "transferred"), "转出"),
  /** The child finished the school's last grade. */
  GRADUATED("graduated", Wording.of("毕业", "graduated"));

  private final String code;
  private final Wording wording;
  private final ImmutableSet<String> otherNames;

  Schooling(String code, Wording wording, String... otherNames) {
    this.code = code;
    this.wording = wording;
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
}
