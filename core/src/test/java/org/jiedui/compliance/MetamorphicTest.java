package org.jiedui.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must stay true of any child and rule when one thing is added; seeds are printed. */
class MetamorphicTest {

  private static final int SCENARIOS = 2000;

  /** How good a verdict is for the child's file; a contact may lift it, never lower it. */
  private static final Map<Verdict, Integer> WORTH =
      new EnumMap<>(
          Map.of(
              Verdict.MISSED, 0,
              Verdict.PENDING, 1,
              Verdict.EXCUSED, 1,
              Verdict.LATE, 2,
              Verdict.MET, 3,
              Verdict.NOT_APPLICABLE, 4));

  static LongStream seeds() {
    return LongStream.of(20240229, 7, 1_000_003);
  }

  /** A seed for each scenario: neighbouring seeds would make scenarios that are alike. */
  private static long[] seedsOf(long seed) {
    return new Random(seed).longs(SCENARIOS).toArray();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void judge_oneMatchingContactMore_neverWorsensAWindow(long seed) {
    List<String> cadences = new ArrayList<>(RandomScenario.WINDOWED);
    cadences.addAll(RandomScenario.AFTER_EVENTS);
    int lifted = 0;
    for (long each : seedsOf(seed)) {
      RandomScenario before = RandomScenario.make(each, cadences, List.of());
      List<JudgedWindow> old = before.scenario().listing(before.viewpoint()).windows();
      if (old.isEmpty()) {
        continue;
      }
      Random random = new Random(~each);
      DateRange window = RandomScenario.one(old, random).days();
      // In it, or up to a week after it, where it may be in the grace.
      LocalDate added =
          window.start().plusDays(random.nextInt((int) window.length().orElseThrow() + 7));
      RandomScenario after =
          RandomScenario.make(
              each, cadences, List.of(added + "@" + RandomScenario.FIRST.minusDays(40)));
      List<JudgedWindow> now = after.scenario().listing(before.viewpoint()).windows();
      assertThat(now)
          .as("%s, and %s", before.text(), added)
          .extracting(JudgedWindow::days)
          .containsExactlyElementsOf(old.stream().map(JudgedWindow::days).toList());
      for (int w = 0; w < old.size(); w++) {
        Verdict was = old.get(w).verdict();
        Verdict is = now.get(w).verdict();
        assertThat(WORTH.get(is))
            .as("%s, and %s: %s became %s", before.text(), added, old.get(w), now.get(w))
            .isGreaterThanOrEqualTo(WORTH.get(was));
        if (was == is) {
          assertThat(now.get(w).settledOn().orElse(LocalDate.MAX))
              .as("%s, and %s", before.text(), added)
              .isBeforeOrEqualTo(old.get(w).settledOn().orElse(LocalDate.MAX));
        } else {
          assertThat(is).as("%s, and %s", before.text(), added).isIn(Verdict.MET, Verdict.LATE);
          lifted++;
        }
      }
    }
    assertThat(lifted).as("windows that the contact lifted").isGreaterThan(100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void judge_theDayAfterWithNothingNew_keepsWhatWasMet(long seed) {
    int met = 0;
    for (long each : seedsOf(seed)) {
      RandomScenario made = RandomScenario.make(each, RandomScenario.allCadences(), List.of());
      LocalDate next = made.viewpoint().asOf().plusDays(1);
      if (made.scenario().hasContactOn(next)) {
        continue;
      }
      List<JudgedWindow> today = made.scenario().listing(made.viewpoint()).windows();
      List<JudgedWindow> tomorrow =
          made.scenario().listing(Viewpoint.of(next, made.viewpoint().knownOn())).windows();
      List<JudgedWindow> settled =
          today.stream().filter(window -> window.verdict() == Verdict.MET).toList();
      assertThat(tomorrow).as(made.text()).containsAll(settled);
      // Time alone turns only what was pending.
      assertThat(tomorrow)
          .as(made.text())
          .containsAll(
              today.stream().filter(window -> window.verdict() != Verdict.PENDING).toList());
      met += settled.size();
    }
    assertThat(met).as("windows that were met").isGreaterThan(100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void standing_andVerdicts_agree(long seed) {
    int standings = 0;
    for (long each : seedsOf(seed)) {
      RandomScenario made = RandomScenario.make(each, RandomScenario.WINDOWED, List.of());
      LocalDate asOf = made.viewpoint().asOf();
      List<JudgedWindow> windows = made.scenario().listing(made.viewpoint()).windows();
      Optional<Standing> standing =
          made.scenario()
              .evaluator()
              .standing(made.scenario().record(), Scenario.RULE, made.viewpoint());
      if (standing.isPresent() && !standing.get().opens().isAfter(asOf)) {
        // What is due or overdue is in the listing: open, or its time has passed.
        standings++;
        assertThat(windows)
            .as(made.text())
            .filteredOn(window -> window.days().start().equals(standing.get().opens()))
            .filteredOn(window -> window.deadline().equals(standing.get().deadline()))
            .extracting(JudgedWindow::ground)
            .containsExactly(
                asOf.isAfter(standing.get().deadline())
                    ? Ground.DEADLINE_PASSED
                    : Ground.STILL_OPEN);
      }
      // What is open today, and in scope today, is due today or something before it is.
      for (JudgedWindow window : windows) {
        if (window.verdict() == Verdict.PENDING && isInCare(made, asOf)) {
          assertThat(standing).as(made.text()).isPresent();
          assertThat(standing.get().deadline())
              .as(made.text())
              .isBeforeOrEqualTo(window.deadline());
        }
      }
    }
    assertThat(standings).as("standings that are due").isGreaterThan(50);
  }

  private static boolean isInCare(RandomScenario made, LocalDate day) {
    return made.care().stream().anyMatch(days -> days.contains(day));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void tally_ofOneChild_isTheSumOfItsListing(long seed) {
    for (long each : seedsOf(seed)) {
      RandomScenario made = RandomScenario.make(each, RandomScenario.allCadences(), List.of());
      Evaluator evaluator = made.scenario().evaluator();
      RuleTally tally =
          evaluator
              .newTally(made.viewpoint())
              .add(made.scenario().record())
              .report()
              .rules()
              .get(0);
      Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
      for (JudgedWindow window : made.scenario().listing(made.viewpoint()).windows()) {
        counts.merge(window.verdict(), 1, Integer::sum);
      }
      assertThat(
              List.of(
                  tally.met(),
                  tally.late(),
                  tally.missed(),
                  tally.pending(),
                  tally.excused(),
                  tally.notApplicable()))
          .as(made.text())
          .containsExactlyElementsOf(
              List.of(
                      Verdict.MET,
                      Verdict.LATE,
                      Verdict.MISSED,
                      Verdict.PENDING,
                      Verdict.EXCUSED,
                      Verdict.NOT_APPLICABLE)
                  .stream()
                  .map(verdict -> counts.getOrDefault(verdict, 0))
                  .toList());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void tally_ofManyChildren_isTheSumOfTheirListings(long seed) {
    // One judge looks at one child after another: nothing of the last may stay.
    RandomScenario first = RandomScenario.make(seed, RandomScenario.allCadences(), List.of());
    Evaluator evaluator = first.scenario().evaluator();
    Tally tally = evaluator.newTally(first.viewpoint());
    Tally packed = evaluator.newTally(first.viewpoint());
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (long each : seedsOf(seed)) {
      RandomScenario made = RandomScenario.make(each, RandomScenario.allCadences(), List.of());
      CareRecord record = made.scenario().record();
      tally.add(record);
      packed.add(made.scenario().packedRecord());
      evaluator
          .judge(record, Scenario.RULE, first.viewpoint())
          .windows()
          .forEach(window -> counts.merge(window.verdict(), 1, Integer::sum));
    }
    RuleTally row = tally.report().rules().get(0);
    assertThat(row.windows()).isEqualTo(counts.values().stream().mapToInt(n -> n).sum());
    assertThat(row.met()).isEqualTo(counts.getOrDefault(Verdict.MET, 0));
    assertThat(row.missed()).isEqualTo(counts.getOrDefault(Verdict.MISSED, 0));
    assertThat(row.late()).isEqualTo(counts.getOrDefault(Verdict.LATE, 0));
    assertThat(row.excused()).isEqualTo(counts.getOrDefault(Verdict.EXCUSED, 0));
    assertThat(packed.report()).isEqualTo(tally.report());
    assertThat(tally.report().children()).isEqualTo(SCENARIOS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void record_packedOrNot_isJudgedTheSame(long seed) {
    for (long each : seedsOf(seed)) {
      RandomScenario made = RandomScenario.make(each, RandomScenario.allCadences(), List.of());
      Evaluator evaluator = made.scenario().evaluator();
      CareRecord packed = made.scenario().packedRecord();
      assertThat(evaluator.judge(packed, Scenario.RULE, made.viewpoint()))
          .as(made.text())
          .isEqualTo(made.scenario().listing(made.viewpoint()));
      assertThat(evaluator.standings(packed))
          .as(made.text())
          .isEqualTo(made.scenario().storedStandings());
      assertThat(evaluator.newTally(made.viewpoint()).add(packed).report())
          .as(made.text())
          .isEqualTo(evaluator.newTally(made.viewpoint()).add(made.scenario().record()).report());
    }
  }
}
