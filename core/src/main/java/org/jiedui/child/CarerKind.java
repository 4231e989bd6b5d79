package org.jiedui.child;

import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** A group of {@link Relation}s of which a rule may speak: {@code carer grandparent}. */
public enum CarerKind implements Coded {
  /** A parent of a parent. */
  GRANDPARENT("grandparent", Wording.of("祖辈", "grandparent")),
  /** An uncle, an aunt or another adult relative. */
  RELATIVE("relative", Wording.of("亲属", "relative")),
  /** An elder brother or sister. */
  SIBLING("sibling", Wording.of("兄姐", "sibling")),
  /** A neighbour or friend of the family. */
  NEIGHBOUR("neighbour", Wording.of("邻居", "neighbour")),
  /** Anybody else. */
  OTHER("other", Wording.of("其他", "other"));

  private final String code;
  private final Wording wording;

  CarerKind(String code, Wording wording) {
    this.code = code;
    this.wording = wording;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
