package org.jiedui.compliance;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiedui.calendar.Milestone;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.Coverage;
import org.jiedui.rule.RuleVersion;
import org.jiedui.rule.Season;

/**
 * The contact rules written down a second time, as simply as can be: it looks at each day by itself
 * and knows nothing of the evaluator's columns, intervals and bit tests. Slow on purpose.
 *
 * <p>All contacts are of a kind that the rule accepts, and care and exemptions are known from the
 * start: what is varied is days.
 */
final class NaiveEvaluator {

  /** Day 0. Everything happens within a few years from here. */
  private static final LocalDate ORIGIN = LocalDate.of(2023, 1, 1);

  private static final int DAYS = 365 * 4;

  private final ContactRule rule;
  private final SchoolCalendar calendar;
  private final boolean[] care = new boolean[DAYS];
  private final boolean[] exempt = new boolean[DAYS];
  private final List<Integer> events = new ArrayList<>();
  private final List<Integer> contacts = new ArrayList<>();
  private final int asOf;
  private final int horizon;

  private final List<Line> listing = new ArrayList<>();
  private final List<int[]> standings = new ArrayList<>();

  private record Line(int first, int last, String verdict) {}

  NaiveEvaluator(RandomScenario random) {
    rule = random.scenario().rule();
    calendar = random.scenario().calendar();
    asOf = day(random.viewpoint().asOf());
    horizon = day(calendar.horizon());
    int knownOn = day(random.viewpoint().knownOn());
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = ORIGIN.plusDays(day);
      care[day] = random.care().stream().anyMatch(period -> period.contains(date));
      exempt[day] = random.exempt().stream().anyMatch(period -> period.contains(date));
    }
    random.concerns().stream().map(NaiveEvaluator::day).distinct().sorted().forEach(events::add);
    for (String text : random.contacts()) {
      List<String> voided = Splitter.on('!').splitToList(text);
      List<String> recorded = Splitter.on('@').splitToList(voided.get(0));
      int made = day(LocalDate.parse(recorded.get(0)));
      int known = recorded.size() > 1 ? day(LocalDate.parse(recorded.get(1))) : made;
      int gone = voided.size() > 1 ? day(LocalDate.parse(voided.get(1))) : Integer.MAX_VALUE;
      if (made <= asOf && known <= knownOn && gone > knownOn) {
        contacts.add(made);
      }
    }
    contacts.sort(Comparator.naturalOrder());
    evaluate();
  }

  private static int day(LocalDate date) {
    return (int) (date.toEpochDay() - ORIGIN.toEpochDay());
  }

  private static String text(int day) {
    return ORIGIN.plusDays(day).toString();
  }

  String windows() {
    return listing.stream()
        .sorted(Comparator.comparingInt(Line::first).thenComparingInt(Line::last))
        .map(line -> text(line.first()) + "/" + text(line.last()) + " " + line.verdict())
        .collect(joining("; "));
  }

  String standing() {
    return standings.stream()
        .filter(standing -> standing[0] >= asOf)
        .min(Comparator.comparingInt(standing -> standing[0]))
        .map(standing -> text(standing[1]) + "/" + text(standing[2]))
        .orElse("none");
  }

  private void evaluate() {
    List<RuleVersion> all = rule.versions();
    int from = 0;
    for (int i = 1; i <= all.size(); i++) {
      boolean continues =
          i < all.size()
              && all.get(i).cadence().text().equals(all.get(i - 1).cadence().text())
              && all.get(i).scope().text().equals(all.get(i - 1).scope().text())
              && (all.get(i).season() == all.get(i - 1).season()
                  || !all.get(i).cadence().text().matches("P.*|every.*"));
      if (!continues) {
        Optional<LocalDate> end =
            i < all.size()
                ? Optional.of(all.get(i).validFrom().minusDays(1))
                : all.get(i - 1).validUntil();
        new Series(all.subList(from, i), end).evaluate();
        from = i;
      }
    }
  }

  /** Versions that continue each other. */
  private final class Series {

    private final List<RuleVersion> versions;
    private final boolean[] scope = new boolean[DAYS];
    private final int[] runLast = new int[DAYS];
    private final List<Integer> matching = new ArrayList<>();

    Series(List<RuleVersion> versions, Optional<LocalDate> end) {
      this.versions = versions;
      int first = day(versions.get(0).validFrom());
      int last = end.map(NaiveEvaluator::day).orElse(DAYS - 1);
      for (int day = 0; day < DAYS; day++) {
        scope[day] = care[day] && first <= day && day <= last;
      }
      for (int day = DAYS - 1; day >= 0; day--) {
        if (scope[day]) {
          runLast[day] = day;
          for (int later = day + 1; later <= day + 28 && later < DAYS; later++) {
            if (scope[later]) {
              runLast[day] = runLast[later];
              break;
            }
          }
        }
      }
      contacts.stream().filter(day -> scope[day]).forEach(matching::add);
    }

    RuleVersion versionOn(int day) {
      RuleVersion found = versions.get(0);
      for (RuleVersion version : versions) {
        if (day(version.validFrom()) <= day) {
          found = version;
        }
      }
      return found;
    }

    void evaluate() {
      Cadence cadence = versions.get(0).cadence();
      if (cadence instanceof Cadence.Rolling rolling) {
        rolling(rolling.days());
      } else if (cadence instanceof Cadence.AfterEvent after) {
        afterEvents(after.days());
      } else {
        windows(cadence).forEach(window -> judge(window[0], window[1]));
      }
    }

    int count(int first, int last, boolean[] days) {
      int count = 0;
      for (int day = Math.max(0, first); day <= last && day < DAYS; day++) {
        count += days[day] ? 1 : 0;
      }
      return count;
    }

    /** The day of the n-th matching contact from a day on. */
    Optional<Integer> nth(int n, int first, int last) {
      return matching.stream().filter(day -> first <= day && day <= last).skip(n - 1).findFirst();
    }

    void stand(int run, int first, int deadline) {
      if (standings.stream().noneMatch(standing -> standing[0] == run)) {
        standings.add(new int[] {run, first, deadline});
      }
    }

    void list(int first, int last, String verdict) {
      if (first <= asOf) {
        listing.add(new Line(first, last, verdict));
      }
    }

    void judge(int first, int last) {
      int length = last - first + 1;
      int inScope = count(first, last, scope);
      if (inScope == 0) {
        return;
      }
      int deadline = last;
      while (!scope[deadline]) {
        deadline--;
      }
      RuleVersion version = versionOn(first);
      boolean enough =
          switch (version.coverage()) {
            case HALF -> 2 * inScope >= length;
            case WHOLE -> inScope == length;
            case ANY -> true;
          };
      int free = 0;
      for (int day = first; day <= last; day++) {
        free += scope[day] && !exempt[day] ? 1 : 0;
      }
      boolean excused = version.coverage() == Coverage.ANY ? free == 0 : 2 * free < length;
      int times = version.times();
      if (enough && !excused && nth(times, first, DAYS).isEmpty()) {
        stand(runLast[deadline], first, deadline);
      }
      Optional<Integer> met = nth(times, first, last);
      Optional<Integer> late = nth(times, first, Math.max(last, deadline + version.graceDays()));
      boolean lateInTime = late.isPresent() && late.get() <= deadline + version.graceDays();
      if (!enough) {
        list(first, last, "NOT_APPLICABLE");
      } else if (met.isPresent()) {
        list(first, last, "MET " + text(met.get()));
      } else if (excused) {
        list(first, last, "EXCUSED");
      } else if (asOf <= deadline) {
        list(first, last, "PENDING");
      } else if (lateInTime) {
        list(first, last, "LATE " + text(late.get()));
      } else if (deadline < last && deadline == runLast[deadline]) {
        list(first, last, "EXCUSED");
      } else {
        list(first, last, "MISSED");
      }
    }

    void afterEvents(int n) {
      for (int event : events) {
        if (event > horizon || !validOn(event)) {
          continue;
        }
        int start = event;
        while (start <= event + 30 && !scope[start]) {
          start++;
        }
        List<Integer> counted = new ArrayList<>();
        if (start <= event + 30) {
          for (int day = start; day <= runLast[start]; day++) {
            if (scope[day] && !exempt[day]) {
              counted.add(day);
            }
          }
        }
        if (counted.isEmpty()) {
          list(event, event + n, "NOT_APPLICABLE");
          continue;
        }
        boolean cut = counted.size() <= n;
        int last = cut ? runLast[start] : counted.get(n);
        RuleVersion version = versionOn(event);
        if (nth(version.times(), event, DAYS).isEmpty()) {
          stand(runLast[start], event, last);
        }
        Optional<Integer> met = nth(version.times(), event, last);
        Optional<Integer> late = nth(version.times(), event, last + version.graceDays());
        if (met.isPresent()) {
          list(event, last, "MET " + text(met.get()));
        } else if (asOf <= last) {
          list(event, last, "PENDING");
        } else if (late.isPresent()) {
          list(event, last, "LATE " + text(late.get()));
        } else {
          list(event, last, cut ? "EXCUSED" : "MISSED");
        }
      }
    }

    boolean validOn(int day) {
      LocalDate date = ORIGIN.plusDays(day);
      RuleVersion version = versionOn(day);
      boolean begun = !version.validFrom().isAfter(date);
      boolean ended = version.validUntil().map(end -> end.isBefore(date)).orElse(false);
      int next = rule.versions().indexOf(versions.get(versions.size() - 1)) + 1;
      boolean replaced =
          next < rule.versions().size() && !rule.versions().get(next).validFrom().isAfter(date);
      return begun && !ended && !replaced;
    }

    void rolling(int n) {
      boolean termsOnly = versions.get(0).season() == Season.TERM;
      boolean[] inSeason = new boolean[DAYS];
      for (int day = 0; day <= horizon; day++) {
        LocalDate date = ORIGIN.plusDays(day);
        inSeason[day] = scope[day] && (!termsOnly || calendar.termOn(date).isPresent());
      }
      int previous = Integer.MIN_VALUE / 2;
      List<List<Integer>> stretches = new ArrayList<>();
      for (int day = 0; day < DAYS; day++) {
        if (inSeason[day]) {
          if (day - previous - 1 >= Math.max(28, n)) {
            stretches.add(new ArrayList<>());
          }
          stretches.get(stretches.size() - 1).add(day);
          previous = day;
        }
      }
      stretches.forEach(stretch -> rollingStretch(n, stretch));
    }

    void rollingStretch(int n, List<Integer> stretch) {
      List<Integer> counted = stretch.stream().filter(day -> !exempt[day]).toList();
      int last = stretch.get(stretch.size() - 1);
      int settled =
          matching.stream()
              .filter(day -> stretch.get(0) <= day && day <= last)
              .reduce((earlier, later) -> later)
              .orElse(-1);
      List<Integer> ahead = counted.stream().filter(day -> day > settled).toList();
      if (ahead.size() >= n) {
        stand(last, ahead.get(0), ahead.get(n - 1));
      }
      int anchor = -1;
      while (true) {
        int after = anchor;
        List<Integer> left = counted.stream().filter(day -> day > after).toList();
        if (left.isEmpty() || left.get(0) > asOf) {
          return;
        }
        int first = left.get(0);
        if (left.size() < n) {
          list(first, left.get(left.size() - 1), "NOT_APPLICABLE");
          return;
        }
        int end = left.get(n - 1);
        int grace = versionOn(first).graceDays();
        List<Integer> within = between(first, end);
        List<Integer> afterwards = between(end + 1, end + grace);
        if (!within.isEmpty()) {
          list(first, end, "MET " + text(within.get(0)));
          anchor = within.get(within.size() - 1);
        } else if (asOf <= end) {
          list(first, end, "PENDING");
          return;
        } else if (!afterwards.isEmpty()) {
          list(first, end, "LATE " + text(afterwards.get(0)));
          anchor = afterwards.get(afterwards.size() - 1);
        } else {
          list(first, end, "MISSED");
          anchor = end;
        }
      }
    }

    List<Integer> between(int first, int last) {
      return matching.stream().filter(day -> first <= day && day <= last).toList();
    }

    /** The windows of a schedule: each day of a term or year is given to one, or to none. */
    List<int[]> windows(Cadence cadence) {
      List<int[]> windows = new ArrayList<>();
      if (cadence instanceof Cadence.PerTerm) {
        calendar.terms().forEach(t -> windows.add(new int[] {day(t.first()), day(t.last())}));
      } else if (cadence instanceof Cadence.PerYear) {
        calendar
            .years()
            .forEach(
                y ->
                    windows.add(
                        new int[] {day(y.days().start()), day(y.days().last().orElseThrow())}));
      } else if (cadence instanceof Cadence.Milestones milestones) {
        for (Term term : calendar.terms()) {
          for (Milestone milestone : milestones.which()) {
            milestone(term, milestone).ifPresent(windows::add);
          }
        }
      } else if (versions.get(0).season() == Season.YEAR) {
        LocalDate start = anchor(cadence, versions.get(0).validFrom());
        while (day(start) <= horizon) {
          LocalDate next = next(cadence, start);
          windows.add(new int[] {day(start), day(next) - 1});
          start = next;
        }
      } else {
        calendar.terms().forEach(term -> windows.addAll(pieces(cadence, term)));
      }
      windows.sort(Arrays::compare);
      return windows;
    }

    private Optional<int[]> milestone(Term term, Milestone milestone) {
      if (!term.givenMilestones().isEmpty()) {
        return Optional.ofNullable(term.givenMilestones().get(milestone))
            .map(given -> new int[] {day(given.start()), day(given.last().orElseThrow())});
      }
      int first = day(term.first());
      int last = day(term.last());
      int middle = first + Math.floorDiv(last - first + 1 - 14, 2);
      return Optional.of(
          switch (milestone) {
            case TERM_START -> new int[] {first, first + 13};
            case TERM_MID -> new int[] {middle, middle + 13};
            case TERM_END -> new int[] {last - 13, last};
          });
    }

    private static LocalDate anchor(Cadence cadence, LocalDate day) {
      return cadence instanceof Cadence.Months
          ? day.withDayOfMonth(1)
          : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private LocalDate next(Cadence cadence, LocalDate start) {
      if (cadence instanceof Cadence.Months months) {
        return start.plusMonths(months.count());
      }
      return start.plusWeeks(((Cadence.Weeks) cadence).count());
    }

    private List<int[]> pieces(Cadence cadence, Term term) {
      List<int[]> pieces = new ArrayList<>();
      List<Boolean> stubs = new ArrayList<>();
      LocalDate start = anchor(cadence, term.first());
      while (!start.isAfter(term.last())) {
        LocalDate next = next(cadence, start);
        int first = Math.max(day(start), day(term.first()));
        int last = Math.min(day(next) - 1, day(term.last()));
        pieces.add(new int[] {first, last});
        stubs.add(2 * (last - first + 1) < day(next) - day(start));
        start = next;
      }
      boolean firstIsStub = stubs.get(0);
      boolean lastIsStub = stubs.get(stubs.size() - 1);
      if (pieces.size() > 1 && firstIsStub) {
        pieces.get(1)[0] = pieces.get(0)[0];
        pieces.remove(0);
        lastIsStub &= stubs.size() > 2;
      }
      if (pieces.size() > 1 && lastIsStub) {
        pieces.get(pieces.size() - 2)[1] = pieces.get(pieces.size() - 1)[1];
        pieces.remove(pieces.size() - 1);
      }
      return pieces;
    }
  }
}
