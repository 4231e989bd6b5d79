package org.jiedui.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.jiedui.contact.Channel;
import org.jiedui.contact.ContactSeries;
import org.jiedui.contact.Party;
import org.jiedui.rule.ContactPattern;
import org.junit.jupiter.api.Test;

class PatternIndexTest {

  private static <E extends Enum<E>> ImmutableSet<E> some(Class<E> type, Random random) {
    EnumSet<E> some = EnumSet.noneOf(type);
    for (int i = random.nextInt(4); i >= 0; i--) {
      some.add(one(type, random));
    }
    return ImmutableSet.copyOf(some);
  }

  private static <E extends Enum<E>> E one(Class<E> type, Random random) {
    ImmutableList<E> all = ImmutableList.copyOf(EnumSet.allOf(type));
    return all.get(random.nextInt(all.size()));
  }

  @Test
  void matching_isWhatEachPatternMatches_alsoOfMoreThan64() {
    Random random = new Random(8);
    List<ContactPattern> patterns = new ArrayList<>();
    PatternIndex index = new PatternIndex();
    while (patterns.size() < 150) {
      ContactPattern pattern =
          ContactPattern.of(
              some(Party.class, random), some(Party.class, random), some(Channel.class, random));
      boolean isNew = !patterns.contains(pattern);
      if (isNew) {
        patterns.add(pattern);
      }
      assertThat(index.add(pattern)).isEqualTo(patterns.indexOf(pattern));
    }
    index.build();
    assertThat(index.size()).isEqualTo(150);
    assertThat(index.chunks()).isEqualTo(3);
    for (int round = 0; round < 20_000; round++) {
      int kind =
          ContactSeries.kind(
              one(Party.class, random),
              one(Channel.class, random),
              random.nextInt(8) == 0 ? ImmutableSet.of() : some(Party.class, random));
      for (int p = 0; p < patterns.size(); p++) {
        long bits = index.matching(p / PatternIndex.CHUNK, kind);
        assertThat((bits >>> p % PatternIndex.CHUNK & 1) != 0)
            .as("seed 8: kind %s, %s", kind, patterns.get(p))
            .isEqualTo(patterns.get(p).matches(kind));
      }
    }
  }
}
