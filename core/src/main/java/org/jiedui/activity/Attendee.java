package org.jiedui.activity;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** Whose attendance it is. */
public enum Attendee implements Coded {
  /** The child. */
  CHILD("child", Wording.of("学生", "child"), "本人"),
  /** A parent or the carer of the child. */
  GUARDIAN("guardian", Wording.of("家长", "guardian"), "监护人");

  private final String code;
  private final Wording wording;
  private final String otherName;

  Attendee(String code, Wording wording, String otherName) {
    this.code = code;
    this.wording = wording;
    this.otherName = otherName;
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
    return ImmutableSet.of(otherName);
  }
}
