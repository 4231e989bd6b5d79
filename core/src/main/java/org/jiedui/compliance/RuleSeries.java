package org.jiedui.compliance;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.RuleVersion;
import org.jiedui.rule.Scope;
import org.jiedui.rule.Season;

/**
 * Versions of a rule that continue each other's windows, made ready for the loops: windows as
 * sorted columns of days, computed once and shared by all children.
 *
 * <p>A rule is one series, or several if a version started afresh; each is then as if it were a
 * rule of its own.
 */
final class RuleSeries {

  /** The day that stands for "no end". Far enough from the largest int to add to it. */
  static final int FOREVER = Integer.MAX_VALUE / 4;

  final ContactRule rule;
  final int ruleIndex;

  /** The index, in the rule, of the first version of this series. */
  final int versionOffset;

  final ImmutableList<RuleVersion> versions;
  final Cadence cadence;
  final Scope scope;

  /** The first days of the versions. */
  private final int[] versionFirst;

  /** The number of each version's pattern in the index of the book. */
  private final int[] patternOfVersion;

  /** The patterns of the versions, each once, by their numbers in the index of the book. */
  final int[] patterns;

  /** The days on which some version is in force, as stretches with both ends included. */
  final int[] validFirst;

  final int[] validLast;

  /** The windows and their versions; empty for rolling cadences and those after an event. */
  final ImmutableList<ScheduledWindow> windows;

  final int[] windowFirst;
  final int[] windowLast;
  final int[] windowVersion;

  /** What the version of each window asks for. */
  final int[] windowTimes;

  final int[] windowGrace;

  /** How many scope days a window needs for its coverage. */
  final int[] windowNeeds;

  final int[] windowPattern;

  /** The days in season, for rolling cadences. */
  final int[] seasonFirst;

  final int[] seasonLast;

  final int horizon;

  private RuleSeries(
      ContactRule rule,
      int ruleIndex,
      int from,
      int to,
      SchoolCalendar calendar,
      PatternIndex index) {
    this.rule = rule;
    this.ruleIndex = ruleIndex;
    this.versionOffset = from;
    this.versions = rule.versions().subList(from, to);
    RuleVersion first = versions.get(0);
    this.cadence = first.cadence();
    this.scope = first.scope();
    this.horizon = day(calendar.horizon());
    this.versionFirst = versions.stream().mapToInt(v -> day(v.validFrom())).toArray();
    this.patternOfVersion = versions.stream().mapToInt(v -> index.add(v.pattern())).toArray();
    this.patterns = Arrays.stream(patternOfVersion).distinct().toArray();

    int[] stretchFirst = new int[versions.size()];
    int[] stretchLast = new int[versions.size()];
    int stretches = 0;
    for (int i = 0; i < versions.size(); i++) {
      int last = rule.lastDayOf(from + i).map(RuleSeries::day).orElse(FOREVER);
      if (stretches > 0 && stretchLast[stretches - 1] + 1 == versionFirst[i]) {
        stretchLast[stretches - 1] = last;
      } else {
        stretchFirst[stretches] = versionFirst[i];
        stretchLast[stretches++] = last;
      }
    }
    this.validFirst = Arrays.copyOf(stretchFirst, stretches);
    this.validLast = Arrays.copyOf(stretchLast, stretches);

    this.windows = isWindowed() ? schedule(first, calendar) : ImmutableList.of();
    this.windowFirst = windows.stream().mapToInt(w -> day(w.days().start())).toArray();
    this.windowLast = windows.stream().mapToInt(w -> day(w.days().last().orElseThrow())).toArray();
    this.windowVersion = Arrays.stream(windowFirst).map(this::versionAt).toArray();
    this.windowTimes = Arrays.stream(windowVersion).map(v -> versions.get(v).times()).toArray();
    this.windowGrace = Arrays.stream(windowVersion).map(v -> versions.get(v).graceDays()).toArray();
    this.windowNeeds =
        IntStream.range(0, windows.size())
            .map(
                w ->
                    versions
                        .get(windowVersion[w])
                        .coverage()
                        .daysNeeded(windowLast[w] - windowFirst[w] + 1))
            .toArray();
    this.windowPattern = Arrays.stream(windowVersion).map(v -> patternOfVersion[v]).toArray();

    boolean termsOnly = cadence instanceof Cadence.Rolling && first.season() == Season.TERM;
    List<Term> terms = calendar.terms();
    this.seasonFirst =
        termsOnly
            ? terms.stream().mapToInt(term -> day(term.first())).toArray()
            : new int[] {-FOREVER};
    this.seasonLast =
        termsOnly
            ? terms.stream().mapToInt(term -> day(term.last())).toArray()
            : new int[] {horizon};
  }

  /** Windows that no scope day can lie in are left out. */
  private ImmutableList<ScheduledWindow> schedule(RuleVersion first, SchoolCalendar calendar) {
    int begins = validFirst[0];
    int ends = validLast[validLast.length - 1];
    return Schedule.of(cadence, first.season(), calendar, first.validFrom()).windows().stream()
        .filter(
            window ->
                day(window.days().start()) <= ends
                    && day(window.days().last().orElseThrow()) >= begins)
        .collect(ImmutableList.toImmutableList());
  }

  static ImmutableList<RuleSeries> of(
      ContactRule rule, int ruleIndex, SchoolCalendar calendar, PatternIndex index) {
    ImmutableList.Builder<RuleSeries> series = ImmutableList.builder();
    int from = 0;
    for (int i = 1; i <= rule.versions().size(); i++) {
      if (i == rule.versions().size()
          || !rule.versions().get(i - 1).isContinuedBy(rule.versions().get(i))) {
        series.add(new RuleSeries(rule, ruleIndex, from, i, calendar, index));
        from = i;
      }
    }
    return series.build();
  }

  boolean isWindowed() {
    return !(cadence instanceof Cadence.Rolling || cadence instanceof Cadence.AfterEvent);
  }

  /** The version in force on a day; before the first version, the first. */
  int versionAt(int day) {
    int version = versions.size() - 1;
    while (version > 0 && versionFirst[version] > day) {
      version--;
    }
    return version;
  }

  int patternOf(int version) {
    return patternOfVersion[version];
  }

  boolean isValidOn(int day) {
    for (int i = 0; i < validFirst.length; i++) {
      if (validFirst[i] <= day && day <= validLast[i]) {
        return true;
      }
    }
    return false;
  }

  Optional<ScheduledWindow> scheduledWindow(int first, int last) {
    int found = Arrays.binarySearch(windowFirst, first);
    if (found < 0) {
      return Optional.empty();
    }
    // Of windows with one first day, any may have been found.
    while (found > 0 && windowFirst[found - 1] == first) {
      found--;
    }
    while (found < windowFirst.length && windowFirst[found] == first) {
      if (windowLast[found] == last) {
        return Optional.of(windows.get(found));
      }
      found++;
    }
    return Optional.empty();
  }

  static int day(LocalDate date) {
    return (int) date.toEpochDay();
  }
}
