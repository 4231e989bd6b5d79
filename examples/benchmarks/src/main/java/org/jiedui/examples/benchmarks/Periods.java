package org.jiedui.examples.benchmarks;

import java.time.LocalDate;
import org.jiedui.time.Viewpoint;

/**
 * A fresh period for each round, so that no answer can be used again: as-of dates of the last weeks
 * of the school year, each seen with known-on dates of up to two weeks later. The same ones come
 * back after {@value #DIFFERENT} rounds. A few rounds see as much of the year as many do, so that
 * slow competitors and fast ones are asked alike.
 *
 * <p>Not thread-safe.
 */
final class Periods {

  private static final int DAYS = 53;
  private static final int LAGS = 14;

  /** Has no divisor in common with the days; a few rounds are spread over all of them. */
  private static final int STRIDE = 33;

  /** How many rounds have different periods. */
  static final int DIFFERENT = DAYS * LAGS;

  private static final LocalDate FIRST = LifeCourse.LAST_RECORDED.plusDays(5);

  private int round;

  /** The period of the next round. */
  Viewpoint next() {
    Viewpoint period = at(round);
    round = (round + 1) % DIFFERENT;
    return period;
  }

  /** The period of a round; neighbours differ in both dates. */
  static Viewpoint at(int round) {
    LocalDate asOf = FIRST.plusDays(round * STRIDE % DAYS);
    return Viewpoint.of(asOf, asOf.plusDays((round / DAYS + round % DAYS) % LAGS));
  }
}
