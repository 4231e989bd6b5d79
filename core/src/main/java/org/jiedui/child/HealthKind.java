package org.jiedui.child;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** The state of a child's health, in the three words of a file (健康状况). */
public enum HealthKind implements Coded {
  /** Neither of the other two. */
  HEALTHY("healthy", Wording.of("健康", "healthy"), "良好"),
  /** The child has a disability. */
  DISABILITY("disability", Wording.of("残疾", "disability")),
  /** The child has a long or serious illness. */
  ILLNESS("illness", Wording.of("患病", "illness"), "疾病");

  private final String code;
  private final Wording wording;
  private final ImmutableSet<String> otherNames;

  HealthKind(String code, Wording wording, String... otherNames) {
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
