package org.jiedui.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.rule.Season;
import org.jiedui.text.Coded;
import org.jiedui.time.Viewpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The worked examples of the contact rules, section 9, row by row.
 *
 * <p>Autumn term 2025-09-01/2026-01-17, spring term 2026-02-24/2026-07-04. A version is written
 * {@code valid from:times:grace:coverage}; where a cell is empty, the child is in care from
 * 2025-09-01 on, nothing is exempt, nothing happened, and known-on is as-of.
 */
class WorkedExamplesTest {

  @ParameterizedTest(name = "{0} {1}, {2}")
  @CsvSource(
      delimiter = '|',
      maxCharsPerColumn = 1000,
      textBlock =
          """
          # what is shown            | cadence, season               | versions            | in care                             | exempt                | happened              | contacts                         | as of      | known on   | windows and verdicts | standing
          monthly                    | P1M term                      | 2025-09-01:1:0:half |                                     |                       |                       | 2025-09-05 2025-10-31            | 2025-11-10 |            | 2025-09-01/2025-09-30 MET 2025-09-05 · 2025-10-01/2025-10-31 MET 2025-10-31 · 2025-11-01/2025-11-30 PENDING | 2025-11-01/2025-11-30
          stubs join                 | P1M term                      | 2025-09-01:1:0:half |                                     |                       |                       |                                  | 2026-07-04 |            | 2025-09-01/2025-09-30 MISSED · 2025-10-01/2025-10-31 MISSED · 2025-11-01/2025-11-30 MISSED · 2025-12-01/2025-12-31 MISSED · 2026-01-01/2026-01-17 MISSED · 2026-02-24/2026-03-31 MISSED · 2026-04-01/2026-04-30 MISSED · 2026-05-01/2026-05-31 MISSED · 2026-06-01/2026-07-04 PENDING | 2025-09-01/2025-09-30
          milestones                 | term-start,term-mid,term-end term | 2025-09-01:1:0:half |                                 |                       |                       | 2025-09-10 2025-11-09            | 2025-11-20 |            | 2025-09-01/2025-09-14 MET 2025-09-10 · 2025-11-02/2025-11-15 MET 2025-11-09 | 2026-01-04/2026-01-17
          half, 15 of 30 days        | P1M term                      | 2025-09-01:1:0:half | 2025-09-16/..                       |                       |                       |                                  | 2025-10-02 |            | 2025-09-01/2025-09-30 MISSED · 2025-10-01/2025-10-31 PENDING | 2025-09-01/2025-09-30
          half, 14 of 30 days        | P1M term                      | 2025-09-01:1:0:half | 2025-09-17/..                       |                       |                       |                                  | 2025-10-02 |            | 2025-09-01/2025-09-30 NOT_APPLICABLE · 2025-10-01/2025-10-31 PENDING | 2025-10-01/2025-10-31
          whole                      | P1M term                      | 2025-09-01:1:0:whole | 2025-09-02/..                      |                       |                       |                                  | 2025-10-02 |            | 2025-09-01/2025-09-30 NOT_APPLICABLE · 2025-10-01/2025-10-31 PENDING | 2025-10-01/2025-10-31
          grace 5                    | P1M term                      | 2025-09-01:1:5:half |                                     |                       |                       | 2025-10-03                       | 2025-10-10 |            | 2025-09-01/2025-09-30 LATE 2025-10-03 · 2025-10-01/2025-10-31 MET 2025-10-03 | 2025-11-01/2025-11-30
          the child leaves           | P1M term                      | 2025-09-01:1:0:half | 2025-09-01/2025-10-20               |                       |                       | 2025-09-12                       | 2025-10-21 |            | 2025-09-01/2025-09-30 MET 2025-09-12 · 2025-10-01/2025-10-31 EXCUSED | none
          exempt tail                | P1M term                      | 2025-09-01:1:0:half |                                     | 2025-09-16/2025-09-30 |                       |                                  | 2025-09-20 |            | 2025-09-01/2025-09-30 PENDING | 2025-09-01/2025-09-30
          mostly exempt              | P1M term                      | 2025-09-01:1:0:half |                                     | 2025-09-11/2025-09-30 |                       |                                  | 2025-10-02 |            | 2025-09-01/2025-09-30 EXCUSED · 2025-10-01/2025-10-31 PENDING | 2025-10-01/2025-10-31
          a lecture, times 2         | per-term term                 | 2025-09-01:2:0:half |                                     |                       |                       | 2025-10-10                       | 2025-12-01 |            | 2025-09-01/2026-01-17 PENDING | 2025-09-01/2026-01-17
          times 2                    | P1M term                      | 2025-09-01:2:0:half |                                     |                       |                       | 2025-09-10 2025-10-03            | 2025-10-05 |            | 2025-09-01/2025-09-30 MISSED · 2025-10-01/2025-10-31 PENDING | 2025-10-01/2025-10-31
          times 2 from 10-15         | P1M term                      | 2025-09-01:1:0:half 2025-10-15:2:0:half |                 |                       |                       | 2025-09-03 2025-10-05 2025-11-02 | 2025-11-20 |            | 2025-09-01/2025-09-30 MET 2025-09-03 · 2025-10-01/2025-10-31 MET 2025-10-05 · 2025-11-01/2025-11-30 PENDING | 2025-11-01/2025-11-30
          recorded late, not known   | P1M term                      | 2025-09-01:1:0:half |                                     |                       |                       | 2025-09-30@2025-10-08            | 2025-10-05 |            | 2025-09-01/2025-09-30 MISSED · 2025-10-01/2025-10-31 PENDING | 2025-09-01/2025-09-30
          recorded late, known       | P1M term                      | 2025-09-01:1:0:half |                                     |                       |                       | 2025-09-30@2025-10-08            | 2025-10-05 | 2025-10-08 | 2025-09-01/2025-09-30 MET 2025-09-30 · 2025-10-01/2025-10-31 PENDING | 2025-10-01/2025-10-31
          rule from a Thursday       | P1W year                      | 2025-10-02:1:0:half |                                     |                       |                       |                                  | 2025-10-15 |            | 2025-09-29/2025-10-05 MISSED · 2025-10-06/2025-10-12 MISSED · 2025-10-13/2025-10-19 PENDING | 2025-09-29/2025-10-05
          rolling                    | every 14 days term            | 2025-09-01:1:0:half |                                     |                       |                       | 2025-09-05 2025-09-12 2025-09-26 | 2025-10-20 |            | 2025-09-01/2025-09-14 MET 2025-09-05 · 2025-09-13/2025-09-26 MET 2025-09-26 · 2025-09-27/2025-10-10 MISSED · 2025-10-11/2025-10-24 PENDING | 2025-09-27/2025-10-10
          rolling, grace 2           | every 14 days term            | 2025-09-01:1:2:half |                                     |                       |                       | 2025-09-16                       | 2025-09-20 |            | 2025-09-01/2025-09-14 LATE 2025-09-16 · 2025-09-17/2025-09-30 PENDING | 2025-09-17/2025-09-30
          rolling, exempt            | every 14 days term            | 2025-09-01:1:0:half |                                     | 2025-09-08/2025-09-10 |                       |                                  | 2025-09-16 |            | 2025-09-01/2025-09-17 PENDING | 2025-09-01/2025-09-17
          a concern while exempt     | after concern-raised 7 days term | 2025-09-01:1:0:half |                                  | 2025-09-10/2025-09-20 | concern 2025-09-12    |                                  | 2025-09-25 |            | 2025-09-12/2025-09-28 PENDING | 2025-09-12/2025-09-28
          enrolled before in care    | after enrolled 7 days term    | 2025-08-01:1:0:half |                                     |                       | enrolled 2025-08-20   | 2025-09-04                       | 2025-09-10 |            | 2025-08-20/2025-09-08 MET 2025-09-04 | none
          left and returned          | P1M term                      | 2025-09-01:1:0:half | 2025-09-01/2025-10-15 2026-03-01/.. |                       |                       |                                  | 2026-03-10 |            | 2025-09-01/2025-09-30 MISSED · 2025-10-01/2025-10-31 NOT_APPLICABLE · 2026-02-24/2026-03-31 PENDING | 2026-02-24/2026-03-31
          a short gap ends nothing   | P1W term                      | 2025-09-01:1:0:half | 2025-09-01/2025-09-10 2025-09-15/.. |                       |                       |                                  | 2025-09-14 |            | 2025-09-01/2025-09-07 MISSED · 2025-09-08/2025-09-14 NOT_APPLICABLE | 2025-09-01/2025-09-07
          rolling, left too early    | every 30 days term            | 2025-09-01:1:0:half | 2025-09-01/2025-10-15               |                       |                       | 2025-09-20                       | 2025-11-01 |            | 2025-09-01/2025-09-30 MET 2025-09-20 · 2025-09-21/2025-10-15 NOT_APPLICABLE | none
          """)
  void example(
      String shown,
      String cadenceAndSeason,
      String versions,
      @Nullable String inCare,
      @Nullable String exempt,
      @Nullable String happened,
      @Nullable String contacts,
      LocalDate asOf,
      @Nullable LocalDate knownOn,
      String windows,
      String standing) {
    int space = cadenceAndSeason.lastIndexOf(' ');
    Season season = Coded.find(Season.class, cadenceAndSeason.substring(space + 1)).orElseThrow();
    Scenario scenario =
        Scenario.inTheSchoolYear2025()
            .versions(cadenceAndSeason.substring(0, space), season, versions, Optional.empty())
            .inCare(or(inCare, "2025-09-01/.."))
            .exempt(or(exempt, ""))
            .happened(or(happened, ""))
            .contacts(or(contacts, ""));
    Viewpoint viewpoint = Viewpoint.of(asOf, knownOn == null ? asOf : knownOn);
    assertThat(scenario.windows(viewpoint))
        .as("windows: %s", shown)
        .isEqualTo(String.join("; ", Splitter.on(" · ").split(windows)));
    assertThat(scenario.standing(viewpoint)).as("standing: %s", shown).isEqualTo(standing);
  }

  private static String or(@Nullable String cell, String otherwise) {
    return cell == null ? otherwise : cell;
  }
}
