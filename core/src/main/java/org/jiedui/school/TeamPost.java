package org.jiedui.school;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** What somebody is in the care team (领导小组), whatever the post at the school. */
public enum TeamPost implements Coded {
  /** 组长. */
  HEAD("head", Wording.of("组长", "head"), ImmutableSet.of()),
  /** 副组长. */
  DEPUTY("deputy", Wording.of("副组长", "deputy head"), ImmutableSet.of()),
  /** 成员. */
  MEMBER("member", Wording.of("成员", "member"), ImmutableSet.of("组员"));

  private final String code;
  private final Wording wording;
  private final ImmutableSet<String> otherNames;

  TeamPost(String code, Wording wording, ImmutableSet<String> otherNames) {
    this.code = code;
    this.wording = wording;
    this.otherNames = otherNames;
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
