package org.jiedui.activity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Looks through all plans of a small problem, leaving out those that cannot be better than the best
 * one known (branch and bound).
 */
final class ExactPlanSearch {

  private final PlanProblem problem;
  private final PlanState state;
  private final int[] order;
  private final int[] movedLeft;
  private final long[] distanceLeft;
  private int[] best;
  private PlanState.Score bestScore;
  private int stepsLeft;

  /** Begins with a plan that is known, which must then be beaten. */
  ExactPlanSearch(PlanProblem problem, PlanState known, int steps) {
    this.problem = problem;
    this.best = known.allChosen();
    this.bestScore = known.score();
    this.state = new PlanState(problem);
    this.stepsLeft = steps;
    this.order =
        IntStream.range(0, problem.jobs())
            .filter(job -> problem.options()[job] > 0)
            .boxed()
            .sorted(Comparator.comparingInt(job -> problem.options()[job]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.movedLeft = new int[order.length + 1];
    this.distanceLeft = new long[order.length + 1];
    for (int i = order.length - 1; i >= 0; i--) {
      movedLeft[i] = movedLeft[i + 1] + least(problem.moved()[order[i]]);
      distanceLeft[i] = distanceLeft[i + 1] + least(problem.distance()[order[i]]);
    }
  }

  private static int least(int[] numbers) {
    return Arrays.stream(numbers).min().orElseThrow();
  }

  int[] best() {
    return best.clone();
  }

  /** Returns whether all was looked through before the steps ran out. */
  boolean run() {
    return search(0);
  }

  private boolean search(int index) {
    if (stepsLeft-- <= 0) {
      return false;
    }
    if (index == order.length) {
      if (state.score().isBetterThan(bestScore)) {
        bestScore = state.score();
        best = state.allChosen();
      }
      return true;
    }
    int job = order[index];
    for (int option = 0; option < problem.options()[job]; option++) {
      if (state.isFree(job, option)) {
        int mark = state.mark();
        state.set(job, option);
        boolean all = !canBeBetter(index + 1) || search(index + 1);
        state.undoTo(mark);
        if (!all) {
          return false;
        }
      }
    }
    return !canBeBetter(index + 1) || search(index + 1);
  }

  /** What is known best must be beaten even if all that is left finds the best of options. */
  private boolean canBeBetter(int index) {
    int left = order.length - index;
    int placed = state.placed() + left;
    if (placed != bestScore.placed()) {
      return placed > bestScore.placed();
    }
    int moved = state.moved() + movedLeft[index];
    if (moved != bestScore.moved()) {
      return moved < bestScore.moved();
    }
    long squares = evenlyFilled(left);
    if (squares != bestScore.squares()) {
      return squares < bestScore.squares();
    }
    return state.distance() + distanceLeft[index] < bestScore.distance();
  }

  private long evenlyFilled(int left) {
    int[] load = IntStream.range(0, problem.weeks()).map(state::load).toArray();
    Arrays.sort(load);
    int more = left;
    for (int filled = 1; more > 0; filled++) {
      // The emptiest weeks rise together to the level of the next one.
      int level = filled < load.length ? load[filled] : Integer.MAX_VALUE;
      long room = (long) (level - load[filled - 1]) * filled;
      if (room >= more) {
        int each = more / filled;
        int extra = more % filled;
        int base = load[filled - 1] + each;
        for (int i = 0; i < filled; i++) {
          load[i] = base + (i < extra ? 1 : 0);
        }
        more = 0;
      } else {
        Arrays.fill(load, 0, filled, level);
        more -= (int) room;
      }
    }
    return Arrays.stream(load).mapToLong(each -> (long) each * each).sum();
  }
}
