package org.jiedui.activity;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * How good a plan could be at best if activities were never in each other's way: what a plan that
 * reaches it proves.
 */
final class PlanBounds {

  private static final int NONE = PlanState.NONE;

  private final PlanProblem problem;
  private final PlanState state;

  PlanBounds(PlanProblem problem, PlanState state) {
    this.problem = problem;
    this.state = state;
  }

  /** Returns how many aims, from the first, the plan reaches as far as they can be at all. */
  int provenAims() {
    int possible = 0;
    int moved = 0;
    for (int job = 0; job < problem.jobs(); job++) {
      if (problem.options()[job] > 0) {
        possible++;
        moved += Arrays.stream(problem.moved()[job]).min().orElseThrow();
      }
    }
    if (state.placed() < possible) {
      return 0;
    }
    if (state.moved() > moved) {
      return 1;
    }
    if (state.squares() > leastSquares()) {
      return 2;
    }
    return state.distance() > leastDistance() ? 3 : PlanProposal.AIMS;
  }

  /** What each could have on its own. */
  private long leastDistance() {
    long distance = 0;
    for (int job = 0; job < problem.jobs(); job++) {
      if (problem.options()[job] > 0) {
        distance += leastDistance(job);
      }
    }
    return distance;
  }

  private int leastDistance(int job) {
    int least = Integer.MAX_VALUE;
    for (int option = 0; option < problem.options()[job]; option++) {
      if (isAllowed(job, option)) {
        least = Math.min(least, problem.distance()[job][option]);
      }
    }
    return least;
  }

  /** With nothing moved that need not be, those that can stay have no other option. */
  private boolean isAllowed(int job, int option) {
    return problem.moved()[job][option] <= problem.moved()[job][state.chosen(job)];
  }

  /**
   * The least sum of squares without clashes: as long as a chain of moves leads from a week to one
   * with at least two less, the sum can be less, and if none does it cannot.
   */
  private long leastSquares() {
    int[] load = new int[problem.weeks()];
    int[] weekOf = new int[problem.jobs()];
    for (int week = 0; week < load.length; week++) {
      load[week] = state.load(week);
    }
    for (int job = 0; job < weekOf.length; job++) {
      weekOf[job] = state.chosen(job) == NONE ? NONE : problem.week()[job][state.chosen(job)];
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int week = 0; week < load.length; week++) {
        changed |= lighten(week, load, weekOf);
      }
    }
    return Arrays.stream(load).mapToLong(each -> (long) each * each).sum();
  }

  private boolean lighten(int full, int[] load, int[] weekOf) {
    int[] jobInto = new int[load.length];
    boolean[] seen = new boolean[load.length];
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    seen[full] = true;
    queue.add(full);
    while (!queue.isEmpty()) {
      int week = queue.remove();
      for (int job = 0; job < weekOf.length; job++) {
        if (weekOf[job] != week) {
          continue;
        }
        for (int option = 0; option < problem.options()[job]; option++) {
          int to = problem.week()[job][option];
          if (seen[to] || !isAllowed(job, option)) {
            continue;
          }
          seen[to] = true;
          jobInto[to] = job;
          if (load[to] <= load[full] - 2) {
            load[full]--;
            load[to]++;
            for (int into = to; into != full; ) {
              int moving = jobInto[into];
              int from = weekOf[moving];
              weekOf[moving] = into;
              into = from;
            }
            return true;
          }
          queue.add(to);
        }
      }
    }
    return false;
  }
}
