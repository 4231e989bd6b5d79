package org.jiedui.examples.benchmarks;

import java.time.Instant;
import org.jiedui.contact.ContactSeries;
import org.jiedui.id.RuleId;
import org.jiedui.rule.Exemption;

/** Exemptions as numbers, for the competitors that keep columns or rows. */
final class Exempt {

  private Exempt() {}

  /** The place of a rule among {@link PresetRules#rules}. */
  static int ruleIndex(RuleId rule) {
    for (int i = 0; i < PresetRules.rules().size(); i++) {
      if (PresetRules.rules().get(i).id().equals(rule)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no preset rule " + rule);
  }

  /** The day on which an exemption was recorded. */
  static int recordedDay(Exemption exemption) {
    return day(exemption.recordedAt());
  }

  /** The day on which an exemption was withdrawn, or {@link ContactSeries#NEVER}. */
  static int withdrawnDay(Exemption exemption) {
    return exemption.withdrawnAt().map(Exempt::day).orElse(ContactSeries.NEVER);
  }

  private static int day(Instant instant) {
    return (int) instant.atZone(LifeCourse.ZONE).toLocalDate().toEpochDay();
  }
}
