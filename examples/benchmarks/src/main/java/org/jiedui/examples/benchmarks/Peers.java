package org.jiedui.examples.benchmarks;

import org.jiedui.compliance.CareRecord;
import org.jiedui.compliance.Evaluator;
import org.jiedui.compliance.Tally;
import org.jiedui.time.Viewpoint;

/** What all benchmarks have in common: the seed, and the library's own way. */
final class Peers {

  /** The seed of every county that is timed. */
  static final long SEED = 20250901;

  /** On how many periods answers are compared before anything is timed. */
  static final int CHECKS = 3;

  private Peers() {}

  static Evaluator evaluator() {
    return Evaluator.of(PresetRules.book(), PresetRules.calendar());
  }

  /** Draws the county and says which one it is. */
  static County county(int children) {
    County county = County.draw(SEED, children);
    System.out.println("# " + county);
    return county;
  }

  /** Counts with the library. */
  static VerdictCounts count(
      Evaluator evaluator, CareRecord[] records, int from, int to, Viewpoint viewpoint) {
    Tally tally = evaluator.newTally(viewpoint);
    for (int i = from; i < to; i++) {
      tally.add(records[i]);
    }
    return VerdictCounts.from(tally.report());
  }

  /** Compares a competitor's answers with the library's, on several periods. */
  static void check(String who, Evaluator evaluator, CareRecord[] records, Counter counter)
      throws Exception {
    for (int i = 0; i < CHECKS; i++) {
      Viewpoint viewpoint = Periods.at(i * (Periods.DIFFERENT / CHECKS));
      VerdictCounts expected = count(evaluator, records, 0, records.length, viewpoint);
      expected.checkSameAs(who, counter.count(viewpoint));
    }
  }

  /** Counts verdicts as seen on two dates. */
  interface Counter {
    VerdictCounts count(Viewpoint viewpoint) throws Exception;
  }
}
