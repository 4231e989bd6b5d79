package org.jiedui.census;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * How many pupils a census has of each kind.
 *
 * <p>Immutable.
 *
 * @param pupils how many there are, 0 or more
 * @param surveyed how many of them were surveyed, 0 to {@code pupils}
 * @param byStatus how many have each status; each is there, and they add up to {@code pupils}
 * @param byCode how many the school roll notes with each code; each is there, and together they are
 *     at most {@code pupils}: of some too little is known
 */
public record CensusCounts(
    int pupils,
    int surveyed,
    ImmutableMap<LeftBehindStatus, Integer> byStatus,
    ImmutableMap<SchoolRollCode, Integer> byCode) {

  /**
   * Creates counts.
   *
   * @param pupils how many there are, 0 or more
   * @param surveyed how many of them were surveyed, 0 to {@code pupils}
   * @param byStatus how many have each status; each is there, and they add up to {@code pupils}
   * @param byCode how many the school roll notes with each code; each is there, and together they
   *     are at most {@code pupils}: of some too little is known
   * @throws IllegalArgumentException if the numbers do not fit together
   */
  public CensusCounts {
    requireNonNull(byStatus, "byStatus");
    requireNonNull(byCode, "byCode");
    checkArgument(
        surveyed >= 0 && surveyed <= pupils, "surveyed (%s) must be 0 to %s", surveyed, pupils);
    checkArgument(
        byStatus.size() == LeftBehindStatus.values().length && sum(byStatus) == pupils,
        "byStatus %s must have each status and add up to %s",
        byStatus,
        pupils);
    checkArgument(
        byCode.size() == SchoolRollCode.values().length && sum(byCode) <= pupils,
        "byCode %s must have each code and add up to at most %s",
        byCode,
        pupils);
  }

  private static int sum(ImmutableMap<?, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  static CensusCounts of(Collection<CensusLine> lines) {
    ImmutableMap.Builder<LeftBehindStatus, Integer> byStatus = ImmutableMap.builder();
    Arrays.stream(LeftBehindStatus.values())
        .forEach(
            status ->
                byStatus.put(
                    status,
                    (int) lines.stream().filter(line -> line.status().status() == status).count()));
    ImmutableMap.Builder<SchoolRollCode, Integer> byCode = ImmutableMap.builder();
    Arrays.stream(SchoolRollCode.values())
        .forEach(
            code ->
                byCode.put(
                    code,
                    (int)
                        lines.stream()
                            .filter(line -> line.status().code().equals(Optional.of(code)))
                            .count()));
    return new CensusCounts(
        lines.size(),
        (int) lines.stream().filter(CensusLine::isSurveyed).count(),
        byStatus.buildOrThrow(),
        byCode.buildOrThrow());
  }

  /**
   * Returns how many were not surveyed.
   *
   * @return 0 or more
   */
  public int unsurveyed() {
    return pupils - surveyed;
  }

  /**
   * Returns how many have a status.
   *
   * @param status the status
   * @return 0 or more
   */
  public int of(LeftBehindStatus status) {
    return byStatus.getOrDefault(status, 0);
  }

  /**
   * Returns how many the school roll notes with a code.
   *
   * @param code the code
   * @return 0 or more
   */
  public int of(SchoolRollCode code) {
    return byCode.getOrDefault(code, 0);
  }
}
