package org.jiedui.activity;

import java.util.Arrays;

/** A plan in the making: which option each activity has, and how good that is; can be undone. */
final class PlanState {

  static final int NONE = -1;

  private final PlanProblem problem;
  private final int[] chosen;
  private final int[] owner;
  private final int[] load;
  private int placed;
  private int moved;
  private long squares;
  private long distance;
  private int[] journal = new int[64];
  private int journalled;
  private long steps;

  PlanState(PlanProblem problem) {
    this.problem = problem;
    this.chosen = new int[problem.jobs()];
    this.owner = new int[problem.slotCount()];
    this.load = problem.fixedLoad().clone();
    Arrays.fill(chosen, NONE);
    Arrays.fill(owner, NONE);
    for (int each : load) {
      squares += (long) each * each;
    }
  }

  int chosen(int job) {
    return chosen[job];
  }

  int[] allChosen() {
    return chosen.clone();
  }

  int load(int week) {
    return load[week];
  }

  int placed() {
    return placed;
  }

  int moved() {
    return moved;
  }

  long squares() {
    return squares;
  }

  long distance() {
    return distance;
  }

  /** How many options were looked at: the work done, the same on every machine. */
  long steps() {
    return steps;
  }

  Score score() {
    return new Score(placed, moved, squares, distance);
  }

  /** What a plan is worth; less is better but for the first. */
  record Score(int placed, int moved, long squares, long distance) {

    boolean isBetterThan(Score other) {
      if (placed != other.placed) {
        return placed > other.placed;
      }
      if (moved != other.moved) {
        return moved < other.moved;
      }
      if (squares != other.squares) {
        return squares < other.squares;
      }
      return distance < other.distance;
    }
  }

  /** Gives an activity an option whose slots are free, or none. */
  void set(int job, int option) {
    if (journalled + 2 > journal.length) {
      journal = Arrays.copyOf(journal, 2 * journal.length);
    }
    journal[journalled++] = job;
    journal[journalled++] = chosen[job];
    apply(job, option);
  }

  private void apply(int job, int option) {
    int before = chosen[job];
    if (before != NONE) {
      for (int slot : problem.slots()[job][before]) {
        owner[slot] = NONE;
      }
      placed--;
      moved -= problem.moved()[job][before];
      distance -= problem.distance()[job][before];
      int week = problem.week()[job][before];
      load[week]--;
      squares -= 2L * load[week] + 1;
    }
    chosen[job] = option;
    if (option != NONE) {
      for (int slot : problem.slots()[job][option]) {
        owner[slot] = job;
      }
      placed++;
      moved += problem.moved()[job][option];
      distance += problem.distance()[job][option];
      int week = problem.week()[job][option];
      squares += 2L * load[week] + 1;
      load[week]++;
    }
  }

  /** Returns where the journal stands, to come back to. */
  int mark() {
    return journalled;
  }

  void undoTo(int mark) {
    while (journalled > mark) {
      int before = journal[--journalled];
      apply(journal[--journalled], before);
    }
  }

  void forget() {
    journalled = 0;
  }

  /** Whether no other activity has what an option takes up. */
  boolean isFree(int job, int option) {
    steps++;
    for (int slot : problem.slots()[job][option]) {
      if (owner[slot] != NONE && owner[slot] != job) {
        return false;
      }
    }
    return true;
  }

  /** Returns those that have what an option takes up, each once. */
  int[] ownersOf(int job, int option) {
    steps++;
    int[] slots = problem.slots()[job][option];
    int[] owners = new int[slots.length];
    int count = 0;
    for (int slot : slots) {
      int who = owner[slot];
      if (who != NONE && who != job && !contains(owners, count, who)) {
        owners[count++] = who;
      }
    }
    return Arrays.copyOf(owners, count);
  }

  private static boolean contains(int[] some, int count, int one) {
    for (int i = 0; i < count; i++) {
      if (some[i] == one) {
        return true;
      }
    }
    return false;
  }
}
