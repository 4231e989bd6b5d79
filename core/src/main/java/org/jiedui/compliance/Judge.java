package org.jiedui.compliance;

import java.time.LocalDate;
import java.util.Arrays;
import org.jiedui.child.CareHistory;
import org.jiedui.child.Trait;
import org.jiedui.contact.ContactSeries;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.Coverage;
import org.jiedui.rule.RuleVersion;
import org.jspecify.annotations.Nullable;

/**
 * The loops. One judge looks at one child after another, and is aimed at one series of rule
 * versions after another; it reuses its columns: after the first few children it allocates nothing.
 *
 * <p>Section numbers are those of the contact rules: §4 and §5 windows, §6 rolling, §7 events, §8
 * standings.
 *
 * <p>Cost for a child: one test of each contact for all rules together; for each series a
 * comparison for each contact that matches, and a few additions for each window and each stretch of
 * facts. Not thread-safe.
 */
final class Judge {

  private static final int FIRST_CAPACITY = 16;

  /** Fewer days missing in a row end neither a run nor a stretch. */
  private static final int LONG_GAP = 28;

  /** The last day that there is: a window beyond it has no last day. */
  private static final int LAST_DAY = RuleSeries.day(LocalDate.of(9999, 12, 31));

  /** How long after an event the first scope day may be. */
  private static final int EVENT_REACH = 30;

  private final Days scope = new Days();
  private final Days exempt = new Days();
  private final Days inSeason = new Days();
  private final Days counted = new Days();

  /** For each stretch of {@link #scope}, the last day of its run. */
  private int[] runLast = new int[8];

  /** The days of the contacts that are seen and match, ascending, for each pattern of the book. */
  private int[][] seen = new int[0][];

  private int[] seenCount = new int[0];

  /** Those of them that are scope days, for the patterns of the series. */
  private int[][] matching = new int[0][];

  private int[] matchingCount = new int[0];

  private RuleSeries series;
  private CareRecord record;
  private CareHistory history;
  private int asOf;
  private int knownOn;

  /** Creates a judge that is set up for nothing yet. */
  @SuppressWarnings("NullAway") // set up by lookAt() and aim() before anything is read
  Judge() {}

  /**
   * Looks at a child and two dates; all series of one evaluator can then be aimed at. Every contact
   * is tested once, for all of its rules.
   *
   * @param newHistory what the child's facts come to on the known-on date
   */
  void lookAt(
      PatternIndex patterns,
      CareRecord newRecord,
      CareHistory newHistory,
      int newAsOf,
      int newKnownOn) {
    record = newRecord;
    history = newHistory;
    asOf = newAsOf;
    knownOn = newKnownOn;
    if (seen.length < patterns.size()) {
      seen = Arrays.copyOf(seen, patterns.size());
      seenCount = new int[patterns.size()];
      matching = Arrays.copyOf(matching, patterns.size());
      matchingCount = new int[patterns.size()];
    }
    ContactSeries contacts = record.contacts();
    int size = contacts.size();
    for (int p = 0; p < patterns.size(); p++) {
      seenCount[p] = 0;
      if (seen[p] == null || seen[p].length < size) {
        seen[p] = new int[Math.max(FIRST_CAPACITY, 2 * size)];
        matching[p] = new int[seen[p].length];
      }
    }
    for (int chunk = 0; chunk < patterns.chunks(); chunk++) {
      findSeen(patterns, chunk, contacts, size);
    }
  }

  private void findSeen(PatternIndex patterns, int chunk, ContactSeries contacts, int size) {
    for (int i = 0; i < size && contacts.day(i) <= asOf; i++) {
      long matched = patterns.matching(chunk, contacts.kind(i));
      if (matched != 0 && contacts.isKnown(i, knownOn)) {
        int day = contacts.day(i);
        do {
          int p = chunk * PatternIndex.CHUNK + Long.numberOfTrailingZeros(matched);
          seen[p][seenCount[p]++] = day;
          matched &= matched - 1;
        } while (matched != 0);
      }
    }
  }

