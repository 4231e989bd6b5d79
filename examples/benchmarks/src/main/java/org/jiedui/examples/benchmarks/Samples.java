package org.jiedui.examples.benchmarks;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What was measured, round by round. In each round the benchmarks take their turns, so that what
 * else happens on the machine meets all of them.
 *
 * <p>Not thread-safe.
 */
final class Samples {

  /** A median and how far the numbers lie apart. */
  record Spread(double median, double least, double most) {

    /**
     * Creates a spread.
     *
     * @param median the middle one
     * @param least the least
     * @param most the most
     */
    Spread {
      if (least > most) {
        throw new IllegalArgumentException("least (" + least + ") must not be over " + most);
      }
    }

    static Spread of(List<Double> numbers) {
      List<Double> sorted = numbers.stream().sorted().toList();
      int size = sorted.size();
      double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
      return new Spread(median, sorted.get(0), sorted.get(size - 1));
    }

    Spread times(double factor) {
      return new Spread(median * factor, least * factor, most * factor);
    }
  }

  /** By the benchmark's name, the milliseconds of each iteration in each round. */
  private final ListMultimap<String, List<Double>> rounds = ArrayListMultimap.create();

  void add(Collection<RunResult> results) {
    for (RunResult result : results) {
      List<Double> iterations =
          result.getBenchmarkResults().stream()
              .map(BenchmarkResult::getIterationResults)
              .flatMap(Collection::stream)
              .map(iteration -> iteration.getPrimaryResult().getScore())
              .toList();
      String name = result.getParams().getBenchmark();
      String method = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
      rounds.put(method + ":" + result.getParams().getParam("children"), iterations);
    }
  }

  /**
   * Adds a round of one benchmark.
   *
   * @param name what it is asked by
   * @param iterations the milliseconds of each of its iterations
   */
  void add(String name, List<Double> iterations) {
    rounds.put(name, iterations);
  }

  /** How many benchmarks were run, each size for itself. */
  int benchmarks() {
    return rounds.keySet().size();
  }

  /** How many iterations were timed. */
  long iterations() {
    return rounds.values().stream().mapToLong(List::size).sum();
  }

  /**
   * The milliseconds of a benchmark.
   *
   * @param name {@code Class.method:children}, or whatever it was added by
   */
  Spread milliseconds(String name) {
    return Spread.of(rounds.get(name).stream().flatMap(List::stream).toList());
  }

  /** How many times as long one takes as another: the ratio of the medians of each round. */
  Spread ratio(String slower, String faster) {
    List<List<Double>> above = rounds.get(slower);
    List<List<Double>> below = rounds.get(faster);
    return Spread.of(
        IntStream.range(0, Math.min(above.size(), below.size()))
            .mapToObj(i -> Spread.of(above.get(i)).median() / Spread.of(below.get(i)).median())
            .toList());
  }
}
