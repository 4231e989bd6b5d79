package org.jiedui.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The evaluator beside one that looks at each day by itself, on random children and rules; the seed
 * is in the test's name and in its message.
 */
class NaiveEvaluatorTest {

  private static final int SCENARIOS = 25_000;

  @ParameterizedTest(name = "25,000 scenarios of seed {0}")
  @ValueSource(longs = {1, 20_251_210, 987_654_321, 42_000_000_007L})
  void evaluator_andTheNaiveOne_giveTheSameAnswer(long seed) {
    long[] seeds = new Random(seed).longs(SCENARIOS).toArray();
    for (long one : seeds) {
      RandomScenario random = RandomScenario.make(one, RandomScenario.allCadences(), List.of());
      NaiveEvaluator naive = new NaiveEvaluator(random);
      assertThat(random.scenario().windows(random.viewpoint()))
          .as("windows of seed %s, %s", one, random.text())
          .isEqualTo(naive.windows());
      assertThat(random.scenario().standing(random.viewpoint()))
          .as("standing of seed %s, %s", one, random.text())
          .isEqualTo(naive.standing());
    }
  }
}
