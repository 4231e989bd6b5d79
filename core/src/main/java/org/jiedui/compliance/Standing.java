package org.jiedui.compliance;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jiedui.id.RuleId;

/**
 * The window of a rule to act on now, for one child.
 *
 * <p>It is found from contacts and facts; today's date only chooses which one is shown and how it
 * reads. So a store can keep it, indexed by deadline, and nothing has to run at midnight.
 *
 * <p>Immutable.
 *
 * @param rule the contact rule, or the quota of activities
 * @param version the index of the version that judges the window, in the rule's versions
 * @param opens the first day of the window
 * @param deadline the last day on which it can be met
 * @param shownFrom the first day on which it is shown, or empty if it always was
 * @param shownUntil the last day on which it is shown, that of its run, or empty if there is none
 *     yet; after it what was overdue lapses, because the child has left the rule's scope
 */
public record Standing(
    RuleId rule,
    int version,
    LocalDate opens,
    LocalDate deadline,
    Optional<LocalDate> shownFrom,
    Optional<LocalDate> shownUntil) {

  /**
   * Creates a standing.
   *
   * @param rule the contact rule, or the quota of activities
   * @param version the index of the version that judges the window, in the rule's versions
   * @param opens the first day of the window
   * @param deadline the last day on which it can be met
   * @param shownFrom the first day on which it is shown, or empty if it always was
   * @param shownUntil the last day on which it is shown, that of its run, or empty if there is none
   *     yet; after it what was overdue lapses, because the child has left the rule's scope
   */
  public Standing {
    requireNonNull(rule, "rule");
    requireNonNull(opens, "opens");
    requireNonNull(deadline, "deadline");
    requireNonNull(shownFrom, "shownFrom");
    requireNonNull(shownUntil, "shownUntil");
  }

  /**
   * Whether it is the standing on a day.
   *
   * @param day the day
   * @return true if the day is not before {@code shownFrom} and not after {@code shownUntil}
   */
  public boolean isShownOn(LocalDate day) {
    return shownFrom.map(from -> !from.isAfter(day)).orElse(true)
        && shownUntil.map(until -> !until.isBefore(day)).orElse(true);
  }

  /**
   * Returns how it reads on a day.
   *
   * @param day the day
   * @return upcoming before it opens, due up to its deadline, then overdue
   */
  public StandingState stateOn(LocalDate day) {
    if (day.isBefore(opens)) {
      return StandingState.UPCOMING;
    }
    return day.isAfter(deadline) ? StandingState.OVERDUE : StandingState.DUE;
  }

  /**
   * Returns by how many calendar days it is overdue on a day.
   *
   * @param day the day
   * @return the days since the deadline, 0 up to it
   */
  public int daysOverdueOn(LocalDate day) {
    return (int) Math.max(0, ChronoUnit.DAYS.between(deadline, day));
  }
}
