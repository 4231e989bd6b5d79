package org.jiedui.compliance;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.rule.ContactPattern;

/**
 * The patterns of a rule book, as tables that tell for a contact which of them it matches: three
 * look-ups, however many rules there are.
 *
 * <p>A kind (see {@link org.jiedui.contact.ContactSeries#kind}) is cut into its three bytes: who
 * made it and how, and the two halves of who was reached. For each value of a byte a table has a
 * bit for each pattern; a pattern matches if it accepts the first byte and either of the others.
 */
final class PatternIndex {

  /** How many patterns one set of tables holds: the bits of a long. */
  static final int CHUNK = Long.SIZE;

  private static final int BYTE = 0xFF;
  private static final int BYTES = BYTE + 1;
  private static final int LOW = 8;
  private static final int HIGH = 16;

  private final List<ContactPattern> patterns = new ArrayList<>();
  private long[][] made = {};
  private long[][] reachedLow = {};
  private long[][] reachedHigh = {};

  /** Numbers a pattern; one that is there already keeps its number. */
  int add(ContactPattern pattern) {
    int known = patterns.indexOf(pattern);
    if (known >= 0) {
      return known;
    }
    patterns.add(pattern);
    return patterns.size() - 1;
  }

  /** Makes the tables, once all patterns are there. */
  void build() {
    int chunks = (patterns.size() + CHUNK - 1) / CHUNK;
    made = new long[chunks][BYTES];
    reachedLow = new long[chunks][BYTES];
    reachedHigh = new long[chunks][BYTES];
    for (int p = 0; p < patterns.size(); p++) {
      ContactPattern pattern = patterns.get(p);
      long bit = 1L << p % CHUNK;
      for (int value = 0; value < BYTES; value++) {
        if (pattern.acceptsMadeBy(value) && pattern.acceptsChannel(value)) {
          made[p / CHUNK][value] |= bit;
        }
        if (pattern.acceptsReached(value << LOW)) {
          reachedLow[p / CHUNK][value] |= bit;
        }
        if (pattern.acceptsReached(value << HIGH)) {
          reachedHigh[p / CHUNK][value] |= bit;
        }
      }
    }
  }

  /** How many patterns there are. */
  int size() {
    return patterns.size();
  }

  int chunks() {
    return made.length;
  }

  /** The patterns of a chunk that a contact matches: bit i is pattern {@code chunk * CHUNK + i}. */
  long matching(int chunk, int kind) {
    return made[chunk][kind & BYTE]
        & (reachedLow[chunk][kind >>> LOW & BYTE] | reachedHigh[chunk][kind >>> HIGH & BYTE]);
  }
}
