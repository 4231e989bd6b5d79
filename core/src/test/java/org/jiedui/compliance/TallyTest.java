package org.jiedui.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiedui.child.Child;
import org.jiedui.id.ChildId;
import org.jiedui.id.RuleId;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.Scope;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final RuleId MONTHLY = RuleId.of("monthly");
  private static final RuleId BOARDERS = RuleId.of("boarders");
  private static final RuleId MILESTONES = RuleId.of("milestones");

  private static Scenario year() {
    return Scenario.inTheSchoolYear2025();
  }

  private static Evaluator evaluator() {
    return Evaluator.of(
        RuleBook.of(
            List.of(
                year().version("2025-09-01", "P1M", v -> v.graceDays(5)).rule(MONTHLY),
                year()
                    .version("2025-09-01", "P1M", v -> v.scope(Scope.parse("boarding")))
                    .rule(BOARDERS),
                year().version("2025-09-01", "term-mid", v -> v).rule(MILESTONES))),
        year().calendar());
  }

  /** The record of a scenario under another id. */
  private static CareRecord record(String id, Scenario scenario) {
    Child child = Scenario.child(scenario.facts());
    return CareRecord.packed(
        ChildId.of(id),
        child.facts(),
        scenario.record().exemptions(),
        scenario.record().contacts(),
        Scenario.ZONE);
  }

  private static ComplianceReport report(Viewpoint viewpoint) {
    return evaluator()
        .newTally(viewpoint)
        // September met, October late, November open.
        .add(record("a", year().inCare("2025-09-01/..").contacts("2025-09-05 2025-11-02")))
        // September and October missed.
        .add(record("b", year().inCare("2025-09-01/..")))
        // Left in October.
        .add(record("c", year().inCare("2025-09-01/2025-10-20").contacts("2025-09-08")))
        // Came too late for October; September was never asked.
        .add(record("d", year().inCare("2025-10-30/..").exempt("2025-11-01/2025-11-30")))
        // Came yesterday.
        .add(record("e", year().inCare("2025-11-19/..")))
        // Never in care.
        .add(record("f", year()))
        .report();
  }

  @Test
  void report_countsEveryVerdict() {
    ComplianceReport report = report(Viewpoint.on(LocalDate.of(2025, 11, 20)));
    assertThat(report.children()).isEqualTo(6);
    assertThat(report.inCare()).isEqualTo(4);
    assertThat(report.rules())
        .extracting(RuleTally::rule)
        .containsExactly(MONTHLY, BOARDERS, MILESTONES);
    RuleTally monthly = report.find(MONTHLY).orElseThrow();
    // a: MET, LATE, MET in November; b: MISSED, MISSED, PENDING; c: MET, EXCUSED;
    // d: NOT_APPLICABLE in October, EXCUSED in November; e: NOT_APPLICABLE (12 of 30 days).
    assertThat(monthly)
        .isEqualTo(new RuleTally(MONTHLY, 3, 1, 2, 1, 2, 2, ImmutableList.of(ChildId.of("e"))));
    assertThat(monthly.windows()).isEqualTo(11);
    assertThat(monthly.rate()).isEqualTo(new Rate(3, 6));
  }

  @Test
  void report_childrenInCareWhomARuleJudgedByNoWindow_areNamed() {
    ComplianceReport report = report(Viewpoint.on(LocalDate.of(2025, 11, 20)));
    assertThat(report.find(BOARDERS).orElseThrow().unjudged())
        .extracting(ChildId::value)
        .containsExactly("a", "b", "d", "e");
    assertThat(report.find(BOARDERS).orElseThrow().rate().isNone()).isTrue();
    // The middle of term is 2025-11-02/2025-11-15: d is exempt from it, which is a verdict.
    assertThat(report.find(MILESTONES).orElseThrow().unjudged())
        .extracting(ChildId::value)
        .containsExactly("e");
  }

  @Test
  void report_beforeAnyWindow_isEmpty() {
    ComplianceReport report =
        report(Viewpoint.of(LocalDate.of(2025, 8, 31), LocalDate.of(2025, 8, 31)));
    assertThat(report.inCare()).isZero();
    RuleTally monthly = report.find(MONTHLY).orElseThrow();
    assertThat(monthly.windows()).isZero();
    assertThat(monthly.unjudged()).isEmpty();
    assertThat(monthly.rate().percent(1)).isEmpty();
  }

  @Test
  void report_eventPausedByAnExemptionWithoutEnd_neverFallsDue() {
    Scenario scenario =
        year()
            .version("2025-09-01", "after concern-raised 7 days", v -> v)
            .inCare("2025-09-01/..")
            .exempt("2025-09-15/..")
            .concerns("2025-09-12");
    RuleTally tally =
        scenario
            .evaluator()
            .newTally(Viewpoint.on(LocalDate.of(2025, 10, 1)))
            .add(scenario.record())
            .report()
            .rules()
            .get(0);
    assertThat(tally.met()).isZero();
    assertThat(tally.notApplicable()).isEqualTo(1);
    Viewpoint viewpoint = Viewpoint.on(LocalDate.of(2025, 10, 1));
    assertThat(scenario.windows(viewpoint)).isEqualTo("2025-09-12/2025-09-19 NOT_APPLICABLE");
    assertThat(scenario.standing(viewpoint)).isEqualTo("none");
    assertThat(scenario.storedStandings()).isEmpty();
  }

  @Test
  void report_sameViewpointAgain_givesTheSameAnswer() {
    Viewpoint viewpoint = Viewpoint.of(LocalDate.of(2025, 10, 31), LocalDate.of(2025, 11, 5));
    assertThat(report(viewpoint)).isEqualTo(report(viewpoint));
    assertThat(report(viewpoint).viewpoint()).isEqualTo(viewpoint);
  }

  @Test
  void find_ruleThatTheBookDoesNotHave_isEmpty() {
    assertThat(report(Viewpoint.on(LocalDate.of(2025, 11, 20))).find(RuleId.of("letters")))
        .isEqualTo(Optional.empty());
  }

  @Test
  void report_ofNoChild_hasARowForEveryRule() {
    Tally tally = evaluator().newTally(Viewpoint.on(LocalDate.of(2025, 11, 20)));
    assertThat(tally.report().rules()).hasSize(3).allMatch(row -> row.windows() == 0);
    tally.add(record("b", year().inCare("2025-09-01/..")));
    assertThat(tally.report().children()).isEqualTo(1);
  }
}