  /**
   * Aims at a series of rule versions; everything else is read from there.
   *
   * @return false if the child has no scope day, so that nothing can be due but after an event
   */
  boolean aim(RuleSeries newSeries) {
    series = newSeries;
    findScope();
    findExempt(record.exemptionSeries());
    for (int p : series.patterns) {
      findMatching(p);
    }
    return scope.size > 0;
  }

  Days scopeDays() {
    return scope;
  }

  Days exemptDays() {
    return exempt;
  }

  // What the verdicts depend on.

  private void findScope() {
    counted.clear();
    int stretches = history.stretches();
    for (int i = 0; i < stretches; i++) {
      long traits = history.traits(i);
      if ((traits & Trait.IN_CARE.mask()) != 0 && series.scope.holdsFor(traits)) {
        int end = i + 1 < stretches ? history.firstDay(i + 1) - 1 : RuleSeries.FOREVER;
        counted.add(history.firstDay(i), end);
      }
    }
    scope.setToIntersection(counted, series.validFirst, series.validLast);
    if (runLast.length < scope.size) {
      runLast = new int[2 * scope.size];
    }
    for (int i = scope.size - 1; i >= 0; i--) {
      boolean goesOn = i + 1 < scope.size && scope.first[i + 1] - scope.last[i] - 1 < LONG_GAP;
      runLast[i] = goesOn ? runLast[i + 1] : scope.last[i];
    }
  }

  private void findExempt(ExemptionSeries exemptions) {
    exempt.clear();
    for (int i = 0; i < exemptions.size(); i++) { // sorted by first day
      if (exemptions.isKnown(i, knownOn) && exemptions.concerns(i, series.rule.id())) {
        exempt.add(exemptions.firstDay(i), exemptions.lastDay(i));
      }
    }
  }

  /** A contact matches on scope days alone. */
  private void findMatching(int p) {
    int[] from = seen[p];
    int[] days = matching[p];
    int count = 0;
    int stretch = 0;
    for (int i = 0; i < seenCount[p] && stretch < scope.size; i++) {
      int day = from[i];
      while (stretch < scope.size && scope.last[stretch] < day) {
        stretch++;
      }
      if (stretch < scope.size && scope.first[stretch] <= day) {
        days[count++] = day;
      }
    }
    matchingCount[p] = count;
  }

  // §4, §5, §6, §7: the listing.

  /** Judges every window that began on or before the as-of date. */
  void judge(VerdictSink sink) {
    if (series.cadence instanceof Cadence.Rolling rolling) {
      judgeRolling(rolling.days(), sink);
    } else if (series.cadence instanceof Cadence.AfterEvent after) {
      judgeEvents(after, sink, null);
    } else {
      judgeWindows(sink, null);
    }
  }

  /** Finds the standing of each run, in order. */
  void stand(StandingSink sink) {
    if (series.cadence instanceof Cadence.Rolling rolling) {
      standRolling(rolling.days(), sink);
    } else if (series.cadence instanceof Cadence.AfterEvent after) {
      judgeEvents(after, null, sink);
    } else {
      judgeWindows(null, sink);
    }
  }

