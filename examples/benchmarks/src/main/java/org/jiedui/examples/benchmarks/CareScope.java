package org.jiedui.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.jiedui.child.Trait;

/** The scopes of the six rules: which of a child's days in care a rule is about. */
enum CareScope {
  /** Every day in care. */
  ALL("all", Trait.IN_CARE.mask()),
  /** The days in care on which there is a carer. */
  HAS_CARER("has-carer", Trait.IN_CARE.mask() | Trait.HAS_CARER.mask()),
  /** The days in care and in key support. */
  KEY_SUPPORT("key-support", Trait.IN_CARE.mask() | Trait.KEY_SUPPORT.mask());

  private final String text;
  private final long traits;

  CareScope(String text, long traits) {
    this.text = text;
    this.traits = traits;
  }

  static CareScope parse(String text) {
    return Stream.of(values()).filter(scope -> scope.text.equals(text)).findFirst().orElseThrow();
  }

  static ImmutableList<CareScope> all() {
    return ImmutableList.copyOf(values());
  }

  /** The traits that must all hold. */
  long traits() {
    return traits;
  }

  String text() {
    return text;
  }
}
