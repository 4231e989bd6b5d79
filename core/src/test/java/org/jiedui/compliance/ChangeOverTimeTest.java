package org.jiedui.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiedui.child.CareFacts;
import org.jiedui.child.CareStatus;
import org.jiedui.child.KeySupport;
import org.jiedui.child.Placement;
import org.jiedui.id.ClassId;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.RuleId;
import org.jiedui.id.StaffId;
import org.jiedui.rule.Coverage;
import org.jiedui.rule.Exemption;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.Scope;
import org.jiedui.rule.Season;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts, exemptions and rules that change during the year, and when each became known. */
class ChangeOverTimeTest {

  private static Scenario year() {
    return Scenario.inTheSchoolYear2025();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Viewpoint on(String day) {
    return Viewpoint.on(day(day));
  }

  private static Viewpoint on(String asOf, String knownOn) {
    return Viewpoint.of(day(asOf), day(knownOn));
  }

  private static CareFacts keySupport(CareFacts facts, String period, String recorded) {
    return facts.withKeySupport(
        t -> t.with(DateRange.parse(period), new KeySupport("ill"), Scenario.at(day(recorded))));
  }

  private static CareFacts grade(CareFacts facts, String period, int grade) {
    return facts.withPlacement(
        t ->
            t.with(
                DateRange.parse(period),
                new Placement(ClassId.of("class-" + grade), grade),
                Scenario.LONG_AGO));
  }

  // Scope expressions.

  @Test
  void scope_keySupportBeginsMidTerm_countsFromThen() {
    Scenario scenario =
        year()
            .version("2025-09-01", "P1M", v -> v.scope(Scope.parse("key-support")))
            .inCare("2025-09-01/..")
            .facts(facts -> keySupport(facts, "2025-10-16/..", "2025-10-16"))
            // Not yet in scope, so it does not count.
            .contacts("2025-10-10");
    assertThat(scenario.windows(on("2025-12-01")))
        .isEqualTo(
            "2025-10-01/2025-10-31 MISSED; 2025-11-01/2025-11-30 MISSED;"
                + " 2025-12-01/2025-12-31 PENDING");
    assertThat(scenario.standing(on("2025-10-20"))).isEqualTo("2025-10-01/2025-10-31");
  }

  @Test
  void scope_keySupportBeginsOnTheSeventeenth_leavesTooFewDays() {
    Scenario scenario =
        year()
            .version("2025-09-01", "P1M", v -> v.scope(Scope.parse("key-support")))
            .inCare("2025-09-01/..")
            .facts(facts -> keySupport(facts, "2025-10-17/..", "2025-10-17"));
    assertThat(scenario.windows(on("2025-10-31")))
        .isEqualTo("2025-10-01/2025-10-31 NOT_APPLICABLE");
  }

  @Test
  void scope_ofChildrenWithoutCare_needsCareAllTheSame() {
    Scenario scenario =
        year()
            .version("2025-09-01", "P1M", v -> v.scope(Scope.parse("not boarding")))
            .inCare("2025-11-01/2025-11-30");
    assertThat(scenario.windows(on("2026-01-17"))).isEqualTo("2025-11-01/2025-11-30 MISSED");
  }

  @Test
  void scope_gradeChanges_endsWithTheGrade() {
    Scenario scenario =
        new Scenario()
            .terms("2025-2:2026-02-24/2026-07-04 2026-1:2026-09-01/2027-01-16", "")
            .version("2026-02-24", "per-term", v -> v.scope(Scope.parse("grade 1-3 or boarding")))
            .inCare("2026-02-24/..")
            .facts(facts -> grade(grade(facts, "2026-02-24/2026-07-04", 3), "2026-09-01/..", 4));
    assertThat(scenario.windows(on("2026-12-01"))).isEqualTo("2026-02-24/2026-07-04 MISSED");
    // What was overdue lapses when the child leaves scope.
    assertThat(scenario.standing(on("2026-07-04"))).isEqualTo("2026-02-24/2026-07-04");
    assertThat(scenario.standing(on("2026-07-05"))).isEqualTo("none");
  }

  @Test
  void scope_eitherPart_isOneRunThroughTheChange() {
    Scenario scenario =
        year()
            .version("2025-09-01", "P1M", v -> v.scope(Scope.parse("boarding or key-support")))
            .inCare("2025-09-01/..")
            .facts(
                facts ->
                    keySupport(facts, "2025-10-10/..", "2025-10-10")
                        .withBoarding(
                            t ->
                                t.with(
                                    DateRange.parse("2025-09-01/2025-10-09"),
                                    true,
                                    Scenario.LONG_AGO)));
    assertThat(scenario.windows(on("2025-11-01")))
        .isEqualTo(
            "2025-09-01/2025-09-30 MISSED; 2025-10-01/2025-10-31 MISSED;"
                + " 2025-11-01/2025-11-30 PENDING");
  }

  // Versions that start afresh.

  @Test
  void version_anotherCadence_startsAfresh() {
    Scenario scenario =
        year()
            .version("2025-09-01", "P1M", v -> v)
            .version("2025-10-20", "P1W", v -> v)
            .inCare("2025-09-01/..")
            .contacts("2025-10-28");
    // 19 of 31 days of October are in the old version; it ended before the month was over.
    assertThat(scenario.windows(on("2025-11-05")))
        .isEqualTo(
            "2025-09-01/2025-09-30 MISSED; 2025-10-01/2025-10-31 EXCUSED;"
                + " 2025-10-20/2025-10-26 MISSED; 2025-10-27/2025-11-02 MET 2025-10-28;"
                + " 2025-11-03/2025-11-09 PENDING");
    assertThat(scenario.listing(on("2025-11-05")).windows())
        .extracting(JudgedWindow::version)
        .containsExactly(0, 0, 1, 1, 1);
    assertThat(scenario.standing(on("2025-10-19"))).isEqualTo("2025-09-01/2025-09-30");
    assertThat(scenario.standing(on("2025-10-20"))).isEqualTo("2025-10-20/2025-10-26");
    assertThat(scenario.standing(on("2025-11-05"))).isEqualTo("2025-11-03/2025-11-09");
  }

  @Test
  void version_contactBeforeItsFirstDay_isOfTheOldOne() {
    Scenario scenario =
        year()
            .version("2025-09-01", "P1M", v -> v)
            .version("2025-10-16", "P2M", v -> v.coverage(Coverage.ANY))
            .inCare("2025-09-01/..")
            .contacts("2025-10-05");
    assertThat(scenario.windows(on("2025-11-10")))
        .isEqualTo(
            "2025-09-01/2025-09-30 MISSED; 2025-09-01/2025-10-31 MISSED;"
                + " 2025-10-01/2025-10-31 NOT_APPLICABLE; 2025-11-01/2026-01-17 PENDING");
  }

  @Test
  void version_seasonThatWeeksUse_startsAfresh() {
    Scenario scenario =
        year()
            .version("2025-09-01", "P1M", v -> v.season(Season.TERM))
            .version("2026-01-10", "P1M", v -> v.season(Season.YEAR))
            .inCare("2025-09-01/..")
            .contacts("2025-09-02 2025-10-02 2025-11-02 2025-12-02");
    assertThat(scenario.windows(on("2026-02-10")))
        .endsWith(
            "2025-12-01/2025-12-31 MET 2025-12-02; 2026-01-01/2026-01-17 EXCUSED;"
                + " 2026-01-01/2026-01-31 MISSED; 2026-02-01/2026-02-28 PENDING");
  }

  @ParameterizedTest
  @CsvSource({"'term-start,term-mid,term-end'", "per-term", "per-year"})
  void version_seasonThatTheCadenceDoesNotUse_goesOn(String cadence) {
    Scenario changed =
        year()
            .version("2025-09-01", cadence, v -> v.season(Season.TERM))
            .version("2025-11-05", cadence, v -> v.season(Season.YEAR))
            .inCare("2025-09-01/..")
            .contacts("2025-11-03");
    Scenario same =
        year()
            .version("2025-09-01", cadence, v -> v)
            .inCare("2025-09-01/..")
            .contacts("2025-11-03");
    assertThat(changed.windows(on("2026-07-04")))
        .contains("MET 2025-11-03")
        .isEqualTo(same.windows(on("2026-07-04")));
    assertThat(changed.standing(on("2026-07-04"))).isEqualTo(same.standing(on("2026-07-04")));
  }

  @Test
  void version_scopeWrittenDifferentlyButPrintedTheSame_goesOn() {
    Scenario scenario =
        year()
            .version("2025-09-01", "P1M", v -> v.scope(Scope.parse("boarding or all")))
            .version("2025-10-16", "P1M", v -> v.scope(Scope.parse("( boarding )  or (all)")))
            .inCare("2025-09-01/..");
    assertThat(scenario.windows(on("2025-11-01")))
        .isEqualTo(
            "2025-09-01/2025-09-30 MISSED; 2025-10-01/2025-10-31 MISSED;"
                + " 2025-11-01/2025-11-30 PENDING");
  }

  @Test
  void version_scopePrintedDifferently_startsAfreshThoughItMeansTheSame() {
    Scenario scenario =
        year()
            .version("2025-09-01", "P1M", v -> v.scope(Scope.parse("boarding or all")))
            .version("2025-10-17", "P1M", v -> v.scope(Scope.parse("all or boarding")))
            .inCare("2025-09-01/..");
    assertThat(scenario.windows(on("2025-11-01")))
        .isEqualTo(
            "2025-09-01/2025-09-30 MISSED; 2025-10-01/2025-10-31 EXCUSED;"
                + " 2025-10-01/2025-10-31 NOT_APPLICABLE; 2025-11-01/2025-11-30 PENDING");
  }

  @Test
  void version_twoAfreshThenBack_areThreeSeries() {
    Scenario scenario =
        year()
            .version("2025-09-01", "P1M", v -> v)
            .version("2025-10-01", "P1W", v -> v)
            .version("2025-10-13", "P1M", v -> v.coverage(Coverage.ANY))
            .inCare("2025-09-01/..");
    assertThat(scenario.windows(on("2025-11-01")))
        .isEqualTo(
            "2025-09-01/2025-09-30 MISSED; 2025-09-29/2025-10-05 MISSED;"
                + " 2025-10-01/2025-10-31 MISSED; 2025-10-06/2025-10-12 MISSED;"
                + " 2025-11-01/2025-11-30 PENDING");
    assertThat(scenario.listing(on("2025-11-01")).windows())
        .extracting(JudgedWindow::version)
        .containsExactly(0, 1, 2, 1, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          stricter from | October       | judged by version
          # The version valid on a window's first day judges it, for ever.
          2025-10-01    | MISSED        | 1
          2025-10-02    | MET 2025-10-05 | 0
          2025-10-31    | MET 2025-10-05 | 0
          """)
  void version_validOnTheFirstDay_judges(String from, String october, int version) {
    Scenario scenario =
        year()
            .version("2025-09-01", "P1M", v -> v)
            .version(from, "P1M", v -> v.times(2))
            .inCare("2025-09-01/..")
            .contacts("2025-10-05");
    assertThat(scenario.windows(on("2025-11-01"))).contains("2025-10-01/2025-10-31 " + october);
    assertThat(scenario.listing(on("2025-11-01")).windows().get(1).version()).isEqualTo(version);
  }

  @Test
  void version_windowThatBeganBeforeTheFirstOne_isOfTheFirst() {
    Scenario scenario =
        year()
            .version("2025-09-10", "P1M", v -> v)
            .version("2025-09-20", "P1M", v -> v.times(2))
            .inCare("2025-09-01/..")
            .contacts("2025-09-25");
    assertThat(scenario.windows(on("2025-10-01")))
        .startsWith("2025-09-01/2025-09-30 MET 2025-09-25");
  }

  @Test
  void version_ended_excusesAWindowThatItCutShort() {
    Scenario scenario =
        year()
            .version("2025-09-01", "P1M", v -> v.until(day("2025-10-20")))
            .inCare("2025-09-01/..");
    assertThat(scenario.windows(on("2025-11-10")))
        .isEqualTo("2025-09-01/2025-09-30 MISSED; 2025-10-01/2025-10-31 EXCUSED");
    assertThat(scenario.listing(on("2025-11-10")).windows())
        .extracting(JudgedWindow::ground)
        .containsExactly(Ground.DEADLINE_PASSED, Ground.LEFT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          back in scope | October
          # 20 October was the last day: with 27 days missing the run goes on, with 28 it ended.
          2025-11-17    | MISSED
          2025-11-18    | EXCUSED
          """)
  void scope_gapAtTheWindowsEnd_excusesOnlyIfTheRunEnded(LocalDate back, String october) {
    Scenario scenario =
        year()
            .version("2025-09-01", "P1M", v -> v)
            .inCare("2025-09-01/2025-10-20")
            .inCare(DateRange.startingOn(back).toString());
    assertThat(scenario.windows(on("2025-12-01"))).contains("2025-10-01/2025-10-31 " + october);
  }

  // What is known.

  @Test
  void knownOn_factRecordedLate_isSeenFromItsDayOn() {
    Scenario scenario =
        year()
            .version("2025-09-01", "P1M", v -> v.scope(Scope.parse("key-support")))
            .inCare("2025-09-01/..")
            .facts(facts -> keySupport(facts, "2025-09-01/..", "2025-10-08"));
    assertThat(scenario.windows(on("2025-10-07"))).isEmpty();
    assertThat(scenario.standing(on("2025-10-07"))).isEqualTo("none");
    assertThat(scenario.windows(on("2025-10-07", "2025-10-08")))
        .isEqualTo("2025-09-01/2025-09-30 MISSED; 2025-10-01/2025-10-31 PENDING");
    assertThat(scenario.windows(on("2025-10-08")))
        .isEqualTo("2025-09-01/2025-09-30 MISSED; 2025-10-01/2025-10-31 PENDING");
  }

  @Test
  void knownOn_departureRecordedLate_overridesFromItsDayOn() {
    Scenario scenario =
        year()
            .version("2025-09-01", "P1M", v -> v)
            .inCare("2025-09-01/..")
            .facts(
                facts ->
                    facts.withCare(
                        t ->
                            t.with(
                                DateRange.parse("2025-10-21/.."),
                                CareStatus.closed(Optional.of("moved")),
                                Scenario.at(day("2025-11-20")))));
    assertThat(scenario.windows(on("2025-11-19")))
        .isEqualTo(
            "2025-09-01/2025-09-30 MISSED; 2025-10-01/2025-10-31 MISSED;"
                + " 2025-11-01/2025-11-30 PENDING");
    assertThat(scenario.windows(on("2025-11-19", "2025-11-20")))
        .isEqualTo("2025-09-01/2025-09-30 MISSED; 2025-10-01/2025-10-31 EXCUSED");
  }

  @Test
  void asOf_hidesNoFactOfALaterDay() {
    Scenario scenario =
        year()
            .version("2025-09-01", "P1M", v -> v)
            // Known since long ago: the child will leave on 10 October.
            .inCare("2025-09-01/2025-10-10");
    assertThat(scenario.windows(on("2025-10-02")))
        .isEqualTo("2025-09-01/2025-09-30 MISSED; 2025-10-01/2025-10-31 NOT_APPLICABLE");
  }

  @Test
  void knownOn_exemption_fromItsRecordUntilItsWithdrawal() {
    Scenario scenario =
        year()
            .version("2025-09-01", "P1M", v -> v)
            .inCare("2025-09-01/..")
            .exempt(
                "2025-09-05/2025-09-30",
                Scenario.at(day("2025-10-03")),
                Optional.of(Scenario.at(day("2025-10-06"))));
    assertThat(scenario.windows(on("2025-10-01", "2025-10-02")))
        .isEqualTo("2025-09-01/2025-09-30 MISSED; 2025-10-01/2025-10-31 PENDING");
    for (String known : List.of("2025-10-03", "2025-10-05")) {
      assertThat(scenario.windows(on("2025-10-01", known)))
          .isEqualTo("2025-09-01/2025-09-30 EXCUSED; 2025-10-01/2025-10-31 PENDING");
    }
    assertThat(scenario.windows(on("2025-10-01", "2025-10-06")))
        .isEqualTo("2025-09-01/2025-09-30 MISSED; 2025-10-01/2025-10-31 PENDING");
    assertThat(scenario.standing(on("2025-10-01", "2025-10-05")))
        .isEqualTo("2025-10-01/2025-10-31");
    assertThat(scenario.standing(on("2025-10-01", "2025-10-06")))
        .isEqualTo("2025-09-01/2025-09-30");
  }

  @Test
  void exemption_forOneRule_leavesTheOthersAlone() {
    RuleId visits = RuleId.of("visits");
    RuleId calls = RuleId.of("calls");
    Scenario scenario = year().version("2025-09-01", "P1M", v -> v).inCare("2025-09-01/..");
    Evaluator evaluator =
        Evaluator.of(
            RuleBook.of(List.of(scenario.rule(visits), scenario.rule(calls))), scenario.calendar());
    Exemption exemption =
        new Exemption(
            Scenario.SCHOOL,
            Scenario.CHILD,
            ExemptionId.of("e"),
            DateRange.parse("2025-09-01/2025-09-30"),
            Optional.of(visits),
            "the road is flooded",
            StaffId.of("T01"),
            Scenario.LONG_AGO,
            Optional.empty());
    CareRecord record =
        CareRecord.of(
            Scenario.child(scenario.facts()), List.of(exemption), List.of(), Scenario.ZONE);
    assertThat(evaluator.judge(record, visits, on("2025-09-30")).windows())
        .extracting(JudgedWindow::ground)
        .containsExactly(Ground.EXEMPT);
    assertThat(evaluator.judge(record, calls, on("2025-09-30")).windows())
        .extracting(JudgedWindow::ground)
        .containsExactly(Ground.STILL_OPEN);
  }

  // Terms.

  @Test
  void evaluator_termTooShortForMilestones_namesTheTerm() {
    Scenario milestones =
        new Scenario()
            .terms("2025-1:2025-09-01/2026-01-17 2025-2:2026-02-24/2026-04-05", "")
            .version("2025-09-01", "term-start,term-end", v -> v)
            .inCare("2025-09-01/..");
    assertThatIllegalArgumentException()
        .isThrownBy(milestones::evaluator)
        .withMessage(
            "rule rule goes from 2025-09-01 by term-start,term-end, but term 2025-2"
                + " (2026-02-24/2026-04-05) is under 42 days and gives no milestones");
  }

  @ParameterizedTest
  @CsvSource({"P1W", "P1M", "per-term", "per-year", "every 14 days", "after enrolled 7 days"})
  void evaluator_termTooShortForMilestones_isFineForOtherRules(String cadence) {
    Scenario scenario =
        new Scenario()
            .terms("2025-1:2025-09-01/2025-09-07", "")
            .version("2025-09-01", cadence, v -> v)
            .happened("enrolled 2025-09-01")
            .inCare("2025-09-01/2025-09-07");
    assertThat(scenario.listing(on("2025-09-30")).windows()).hasSize(1);
  }
}
