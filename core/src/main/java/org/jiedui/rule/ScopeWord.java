package org.jiedui.rule;

import com.google.common.collect.ImmutableBiMap;
import org.jiedui.child.Trait;
import org.jspecify.annotations.Nullable;

/** The traits that a scope names by one word. */
final class ScopeWord {

  static final ImmutableBiMap<String, Trait> TRAITS =
      ImmutableBiMap.of(
          "key-support", Trait.KEY_SUPPORT,
          "boarding", Trait.BOARDING,
          "has-carer", Trait.HAS_CARER);

  private ScopeWord() {}

  static @Nullable String textOf(Trait trait) {
    return TRAITS.inverse().get(trait);
  }
}