  /**
   * Judges the windows of a schedule for one sink, or finds the standings for the other: both ask
   * the same questions of each window.
   */
  private void judgeWindows(@Nullable VerdictSink verdicts, @Nullable StandingSink standings) {
    int stretch = 0;
    int next = 0;
    int pattern = -1;
    int standingRun = VerdictSink.NEVER;
    for (int w = 0; w < series.windowFirst.length; w++) {
      int first = series.windowFirst[w];
      int last = series.windowLast[w];
      if (verdicts != null && first > asOf) {
        return;
      }
      while (stretch < scope.size && scope.last[stretch] < first) {
        stretch++;
      }
      if (stretch == scope.size) {
        return;
      }
      int length = last - first + 1;
      int inScope = 0;
      int deadline = 0;
      int run = 0;
      if (scope.first[stretch] <= first && last <= scope.last[stretch]) { // as nearly always
        inScope = length;
        deadline = last;
        run = runLast[stretch];
      } else {
        for (int i = stretch; i < scope.size && scope.first[i] <= last; i++) {
          deadline = Math.min(scope.last[i], last);
          run = runLast[i];
          inScope += deadline - Math.max(scope.first[i], first) + 1;
        }
        if (inScope == 0) {
          continue;
        }
      }
      int v = series.windowVersion[w];
      if (inScope < series.windowNeeds[w]) {
        if (verdicts != null) {
          verdicts.window(series, v, first, last, deadline, Ground.TOO_FEW_DAYS, VerdictSink.NEVER);
        }
        continue;
      }
      int p = series.windowPattern[w];
      if (p != pattern) {
        pattern = p;
        next = 0;
      }
      int[] days = matching[p];
      int count = matchingCount[p];
      while (next < count && days[next] < first) {
        next++;
      }
      int completing = next + series.windowTimes[w] - 1;
      int completedOn = completing < count ? days[completing] : RuleSeries.FOREVER;
      if (standings != null) {
        // A run's standing is its first window that is open to action.
        if (run != standingRun
            && completedOn == RuleSeries.FOREVER
            && !isExcusedByExemption(v, inScope, length, first, last)) {
          standings.standing(series, v, run, first, deadline);
          standingRun = run;
        }
        continue;
      }
      Ground ground;
      if (completedOn <= last) {
        ground = Ground.ENOUGH_CONTACTS;
      } else if (isExcusedByExemption(v, inScope, length, first, last)) {
        ground = Ground.EXEMPT;
      } else {
        ground =
            afterwards(
                deadline, completedOn, series.windowGrace[w], deadline < last && deadline == run);
      }
      report(verdicts, v, first, last, deadline, ground, completedOn);
    }
  }

  /** §5, steps 4 to 7: what becomes of a window that is neither met nor excused by exemptions. */
  private Ground afterwards(int deadline, int completedOn, int graceDays, boolean left) {
    if (asOf <= deadline) {
      return Ground.STILL_OPEN;
    }
    if (completedOn <= deadline + graceDays) {
      return Ground.ENOUGH_WITH_GRACE;
    }
    return left ? Ground.LEFT : Ground.DEADLINE_PASSED;
  }

  private void report(
      @Nullable VerdictSink verdicts,
      int version,
      int first,
      int last,
      int deadline,
      Ground ground,
      int completedOn) {
    if (verdicts != null) {
      boolean completed = ground == Ground.ENOUGH_CONTACTS || ground == Ground.ENOUGH_WITH_GRACE;
      verdicts.window(
          series,
          version,
          first,
          last,
          deadline,
          ground,
          completed ? completedOn : VerdictSink.NEVER);
    }
  }

  /** §5, step 3. */
  private boolean isExcusedByExemption(int version, int inScope, int length, int first, int last) {
    if (exempt.size == 0 || exempt.first[0] > last || exempt.last[exempt.size - 1] < first) {
      return false;
    }
    int free = inScope;
    for (int i = 0; i < scope.size && scope.first[i] <= last; i++) {
      if (scope.last[i] >= first) {
        free -= exempt.countIn(Math.max(scope.first[i], first), Math.min(scope.last[i], last));
      }
    }
    return series.versions.get(version).coverage() == Coverage.ANY ? free == 0 : 2 * free < length;
  }

