package org.jiedui.examples.benchmarks.engine;

import java.util.Optional;
import org.jiedui.compliance.Verdict;
import org.kie.api.definition.type.ClassReactive;

/**
 * A window of a rule for one child, to which the engine adds what it concludes.
 *
 * <p>Not thread-safe: it belongs to the session of one child.
 */
@ClassReactive // what it tells follows from several of its fields
public final class DueWindow {

  private final String rule;
  private final String scope;
  private final int first;
  private final int last;
  private final int graceDays;
  private final boolean event;
  private boolean measured;
  private int scopeDays;
  private int exemptDays;
  private int deadline;
  private int runLast;
  private Optional<Verdict> verdict = Optional.empty();

  private DueWindow(String rule, String scope, int first, int last, int graceDays, boolean event) {
    this.rule = rule;
    this.scope = scope;
    this.first = first;
    this.last = last;
    this.graceDays = graceDays;
    this.event = event;
  }

  /**
   * Returns a window of a rule's schedule, of which the engine finds out how much is in scope.
   *
   * @param rule the id of the rule
   * @param scope the text of the rule's scope
   * @param first the first day, counted since 1970-01-01
   * @param last the last day, included
   * @param graceDays for how many days a contact is late and not missed
   * @return the window
   */
  public static DueWindow scheduled(String rule, String scope, int first, int last, int graceDays) {
    return new DueWindow(rule, scope, first, last, graceDays, false);
  }

  /**
   * Returns a window after an event.
   *
   * @param rule the id of the rule
   * @param first the day of the event, counted since 1970-01-01
   * @param last the day by which the contact is due
   * @param applies whether any day of it counts
   * @param left whether the child left before it was over
   * @return the window, of which nothing is to be found out but its verdict
   */
  public static DueWindow afterEvent(
      String rule, int first, int last, boolean applies, boolean left) {
    DueWindow window = new DueWindow(rule, "", first, left ? last + 1 : last, 0, true);
    window.measure(applies ? last - first + 2 : 0, last, left ? last : last + 1);
    return window;
  }

  /**
   * Sets how much of it is in scope.
   *
   * @param days how many days are in scope
   * @param lastScopeDay the last of them
   * @param lastOfRun the last day of the run that this belongs to
   */
  public void measure(int days, int lastScopeDay, int lastOfRun) {
    scopeDays = days;
    deadline = lastScopeDay;
    runLast = lastOfRun;
    measured = true;
  }

  /**
   * Sets how many of the days in scope are exempt.
   *
   * @param days how many
   */
  public void setExemptDays(int days) {
    exemptDays = days;
  }

  /**
   * Sets the verdict.
   *
   * @param given the verdict
   */
  public void judge(Verdict given) {
    verdict = Optional.of(given);
  }

  /**
   * Returns the verdict.
   *
   * @return the verdict, or empty if there is none: it began too late or had no day in scope
   */
  public Optional<Verdict> getVerdict() {
    return verdict;
  }

  /**
   * Whether there is a verdict.
   *
   * @return true once there is one
   */
  public boolean isJudged() {
    return verdict.isPresent();
  }

  /**
   * Whether it is known how much of it is in scope.
   *
   * @return true once it is
   */
  public boolean isMeasured() {
    return measured;
  }

  /**
   * Whether it follows an event.
   *
   * @return false for a window of a schedule
   */
  public boolean isEvent() {
    return event;
  }

  /**
   * Returns the rule.
   *
   * @return the id of the rule
   */
  public String getRule() {
    return rule;
  }

  /**
   * Returns the scope.
   *
   * @return the text of the rule's scope
   */
  public String getScope() {
    return scope;
  }

  /**
   * Returns the first day.
   *
   * @return the day, counted since 1970-01-01
   */
  public int getFirst() {
    return first;
  }

  /**
   * Returns the last day.
   *
   * @return the day, included
   */
  public int getLast() {
    return last;
  }

  /**
   * Returns how many days in scope are exempt.
   *
   * @return 0 or more
   */
  public int getExemptDays() {
    return exemptDays;
  }

  /**
   * Returns the last scope day.
   *
   * @return the deadline
   */
  public int getDeadline() {
    return deadline;
  }

  /**
   * Returns the last day of grace.
   *
   * @return the last day on which a contact is late and not missed
   */
  public int getReach() {
    return deadline + graceDays;
  }

  /**
   * Whether the child was in scope for at least half of it.
   *
   * @return false if the window is not applicable
   */
  public boolean isEnough() {
    return 2 * scopeDays >= last - first + 1;
  }

  /**
   * Returns how many days are in scope.
   *
   * @return 0 or more
   */
  public int getScopeDays() {
    return scopeDays;
  }

  /**
   * Returns how long it is.
   *
   * @return its days
   */
  public int getLength() {
    return last - first + 1;
  }

  /**
   * Whether the child left before the window's end.
   *
   * @return true if the window is excused and not missed
   */
  public boolean isLeft() {
    return deadline < last && deadline == runLast;
  }
}
