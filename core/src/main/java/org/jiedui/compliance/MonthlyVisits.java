package org.jiedui.compliance;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.id.RuleId;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.ContactPattern;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.Coverage;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.RuleVersion;
import org.jiedui.rule.Season;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;

/**
 * The share of months in care in which a child was visited, and the share of those months with a
 * visit in the home.
 *
 * <p>Counted are complete calendar months in care that are over on the as-of date; in each at most
 * one visit. Exemptions play no part.
 *
 * <pre>{@code
 * MonthlyVisits measure = MonthlyVisits.usFederal(2025, seen, seenAtHome);
 * MonthlyVisits.Tally tally = measure.newTally(Viewpoint.on(LocalDate.of(2025, 10, 1)));
 * tally.add(record);
 * tally.result().visited(); // 11 of 12 months
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param first the first month, in years 1 to 9999
 * @param last the last month, not before the first, in years 1 to 9999
 * @param visits which contacts are visits
 * @param homeVisits which of them are in the home
 * @param target the share of months to be visited
 * @param homeTarget the share of visited months to have a visit in the home
 */
public record MonthlyVisits(
    YearMonth first,
    YearMonth last,
    ContactPattern visits,
    ContactPattern homeVisits,
    Rate target,
    Rate homeTarget) {

  private static final int MAX_YEAR = 9999;
  private static final Rate FEDERAL_TARGET = new Rate(95, 100);
  private static final Rate FEDERAL_HOME_TARGET = new Rate(50, 100);

  private static final RuleId VISITED = RuleId.of("visited");
  private static final RuleId VISITED_AT_HOME = RuleId.of("visited-at-home");

  /**
   * Creates a measure.
   *
   * @param first the first month, in years 1 to 9999
   * @param last the last month, not before the first, in years 1 to 9999
   * @param visits which contacts are visits
   * @param homeVisits which of them are in the home
   * @param target the share of months to be visited
   * @param homeTarget the share of visited months to have a visit in the home
   * @throws IllegalArgumentException if a month is out of bounds, the last is before the first, a
   *     home visit would not be a visit, or a target has no total
   */
  public MonthlyVisits {
    requireNonNull(first, "first");
    requireNonNull(last, "last");
    requireNonNull(visits, "visits");
    requireNonNull(homeVisits, "homeVisits");
    requireNonNull(target, "target");
    requireNonNull(homeTarget, "homeTarget");
    checkArgument(
        first.getYear() >= 1 && last.getYear() <= MAX_YEAR,
        "months (%s to %s) must be in years 1 to 9999",
        first,
        last);
    checkArgument(!last.isBefore(first), "last (%s) must not be before first (%s)", last, first);
    checkArgument(
        visits.madeBy().containsAll(homeVisits.madeBy())
            && visits.with().containsAll(homeVisits.with())
            && visits.channels().containsAll(homeVisits.channels()),
        "home visits (%s) must be among the visits (%s)",
        homeVisits,
        visits);
    checkArgument(!target.isNone() && !homeTarget.isNone(), "a target must have a total");
  }

  /**
   * Returns the United States' federal measure of caseworker visits: of the complete calendar
   * months that children spend in foster care in a fiscal year, 95% must have a visit, and half of
   * the visited months one in the child's residence.
   *
   * <p>Source: 42 U.S.C. 624(f). Months are counted over all children, full calendar months alone,
   * and one visit a month at most.
   *
   * @param fiscalYear the fiscal year, from 1 October of the year before to 30 September; 2 to 9999
   * @param visits which contacts are a caseworker's visits
   * @param homeVisits which of them are in the child's residence
   * @return the measure
   * @throws IllegalArgumentException if the year is out of bounds, or a home visit would not be a
   *     visit
   */
  public static MonthlyVisits usFederal(
      int fiscalYear, ContactPattern visits, ContactPattern homeVisits) {
    return new MonthlyVisits(
        YearMonth.of(fiscalYear - 1, Month.OCTOBER),
        YearMonth.of(fiscalYear, Month.SEPTEMBER),
        visits,
        homeVisits,
        FEDERAL_TARGET,
        FEDERAL_HOME_TARGET);
  }

  /**
   * Starts to count over many children.
   *
   * @param viewpoint the dates under which to judge; only months that are over on the as-of date
   *     count
   * @return an empty tally
   */
  public Tally newTally(Viewpoint viewpoint) {
    return new Tally(this, viewpoint);
  }

  /** A month is a window; the measure is asked of the one evaluator, as two rules. */
  private Evaluator evaluator() {
    LocalDate from = first.atDay(1);
    LocalDate until = last.atEndOfMonth();
    int schoolYear =
        from.getMonthValue() > Month.AUGUST.getValue() ? from.getYear() : from.getYear() - 1;
    Term term = Term.of("measure", schoolYear, DateRange.ofClosed(from, from));
    return Evaluator.of(
        RuleBook.of(List.of(rule(VISITED, visits), rule(VISITED_AT_HOME, homeVisits))),
        SchoolCalendar.endingOn(List.of(term), until));
  }

  private ContactRule rule(RuleId id, ContactPattern pattern) {
    return ContactRule.of(
        id,
        Wording.of("每月探访", "monthly visit"),
        Provenance.unverified("measure"),
        ImmutableList.of(
            RuleVersion.from(first.atDay(1))
                .until(last.atEndOfMonth())
                .pattern(pattern)
                .cadence(Cadence.parse("P1M"))
                .season(Season.YEAR)
                .coverage(Coverage.WHOLE)
                .build()));
  }

  /**
   * What the measure came to.
   *
   * <p>Immutable.
   *
   * @param measure the measure
   * @param viewpoint the dates under which it was judged
   * @param visited months with a visit, of complete months in care
   * @param visitedAtHome months with a visit in the home, of months with a visit
   */
  public record Result(
      MonthlyVisits measure, Viewpoint viewpoint, Rate visited, Rate visitedAtHome) {

    /**
     * Creates a result.
     *
     * @param measure the measure
     * @param viewpoint the dates under which it was judged
     * @param visited months with a visit, of complete months in care
     * @param visitedAtHome months with a visit in the home, of months with a visit
     */
    public Result {
      requireNonNull(measure, "measure");
      requireNonNull(viewpoint, "viewpoint");
      requireNonNull(visited, "visited");
      requireNonNull(visitedAtHome, "visitedAtHome");
    }

    /**
     * Whether enough months were visited, compared without rounding.
     *
     * @return true if the target is reached; false if there is no month
     */
    public boolean reachesTarget() {
      return visited.reaches(measure.target());
    }

    /**
     * Whether enough of the visited months have a visit in the home, compared without rounding.
     *
     * @return true if the target is reached; false if there is no visited month
     */
    public boolean reachesHomeTarget() {
      return visitedAtHome.reaches(measure.homeTarget());
    }
  }

  /** Counts months, one child after another. Not thread-safe; use one for each thread. */
  public static final class Tally {

    private final MonthlyVisits measure;
    private final Viewpoint viewpoint;
    private final Evaluator evaluator;
    private final Judge judge = new Judge();
    private long months;
    private long visited;
    private long visitedAtHome;

    private Tally(MonthlyVisits measure, Viewpoint viewpoint) {
      this.measure = measure;
      this.viewpoint = viewpoint;
      this.evaluator = measure.evaluator();
    }

    /**
     * Counts the months of a child.
     *
     * @param record what is known of the child
     */
    public void add(CareRecord record) {
      int knownOn = RuleSeries.day(viewpoint.knownOn());
      int asOf = RuleSeries.day(viewpoint.asOf());
      judge.lookAt(
          evaluator.patterns(),
          record.withoutExemptions(),
          record.historyKnownOn(knownOn),
          asOf,
          knownOn);
      for (int rule = 0; rule < 2; rule++) {
        boolean atHome = rule == 1;
        judge.aim(evaluator.seriesOf(rule).get(0));
        judge.judge(
            (series, version, first, last, deadline, ground, settledOn) -> {
              if (last < asOf) {
                count(atHome, ground.verdict());
              }
            });
      }
    }

    private void count(boolean atHome, Verdict verdict) {
      if (verdict == Verdict.NOT_APPLICABLE) {
        return;
      }
      if (atHome) {
        visitedAtHome += verdict == Verdict.MET ? 1 : 0;
      } else {
        months++;
        visited += verdict == Verdict.MET ? 1 : 0;
      }
    }

    /**
     * Adds what another tally has counted over other children.
     *
     * @param other a tally of the same measure and viewpoint
     * @return this tally
     * @throws IllegalArgumentException if the other counts something else
     */
    @CanIgnoreReturnValue
    public Tally merge(Tally other) {
      checkArgument(
          other != this && measure.equals(other.measure) && viewpoint.equals(other.viewpoint),
          "only another tally of the same measure and viewpoint can be merged");
      months += other.months;
      visited += other.visited;
      visitedAtHome += other.visitedAtHome;
      return this;
    }

    /**
     * Returns what was counted so far.
     *
     * @return the result
     */
    public Result result() {
      return new Result(
          measure, viewpoint, new Rate(visited, months), new Rate(visitedAtHome, visited));
    }
  }
}