  /** §7: the windows after events. */
  private void judgeEvents(
      Cadence.AfterEvent after, @Nullable VerdictSink verdicts, @Nullable StandingSink standings) {
    int standingRun = VerdictSink.NEVER;
    for (int e = 0; e < history.eventCount(after.event()); e++) {
      int day = history.eventDay(after.event(), e);
      if (day > series.horizon || (verdicts != null && day > asOf)) {
        return;
      }
      if (!series.isValidOn(day)) {
        continue;
      }
      int v = series.versionAt(day);
      int stretch = 0;
      while (stretch < scope.size && scope.last[stretch] < day) {
        stretch++;
      }
      int run =
          stretch < scope.size && scope.first[stretch] <= day + EVENT_REACH
              ? runLast[stretch]
              : VerdictSink.NEVER;
      counted.clear();
      for (int i = stretch; run != VerdictSink.NEVER && i < scope.size; i++) {
        if (scope.first[i] > run) {
          break;
        }
        counted.addWithout(Math.max(scope.first[i], day), scope.last[i], exempt);
      }
      if (counted.size == 0) {
        reportNothingAsked(verdicts, v, day, after.days(), Ground.NO_DAY_AFTER_EVENT);
        continue;
      }
      // The first counted day is day 0; the window ends on the n-th after it, or with the run.
      int end = nthDay(counted, 0, counted.first[0], after.days() + 1);
      boolean cut = end == VerdictSink.NEVER;
      int last = cut ? run : end;
      if (last > LAST_DAY) {
        reportNothingAsked(verdicts, v, day, after.days(), Ground.NEVER_DUE);
        continue;
      }
      RuleVersion version = series.versions.get(v);
      int completedOn = completion(series.patternOf(v), day, version.times());
      if (standings != null) {
        if (run > standingRun && completedOn == RuleSeries.FOREVER) {
          standings.standing(series, v, run, day, last);
          standingRun = run;
        }
        continue;
      }
      Ground ground =
          completedOn <= last
              ? Ground.ENOUGH_CONTACTS
              : afterwards(last, completedOn, version.graceDays(), cut);
      report(verdicts, v, day, last, last, ground, completedOn);
    }
  }

  /** §7: what follows an event if nothing is asked is written as n days from it on. */
  private void reportNothingAsked(
      @Nullable VerdictSink verdicts, int version, int day, int days, Ground ground) {
    if (verdicts != null) {
      verdicts.window(series, version, day, day + days, day + days, ground, VerdictSink.NEVER);
    }
  }

  /** The day of the contact that completes a number of them from a day on, or {@code FOREVER}. */
  private int completion(int pattern, int from, int times) {
    int completing = firstMatching(pattern, from) + times - 1;
    return completing < matchingCount[pattern] ? matching[pattern][completing] : RuleSeries.FOREVER;
  }

  /** The index of the first matching contact on or after a day. */
  private int firstMatching(int pattern, int from) {
    int found = Arrays.binarySearch(matching[pattern], 0, matchingCount[pattern], from);
    if (found < 0) {
      return -found - 1;
    }
    while (found > 0 && matching[pattern][found - 1] == from) {
      found--;
    }
    return found;
  }

  /**
   * The n-th of some days, counted from a day on.
   *
   * @param from the index of the stretch to begin with
   * @return the day, or {@code NEVER} if there are fewer
   */
  private static int nthDay(Days days, int from, int day, int n) {
    int left = n;
    for (int i = from; i < days.size; i++) {
      int start = Math.max(days.first[i], day);
      if (start > days.last[i]) {
        continue;
      }
      if (days.last[i] - start + 1 >= left) {
        return start + left - 1;
      }
      left -= days.last[i] - start + 1;
    }
    return VerdictSink.NEVER;
  }

  /** §6: one stretch after the other; {@link #counted} holds the counted days of each. */
  private void judgeRolling(int n, VerdictSink sink) {
    inSeason.setToIntersection(scope, series.seasonFirst, series.seasonLast);
    for (int from = 0; from < inSeason.size; ) {
      int to = endOfStretch(from, n);
      if (inSeason.first[from] > asOf) {
        return;
      }
      judgeRollingStretch(n, from, to, sink);
      from = to;
    }
  }

