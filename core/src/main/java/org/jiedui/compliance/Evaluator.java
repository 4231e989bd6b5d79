package org.jiedui.compliance;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.id.RuleId;
import org.jiedui.rule.RuleBook;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;

/**
 * Decides what is due and how it was kept. Built once for a rule book and a calendar, then asked
 * for one child after another.
 *
 * <pre>{@code
 * Evaluator evaluator = Evaluator.of(ruleBook, calendar);
 * CareRecord record = CareRecord.of(child, exemptions, contacts, ZoneId.of("Asia/Shanghai"));
 * Viewpoint today = Viewpoint.on(LocalDate.of(2025, 11, 10));
 * evaluator.judge(record, RuleId.of("home-visit"), today).windows();
 * // [2025-09-01/2025-09-14 MET 2025-09-10, 2025-11-02/2025-11-15 PENDING]
 * evaluator.standing(record, RuleId.of("home-visit"), today);
 * // the window 2025-11-02/2025-11-15
 * }</pre>
 *
 * <p>Cost: for a child and a rule, a test of each contact and a few additions for each window.
 *
 * <p>Immutable and thread-safe.
 */
public final class Evaluator {

  private static final Comparator<JudgedWindow> ORDER = Comparator.comparing(JudgedWindow::days);

  private final RuleBook ruleBook;
  private final SchoolCalendar calendar;
  private final ImmutableList<ImmutableList<RuleSeries>> seriesByRule;
  private final Map<RuleId, Integer> indexOfRule = new LinkedHashMap<>();
  private final PatternIndex patterns = new PatternIndex();

  private Evaluator(RuleBook ruleBook, SchoolCalendar calendar) {
    this.ruleBook = ruleBook;
    this.calendar = calendar;
    ImmutableList.Builder<ImmutableList<RuleSeries>> all = ImmutableList.builder();
    for (int i = 0; i < ruleBook.rules().size(); i++) {
      all.add(RuleSeries.of(ruleBook.rules().get(i), i, calendar, patterns));
      indexOfRule.put(ruleBook.rules().get(i).id(), i);
    }
    this.seriesByRule = all.build();
    patterns.build();
  }

  /**
   * Returns the evaluator of a rule book in a calendar.
   *
   * @param ruleBook the rules
   * @param calendar the terms
   * @return the evaluator
   * @throws IllegalArgumentException if rules go by milestones and terms have none; the message
   *     names every rule and term, see {@link RuleBook#checkFits}
   */
  public static Evaluator of(RuleBook ruleBook, SchoolCalendar calendar) {
    ruleBook.checkFits(calendar);
    return new Evaluator(ruleBook, calendar);
  }

  /**
   * Returns the rules.
   *
   * @return the rule book
   */
  public RuleBook ruleBook() {
    return ruleBook;
  }

  /**
   * Returns the terms.
   *
   * @return the calendar
   */
  public SchoolCalendar calendar() {
    return calendar;
  }

  PatternIndex patterns() {
    return patterns;
  }

  ImmutableList<RuleSeries> seriesOf(int rule) {
    return seriesByRule.get(rule);
  }

  private ImmutableList<RuleSeries> seriesOf(RuleId rule) {
    Integer index = indexOfRule.get(rule);
    checkArgument(index != null, "the rule book has no rule %s", rule);
    return seriesByRule.get(index);
  }

  /**
   * Judges a child by a rule.
   *
   * @param record what is known of the child
   * @param rule a rule of the book
   * @param viewpoint the dates under which to judge
   * @return the windows that began on or before the as-of date
   * @throws IllegalArgumentException if the book does not have the rule
   */
  public Listing judge(CareRecord record, RuleId rule, Viewpoint viewpoint) {
    List<JudgedWindow> windows = new ArrayList<>();
    Judge judge = lookingAt(record, viewpoint);
    for (RuleSeries series : seriesOf(rule)) {
      judge.aim(series);
      judge.judge(
          (from, version, first, last, deadline, ground, settledOn) ->
              windows.add(window(from, version, first, last, deadline, ground, settledOn)));
    }
    return new Listing(rule, viewpoint, ImmutableList.sortedCopyOf(ORDER, windows));
  }

