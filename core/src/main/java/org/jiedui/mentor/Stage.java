package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * Aims that are met in one flow: the costs of each are multiplied by more than all that the aims
 * after it can cost together, so that the first aim in which two proposals differ decides.
 */
final class Stage {

  private final ImmutableList<Aim> aims;
  private final long[] weights;

  private Stage(ImmutableList<Aim> aims, long[] weights) {
    this.aims = aims;
    this.weights = weights;
  }

  /** Puts as many aims in each stage as their numbers allow; those that decide nothing in none. */
  static ImmutableList<Stage> of(MatchProblem problem, long mostOnAWay) {
    List<Stage> stages = new ArrayList<>();
    List<Aim> together = new ArrayList<>();
    for (Aim aim : problem.aims()) {
      if (aim.isIndifferent()) {
        continue;
      }
      checkArgument(
          aim.mostOnAWay() <= MatchFlow.MOST_ON_A_WAY,
          "the match is too large: %s children who depend on each other, with up to %s points",
          problem.children(),
          aim.mostOnAWay());
      together.add(aim);
      if (together.size() > 1 && !fits(together, problem.children(), mostOnAWay)) {
        together.remove(together.size() - 1);
        stages.add(of(together, problem.children()));
        together = new ArrayList<>(List.of(aim));
      }
    }
    stages.add(of(together, problem.children()));
    return ImmutableList.copyOf(stages);
  }

  private static Stage of(List<Aim> aims, int children) {
    long[] weights = new long[aims.size()];
    long after = 0;
    for (int i = aims.size() - 1; i >= 0; i--) {
      weights[i] = Math.addExact(after, 1);
      after = Math.addExact(after, Math.multiplyExact(weights[i], aims.get(i).mostInAll(children)));
    }
    return new Stage(ImmutableList.copyOf(aims), weights);
  }

  private static boolean fits(List<Aim> aims, int children, long mostOnAWay) {
    double after = 0;
    double way = 0;
    for (int i = aims.size() - 1; i >= 0; i--) {
      double weight = after + 1;
      after += weight * aims.get(i).mostInAll(children);
      way += weight * aims.get(i).mostOnAWay();
    }
    return way <= mostOnAWay;
  }

  int pair(int child, int index) {
    long cost = 0;
    for (int i = 0; i < weights.length; i++) {
      cost += weights[i] * aims.get(i).pair(child, index);
    }
    return (int) cost;
  }

  int unserved(int child) {
    long cost = 0;
    for (int i = 0; i < weights.length; i++) {
      cost += weights[i] * aims.get(i).unserved(child);
    }
    return (int) cost;
  }

  int place(int teacher, int index) {
    long cost = 0;
    for (int i = 0; i < weights.length; i++) {
      cost += weights[i] * aims.get(i).place(teacher, index);
    }
    return (int) cost;
  }
}
