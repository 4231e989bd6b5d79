package org.jiedui.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jiedui.child.CareFacts;
import org.jiedui.child.CareStatus;
import org.jiedui.contact.Channel;
import org.jiedui.contact.ContactSeries;
import org.jiedui.contact.Party;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.StaffId;
import org.jiedui.rule.ContactPattern;
import org.jiedui.rule.Exemption;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthlyVisitsTest {

  private static final ContactPattern SEEN =
      ContactPattern.of(
          List.of(Party.HOMEROOM_TEACHER),
          List.of(Party.CHILD),
          List.of(Channel.HOME_VISIT, Channel.TALK));

  private static final ContactPattern SEEN_AT_HOME =
      ContactPattern.of(
          List.of(Party.HOMEROOM_TEACHER), List.of(Party.CHILD), List.of(Channel.HOME_VISIT));

  private static final MonthlyVisits FEDERAL_2026 =
      MonthlyVisits.usFederal(2026, SEEN, SEEN_AT_HOME);

  /** Days of talks, and of home visits after a slash. */
  private static CareRecord record(String care, String contacts, ImmutableList<Exemption> exempt) {
    CareFacts facts = CareFacts.none();
    for (String days : Splitter.on(' ').omitEmptyStrings().split(care)) {
      DateRange range = DateRange.parse(days);
      facts = facts.withCare(t -> t.with(range, CareStatus.open(), Scenario.LONG_AGO));
    }
    ContactSeries.Builder series = new ContactSeries.Builder();
    for (String contact : Splitter.on(' ').omitEmptyStrings().split(contacts)) {
      boolean atHome = contact.endsWith("h");
      int day = (int) LocalDate.parse(contact.substring(0, 10)).toEpochDay();
      Channel channel = atHome ? Channel.HOME_VISIT : Channel.TALK;
      series.add(
          day,
          ContactSeries.kind(Party.HOMEROOM_TEACHER, channel, ImmutableSet.of(Party.CHILD)),
          day,
          ContactSeries.NEVER);
    }
    return CareRecord.packed(Scenario.CHILD, facts, exempt, series.build(), Scenario.ZONE);
  }

  private static String measure(String care, String contacts, LocalDate asOf) {
    MonthlyVisits.Tally tally = FEDERAL_2026.newTally(Viewpoint.on(asOf));
    tally.add(record(care, contacts, ImmutableList.of()));
    return text(tally.result());
  }

  private static String text(MonthlyVisits.Result result) {
    return "%s/%s at home %s/%s"
        .formatted(
            result.visited().part(),
            result.visited().total(),
            result.visitedAtHome().part(),
            result.visitedAtHome().total());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # in care                            | visits, h = at home                          | as of      | result
          2025-10-01/2026-09-30                | 2025-10-05 2025-11-30h                       | 2026-10-01 | 2/12 at home 1/2
          # Two visits in a month count once; a home visit makes the month one with a home visit.
          2025-10-01/2026-09-30                | 2025-10-05 2025-10-06h 2025-10-07h           | 2026-10-01 | 1/12 at home 1/1
          # Months that the child is not in care on every day are not counted, nor are their visits.
          2025-10-02/2026-01-30                | 2025-10-05 2025-11-30h 2026-01-05            | 2026-10-01 | 1/2 at home 1/1
          # The fiscal year alone.
          2024-01-01/..                        | 2025-09-30h 2025-10-01 2026-09-30 2026-10-01h | 2027-01-01 | 2/12 at home 0/2
          # A month is counted once it is over, whether there was a visit or not.
          2025-10-01/..                        | 2025-10-05 2025-11-02                        | 2025-11-30 | 1/1 at home 0/1
          2025-10-01/..                        | 2025-10-05 2025-11-02                        | 2025-12-01 | 2/2 at home 0/2
          # Left and returned: a short gap in November leaves November out.
          2025-10-01/2025-11-10 2025-11-20/..  | 2025-11-05                                   | 2026-01-01 | 0/2 at home 0/0
          # Never in care for a whole month.
          2025-10-15/2025-11-14                |                                              | 2026-10-01 | 0/0 at home 0/0
          """)
  void result_countsMonths(String care, String visits, LocalDate asOf, String expected) {
    assertThat(measure(care, visits == null ? "" : visits, asOf)).isEqualTo(expected);
  }

  @Test
  void result_ofManyChildren_addsMonths_andTargetsAreComparedUnrounded() {
    MonthlyVisits.Tally tally = FEDERAL_2026.newTally(Viewpoint.on(LocalDate.of(2026, 10, 1)));
    StringBuilder everyMonth = new StringBuilder();
    for (YearMonth month = YearMonth.of(2025, 10);
        month.isBefore(YearMonth.of(2026, 10));
        month = month.plusMonths(1)) {
      everyMonth.append(month).append("-15 ");
    }
    for (int i = 0; i < 4; i++) {
      tally.add(record("2025-10-01/..", everyMonth.toString().strip(), ImmutableList.of()));
    }
    assertThat(text(tally.result())).isEqualTo("48/48 at home 0/48");
    assertThat(tally.result().reachesHomeTarget()).isFalse();
    // 57 of 60 months are exactly 95%.
    tally.add(
        record(
            "2025-10-01/..",
            everyMonth.substring(0, 9 * 11).strip().replaceAll("(-\\d\\d) ", "$1h "),
            ImmutableList.of()));
    assertThat(tally.result().visited()).isEqualTo(new Rate(57, 60));
    assertThat(tally.result().reachesTarget()).isTrue();
    MonthlyVisits.Tally other = FEDERAL_2026.newTally(Viewpoint.on(LocalDate.of(2026, 10, 1)));
    other.add(record("2025-10-01/2025-10-31", "", ImmutableList.of()));
    assertThat(tally.merge(other).result().visited()).isEqualTo(new Rate(57, 61));
    assertThat(tally.result().reachesTarget()).isFalse();
  }

  @Test
  void exemptions_playNoPart() {
    Exemption exemption =
        new Exemption(
            Scenario.SCHOOL,
            Scenario.CHILD,
            ExemptionId.of("e"),
            DateRange.parse("2025-10-01/2026-09-30"),
            Optional.empty(),
            "reason",
            StaffId.of("t"),
            Scenario.LONG_AGO,
            Optional.empty());
    MonthlyVisits.Tally tally = FEDERAL_2026.newTally(Viewpoint.on(LocalDate.of(2026, 10, 1)));
    tally.add(record("2025-10-01/..", "2025-10-05", ImmutableList.of(exemption)));
    assertThat(text(tally.result())).isEqualTo("1/12 at home 0/1");
  }

  @Test
  void of_homeVisitThatIsNoVisit_isRejected() {
    assertThatThrownBy(() -> MonthlyVisits.usFederal(2026, SEEN_AT_HOME, SEEN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("home visits (");
    assertThatThrownBy(
            () ->
                new MonthlyVisits(
                    YearMonth.of(2026, 2),
                    YearMonth.of(2026, 1),
                    SEEN,
                    SEEN_AT_HOME,
                    new Rate(1, 2),
                    new Rate(1, 2)))
        .hasMessage("last (2026-01) must not be before first (2026-02)");
  }

  @ParameterizedTest
  @CsvSource({"2, 0/12", "9999, 0/12"})
  void usFederal_firstAndLastYears_areCounted(int fiscalYear, String expected) {
    MonthlyVisits.Tally tally =
        MonthlyVisits.usFederal(fiscalYear, SEEN, SEEN_AT_HOME)
            .newTally(Viewpoint.of(LocalDate.of(9999, 12, 31), LocalDate.of(9999, 12, 31)));
    tally.add(record("0001-01-01/..", "", ImmutableList.of()));
    assertThat(text(tally.result())).startsWith(expected);
  }

  @ParameterizedTest
  @CsvSource({"1", "10000"})
  void usFederal_yearsOutOfBounds_areRejected(int fiscalYear) {
    assertThatThrownBy(() -> MonthlyVisits.usFederal(fiscalYear, SEEN, SEEN_AT_HOME))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(" must be in years 1 to 9999");
  }
}