  static JudgedWindow window(
      RuleSeries series,
      int version,
      int first,
      int last,
      int deadline,
      Ground ground,
      int settledOn) {
    return new JudgedWindow(
        series.rule.id(),
        series.versionOffset + version,
        DateRange.ofClosed(LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last)),
        LocalDate.ofEpochDay(deadline),
        ground,
        settledOn == VerdictSink.NEVER
            ? Optional.empty()
            : Optional.of(LocalDate.ofEpochDay(settledOn)));
  }

  /**
   * Finds the window of a rule to act on, as seen on the as-of date.
   *
   * @param record what is known of the child
   * @param rule a rule of the book
   * @param viewpoint only contacts made by the as-of date and known on the known-on date are seen
   * @return the standing on the as-of date, or empty if there is nothing to act on
   * @throws IllegalArgumentException if the book does not have the rule
   */
  public Optional<Standing> standing(CareRecord record, RuleId rule, Viewpoint viewpoint) {
    return standing(lookingAt(record, viewpoint), seriesOf(rule), viewpoint.asOf());
  }

  private static Optional<Standing> standing(Judge judge, List<RuleSeries> series, LocalDate asOf) {
    return standings(judge, series).stream()
        .filter(standing -> standing.isShownOn(asOf))
        .findFirst();
  }

  /** A judge that looks at a child. */
  private Judge lookingAt(CareRecord record, int asOf, int knownOn) {
    Judge judge = new Judge();
    judge.lookAt(patterns, record, record.historyKnownOn(knownOn), asOf, knownOn);
    return judge;
  }

  private Judge lookingAt(CareRecord record, Viewpoint viewpoint) {
    return lookingAt(record, RuleSeries.day(viewpoint.asOf()), RuleSeries.day(viewpoint.knownOn()));
  }

  /**
   * Finds the standings of every rule, as seen on the as-of date.
   *
   * @param record what is known of the child
   * @param viewpoint only contacts made by the as-of date and known on the known-on date are seen
   * @return at most one for each rule, in the order of the book
   */
  public ImmutableList<Standing> standings(CareRecord record, Viewpoint viewpoint) {
    ImmutableList.Builder<Standing> standings = ImmutableList.builder();
    Judge judge = lookingAt(record, viewpoint);
    for (ImmutableList<RuleSeries> series : seriesByRule) {
      standing(judge, series, viewpoint.asOf()).ifPresent(standings::add);
    }
    return standings.build();
  }

  /**
   * Finds the standings of every rule with everything seen: what a store keeps. There is one for
   * each run of scope days that has one, nearly always one a rule; on a day, the one is shown whose
   * {@link Standing#isShownOn} says so.
   *
   * @param record what is known of the child
   * @return the standings, by rule in the order of the book, then by the days on which they are
   *     shown
   */
  public ImmutableList<Standing> standings(CareRecord record) {
    ImmutableList.Builder<Standing> standings = ImmutableList.builder();
    Judge judge = lookingAt(record, RuleSeries.FOREVER, RuleSeries.FOREVER);
    for (ImmutableList<RuleSeries> series : seriesByRule) {
      standings.addAll(standings(judge, series));
    }
    return standings.build();
  }

  private static ImmutableList<Standing> standings(Judge judge, List<RuleSeries> allSeries) {
    // By the last day of the run; runs have no common day, whatever series they are of.
    NavigableMap<Integer, int[]> byRun = new TreeMap<>();
    for (RuleSeries series : allSeries) {
      if (judge.aim(series)) {
        judge.stand(
            (from, version, runLast, first, deadline) ->
                byRun.putIfAbsent(
                    runLast, new int[] {from.versionOffset + version, first, deadline}));
      }
    }
    ImmutableList.Builder<Standing> standings = ImmutableList.builder();
    Optional<LocalDate> shownFrom = Optional.empty();
    for (Map.Entry<Integer, int[]> run : byRun.entrySet()) {
      Optional<LocalDate> shownUntil =
          run.getKey() >= RuleSeries.FOREVER
              ? Optional.empty()
              : Optional.of(LocalDate.ofEpochDay(run.getKey()));
      standings.add(
          new Standing(
              allSeries.get(0).rule.id(),
              run.getValue()[0],
              LocalDate.ofEpochDay(run.getValue()[1]),
              LocalDate.ofEpochDay(run.getValue()[2]),
              shownFrom,
              shownUntil));
      shownFrom = shownUntil.map(day -> day.plusDays(1));
    }
    return standings.build();
  }

  /**
   * Starts to count verdicts over many children.
   *
   * @param viewpoint the dates under which to judge
   * @return an empty tally
   */
  public Tally newTally(Viewpoint viewpoint) {
    return new Tally(this, viewpoint);
  }

  /**
   * Starts to compare how this evaluator and another judge many children. They may differ in the
   * rule book, in the calendar, or in both.
   *
   * @param other the other evaluator: what comes after, this one being what was before
   * @param viewpoint the dates under which to judge
   * @return a comparison without children yet
   */
  public Comparison compareWith(Evaluator other, Viewpoint viewpoint) {
    return new Comparison(this, other, viewpoint);
  }

  /**
   * Explains each verdict of a rule on a child.
   *
   * @param record what is known of the child, with the contacts themselves
   * @param rule a rule of the book
   * @param viewpoint the dates under which to judge
   * @return the windows of {@link #judge}, each with its reasons
   * @throws IllegalArgumentException if the book does not have the rule, or the record was packed
   */
  public Explanation explain(CareRecord record, RuleId rule, Viewpoint viewpoint) {
    return new Explainer(lookingAt(record, viewpoint), record, viewpoint)
        .explain(ruleBook.find(rule), seriesOf(rule));
  }
}
