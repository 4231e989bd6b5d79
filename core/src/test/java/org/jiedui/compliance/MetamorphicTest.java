package org.jiedui.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jiedui.rule.Coverage;
import org.jiedui.rule.RuleVersion;
import org.jiedui.rule.Season;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must stay true of any child and rule when one thing is added; seeds are printed. */
class MetamorphicTest {

  private static final int SCENARIOS = 2000;
  private static final LocalDate FIRST = LocalDate.of(2023, 9, 1);

  private static final List<String> WINDOWED =
      List.of(
          "P1W",
          "P2W",
          "P1M",
          "P2M",
          "P3M",
          "term-start,term-mid,term-end",
          "term-mid",
          "per-term",
          "per-year");
  private static final List<String> ROLLING =
      List.of("every 7 days", "every 14 days", "every 30 days", "every 45 days");
  private static final List<String> AFTER_EVENTS =
      List.of("after concern-raised 7 days", "after concern-raised 30 days");

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

  /** A child and a rule over the school year of a leap day, made of one seed. */
  private record Made(Scenario scenario, LocalDate asOf, LocalDate knownOn, String text) {

    Viewpoint viewpoint() {
      return Viewpoint.of(asOf, knownOn);
    }
  }

  private static LocalDate someDay(Random random) {
    return FIRST.minusDays(20).plusDays(random.nextInt(340));
  }

  private static DateRange somePeriod(Random random, int longest) {
    LocalDate first = someDay(random);
    return DateRange.ofClosed(first, first.plusDays(random.nextInt(longest)));
  }

  private static <T> T one(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  /** The same seed makes the same scenario; more contacts change nothing else. */
  private static Made make(long seed, List<String> cadences, List<String> moreContacts) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("seed " + seed + ":");
    Scenario scenario =
        new Scenario()
            .terms(
                "2023-1:2023-09-01/2024-01-19 2023-2:2024-02-19/2024-07-05",
                random.nextInt(4) == 0 ? "2023-1:term-mid:2023-11-06/2023-11-19" : "");
    String cadence = one(cadences, random);
    LocalDate from = FIRST.minusDays(10).plusDays(random.nextInt(60));
    int versions = 1 + random.nextInt(3);
    Season season = one(List.of(Season.values()), random);
    for (int i = 0; i < versions; i++) {
      boolean rolling = cadence.startsWith("every");
      int times = rolling ? 1 : 1 + random.nextInt(3);
      int grace = random.nextInt(7);
      Coverage coverage = one(List.of(Coverage.values()), random);
      boolean last = i == versions - 1 && random.nextInt(4) == 0;
      LocalDate until = from.plusDays(40 + random.nextInt(200));
      Season now = season;
      scenario.version(
          from.toString(),
          cadence,
          v -> {
            RuleVersion.Builder version =
                v.season(now).times(times).graceDays(grace).coverage(coverage);
            return last ? version.until(until) : version;
          });
      text.append(
          String.format(" %s from %s x%d +%d %s %s;", cadence, from, times, grace, coverage, now));
      from = from.plusDays(20 + random.nextInt(90));
      if (random.nextInt(3) == 0) {
        cadence = one(cadences, random);
        season = one(List.of(Season.values()), random);
      }
    }
    List<DateRange> care = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      care.add(
          random.nextInt(3) == 0 ? DateRange.startingOn(someDay(random)) : somePeriod(random, 200));
    }
    care.forEach(period -> scenario.inCare(period.toString()));
    List<DateRange> exempt = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      exempt.add(somePeriod(random, 30));
    }
    exempt.forEach(period -> scenario.exempt(period.toString()));
    String concerns = someDay(random) + " " + someDay(random);
    scenario.concerns(concerns);
    List<String> contacts = new ArrayList<>();
    for (int i = random.nextInt(14); i > 0; i--) {
      LocalDate day = someDay(random);
      String recorded = random.nextInt(4) == 0 ? "@" + day.plusDays(random.nextInt(20)) : "";
      String voided = random.nextInt(8) == 0 ? "!" + day.plusDays(20 + random.nextInt(30)) : "";
      contacts.add(day + recorded + voided);
    }
    contacts.addAll(moreContacts);
    LocalDate asOf = FIRST.plusDays(random.nextInt(400));
    LocalDate knownOn = asOf.plusDays(random.nextInt(40) - 10);
    scenario.contacts(String.join(" ", contacts));
    text.append(" care " + care + " exempt " + exempt + " concerns " + concerns)
        .append(" contacts " + contacts + " as of " + asOf + " known on " + knownOn);
    return new Made(scenario, asOf, knownOn, text.toString());
  }

  private static List<String> allCadences() {
    List<String> all = new ArrayList<>(WINDOWED);
    all.addAll(ROLLING);
    all.addAll(AFTER_EVENTS);
    return all;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void judge_oneMatchingContactMore_neverWorsensAWindow(long seed) {
    List<String> cadences = new ArrayList<>(WINDOWED);
    cadences.addAll(AFTER_EVENTS);
    int lifted = 0;
    for (long each : seedsOf(seed)) {
      Made before = make(each, cadences, List.of());
      List<JudgedWindow> old = before.scenario().listing(before.viewpoint()).windows();
      if (old.isEmpty()) {
        continue;
      }
      Random random = new Random(~each);
      DateRange window = one(old, random).days();
      // In it, or up to a week after it, where it may be in the grace.
      LocalDate added =
          window.start().plusDays(random.nextInt((int) window.length().orElseThrow() + 7));
      Made after = make(each, cadences, List.of(added + "@" + FIRST.minusDays(40)));
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
      Made made = make(each, allCadences(), List.of());
      LocalDate next = made.asOf().plusDays(1);
      if (made.scenario().hasContactOn(next)) {
        continue;
      }
      List<JudgedWindow> today = made.scenario().listing(made.viewpoint()).windows();
      List<JudgedWindow> tomorrow =
          made.scenario().listing(Viewpoint.of(next, made.knownOn())).windows();
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
  void tally_ofOneChild_isTheSumOfItsListing(long seed) {
    for (long each : seedsOf(seed)) {
      Made made = make(each, allCadences(), List.of());
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
    Made first = make(seed, allCadences(), List.of());
    Evaluator evaluator = first.scenario().evaluator();
    Tally tally = evaluator.newTally(first.viewpoint());
    Tally packed = evaluator.newTally(first.viewpoint());
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (long each : seedsOf(seed)) {
      Made made = make(each, allCadences(), List.of());
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
      Made made = make(each, allCadences(), List.of());
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
