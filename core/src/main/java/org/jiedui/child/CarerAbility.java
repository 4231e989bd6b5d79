package org.jiedui.child;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** How well a carer can care for a child (照护能力). */
public enum CarerAbility implements Coded {
  /** The carer meets the child's needs. */
  GOOD("good", Wording.of("好", "good"), "较好", "良好"),
  /** The carer meets them in part. */
  FAIR("fair", Wording.of("一般", "fair")),
  /** The carer needs help to meet them. */
  POOR("poor", Wording.of("差", "poor"), "较差");

  private final String code;
  private final Wording wording;
  private final ImmutableSet<String> otherNames;

  CarerAbility(String code, Wording wording, String... otherNames) {
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
