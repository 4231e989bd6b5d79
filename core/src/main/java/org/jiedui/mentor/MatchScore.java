package org.jiedui.mentor;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ComparisonChain;
import com.google.common.collect.ImmutableMap;

/**
 * How good a proposal is, aim by aim. The first aim in which two differ decides: no number of kept
 * pairs outweighs one more child served.
 *
 * <p>Ordered from worse to better, by {@code keySupportServed}, {@code served}, {@code kept},
 * {@code sumOfSquares} (fewer is better) and {@link #totalPoints()}; not consistent with equals.
 * Immutable.
 *
 * @param keySupport how many of the children are of key support
 * @param keySupportServed how many of those have a mentor
 * @param children how many children there are
 * @param served how many have a mentor
 * @param existing how many had one before
 * @param kept how many keep the one they had
 * @param sumOfSquares the candidates' loads, each squared, added up: the less, the more even; 2 and
 *     2 give 8, 3 and 1 give 10
 * @param points what each preference gives, by its code, added up
 */
public record MatchScore(
    int keySupport,
    int keySupportServed,
    int children,
    int served,
    int existing,
    int kept,
    long sumOfSquares,
    ImmutableMap<String, Long> points)
    implements Comparable<MatchScore> {

  /**
   * Creates a score.
   *
   * @param keySupport how many of the children are of key support
   * @param keySupportServed how many of those have a mentor
   * @param children how many children there are
   * @param served how many have a mentor
   * @param existing how many had one before
   * @param kept how many keep the one they had
   * @param sumOfSquares the candidates' loads, each squared, added up: the less, the more even; 2
   *     and 2 give 8, 3 and 1 give 10
   * @param points what each preference gives, by its code, added up
   */
  public MatchScore {
    requireNonNull(points, "points");
  }

  /**
   * Returns what all preferences give.
   *
   * @return the points, 0 or more
   */
  public long totalPoints() {
    return points.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public int compareTo(MatchScore other) {
    return ComparisonChain.start()
        .compare(keySupportServed, other.keySupportServed)
        .compare(served, other.served)
        .compare(kept, other.kept)
        .compare(other.sumOfSquares, sumOfSquares)
        .compare(totalPoints(), other.totalPoints())
        .result();
  }
}
