package org.jiedui.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jiedui.id.RuleId;
import org.jiedui.rule.RuleBook;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

  private static final LocalDate FAR = LocalDate.of(2100, 1, 1);

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Scenario monthly(String inCare) {
    return Scenario.inTheSchoolYear2025().version("2025-09-01", "P1M", v -> v).inCare(inCare);
  }

  /** Written as {@code window, shown from/until}. */
  private static String shown(Standing standing) {
    return Scenario.text(standing)
        + ", shown "
        + standing.shownFrom().map(LocalDate::toString).orElse("..")
        + "/"
        + standing.shownUntil().map(LocalDate::toString).orElse("..");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          day        | state    | overdue
          2025-08-01 | UPCOMING | 0
          2025-08-31 | UPCOMING | 0
          2025-09-01 | DUE      | 0
          2025-09-30 | DUE      | 0
          2025-10-01 | OVERDUE  | 1
          2025-10-31 | OVERDUE  | 31
          2026-02-28 | OVERDUE  | 151
          """)
  void stateOn_aDay(LocalDate day, StandingState state, int overdue) {
    Standing standing =
        new Standing(
            Scenario.RULE,
            0,
            day("2025-09-01"),
            day("2025-09-30"),
            Optional.empty(),
            Optional.empty());
    assertThat(standing.stateOn(day)).isEqualTo(state);
    assertThat(standing.daysOverdueOn(day)).isEqualTo(overdue);
  }

  @Test
  void daysOverdueOn_countsFromTheDeadlineNotFromTheWindowsEnd() {
    // The deadline is the last scope day: the child leaves on the 27th.
    Standing standing = monthly("2025-09-01/2025-09-27").storedStandings().get(0);
    assertThat(shown(standing)).isEqualTo("2025-09-01/2025-09-27, shown ../2025-09-27");
    assertThat(standing.stateOn(day("2025-09-28"))).isEqualTo(StandingState.OVERDUE);
    assertThat(standing.daysOverdueOn(day("2025-09-29"))).isEqualTo(2);
    assertThat(standing.isShownOn(day("2025-09-28"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "none",
      textBlock =
          """
          shown from | shown until | day        | shown
          none       | none        | 0001-01-01 | true
          2025-09-01 | none        | 2025-08-31 | false
          2025-09-01 | none        | 2025-09-01 | true
          none       | 2025-09-30  | 2025-09-30 | true
          none       | 2025-09-30  | 2025-10-01 | false
          2025-09-01 | 2025-09-30  | 2025-09-15 | true
          """)
  void isShownOn_bothEndsAreIncluded(
      @Nullable LocalDate from, @Nullable LocalDate until, LocalDate day, boolean shown) {
    Standing standing =
        new Standing(
            Scenario.RULE,
            0,
            day("2025-09-01"),
            day("2025-09-30"),
            Optional.ofNullable(from),
            Optional.ofNullable(until));
    assertThat(standing.isShownOn(day)).isEqualTo(shown);
  }

  @Test
  void standings_severalRuns_followEachOther() {
    Scenario scenario =
        monthly("2025-09-01/2025-10-20 2025-12-01/2026-01-17 2026-03-01/..").contacts("2025-10-05");
    assertThat(scenario.storedStandings())
        .extracting(StandingTest::shown)
        .containsExactly(
            "2025-12-01/2025-12-31, shown ../2026-01-17",
            "2026-02-24/2026-03-31, shown 2026-01-18/..");
  }

  @Test
  void standing_runThatHasNone_givesWayToTheNextOne() {
    Scenario scenario =
        monthly("2025-09-01/2025-09-30 2025-12-01/2025-12-31").contacts("2025-09-05");
    assertThat(scenario.standing(Viewpoint.on(day("2025-09-10"))))
        .isEqualTo("2025-12-01/2025-12-31");
    assertThat(scenario.standing(Viewpoint.on(day("2025-11-01"))))
        .isEqualTo("2025-12-01/2025-12-31");
    assertThat(scenario.standing(Viewpoint.on(day("2026-01-01")))).isEqualTo("none");
  }

  @Test
  void standing_visitAfterTheMissedMonth_settlesIt() {
    Scenario scenario = monthly("2025-09-01/..").contacts("2025-09-05 2025-11-03");
    assertThat(scenario.standing(Viewpoint.on(day("2025-11-02"))))
        .isEqualTo("2025-10-01/2025-10-31");
    assertThat(scenario.standing(Viewpoint.on(day("2025-11-03"))))
        .isEqualTo("2025-12-01/2025-12-31");
    assertThat(scenario.windows(Viewpoint.on(day("2025-11-03"))))
        .contains("2025-10-01/2025-10-31 MISSED");
  }

  @Test
  void standings_ofABook_areInItsOrder() {
    Scenario monthly = monthly("2025-09-01/..");
    Scenario weekly = Scenario.inTheSchoolYear2025().version("2025-09-01", "P1W", v -> v);
    Evaluator evaluator =
        Evaluator.of(
            RuleBook.of(
                List.of(weekly.rule(RuleId.of("weekly")), monthly.rule(RuleId.of("monthly")))),
            monthly.calendar());
    assertThat(evaluator.standings(monthly.record()))
        .extracting(standing -> standing.rule() + " " + shown(standing))
        .containsExactly(
            "weekly 2025-09-01/2025-09-07, shown ../..",
            "monthly 2025-09-01/2025-09-30, shown ../..");
    assertThat(evaluator.standings(monthly.record(), Viewpoint.on(day("2025-09-01")))).hasSize(2);
  }

  /** A store keeps the standings; on each day it shows what the evaluator would say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          cadence                        | times
          P1W                            | 1
          P2W                            | 2
          P1M                            | 1
          term-start,term-mid,term-end   | 1
          per-term                       | 2
          per-year                       | 1
          every 14 days                  | 1
          every 40 days                  | 1
          after concern-raised 7 days    | 1
          """)
  void standings_kept_agreeOnEveryDayWithEverythingVisible(String cadence, int times) {
    long seed = 31;
    Random random = new Random(seed);
    int severalRuns = 0;
    for (int round = 0; round < 40; round++) {
      LocalDate start = day("2025-08-20").plusDays(random.nextInt(30));
      LocalDate left = start.plusDays(20 + random.nextInt(60));
      LocalDate back = left.plusDays(10 + random.nextInt(60));
      LocalDate left2 = back.plusDays(20 + random.nextInt(60));
      LocalDate back2 = left2.plusDays(10 + random.nextInt(60));
      LocalDate change = day("2025-10-01").plusDays(random.nextInt(100));
      Scenario scenario =
          Scenario.inTheSchoolYear2025()
              .version("2025-09-01", cadence, v -> v.times(times))
              .version(
                  change.toString(),
                  random.nextBoolean() ? cadence : "P1W",
                  v -> v.graceDays(random.nextInt(3)))
              .inCare(DateRange.ofClosed(start, left).toString())
              .inCare(DateRange.ofClosed(back, left2).toString())
              .inCare(DateRange.startingOn(back2).toString())
              .exempt(DateRange.ofClosed(change.plusDays(5), change.plusDays(25)).toString())
              .concerns(start.plusDays(3) + " " + back.plusDays(9) + " " + back2);
      LocalDate lastContact = start;
      for (int i = 0; i < random.nextInt(4); i++) {
        lastContact = lastContact.plusDays(random.nextInt(40));
        scenario.contacts(lastContact.toString());
      }
      List<Standing> kept = scenario.storedStandings();
      severalRuns += kept.size() > 1 ? 1 : 0;
      Evaluator evaluator = scenario.evaluator();
      CareRecord record = scenario.record();
      for (LocalDate on = lastContact; on.isBefore(day("2026-10-01")); on = on.plusDays(1)) {
        LocalDate today = on;
        assertThat(kept.stream().filter(standing -> standing.isShownOn(today)).toList())
            .as("seed %s, round %s, %s: %s", seed, round, today, kept)
            .isEqualTo(
                evaluator.standing(record, Scenario.RULE, Viewpoint.of(today, FAR)).stream()
                    .toList());
      }
    }
    assertThat(severalRuns).as("rounds with several runs").isPositive();
  }

  // Missed in a row.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          contacts              | exempt                | in care                             | as of      | missed in a row
          ''                    | ''                    | 2025-09-01/..                       | 2025-09-30 | 0
          ''                    | ''                    | 2025-09-01/..                       | 2025-10-01 | 1
          ''                    | ''                    | 2025-09-01/..                       | 2025-12-01 | 3
          # A deadline on the day itself has not passed.
          ''                    | ''                    | 2025-09-01/..                       | 2025-10-31 | 1
          2025-10-10            | ''                    | 2025-09-01/..                       | 2025-10-31 | 1
          2025-10-10            | ''                    | 2025-09-01/..                       | 2025-12-01 | 1
          2025-11-10            | ''                    | 2025-09-01/..                       | 2025-12-01 | 0
          # A month that is met early is not over: September still stands alone.
          2025-10-03            | ''                    | 2025-09-01/..                       | 2025-10-10 | 1
          2025-10-03            | ''                    | 2025-09-01/..                       | 2025-11-01 | 0
          # Excused and not applicable windows are skipped over.
          ''                    | 2025-10-01/2025-10-31 | 2025-09-01/..                       | 2025-12-01 | 2
          2025-09-10            | 2025-10-01/2025-10-31 | 2025-09-01/..                       | 2025-12-01 | 1
          ''                    | ''                    | 2025-09-01/2025-10-10 2025-10-28/.. | 2025-12-01 | 2
          ''                    | 2025-11-01/2025-11-30 | 2025-09-01/..                       | 2025-12-01 | 2
          ''                    | ''                    | 2025-09-01/2025-10-20               | 2025-12-01 | 1
          """)
  void missedInARow_overTheListing(
      String contacts, String exempt, String inCare, LocalDate asOf, int missed) {
    Scenario scenario = monthly(inCare).contacts(contacts).exempt(exempt);
    Listing listing = scenario.listing(Viewpoint.on(asOf));
    assertThat(listing.missedInARow()).as("%s", listing.windows()).isEqualTo(missed);
  }

  @Test
  void missedInARow_lateEndsTheRow() {
    Scenario scenario =
        Scenario.inTheSchoolYear2025()
            .version("2025-09-01", "P1M", v -> v.graceDays(5))
            .inCare("2025-09-01/..")
            .contacts("2025-11-03");
    Listing listing = scenario.listing(Viewpoint.on(day("2026-01-01")));
    assertThat(Splitter.on("; ").splitToList(scenario.windows(Viewpoint.on(day("2026-01-01")))))
        .contains("2025-10-01/2025-10-31 LATE 2025-11-03", "2025-12-01/2025-12-31 MISSED");
    assertThat(listing.missedInARow()).isEqualTo(1);
    assertThat(scenario.listing(Viewpoint.on(day("2025-11-30"))).missedInARow()).isZero();
  }
}
