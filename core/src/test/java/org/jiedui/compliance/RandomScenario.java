package org.jiedui.compliance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jiedui.rule.Coverage;
import org.jiedui.rule.RuleVersion;
import org.jiedui.rule.Season;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;

/**
 * A child and a rule over the school year of a leap day, made of one seed.
 *
 * @param scenario what the evaluator is given
 * @param care the days in care
 * @param exempt the exempt days
 * @param concerns the days on which a concern was raised
 * @param contacts the contacts as texts, see {@link Scenario#contacts}
 * @param viewpoint the dates under which to judge
 * @param text all of it in words, for the message of a test that fails
 */
record RandomScenario(
    Scenario scenario,
    List<DateRange> care,
    List<DateRange> exempt,
    List<LocalDate> concerns,
    List<String> contacts,
    Viewpoint viewpoint,
    String text) {

  static final LocalDate FIRST = LocalDate.of(2023, 9, 1);

  static final List<String> WINDOWED =
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
  static final List<String> ROLLING =
      List.of("every 7 days", "every 14 days", "every 30 days", "every 45 days");
  static final List<String> AFTER_EVENTS =
      List.of("after concern-raised 7 days", "after concern-raised 30 days");

  private static LocalDate someDay(Random random) {
    return FIRST.minusDays(20).plusDays(random.nextInt(340));
  }

  private static DateRange somePeriod(Random random, int longest) {
    LocalDate first = someDay(random);
    return DateRange.ofClosed(first, first.plusDays(random.nextInt(longest)));
  }

  static <T> T one(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  /** The same seed makes the same scenario; more contacts change nothing else. */
  static RandomScenario make(long seed, List<String> cadences, List<String> moreContacts) {
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
    return new RandomScenario(
        scenario,
        care,
        exempt,
        Stream.of(concerns.split(" ")).map(LocalDate::parse).toList(),
        contacts,
        Viewpoint.of(asOf, knownOn),
        text.toString());
  }

  static List<String> allCadences() {
    List<String> all = new ArrayList<>(WINDOWED);
    all.addAll(ROLLING);
    all.addAll(AFTER_EVENTS);
    return all;
  }
}
