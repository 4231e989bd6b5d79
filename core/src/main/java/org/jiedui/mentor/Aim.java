package org.jiedui.mentor;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What a matcher aims at, as costs that are to be least: whole numbers, 0 or more. */
final class Aim {

  private final int[][] pairs;
  private final int[] unserved;
  private final int[][] places;

  private Aim(int[][] pairs, int[] unserved, int[][] places) {
    this.pairs = pairs;
    this.unserved = unserved;
    this.places = places;
  }

  /** Takes the cost of leaving each child; pairs and places cost nothing. */
  static Aim ofUnserved(int[] unserved) {
    return new Aim(new int[0][], unserved, new int[0][]);
  }

  /**
   * Takes the cost of each child with each teacher that may mentor it, as {@link
   * MatchProblem#eligible} has them, and of leaving each child; places cost nothing.
   */
  static Aim ofPairs(int[][] pairs, int[] unserved) {
    return new Aim(pairs, unserved, new int[0][]);
  }

  /** Takes the cost of each further place of each teacher, ascending; nothing else costs. */
  static Aim ofPlaces(int[][] places) {
    return new Aim(new int[0][], new int[0], places);
  }

  int pair(int child, int index) {
    return pairs.length == 0 ? 0 : pairs[child][index];
  }

  int unserved(int child) {
    return unserved.length == 0 ? 0 : unserved[child];
  }

  int place(int teacher, int index) {
    return places.length == 0 ? 0 : places[teacher][index];
  }

  /** No two proposals differ in cost by more than this. */
  long mostInAll(int children) {
    long total = (long) children * most(places);
    for (int child = 0; child < children; child++) {
      total += Math.max(pairs.length == 0 ? 0 : most(pairs[child]), unserved(child));
    }
    return total;
  }

  /**
   * No way from one proposal to a better one costs more than this: it goes through each child once
   * at most, and comes by the end of the network, where places and unserved children go, once.
   */
  long mostOnAWay() {
    return 2L * Math.max(most(places), most(unserved))
        + Arrays.stream(pairs).mapToLong(Aim::most).sum();
  }

  private static int most(int[] costs) {
    return IntStream.of(costs).max().orElse(0);
  }

  private static int most(int[][] costs) {
    return Arrays.stream(costs).mapToInt(Aim::most).max().orElse(0);
  }

  boolean isIndifferent() {
    return most(pairs) == 0 && most(unserved) == 0 && most(places) == 0;
  }
}
