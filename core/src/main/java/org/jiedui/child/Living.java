package org.jiedui.child;

import com.google.common.collect.ImmutableSet;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;

/** With whom a child lives on most days (居住状况). */
public enum Living implements Coded {
  /** With the father, the mother or both. */
  WITH_PARENTS("with-parents", Wording.of("与父母同住", "with a parent"), "与父亲同住", "与母亲同住"),
  /** With the carer who is named, or another adult who looks after it. */
  WITH_CARER("with-carer", Wording.of("与被委托人同住", "with the carer"), "与照护人同住", "与监护人同住"),
  /** At the school, on school days at least. */
  BOARDING("boarding", Wording.of("住校", "boarding at school"), "寄宿"),
  /** In a household without any adult: alone, or with other children. */
  ALONE("alone", Wording.of("独自居住", "alone"), "独居"),
  /** In a household with adults, none of whom looks after it. */
  UNATTENDED("unattended", Wording.of("无人看护", "unattended"));

  private final String code;
  private final Wording wording;
  private final ImmutableSet<String> otherNames;

  Living(String code, Wording wording, String... otherNames) {
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
