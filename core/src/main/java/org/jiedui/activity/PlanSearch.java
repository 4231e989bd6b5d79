package org.jiedui.activity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds a good plan: what was planned before stays, the rest is put down one by one, what finds no
 * room pushes others aside as in a matching by augmenting paths, and last the weeks are evened out
 * and days brought nearer to the best, as long as anything gets better. What is small is then
 * searched through, which proves it.
 */
final class PlanSearch {

  private static final int NONE = PlanState.NONE;

  /** How far one that finds no room pushes others aside. */
  private static final int MAX_DEPTH = 40;

  /** Looked at in all before the search contents itself with what it has. */
  private static final long MAX_STEPS = 60_000_000;

  /** Of more than this a full search sees nothing but the beginning. */
  private static final int MAX_EXACT_JOBS = 40;

  private final PlanProblem problem;
  private final PlanState state;
  private final int exactSteps;
  private final int[][] preferred;
  private final boolean[] touched;
  private int provenAims;

  /**
   * Creates a search.
   *
   * @param exactSteps how many partial plans a full search may look at, 0 for none
   */
  PlanSearch(PlanProblem problem, int exactSteps) {
    this.problem = problem;
    this.state = new PlanState(problem);
    this.exactSteps = exactSteps;
    this.touched = new boolean[problem.jobs()];
    this.preferred = new int[problem.jobs()][];
    for (int job = 0; job < problem.jobs(); job++) {
      int[] moved = problem.moved()[job];
      int[] distance = problem.distance()[job];
      preferred[job] =
          sorted(
              problem.options()[job],
              Comparator.<Integer>comparingInt(option -> moved[option])
                  .thenComparingInt(option -> distance[option]));
    }
  }

  private static int[] sorted(int count, Comparator<Integer> order) {
    return IntStream.range(0, count).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
  }

  /** Returns the option of each activity, or {@link PlanState#NONE}. */
  int[] run() {
    keepEarlier();
    putDown();
    repair();
    improve();
    provenAims = new PlanBounds(problem, state).provenAims();
    if (provenAims < PlanProposal.AIMS && problem.jobs() <= MAX_EXACT_JOBS && exactSteps > 0) {
      ExactPlanSearch exact = new ExactPlanSearch(problem, state, exactSteps);
      if (exact.run()) {
        provenAims = PlanProposal.AIMS;
      }
      return exact.best();
    }
    return state.allChosen();
  }

  /** Returns how many aims, from the first, cannot be reached any further. */
  int provenAims() {
    return provenAims;
  }

  private void keepEarlier() {
    for (int job = 0; job < problem.jobs(); job++) {
      if (isKeepable(job)) {
        for (int option : preferred[job]) {
          if (problem.moved()[job][option] == 0 && state.isFree(job, option)) {
            state.set(job, option);
            break;
          }
        }
      }
    }
  }

  /** Whether it was planned before and that is still one of its options. */
  private boolean isKeepable(int job) {
    int keeps = 0;
    for (int each : problem.moved()[job]) {
      keeps += 1 - each;
    }
    return keeps > 0 && keeps < problem.options()[job];
  }

  /** Those with the fewest options first, each where the week is least full. */
  private void putDown() {
    int[] order =
        sorted(problem.jobs(), Comparator.<Integer>comparingInt(job -> problem.options()[job]));
    for (int job : order) {
      if (state.chosen(job) == NONE) {
        int option = bestFree(job, any -> true);
        if (option != NONE) {
          state.set(job, option);
        }
      }
    }
  }

  /** The free option that is not moved, in the emptiest week, nearest to the best day. */
  private int bestFree(int job, IntPredicate allowed) {
    int best = NONE;
    for (int option : preferred[job]) {
      if (allowed.test(option)
          && (best == NONE || isBetter(job, option, best))
          && state.isFree(job, option)) {
        best = option;
      }
    }
    return best;
  }

  private boolean isBetter(int job, int option, int other) {
    int moved = problem.moved()[job][option] - problem.moved()[job][other];
    if (moved != 0) {
      return moved < 0;
    }
    int load = loadWith(job, option) - loadWith(job, other);
    return load != 0 ? load < 0 : problem.distance()[job][option] < problem.distance()[job][other];
  }

  /** How full the week of an option is without the activity itself. */
  private int loadWith(int job, int option) {
    int week = problem.week()[job][option];
    int now = state.chosen(job);
    return state.load(week) - (now != NONE && problem.week()[job][now] == week ? 1 : 0);
  }

  /** Makes room for those that have none, at first without moving anything planned before. */
  private void repair() {
    boolean changed = true;
    while (changed && hasSteps()) {
      changed = false;
      for (int job = 0; job < problem.jobs(); job++) {
        if (state.chosen(job) == NONE && problem.options()[job] > 0) {
          changed |= settleAnew(job, false) || settleAnew(job, true);
        }
      }
    }
    returnMoved();
  }

  /** Brings back what was moved, where no other has to be moved for it. */
  private void returnMoved() {
    for (int job = 0; job < problem.jobs(); job++) {
      int option = state.chosen(job);
      if (option != NONE && problem.moved()[job][option] == 1 && isKeepable(job)) {
        returnMoved(job);
      }
    }
    state.forget();
  }

  private void returnMoved(int job) {
    PlanState.Score before = state.score();
    int mark = state.mark();
    state.set(job, NONE);
    Arrays.fill(touched, false);
    boolean settled = settle(job, 0, false, each -> problem.moved()[job][each] == 0);
    if (!settled || !state.score().isBetterThan(before)) {
      state.undoTo(mark);
    }
  }

