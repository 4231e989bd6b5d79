package org.jiedui.child;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** The kind of a household registration (户籍). */
public enum Registration implements Coded {
  /** 农村. */
  RURAL("rural", Wording.of("农村", "rural"), "农业"),
  /** 城镇. */
  URBAN("urban", Wording.of("城镇", "urban"), "非农业", "城市");

  private final String code;
  private final Wording wording;
  private final ImmutableSet<String> otherNames;

  Registration(String code, Wording wording, String... otherNames) {
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
