package org.jiedui.child;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** How a carer is related to the child. */
public enum Relation implements Coded {
  /** 祖父. */
  PATERNAL_GRANDFATHER(
      "paternal-grandfather",
      Wording.of("祖父", "paternal grandfather"),
      CarerKind.GRANDPARENT,
      "爷爷"),
  /** 祖母. */
  PATERNAL_GRANDMOTHER(
      "paternal-grandmother",
      Wording.of("祖母", "paternal grandmother"),
      CarerKind.GRANDPARENT,
      "奶奶"),
  /** 外祖父. */
  MATERNAL_GRANDFATHER(
      "maternal-grandfather",
      Wording.of("外祖父", "maternal grandfather"),
      CarerKind.GRANDPARENT,
      "外公",
      "姥爷"),
  /** 外祖母. */
  MATERNAL_GRANDMOTHER(
      "maternal-grandmother",
      Wording.of("外祖母", "maternal grandmother"),
      CarerKind.GRANDPARENT,
      "外婆",
      "姥姥"),
  /** 伯父. */
  FATHERS_ELDER_BROTHER(
      "fathers-elder-brother",
      Wording.of("伯父", "father's elder brother"),
      CarerKind.RELATIVE,
      "大伯"),
  /** 叔叔. */
  FATHERS_YOUNGER_BROTHER(
      "fathers-younger-brother",
      Wording.of("叔叔", "father's younger brother"),
      CarerKind.RELATIVE,
      "叔父"),
  /** 姑姑. */
  FATHERS_SISTER(
      "fathers-sister", Wording.of("姑姑", "father's sister"), CarerKind.RELATIVE, "姑妈", "姑母"),
  /** 舅舅. */
  MOTHERS_BROTHER(
      "mothers-brother", Wording.of("舅舅", "mother's brother"), CarerKind.RELATIVE, "舅父"),
  /** 姨妈. */
  MOTHERS_SISTER(
      "mothers-sister", Wording.of("姨妈", "mother's sister"), CarerKind.RELATIVE, "姨母", "姨"),
  /** Another adult relative. */
  OTHER_RELATIVE("other-relative", Wording.of("其他亲属", "other relative"), CarerKind.RELATIVE),
  /** 哥哥. */
  ELDER_BROTHER("elder-brother", Wording.of("哥哥", "elder brother"), CarerKind.SIBLING),
  /** 姐姐. */
  ELDER_SISTER("elder-sister", Wording.of("姐姐", "elder sister"), CarerKind.SIBLING),
  /** A neighbour or friend of the family. */
  NEIGHBOUR("neighbour", Wording.of("邻居", "neighbour"), CarerKind.NEIGHBOUR),
  /** Anybody else. */
  OTHER("other", Wording.of("其他", "other"), CarerKind.OTHER);

  private final String code;
  private final Wording wording;
  private final CarerKind kind;
  private final ImmutableSet<String> otherNames;

  Relation(String code, Wording wording, CarerKind kind, String... otherNames) {
    this.code = code;
    this.wording = wording;
    this.kind = kind;
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
   * Returns the group that a rule's scope speaks of.
   *
   * @return the group
   */
  public CarerKind kind() {
    return kind;
  }
}
