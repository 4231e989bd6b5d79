package org.jiedui.mentor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchFlowTest {

  private static final long SEED = 20260901;

  /** The cost of a solution, aim by aim. */
  private static List<Long> costs(MatchProblem problem, int[] teacherOf) {
    List<Long> costs = new ArrayList<>();
    for (Aim aim : problem.aims()) {
      long cost = 0;
      int[] used = new int[problem.teachers()];
      for (int child = 0; child < teacherOf.length; child++) {
        if (teacherOf[child] == MatchProblem.NOBODY) {
          cost += aim.unserved(child);
        } else {
          int index = Arrays.binarySearch(problem.eligible()[child], teacherOf[child]);
          assertThat(index).as("an eligible teacher").isNotNegative();
          cost += aim.pair(child, index) + aim.place(teacherOf[child], used[teacherOf[child]]++);
        }
      }
      for (int teacher = 0; teacher < used.length; teacher++) {
        assertThat(used[teacher]).isLessThanOrEqualTo(problem.places()[teacher]);
      }
      costs.add(cost);
    }
    return costs;
  }

  /** The least cost of all that there is, by trying everything. */
  private static List<Long> leastCosts(MatchProblem problem) {
    List<List<Long>> all = new ArrayList<>();
    tryAll(problem, 0, new int[problem.children()], problem.places().clone(), all);
    return all.stream().min(MatchFlowTest::compare).orElseThrow();
  }

  private static void tryAll(
      MatchProblem problem, int child, int[] teacherOf, int[] left, List<List<Long>> all) {
    if (child == teacherOf.length) {
      all.add(costs(problem, teacherOf));
      return;
    }
    teacherOf[child] = MatchProblem.NOBODY;
    tryAll(problem, child + 1, teacherOf, left, all);
    for (int teacher : problem.eligible()[child]) {
      if (left[teacher] > 0) {
        left[teacher]--;
        teacherOf[child] = teacher;
        tryAll(problem, child + 1, teacherOf, left, all);
        left[teacher]++;
      }
    }
  }

  private static int compare(List<Long> one, List<Long> other) {
    for (int i = 0; i < one.size(); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static MatchProblem random(Random random, int mostChildren, int mostTeachers) {
    int children = 1 + random.nextInt(mostChildren);
    int teachers = 1 + random.nextInt(mostTeachers);
    int[][] eligible = new int[children][];
    for (int child = 0; child < children; child++) {
      eligible[child] = IntStream.range(0, teachers).filter(any -> random.nextInt(3) > 0).toArray();
    }
    int[] places = IntStream.range(0, teachers).map(any -> random.nextInt(4)).toArray();
    ImmutableList.Builder<Aim> aims = ImmutableList.builder();
    aims.add(
        Aim.ofUnserved(IntStream.range(0, children).map(c -> 1 + random.nextInt(2)).toArray()));
    for (int i = 0; i < 3; i++) {
      int most = 1 + random.nextInt(4);
      if (random.nextBoolean()) {
        int[][] costs = new int[children][];
        for (int child = 0; child < children; child++) {
          costs[child] = Arrays.stream(eligible[child]).map(t -> random.nextInt(most)).toArray();
        }
        int[] unserved = IntStream.range(0, children).map(c -> random.nextInt(most)).toArray();
        aims.add(Aim.ofPairs(costs, unserved));
      } else {
        int[][] costs = new int[teachers][];
        for (int teacher = 0; teacher < teachers; teacher++) {
          costs[teacher] =
              IntStream.range(0, places[teacher]).map(t -> random.nextInt(most)).sorted().toArray();
        }
        aims.add(Aim.ofPlaces(costs));
      }
    }
    return new MatchProblem(eligible, places, aims.build());
  }

  @ParameterizedTest
  @CsvSource({
    "500000000, 16, everything in one stage and one round",
    "1,         16, one stage for each aim",
    "500000000,  1, pair after pair is added",
    "1,          1, both",
    "40,         2, some aims together"
  })
  void solve_isAsGoodAsTryingEverything(long mostOnAWay, int pairsAtOnce, String what) {
    Random random = new Random(SEED);
    for (int run = 0; run < 1500; run++) {
      MatchProblem problem = random(random, 5, 5);
      int[] solution = MatchFlow.solve(problem, mostOnAWay, pairsAtOnce);
      assertThat(costs(problem, solution))
          .as("seed %s, run %s, %s", SEED, run, what)
          .isEqualTo(leastCosts(problem));
    }
  }

  @Test
  void solve_ofManyPairs_isTheSameInOneRoundAndInMany() {
    Random random = new Random(SEED);
    for (int run = 0; run < 30; run++) {
      MatchProblem problem = random(random, 60, 60);
      List<Long> inOneRound = costs(problem, MatchFlow.solve(problem, MatchFlow.MOST_ON_A_WAY, 60));
      assertThat(costs(problem, MatchFlow.solve(problem, MatchFlow.MOST_ON_A_WAY, 2)))
          .as("seed %s, run %s", SEED, run)
          .isEqualTo(inOneRound);
      assertThat(costs(problem, MatchFlow.solve(problem, 1, 2)))
          .as("seed %s, run %s", SEED, run)
          .isEqualTo(inOneRound);
    }
  }

  /** Many children whom the first stage cannot tell apart, and the aims after it can. */
  @ParameterizedTest
  @CsvSource({"500000000, 16", "1, 16", "1, 1", "40, 1"})
  void solve_ofChildrenWhoAreAlike_isAsGoodAsTryingEverything(long mostOnAWay, int pairsAtOnce) {
    Random random = new Random(SEED);
    for (int run = 0; run < 150; run++) {
      int teachers = 1 + random.nextInt(3);
      int[] all = IntStream.range(0, teachers).toArray();
      int[] some = IntStream.range(0, teachers).filter(any -> random.nextBoolean()).toArray();
      int[][] eligible = new int[8][];
      Arrays.setAll(eligible, child -> child < 5 ? all : some);
      int[] unserved = new int[8];
      Arrays.fill(unserved, 1);
      int[] places = Arrays.stream(all).map(any -> random.nextInt(4)).toArray();
      int[][] even = new int[teachers][];
      Arrays.setAll(
          even, teacher -> IntStream.range(0, places[teacher]).map(more -> 2 * more).toArray());
      int[][] costs = new int[8][];
      Arrays.setAll(
          costs, child -> Arrays.stream(eligible[child]).map(any -> random.nextInt(5)).toArray());
      MatchProblem problem =
          new MatchProblem(
              eligible,
              places,
              ImmutableList.of(
                  Aim.ofUnserved(unserved),
                  Aim.ofPlaces(even),
                  Aim.ofPairs(costs, IntStream.range(0, 8).map(any -> 4).toArray())));
      assertThat(costs(problem, MatchFlow.solve(problem, mostOnAWay, pairsAtOnce)))
          .as("seed %s, run %s", SEED, run)
          .isEqualTo(leastCosts(problem));
    }
  }

  @Test
  void solve_costsThatCouldNotBeToldApart_areRefused() {
    int[][] eligible = {{0}};
    MatchProblem problem =
        new MatchProblem(
            eligible,
            new int[] {1},
            ImmutableList.of(
                Aim.ofPairs(new int[][] {{(int) MatchFlow.MOST_ON_A_WAY + 1}}, new int[] {0})));
    assertThatThrownBy(() -> MatchFlow.solve(problem))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the match is too large: 1 children who depend on each other, with up to 500000001"
                + " points");
  }
}