  private void judgeRollingStretch(int n, int from, int to, VerdictSink sink) {
    findCounted(from, to);
    int anchor = VerdictSink.NEVER;
    int piece = 0;
    while (true) {
      while (piece < counted.size && counted.last[piece] <= anchor) {
        piece++;
      }
      if (piece == counted.size) {
        return;
      }
      int first = Math.max(counted.first[piece], anchor + 1);
      if (first > asOf) {
        return;
      }
      int v = series.versionAt(first);
      int last = nthDay(counted, piece, first, n);
      if (last == VerdictSink.NEVER) {
        int end = counted.last[counted.size - 1];
        report(sink, v, first, end, end, Ground.STRETCH_ENDED, VerdictSink.NEVER);
        return;
      }
      int p = series.patternOf(v);
      int next = firstMatching(p, first);
      int metOn = next < matchingCount[p] ? matching[p][next] : RuleSeries.FOREVER;
      int reach = last + series.versions.get(v).graceDays();
      if (metOn <= last) {
        report(sink, v, first, last, last, Ground.ENOUGH_CONTACTS, metOn);
        anchor = lastMatching(p, last);
      } else if (asOf <= last) {
        report(sink, v, first, last, last, Ground.STILL_OPEN, VerdictSink.NEVER);
        return;
      } else if (metOn <= reach) {
        report(sink, v, first, last, last, Ground.ENOUGH_WITH_GRACE, metOn);
        anchor = lastMatching(p, reach);
      } else {
        report(sink, v, first, last, last, Ground.DEADLINE_PASSED, VerdictSink.NEVER);
        anchor = last;
      }
    }
  }

  /** The day of the last matching contact up to a day; there is one. */
  private int lastMatching(int pattern, int to) {
    return matching[pattern][firstMatching(pattern, to + 1) - 1];
  }

  /** The index after the last piece of the stretch that begins with a piece of the season. */
  private int endOfStretch(int from, int n) {
    int longGap = Math.max(LONG_GAP, n);
    int to = from + 1;
    while (to < inSeason.size && inSeason.first[to] - inSeason.last[to - 1] - 1 < longGap) {
      to++;
    }
    return to;
  }

  private void findCounted(int from, int to) {
    counted.clear();
    for (int i = from; i < to; i++) {
      counted.addWithout(inSeason.first[i], inSeason.last[i], exempt);
    }
  }

  /** §8, rolling. */
  private void standRolling(int n, StandingSink sink) {
    inSeason.setToIntersection(scope, series.seasonFirst, series.seasonLast);
    for (int from = 0; from < inSeason.size; ) {
      int to = endOfStretch(from, n);
      int stretchLast = inSeason.last[to - 1];
      findCounted(from, to);
      int anchor = lastMatchingByItsOwnVersion(inSeason.first[from], stretchLast);
      int piece = 0;
      while (piece < counted.size && counted.last[piece] <= anchor) {
        piece++;
      }
      if (piece < counted.size) {
        int first = Math.max(counted.first[piece], anchor + 1);
        int deadline = nthDay(counted, piece, first, n);
        if (deadline != VerdictSink.NEVER) {
          sink.standing(series, series.versionAt(first), stretchLast, first, deadline);
        }
      }
      from = to;
    }
  }

  /** The last contact of a stretch that matches the version valid on its own day, or NEVER. */
  private int lastMatchingByItsOwnVersion(int from, int to) {
    int found = VerdictSink.NEVER;
    for (int p : series.patterns) {
      for (int i = firstMatching(p, to + 1) - 1; i >= 0 && matching[p][i] >= from; i--) {
        if (series.patternOf(series.versionAt(matching[p][i])) == p) {
          found = Math.max(found, matching[p][i]);
          break;
        }
      }
    }
    return found;
  }
}
