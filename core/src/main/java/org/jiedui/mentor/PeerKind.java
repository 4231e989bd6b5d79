package org.jiedui.mentor;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** With what one child helps another. */
public enum PeerKind implements Coded {
  /** 学习互助. */
  STUDY("study", Wording.of("学习互助", "study"), "学习"),
  /** 生活互助. */
  LIFE("life", Wording.of("生活互助", "daily life"), "生活");

  private final String code;
  private final Wording wording;
  private final ImmutableSet<String> otherNames;

  PeerKind(String code, Wording wording, String otherName) {
    this.code = code;
    this.wording = wording;
    this.otherNames = ImmutableSet.of(otherName);
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
