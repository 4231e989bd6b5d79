package org.jiedui.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.jiedui.child.Registration;
import org.jiedui.child.Whereabouts;
import org.jiedui.person.Address;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three definitions that are shipped, case by case. */
class AbsenceDefinitionTest {

  private static final Instant RECORDED = Instant.parse("2020-01-01T00:00:00Z");

  private static HomeFacts facts(String born, String registration, String father, String mother) {
    return HomeFacts.of(
        LocalDate.parse(born),
        Coded.find(Registration.class, registration),
        SampleHome.home(father, mother, RECORDED),
        Instant.MAX);
  }

  private static void check(
      LeftBehindDefinition definition, HomeFacts home, LocalDate day, String status, String code) {
    StatusAnswer answer = definition.on(day, home);
    assertThat(answer.status().code()).isEqualTo(status);
    assertThat(answer.code().map(each -> "" + each.digit()).orElse("?")).isEqualTo(code);
  }

  // Civil affairs.

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "never",
      textBlock =
          """
      both away                            | rural | away 2025-03-01/..  | away 2025-03-01/..   | 2025-09-01 | left-behind     | 2
      both away, from the first day        | rural | away 2025-09-01/..  | away 2025-03-01/..   | 2025-09-01 | left-behind     | 2
      both away, the day before            | rural | "home 2025-01-01/2025-08-31; away 2025-09-01/.." | away 2025-03-01/.. | 2025-08-31 | not-left-behind | 0
      one away, the other able             | rural | away 2025-03-01/..  | able 2025-03-01/..   | 2025-09-01 | not-left-behind | 0
      one away, the other taken as able    | rural | away 2025-03-01/..  | home 2025-03-01/..   | 2025-09-01 | not-left-behind | 0
      one away, the other unable           | rural | away 2025-03-01/..  | unable 2025-03-01/.. | 2025-09-01 | left-behind     | 1
      the other away, this one unable      | rural | unable 2025-01-01/..| away 2025-03-01/..   | 2025-09-01 | left-behind     | 1
      both at home, one unable             | rural | unable 2025-01-01/..| home 2025-03-01/..   | 2025-09-01 | not-left-behind | 0
      urban                                | urban | away 2025-03-01/..  | away 2025-03-01/..   | 2025-09-01 | not-left-behind | 0
      registration not known               | ''    | away 2025-03-01/..  | away 2025-03-01/..   | 2025-09-01 | unknown         | ?
      registration not known, both at home | ''    | home 2025-03-01/..  | home 2025-03-01/..   | 2025-09-01 | not-left-behind | 0
      nothing known of the mother          | rural | away 2025-03-01/..  | ''                   | 2025-09-01 | unknown         | ?
      nothing known, the father at home    | rural | home 2025-03-01/..  | ''                   | 2025-09-01 | not-left-behind | 0
      unable father, mother not known      | rural | unable 2025-03-01/..| ''                   | 2025-09-01 | unknown         | ?
      urban, nothing known                 | urban | ''                  | ''                   | 2025-09-01 | not-left-behind | 0
      the day before the 16th birthday     | rural | away 2025-03-01/..  | away 2025-03-01/..   | 2030-03-09 | left-behind     | 2
      the 16th birthday                    | rural | away 2025-03-01/..  | away 2025-03-01/..   | 2030-03-10 | not-left-behind | 0
      """)
  void civilAffairs_case(
      String name,
      String registration,
      String father,
      String mother,
      LocalDate day,
      String status,
      String code) {
    String none = "''";
    check(
        AbsenceDefinition.civilAffairs(),
        facts(
            "2014-03-10",
            registration.replace(none, ""),
            father.replace(none, ""),
            mother.replace(none, "")),
        day,
        status,
        code);
  }

  // School roll.

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      the day before 3 months            | away 2025-09-01/..            | home 2020-01-01/..            | 2025-11-30 | not-left-behind | 0
      3 months                           | away 2025-09-01/..            | home 2020-01-01/..            | 2025-12-01 | left-behind     | 1
      both, the second not long enough   | away 2025-09-01/..            | away 2025-10-01/..            | 2025-12-31 | left-behind     | 1
      both long enough                   | away 2025-09-01/..            | away 2025-10-01/..            | 2026-01-01 | left-behind     | 2
      from a 30 November: 27 February    | away 2025-11-30/..            | home 2020-01-01/..            | 2026-02-27 | not-left-behind | 0
      from a 30 November: 28 February    | away 2025-11-30/..            | home 2020-01-01/..            | 2026-02-28 | left-behind     | 1
      from a 30 November to a leap day   | away 2027-11-30/..            | home 2020-01-01/..            | 2028-02-28 | not-left-behind | 0
      a leap day is enough               | away 2027-11-30/..            | home 2020-01-01/..            | 2028-02-29 | left-behind     | 1
      from a 29 November too             | away 2027-11-29/..            | home 2020-01-01/..            | 2028-02-29 | left-behind     | 1
      from a leap day                    | away 2028-02-29/..            | home 2020-01-01/..            | 2028-05-29 | left-behind     | 1
      from a leap day, the day before    | away 2028-02-29/..            | home 2020-01-01/..            | 2028-05-28 | not-left-behind | 0
      back on the day of 3 months        | away 2025-09-01/2025-11-30; home 2025-12-01/.. | home 2020-01-01/.. | 2025-12-01 | not-left-behind | 0
      back a day later: its last day     | away 2025-09-01/2025-12-01; home 2025-12-02/.. | home 2020-01-01/.. | 2025-12-01 | left-behind     | 1
      a day at home breaks an absence    | away 2025-06-01/2025-09-30; home 2025-10-01/2025-10-01; away 2025-10-02/.. | home 2020-01-01/.. | 2026-01-01 | not-left-behind | 0
      until 3 months are full again      | away 2025-06-01/2025-09-30; home 2025-10-01/2025-10-01; away 2025-10-02/.. | home 2020-01-01/.. | 2026-01-02 | left-behind     | 1
      the one is away, the other unknown | away 2025-06-01/..            | home 2024-01-01/2024-12-31    | 2025-10-01 | left-behind     | ?
      at home, the other unknown         | home 2025-06-01/..            | home 2024-01-01/2024-12-31    | 2025-10-01 | unknown         | ?
      """)
  void schoolRoll_case(
      String name, String father, String mother, LocalDate day, String status, String code) {
    check(
        AbsenceDefinition.schoolRoll(),
        facts("2014-03-10", "urban", father, mother),
        day,
        status,
        code);
  }

  // Census.

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      the day before half a year          | 2014-03-10 | away 2025-03-01/.. | 2025-08-31 | not-left-behind | 0
      half a year                         | 2014-03-10 | away 2025-03-01/.. | 2025-09-01 | left-behind     | 1
      from a 31 August: 27 February       | 2014-03-10 | away 2025-08-31/.. | 2026-02-27 | not-left-behind | 0
      from a 31 August: 28 February       | 2014-03-10 | away 2025-08-31/.. | 2026-02-28 | left-behind     | 1
      aged 17                             | 2014-03-10 | away 2025-03-01/.. | 2032-03-09 | left-behind     | 1
      the 18th birthday                   | 2014-03-10 | away 2025-03-01/.. | 2032-03-10 | not-left-behind | 0
      born on a leap day: 27 February     | 2012-02-29 | away 2025-03-01/.. | 2030-02-27 | left-behind     | 1
      born on a leap day: 28 February     | 2012-02-29 | away 2025-03-01/.. | 2030-02-28 | not-left-behind | 0
      """)
  void census_case(
      String name, String born, String father, LocalDate day, String status, String code) {
    check(
        AbsenceDefinition.census(),
        facts(born, "urban", father, "home 2000-01-01/.."),
        day,
        status,
        code);
  }

  @Test
  void workplace_changed_breaksNoAbsence() {
    HomeFacts home =
        HomeFacts.of(
            SampleHome.BORN,
            Optional.of(Registration.RURAL),
            SampleHome.home("away 2025-06-01/..", "home 2025-01-01/..", RECORDED)
                .withFather(
                    t ->
                        t.with(
                            DateRange.parse("2025-08-15/.."),
                            Whereabouts.away(Optional.of(Address.of("某地"))),
                            RECORDED.plusSeconds(1))),
            Instant.MAX);
    StatusAnswer answer = AbsenceDefinition.schoolRoll().on(LocalDate.of(2025, 9, 1), home);
    assertThat(answer.isLeftBehind()).isTrue();
    StatusCondition away = answer.findCondition(AbsenceDefinition.FATHER_AWAY).orElseThrow();
    assertThat(away.since()).contains(LocalDate.of(2025, 9, 1));
    assertThat(away.ground().orElseThrow().from()).contains(LocalDate.of(2025, 6, 1));
    assertThat(away.ground().orElseThrow().recordedAt()).contains(RECORDED.plusSeconds(1));
  }

  // Explanations.

  @Test
  void explanation_tellsEachConditionWithDayAndFact() {
    HomeFacts home =
        facts(
            "2014-03-10",
            "rural",
            "away 2025-03-01/..",
            "home 2024-01-01/2025-10-04; unable 2025-10-05/..");
    assertThat(AbsenceDefinition.civilAffairs().on(LocalDate.of(2025, 11, 10), home).explanation())
        .extracting(Wording::english)
        .containsExactly(
            "left behind",
            "rural registration: yes (from household registration)",
            "under 16: yes (from birth date)",
            "the father is away for work: yes since 2025-03-01"
                + " (from the father's whereabouts since 2025-03-01)",
            "the mother is away for work: no since 2024-01-01"
                + " (from the mother's whereabouts since 2024-01-01)",
            "the father is unable to care: no (nothing is recorded, so taken as such)",
            "the mother is unable to care: yes since 2025-10-05"
                + " (from the mother's whereabouts since 2025-10-05)");
    assertThat(AbsenceDefinition.census().on(LocalDate.of(2025, 11, 10), home).explanation())
        .extracting(Wording::chinese)
        .containsExactly(
            "留守",
            "未满18周岁：是（依据：出生日期）",
            "父亲外出满半年：是，自2025-09-01（依据：父亲情况，自2025-03-01）",
            "母亲外出满半年：否，自2024-01-01（依据：母亲情况，自2024-01-01）");
  }

  @Test
  void explanation_ofWhatIsNotKnown_saysSo() {
    assertThat(
            AbsenceDefinition.civilAffairs()
                .on(LocalDate.of(2025, 11, 10), facts("2014-03-10", "", "", ""))
                .explanation())
        .extracting(Wording::english)
        .contains(
            "not known",
            "rural registration: not known (nothing is recorded)",
            "the father is away for work: not known (nothing is recorded)");
  }

  @Test
  void answers_redactWhatIsPersonal() {
    HomeFacts home = facts("2014-03-10", "rural", "away 2025-03-01/..", "away 2025-03-01/..");
    StatusAnswer answer = AbsenceDefinition.civilAffairs().on(LocalDate.of(2030, 3, 10), home);
    assertThat(answer + " " + answer.conditions() + " " + home)
        .doesNotContain("2014")
        .doesNotContain("2030")
        .doesNotContain("2025");
  }

  // The value.

  @Test
  void of_numbersOutOfBounds_isRejected() {
    assertThatThrownBy(() -> definition(0, 3)).hasMessageContaining("must be 1 to 100");
    assertThatThrownBy(() -> definition(16, 121)).hasMessageContaining("must be 0 to 120");
    assertThatThrownBy(() -> definition(16, -1)).hasMessageContaining("must be 0 to 120");
    assertThat(definition(16, 1).on(LocalDate.of(2025, 9, 1), facts("2014-03-10", "", "", "")))
        .isNotNull();
  }

  private static AbsenceDefinition definition(int underAge, int months) {
    return new AbsenceDefinition(
        "own",
        Wording.of("本县口径", "our county"),
        Wording.of("本县文件", "a county's paper"),
        false,
        OptionalInt.of(underAge),
        months,
        AbsenceDefinition.Absence.ONE_OR_BOTH);
  }

  @Test
  void all_haveCodesTitlesAndSources() {
    ImmutableList<AbsenceDefinition> all = AbsenceDefinition.all();
    assertThat(all)
        .extracting(AbsenceDefinition::code)
        .containsExactly("civil-affairs", "school-roll", "census");
    assertThat(all)
        .allSatisfy(each -> assertThat(each.title().chinese()).containsPattern("\\p{IsHan}"))
        .allSatisfy(each -> assertThat(each.source().chinese()).containsPattern("\\p{IsHan}"));
  }
}
