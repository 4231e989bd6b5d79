package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.intake.SampleSchool.texts;

import java.util.List;
import java.util.Locale;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeTermsTest {

  private static IntakeResult<Term> terms(String table) {
    return SampleSchool.INTAKE.terms(Drafts.rows(TermDraft.class, table));
  }

  @Test
  void terms_twoOfAYear_areTakenInTheOrderOfTheirRows() {
    IntakeResult<Term> result =
        terms(
            """
            学期   | 名称             | 开始日期   | 结束日期
            2025-2 | 2025学年春季学期 | 2026/2/24  | 2026.7.4
            2025-1 |                  | 2025-09-01 | 2026-01-17
            """);
    assertThat(result.violations()).isEmpty();
    assertThat(result.valuesOrThrow())
        .containsExactly(
            Term.of("2025-2", 2025, DateRange.parse("2026-02-24/2026-07-04"))
                .withName("2025学年春季学期"),
            Term.of("2025-1", 2025, DateRange.parse("2025-09-01/2026-01-17")));
    assertThat(SchoolCalendar.of(result.values()).terms())
        .extracting(Term::label)
        .containsExactly("2025-1", "2025-2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # label, first day, last day          | what is told
          2025-1      | 2025-09-01 | 2025-09-01 |
          2025-autumn | 2025-09-01 | 2026-01-17 |
          2025-1      | 2025-09-01 | 2025-08-31 | row 2 last ends-before-start
          2025        | 2025-09-01 | 2026-01-17 | row 2 label term-label
          autumn      | 2025-09-01 | 2026-01-17 | row 2 label term-label
          25-1        | 2025-09-01 | 2026-01-17 | row 2 label term-label
          2024-2      | 2025-09-01 | 2026-01-17 | row 2 label term-contradiction
          2026-1      | 2025-09-01 | 2026-01-17 | row 2 label term-contradiction
          """)
  void terms_one_isTakenIfItsLabelAndDaysFit(
      String label, String first, String last, String expected) {
    IntakeResult<Term> result =
        SampleSchool.INTAKE.terms(
            Drafts.goodRows(
                TermDraft.class, "label=" + label + " && first=" + first + " && last=" + last));
    assertThat(texts(result.violations()))
        .isEqualTo(expected == null ? List.of() : List.of(expected));
    assertThat(result.values()).hasSize(expected == null ? 1 : 0);
  }

  @Test
  void terms_wrongLabelAndWrongDays_areToldTogether() {
    assertThat(
            texts(
                terms(
                        """
                        学期   | 名称 | 开始日期   | 结束日期
                        autumn |      | 2025-09-01 | 2025-08-31
                        """)
                    .violations()))
        .containsExactly("row 2 label term-label", "row 2 last ends-before-start");
  }

  @Test
  void terms_thatOverlap_areBothToldAndNeitherIsTaken() {
    IntakeResult<Term> result =
        terms(
            """
            学期   | 名称 | 开始日期   | 结束日期
            2025-1 | 秋季 | 2025-09-01 | 2026-01-17
            2025-2 | 春季 | 2026-01-17 | 2026-07-04
            2026-1 | 秋季 | 2026-09-01 | 2027-01-16
            """);
    assertThat(texts(result.violations()))
        .containsExactly("row 2 label terms-overlap", "row 3 label terms-overlap");
    assertThat(result.violations())
        .extracting(violation -> violation.message(Locale.CHINA))
        .containsExactly("与第 3 行的学期日期重叠", "与第 2 行的学期日期重叠");
    assertThat(result.violations().get(0).message(Locale.ENGLISH))
        .isEqualTo("overlaps the term of row 3");
    assertThat(result.values()).extracting(Term::label).containsExactly("2026-1");
  }

  @Test
  void terms_oneThatOverlapsTwoOthers_isToldOfEach() {
    IntakeResult<Term> result =
        terms(
            """
            学期   | 名称 | 开始日期   | 结束日期
            2025-1 | 秋季 | 2025-09-01 | 2026-01-17
            2025-0 | 学年 | 2025-09-01 | 2026-07-04
            2025-2 | 春季 | 2026-02-24 | 2026-07-04
            """);
    assertThat(result.violations())
        .extracting(violation -> violation.row() + violation.message(Locale.CHINA))
        .containsExactly("2与第 3 行的学期日期重叠", "3与第 2 行的学期日期重叠", "3与第 4 行的学期日期重叠", "4与第 3 行的学期日期重叠");
    assertThat(result.values()).isEmpty();
  }

  @Test
  void terms_thatAreGood_areComparedWhateverIsWrongWithOthers() {
    IntakeResult<Term> result =
        terms(
            """
            学期   | 名称 | 开始日期   | 结束日期
            2025-1 | 秋季 | 2025-09-01 | 2026-01-17
            2025-2 | 春季 | 2026-01-10 | 2026-07-04
            2025-3 | 夏季 | 2026-07-01 | 2026-06-31
            """);
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 label terms-overlap", "row 3 label terms-overlap", "row 4 last not-a-date");
  }

  @Test
  void terms_ofSchoolYearsOutOfOrder_contradictEachOther() {
    assertThat(
            texts(
                terms(
                        """
                        学期   | 名称 | 开始日期   | 结束日期
                        2024-2 | 春季 | 2025-03-01 | 2025-07-04
                        2025-1 | 秋季 | 2025-02-01 | 2025-02-28
                        """)
                    .violations()))
        .containsExactly("row 2 label term-contradiction");
    IntakeResult<Term> besidesAFaultyRow =
        terms(
            """
            学期   | 名称 | 开始日期   | 结束日期
            autumn | 秋季 | 2025-09-01 | 2026-01-17
            2024-2 | 春季 | 2025-03-01 | 2025-07-04
            2025-1 | 秋季 | 2025-02-01 | 2025-02-28
            """);
    assertThat(texts(besidesAFaultyRow.violations()))
        .containsExactly("row 2 label term-label", "row 3 label term-contradiction");
    assertThat(besidesAFaultyRow.values()).isEmpty();
  }

  @Test
  void terms_withOneLabel_areContradictingRows() {
    IntakeResult<Term> result =
        terms(
            """
            学期   | 名称 | 开始日期   | 结束日期
            2025-1 | 秋季 | 2025-09-01 | 2026-01-17
            2025-1 | 春季 | 2026-02-24 | 2026-07-04
            2025-3 | 夏季 | 2026-07-05 | 2026-08-31
            """);
    assertThat(texts(result.violations()))
        .containsExactly("row 2 label contradicting-row", "row 3 label contradicting-row");
    assertThat(result.values()).extracting(Term::label).containsExactly("2025-3");
  }

  @Test
  void terms_rowThatIsRepeated_isTakenOnce() {
    IntakeResult<Term> result =
        SampleSchool.INTAKE.terms(
            Drafts.goodRows(
                TermDraft.class, "", "", "label=2025-2 && first=2026-02-24 && last=2026-07-04"));
    assertThat(texts(result.violations())).containsExactly("row 3 label repeated-row");
    assertThat(result.values()).extracting(Term::label).containsExactly("2025-1", "2025-2");
  }

  @Test
  void terms_none_giveNothing() {
    assertThat(SampleSchool.INTAKE.terms(List.of()).violations()).isEmpty();
  }
}
