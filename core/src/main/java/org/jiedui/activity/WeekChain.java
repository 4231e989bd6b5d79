package org.jiedui.activity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shortest chain of moves by which a full week gives one activity to an emptier week: each goes
 * where the next one is, or to a day of the next one's week that is free.
 */
final class WeekChain {

  private static final int NONE = PlanState.NONE;

  private final PlanProblem problem;
  private final PlanState state;
  private final boolean[] seenJob;
  private final boolean[] seenWeek;

  /** Who makes a job move, and what that one takes. */
  private final int[] pushedBy;

  private final int[] takes;
  private final ArrayDeque<Integer> queue = new ArrayDeque<>();

  WeekChain(PlanProblem problem, PlanState state) {
    this.problem = problem;
    this.state = state;
    this.seenJob = new boolean[problem.jobs()];
    this.seenWeek = new boolean[problem.weeks()];
    this.pushedBy = new int[problem.jobs()];
    this.takes = new int[problem.jobs()];
  }

  /** Makes the moves, if there are such: nothing is moved from an earlier plan for it. */
  boolean moveFrom(int full) {
    Arrays.fill(seenJob, false);
    Arrays.fill(seenWeek, false);
    queue.clear();
    List<List<Integer>> jobsOfWeek = jobsOfWeek();
    enter(full, jobsOfWeek, NONE, NONE);
    while (!queue.isEmpty()) {
      int job = queue.remove();
      int now = state.chosen(job);
      for (int option = 0; option < problem.options()[job]; option++) {
        if (option == now || problem.moved()[job][option] > problem.moved()[job][now]) {
          continue;
        }
        int[] others = state.ownersOf(job, option);
        int to = problem.week()[job][option];
        if (others.length == 1) {
          push(others[0], job, option);
        } else if (others.length == 0 && !seenWeek[to]) {
          if (state.load(to) <= state.load(full) - 2 && moveAlong(job, option)) {
            return true;
          }
          enter(to, jobsOfWeek, job, option);
        }
      }
    }
    return false;
  }

  private List<List<Integer>> jobsOfWeek() {
    List<List<Integer>> jobs = new ArrayList<>();
    for (int week = 0; week < problem.weeks(); week++) {
      jobs.add(new ArrayList<>());
    }
    for (int job = 0; job < problem.jobs(); job++) {
      if (state.chosen(job) != NONE) {
        jobs.get(problem.week()[job][state.chosen(job)]).add(job);
      }
    }
    return jobs;
  }

  /** One more comes into a week, so that any other of it may go. */
  private void enter(int week, List<List<Integer>> jobsOfWeek, int by, int option) {
    seenWeek[week] = true;
    jobsOfWeek.get(week).forEach(job -> push(job, by, option));
  }

  private void push(int job, int by, int option) {
    if (!seenJob[job]) {
      seenJob[job] = true;
      pushedBy[job] = by;
      takes[job] = option;
      queue.add(job);
    }
  }

  /** From the end of the chain: one may take what another needs; then nothing is done. */
  private boolean moveAlong(int last, int free) {
    int mark = state.mark();
    PlanState.Score before = state.score();
    int job = last;
    int option = free;
    while (job != NONE) {
      if (!state.isFree(job, option)) {
        state.undoTo(mark);
        return false;
      }
      state.set(job, option);
      option = takes[job];
      job = pushedBy[job];
    }
    if (!state.score().isBetterThan(before)) {
      state.undoTo(mark);
      return false;
    }
    return true;
  }
}
