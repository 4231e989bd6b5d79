package org.jiedui.examples.benchmarks;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Competitors that take turns in one JVM, for what a database keeps warm or cold: in each round
 * each has one turn, in another order than in the round before, so that what else happens on the
 * machine meets all of them.
 *
 * <p>Not thread-safe.
 */
final class Turns {

  private static final double NANOS_PER_MILLISECOND = 1e6;

  private final Map<String, Work> competitors = new LinkedHashMap<>();
  private final Work before;

  /**
   * Creates turns without competitors.
   *
   * @param before what happens before each turn, untimed
   */
  Turns(Work before) {
    this.before = before;
  }

  /** Something that is timed. */
  interface Work {
    void run() throws Exception;
  }

  /** Adds a competitor. */
  void add(String name, Work work) {
    competitors.put(name, work);
  }

  /**
   * Takes the turns.
   *
   * @param rounds how many rounds count
   * @param practice how many rounds before those do not
   * @param times how often the work is done in a turn; the turn's time is the median of theirs
   */
  Samples run(int rounds, int practice, int times) throws Exception {
    Samples samples = new Samples();
    List<String> order = new ArrayList<>(competitors.keySet());
    for (int round = -practice; round < rounds; round++) {
      for (String name : order) {
        double milliseconds = turn(requireNonNull(competitors.get(name), name), times);
        if (round >= 0) {
          samples.add(name, ImmutableList.of(milliseconds));
        }
      }
      Collections.rotate(order, 1);
    }
    return samples;
  }

  private double turn(Work work, int times) throws Exception {
    before.run();
    List<Double> milliseconds = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      work.run();
      milliseconds.add((System.nanoTime() - begin) / NANOS_PER_MILLISECOND);
    }
    return Samples.Spread.of(milliseconds).median();
  }
}
