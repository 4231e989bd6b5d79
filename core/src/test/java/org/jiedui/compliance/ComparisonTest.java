package org.jiedui.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.compliance.ChangedChild.ChangedWindows;
import org.jiedui.compliance.ComparisonReport.RuleTotals;
import org.jiedui.id.ChildId;
import org.jiedui.id.RuleId;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.RuleBookDiff;
import org.jiedui.rule.Scope;
import org.jiedui.text.Wording;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {

  private static final RuleId MONTHLY = RuleId.of("monthly");
  private static final RuleId WEEKLY = RuleId.of("weekly");
  private static final RuleId MILESTONES = RuleId.of("milestones");
  private static final Viewpoint NOVEMBER = Viewpoint.on(LocalDate.of(2025, 11, 20));

  private static Scenario year() {
    return Scenario.inTheSchoolYear2025();
  }

  private static Evaluator evaluator(ContactRule... rules) {
    return Evaluator.of(RuleBook.of(List.of(rules)), year().calendar());
  }

  private static CareRecord record(String id, Scenario scenario) {
    return CareRecord.packed(
        ChildId.of(id),
        scenario.facts(),
        scenario.record().exemptions(),
        scenario.record().contacts(),
        Scenario.ZONE);
  }

  /** What differs, as {@code child rule: before | after}. */
  private static List<String> texts(ComparisonReport report) {
    return report.changed().stream()
        .flatMap(child -> child.rules().stream().map(rule -> child.child() + " " + text(rule)))
        .toList();
  }

  private static String text(ChangedWindows windows) {
    return windows.rule() + ": " + windows.before() + " | " + windows.after();
  }

  private static final ContactRule ONCE = year().version("2025-09-01", "P1M", v -> v).rule(MONTHLY);
  private static final ContactRule TWICE_FROM_MID_OCTOBER =
      year()
          .version("2025-09-01", "P1M", v -> v)
          .version("2025-10-15", "P1M", v -> v.times(2))
          .rule(MONTHLY);

  @Test
  void report_timesFromOneToTwoFromADay_changesOnlyWindowsThatBeginAfterIt() {
    ComparisonReport report =
        evaluator(ONCE)
            .compareWith(evaluator(TWICE_FROM_MID_OCTOBER), NOVEMBER)
            // As in the worked example: November alone, which now waits for a second contact.
            .add(
                record(
                    "one",
                    year().inCare("2025-09-01/..").contacts("2025-09-03 2025-10-05 2025-11-02")))
            // Nothing was done in November, which stays pending; October begins before the change.
            .add(record("none", year().inCare("2025-09-01/..").contacts("2025-09-03")))
            // Two contacts in November meet both, the second of them later.
            .add(record("two", year().inCare("2025-09-01/..").contacts("2025-11-02 2025-11-19")))
            // In care before the change alone.
            .add(record("left", year().inCare("2025-09-01/2025-10-31").contacts("2025-10-20")))
            .report();
    assertThat(texts(report))
        .containsExactly(
            "one monthly: [2025-11-01/2025-11-30 MET 2025-11-02]"
                + " | [2025-11-01/2025-11-30 PENDING]",
            "two monthly: [2025-11-01/2025-11-30 MET 2025-11-02]"
                + " | [2025-11-01/2025-11-30 MET 2025-11-19]");
    assertThat(report.children()).isEqualTo(4);
    assertThat(report.viewpoint()).isEqualTo(NOVEMBER);
    // one: MET, MET, MET; none: MET, MISSED, PENDING; two: MISSED, MISSED, MET; left: MISSED, MET.
    assertThat(report.rules())
        .containsExactly(
            new RuleTotals(
                MONTHLY,
                Optional.of(new Counts(6, 0, 4, 1, 0, 0, 4, 4, 1)),
                Optional.of(new Counts(5, 0, 4, 2, 0, 0, 4, 4, 1))));
    assertThat(report.rules().get(0).before().orElseThrow().rate()).isEqualTo(new Rate(6, 10));
    assertThat(report.rules().get(0).after().orElseThrow().rate()).isEqualTo(new Rate(5, 9));
    assertThat(report.books().wordings())
        .extracting(Wording::english)
        .containsExactly(
            "rule monthly (rule): version from 2025-10-15 added: scope all; made by homeroom"
                + " teacher; with child; channels home visit; cadence P1M; times 2; season in term;"
                + " coverage at least half; days of grace 0");
  }

  @Test
  void report_rulesOfOneBookAlone_listAllTheirWindows() {
    ContactRule weekly = year().version("2025-11-10", "P1W", v -> v).rule(WEEKLY);
    ContactRule milestones =
        year().version("2025-09-01", "term-start,term-mid", v -> v).rule(MILESTONES);
    Scenario scenario = year().inCare("2025-09-01/..").contacts("2025-09-05 2025-11-12");
    ComparisonReport report =
        evaluator(milestones, ONCE)
            .compareWith(evaluator(ONCE, weekly), NOVEMBER)
            .add(record("a", scenario))
            .add(record("away", year()))
            .report();
    assertThat(texts(report))
        .containsExactly(
            "a milestones: [2025-09-01/2025-09-14 MET 2025-09-05, 2025-11-02/2025-11-15 MET"
                + " 2025-11-12] | []",
            "a weekly: [] | [2025-11-10/2025-11-16 MET 2025-11-12, 2025-11-17/2025-11-23 PENDING]");
    assertThat(report.rules())
        .extracting(RuleTotals::rule)
        .containsExactly(MILESTONES, MONTHLY, WEEKLY);
    RuleTotals removed = report.find(MILESTONES).orElseThrow();
    assertThat(removed.before()).contains(new Counts(2, 0, 0, 0, 0, 0, 1, 1, 1));
    assertThat(removed.after()).isEmpty();
    assertThat(report.find(WEEKLY).orElseThrow().before()).isEmpty();
    assertThat(report.find(MONTHLY).orElseThrow().before())
        .isEqualTo(report.find(MONTHLY).orElseThrow().after());
    assertThat(report.find(RuleId.of("letters"))).isEmpty();
  }

  @Test
  void report_anotherScope_takesWindowsAway() {
    ContactRule boarders =
        year().version("2025-09-01", "P1M", v -> v.scope(Scope.parse("boarding"))).rule(MONTHLY);
    assertThat(
            texts(
                evaluator(ONCE)
                    .compareWith(evaluator(boarders), Viewpoint.on(LocalDate.of(2025, 9, 20)))
                    .add(record("a", year().inCare("2025-09-01/..")))
                    .report()))
        .containsExactly("a monthly: [2025-09-01/2025-09-30 PENDING] | []");
  }

  @Test
  void report_ofAnotherCalendar_comparesItsWindows() {
    SchoolCalendar later =
        new Scenario()
            .terms("2025-1:2025-09-08/2026-01-17 2025-2:2026-02-24/2026-07-04", "")
            .calendar();
    Evaluator before = evaluator(ONCE);
    ComparisonReport report =
        before
            .compareWith(Evaluator.of(before.ruleBook(), later), NOVEMBER)
            .add(record("a", year().inCare("2025-09-01/..").contacts("2025-09-03 2025-10-01")))
            .report();
    assertThat(texts(report))
        .containsExactly(
            "a monthly: [2025-09-01/2025-09-30 MET 2025-09-03] | [2025-09-08/2025-09-30 MISSED]");
    assertThat(report.books().isEmpty()).isTrue();
  }

  @Test
  void report_anotherVersionThatAsksTheSame_isNoChange() {
    // The window is judged by version 2 instead of 1, and found the same.
    ContactRule split =
        year()
            .version("2025-08-01", "P1M", v -> v.times(2))
            .version("2025-09-01", "P1M", v -> v)
            .rule(MONTHLY);
    ComparisonReport report =
        evaluator(ONCE)
            .compareWith(evaluator(split), NOVEMBER)
            .add(record("a", year().inCare("2025-09-01/..").contacts("2025-09-03")))
            .report();
    assertThat(report.changed()).isEmpty();
    assertThat(report.books().isEmpty()).isFalse();
  }

  @Test
  void report_ofNoChild_hasTheTotalsOfEveryRule() {
    ComparisonReport report =
        evaluator(ONCE).compareWith(evaluator(TWICE_FROM_MID_OCTOBER), NOVEMBER).report();
    assertThat(report.children()).isZero();
    assertThat(report.changed()).isEmpty();
    assertThat(report.rules())
        .containsExactly(
            new RuleTotals(MONTHLY, Optional.of(Counts.NONE), Optional.of(Counts.NONE)));
  }

  @Test
  void add_childrenWhoseWindowsDoNotDiffer_allocatesNothing() {
    ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    assumeThat(threads.isThreadAllocatedMemoryEnabled()).isTrue();
    Comparison comparison =
        evaluator(ONCE).compareWith(evaluator(TWICE_FROM_MID_OCTOBER), NOVEMBER);
    CareRecord record =
        record("a", year().inCare("2025-09-01/..").contacts("2025-09-03 2025-10-05"));
    for (int i = 0; i < 100; i++) {
      comparison.add(record);
    }
    int children = 100_000;
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < children; i++) {
      comparison.add(record);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(comparison.report().changed()).isEmpty();
    assertThat(allocated).as("bytes for %s children", children).isLessThan(children);
  }

  // Against listings, compared one by one.

  private static final int SCENARIOS = 3000;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {20251210, 77})
  void report_ofABookAndItself_isEmpty(long seed) {
    int windows = 0;
    for (long each : new Random(seed).longs(SCENARIOS).toArray()) {
      RandomScenario made = RandomScenario.make(each, RandomScenario.allCadences(), List.of());
      // Made apart, so that they are equal but not the same.
      Evaluator again =
          RandomScenario.make(each, RandomScenario.allCadences(), List.of()).scenario().evaluator();
      ComparisonReport report =
          made.scenario()
              .evaluator()
              .compareWith(again, made.viewpoint())
              .add(made.scenario().packedRecord())
              .report();
      assertThat(report.changed()).as(made.text()).isEmpty();
      assertThat(report.books()).isEqualTo(new RuleBookDiff(ImmutableList.of(), false));
      assertThat(report.rules())
          .as(made.text())
          .allMatch(totals -> totals.before().equals(totals.after()));
      windows += (int) report.rules().get(0).before().orElseThrow().windows();
    }
    assertThat(windows).isGreaterThan(10_000);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {20251210, 77, 1_000_003})
  void report_ofRandomBooks_isTheDifferenceOfTheirListings(long seed) {
    Random random = new Random(seed);
    int differing = 0;
    int same = 0;
    for (int i = 0; i < SCENARIOS / 10; i++) {
      RandomScenario first = scenario(random);
      RandomScenario second = scenario(random);
      Evaluator before = Evaluator.of(book(first, random), first.scenario().calendar());
      Evaluator after = Evaluator.of(book(second, random), second.scenario().calendar());
      Comparison comparison = before.compareWith(after, first.viewpoint());
      Tally tallyBefore = before.newTally(first.viewpoint());
      Tally tallyAfter = after.newTally(first.viewpoint());
      List<ChangedChild> expected = new ArrayList<>();
      for (int c = 0; c < 10; c++) {
        CareRecord record = record("c" + c, scenario(random).scenario());
        comparison.add(record);
        tallyBefore.add(record);
        tallyAfter.add(record);
        List<ChangedWindows> rules = naive(before, after, record, first.viewpoint());
        if (rules.isEmpty()) {
          same++;
        } else {
          differing++;
          expected.add(new ChangedChild(record.childId(), ImmutableList.copyOf(rules)));
        }
      }
      ComparisonReport report = comparison.report();
      assertThat(report.changed())
          .as("seed %s, %s: %s and %s", seed, i, first.text(), second.text())
          .isEqualTo(expected);
      assertThat(report.children()).isEqualTo(10);
      for (RuleTotals totals : report.rules()) {
        assertTotals(totals.before(), tallyBefore.report().find(totals.rule()));
        assertTotals(totals.after(), tallyAfter.report().find(totals.rule()));
      }
    }
    assertThat(differing).isGreaterThan(500);
    assertThat(same).isGreaterThan(100);
  }

  private static RandomScenario scenario(Random random) {
    return RandomScenario.make(random.nextLong(), RandomScenario.allCadences(), List.of());
  }

  /** The scenario's rule under one of three ids, and perhaps the monthly one. */
  private static RuleBook book(RandomScenario scenario, Random random) {
    List<ContactRule> rules = new ArrayList<>();
    rules.add(scenario.scenario().rule(RandomScenario.one(List.of(WEEKLY, MILESTONES), random)));
    if (random.nextBoolean()) {
      rules.add(random.nextBoolean() ? ONCE : TWICE_FROM_MID_OCTOBER);
    }
    return RuleBook.of(rules);
  }

  private static List<ChangedWindows> naive(
      Evaluator before, Evaluator after, CareRecord record, Viewpoint viewpoint) {
    ImmutableSet<RuleId> ids =
        Stream.of(before, after)
            .flatMap(each -> each.ruleBook().rules().stream())
            .map(ContactRule::id)
            .collect(ImmutableSet.toImmutableSet());
    List<ChangedWindows> rules = new ArrayList<>();
    for (RuleId id : ids) {
      List<JudgedWindow> was = listing(before, id, record, viewpoint);
      List<JudgedWindow> is = listing(after, id, record, viewpoint);
      for (JudgedWindow window : List.copyOf(was)) {
        Optional<JudgedWindow> twin =
            is.stream().filter(other -> shown(other).equals(shown(window))).findFirst();
        if (twin.isPresent()) {
          was.remove(window);
          is.remove(twin.get());
        }
      }
      if (!was.isEmpty() || !is.isEmpty()) {
        rules.add(new ChangedWindows(id, ImmutableList.copyOf(was), ImmutableList.copyOf(is)));
      }
    }
    return rules;
  }

  private static List<JudgedWindow> listing(
      Evaluator evaluator, RuleId rule, CareRecord record, Viewpoint viewpoint) {
    if (evaluator.ruleBook().find(rule).isEmpty()) {
      return new ArrayList<>();
    }
    List<JudgedWindow> windows =
        new ArrayList<>(evaluator.judge(record, rule, viewpoint).windows());
    windows.sort(
        Comparator.comparing(JudgedWindow::days)
            .thenComparing(JudgedWindow::deadline)
            .thenComparing(JudgedWindow::verdict));
    return windows;
  }

  private static String shown(JudgedWindow window) {
    return window.text() + " by " + window.deadline();
  }

  private static void assertTotals(Optional<Counts> counts, Optional<RuleTally> tally) {
    assertThat(counts.isPresent()).isEqualTo(tally.isPresent());
    for (Verdict verdict : Verdict.values()) {
      assertThat(counts.map(each -> each.of(verdict)))
          .isEqualTo(tally.map(row -> (long) count(row, verdict)));
    }
    assertThat(counts.map(Counts::rate)).isEqualTo(tally.map(RuleTally::rate));
  }

  private static int count(RuleTally row, Verdict verdict) {
    return switch (verdict) {
      case MET -> row.met();
      case LATE -> row.late();
      case MISSED -> row.missed();
      case PENDING -> row.pending();
      case EXCUSED -> row.excused();
      case NOT_APPLICABLE -> row.notApplicable();
    };
  }
}