  private boolean settleAnew(int job, boolean mayMove) {
    Arrays.fill(touched, false);
    boolean settled = settle(job, 0, mayMove, any -> true);
    state.forget();
    return settled;
  }

  /**
   * Finds room for an activity that has none, pushing others aside, who find room in their turn.
   * Each is asked once, so that the work stays in the number of options; where each option has one
   * in its way this is a matching by augmenting paths and misses nothing.
   */
  private boolean settle(int job, int depth, boolean mayMove, IntPredicate allowed) {
    touched[job] = true;
    int free = bestFree(job, allowed);
    if (free != NONE) {
      state.set(job, free);
      return true;
    }
    if (depth == MAX_DEPTH) {
      return false;
    }
    for (int option : preferred[job]) {
      if (!hasSteps()) {
        return false;
      }
      if (allowed.test(option) && settleAt(job, option, depth, mayMove)) {
        return true;
      }
    }
    return false;
  }

  private boolean settleAt(int job, int option, int depth, boolean mayMove) {
    int[] others = state.ownersOf(job, option);
    for (int other : others) {
      if (touched[other]) {
        return false;
      }
    }
    int mark = state.mark();
    int[] had = new int[others.length];
    for (int i = 0; i < others.length; i++) {
      had[i] = state.chosen(others[i]);
      state.set(others[i], NONE);
    }
    state.set(job, option);
    for (int i = 0; i < others.length; i++) {
      int other = others[i];
      int most = mayMove ? 1 : problem.moved()[other][had[i]];
      if (touched[other]
          || !settle(other, depth + 1, mayMove, each -> problem.moved()[other][each] <= most)) {
        state.undoTo(mark);
        return false;
      }
    }
    return true;
  }

  private boolean hasSteps() {
    return state.steps() < MAX_STEPS;
  }

  /** Changes one or two or a chain of them, as long as that makes the plan better. */
  private void improve() {
    boolean changed = true;
    while (changed && hasSteps()) {
      changed = evenOut();
      for (int job = 0; job < problem.jobs() && hasSteps(); job++) {
        changed |=
            state.chosen(job) == NONE
                ? takeThePlaceOfOthers(job)
                : shift(job) || push(job) || exchange(job);
      }
    }
  }

  /** Moves one to a free option. */
  private boolean shift(int job) {
    PlanState.Score before = state.score();
    int now = state.chosen(job);
    for (int option : preferred[job]) {
      if (option != now && state.isFree(job, option)) {
        int mark = state.mark();
        state.set(job, option);
        if (state.score().isBetterThan(before)) {
          state.forget();
          return true;
        }
        state.undoTo(mark);
      }
    }
    return false;
  }

  /** Moves one to where a single other is, which goes elsewhere. */
  private boolean push(int job) {
    PlanState.Score before = state.score();
    int now = state.chosen(job);
    for (int option : preferred[job]) {
      int[] others = option == now ? new int[0] : state.ownersOf(job, option);
      if (others.length == 1) {
        int mark = state.mark();
        state.set(others[0], NONE);
        state.set(job, option);
        int elsewhere = bestFree(others[0], any -> true);
        if (elsewhere != NONE) {
          state.set(others[0], elsewhere);
          if (state.score().isBetterThan(before)) {
            state.forget();
            return true;
          }
        }
        state.undoTo(mark);
      }
    }
    return false;
  }

  /** Puts one that has no day where others are, of whom at most one then has none. */
  private boolean takeThePlaceOfOthers(int job) {
    PlanState.Score before = state.score();
    for (int option : preferred[job]) {
      int[] others = state.ownersOf(job, option);
      int mark = state.mark();
      for (int other : others) {
        state.set(other, NONE);
      }
      state.set(job, option);
      for (int other : others) {
        int elsewhere = bestFree(other, any -> true);
        if (elsewhere != NONE) {
          state.set(other, elsewhere);
        }
      }
      if (state.score().isBetterThan(before)) {
        state.forget();
        return true;
      }
      state.undoTo(mark);
    }
    return false;
  }

  /** Moves one to a nearer week, and one from there to its week. */
  private boolean exchange(int job) {
    PlanState.Score before = state.score();
    int now = state.chosen(job);
    int home = problem.week()[job][now];
    for (int option : preferred[job]) {
      if (problem.distance()[job][option] >= problem.distance()[job][now]
          || problem.week()[job][option] == home
          || !state.isFree(job, option)) {
        continue;
      }
      int week = problem.week()[job][option];
      for (int other = 0; other < problem.jobs(); other++) {
        int has = state.chosen(other);
        if (other != job && has != NONE && problem.week()[other][has] == week) {
          int mark = state.mark();
          state.set(job, option);
          if (sendTo(home, other) && state.score().isBetterThan(before)) {
            state.forget();
            return true;
          }
          state.undoTo(mark);
        }
      }
    }
    return false;
  }

  private boolean sendTo(int week, int job) {
    int option = bestFree(job, each -> problem.week()[job][each] == week);
    if (option == NONE) {
      return false;
    }
    state.set(job, option);
    return true;
  }

  /** Moves a chain of them, each to the next one's week, from a full week to an emptier one. */
  private boolean evenOut() {
    WeekChain chain = new WeekChain(problem, state);
    boolean changed = false;
    boolean again = true;
    while (again && hasSteps()) {
      again = false;
      int[] weeks =
          sorted(problem.weeks(), Comparator.<Integer>comparingInt(week -> -state.load(week)));
      for (int week : weeks) {
        if (chain.moveFrom(week)) {
          state.forget();
          again = true;
          changed = true;
          break;
        }
      }
    }
    return changed;
  }
}
