package org.jiedui.activity;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** Whether somebody was there. */
public enum Presence implements Coded {
  /** Was there. */
  PRESENT("present", Wording.of("到场", "present"), "出席", "参加"),
  /** Was not there, and had said so before. */
  EXCUSED("excused", Wording.of("请假", "excused")),
  /** Was not there. */
  ABSENT("absent", Wording.of("缺席", "absent"), "未到", "未参加");

  private final String code;
  private final Wording wording;
  private final ImmutableSet<String> otherNames;

  Presence(String code, Wording wording, String... otherNames) {
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
