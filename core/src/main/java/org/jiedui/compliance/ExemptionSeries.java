package org.jiedui.compliance;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.function.ToIntFunction;
import org.jiedui.id.RuleId;
import org.jiedui.rule.Exemption;

/**
 * The exemptions of one child with their days as numbers, so that no date is reckoned in a loop.
 */
final class ExemptionSeries {

  private static final int NEVER = Integer.MAX_VALUE;
  private static final ExemptionSeries NONE =
      new ExemptionSeries(ImmutableList.of(), instant -> NEVER);

  private final ImmutableList<Exemption> exemptions;
  private final int[] first;
  private final int[] last;
  private final int[] recorded;
  private final int[] withdrawn;

  private ExemptionSeries(ImmutableList<Exemption> exemptions, ToIntFunction<Instant> dayOf) {
    this.exemptions = exemptions;
    int size = exemptions.size();
    this.first = new int[size];
    this.last = new int[size];
    this.recorded = new int[size];
    this.withdrawn = new int[size];
    for (int i = 0; i < size; i++) {
      Exemption exemption = exemptions.get(i);
      first[i] = RuleSeries.day(exemption.days().start());
      last[i] = exemption.days().last().map(RuleSeries::day).orElse(RuleSeries.FOREVER);
      recorded[i] = dayOf.applyAsInt(exemption.recordedAt());
      withdrawn[i] = exemption.withdrawnAt().map(dayOf::applyAsInt).orElse(NEVER);
    }
  }

  /**
   * Returns the series of some exemptions.
   *
   * @param exemptions the exemptions by first day
   * @param dayOf on which day something was recorded
   */
  static ExemptionSeries of(ImmutableList<Exemption> exemptions, ToIntFunction<Instant> dayOf) {
    return exemptions.isEmpty() ? NONE : new ExemptionSeries(exemptions, dayOf);
  }

  ImmutableList<Exemption> exemptions() {
    return exemptions;
  }

  int size() {
    return first.length;
  }

  int firstDay(int index) {
    return first[index];
  }

  int lastDay(int index) {
    return last[index];
  }

  /** Whether it is recorded, and not withdrawn, on a known-on date. */
  boolean isKnown(int index, int knownOn) {
    return recorded[index] <= knownOn && withdrawn[index] > knownOn;
  }

  boolean concerns(int index, RuleId rule) {
    return exemptions.get(index).concerns(rule);
  }
}
