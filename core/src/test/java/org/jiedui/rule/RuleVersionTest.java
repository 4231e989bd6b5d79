package org.jiedui.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleVersionTest {

  private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
  private static final ContactPattern CALLS =
      ContactPattern.of(List.of(Party.FATHER), List.of(Party.CHILD), List.of(Channel.CALL));

  private static RuleVersion.Builder version(String cadence) {
    return RuleVersion.from(FIRST).pattern(CALLS).cadence(Cadence.parse(cadence));
  }

  @Test
  void build_usualSettings() {
    RuleVersion version = version("P1M").build();
    assertThat(version.scope()).isEqualTo(Scope.all());
    assertThat(version.times()).isEqualTo(1);
    assertThat(version.season()).isEqualTo(Season.TERM);
    assertThat(version.coverage()).isEqualTo(Coverage.HALF);
    assertThat(version.graceDays()).isZero();
    assertThat(version.validUntil()).isEmpty();
  }

  @Test
  void build_withoutPatternOrCadence_isRejected() {
    assertThatIllegalStateException()
        .isThrownBy(() -> RuleVersion.from(FIRST).cadence(Cadence.parse("P1M")).build())
        .withMessage("a rule version needs a pattern of contacts");
    assertThatIllegalStateException()
        .isThrownBy(() -> RuleVersion.from(FIRST).pattern(CALLS).build())
        .withMessage("a rule version needs a cadence");
  }

  @Test
  void build_untilBeforeFrom_isRejected() {
    assertThat(version("P1M").until(FIRST).build().validUntil()).contains(FIRST);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> version("P1M").until(LocalDate.of(2025, 8, 31)).build())
        .withMessage("valid from (2025-09-01) must not be after valid until (2025-08-31)");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "367"})
  void build_timesOutOfBounds_isRejected(int times) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> version("P1M").times(times).build())
        .withMessage("times (" + times + ") must be 1 to 366");
  }

  @ParameterizedTest
  @CsvSource({"-1", "367"})
  void build_graceOutOfBounds_isRejected(int days) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> version("P1M").graceDays(days).build())
        .withMessage("grace (" + days + ") must be 0 to 366");
  }

  @Test
  void build_rollingWithTwoContacts_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> version("every 14 days").times(2).build())
        .withMessage("times (2) must be 1 for the rolling cadence every 14 days");
  }

  @Test
  void build_rollingWithGraceOfItsLength_isRejected() {
    assertThat(version("every 14 days").graceDays(13).build().graceDays()).isEqualTo(13);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> version("every 14 days").graceDays(14).build())
        .withMessage("grace (14) must be less than 14 for the rolling cadence every 14 days");
    assertThat(version("P1W").graceDays(14).build().graceDays()).isEqualTo(14);
  }

  @Test
  void isContinuedBy_changedTimesGraceCoverageSets_isTrue() {
    RuleVersion next =
        version("P1M")
            .times(2)
            .graceDays(5)
            .coverage(Coverage.WHOLE)
            .pattern(
                ContactPattern.of(
                    List.of(Party.MOTHER), List.of(Party.CARER), List.of(Channel.LETTER)))
            .build();
    assertThat(version("P1M").build().isContinuedBy(next)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          cadence       | next cadence  | season changes | continues
          P1M           | P1M           | false          | true
          P1M           | P2M           | false          | false
          P1M           | P4W           | false          | false
          P1M           | P1M           | true           | false
          P1W           | P1W           | true           | false
          every 14 days | every 14 days | true           | false
          every 14 days | every 15 days | false          | false
          per-term      | per-term      | true           | true
          per-year      | per-year      | true           | true
          term-start    | term-start    | true           | true
          term-start    | term-end      | false          | false
          after enrolled 7 days | after enrolled 7 days | true  | true
          after enrolled 7 days | after enrolled 8 days | false | false
          """)
  void isContinuedBy_cadenceAndSeason(
      String cadence, String nextCadence, boolean seasonChanges, boolean continues) {
    RuleVersion next =
        version(nextCadence).season(seasonChanges ? Season.YEAR : Season.TERM).build();
    assertThat(version(cadence).build().isContinuedBy(next)).isEqualTo(continues);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          scope                   | next scope              | continues
          key-support             | ( key-support )         | true
          grade 1-3 or boarding   | (grade 1-3) or boarding | true
          boarding or grade 1-3   | grade 1-3 or boarding   | false
          all                     | key-support             | false
          """)
  void isContinuedBy_scopeInPrintedForm(String scope, String next, boolean continues) {
    RuleVersion first = version("P1M").scope(Scope.parse(scope)).build();
    RuleVersion second = version("P1M").scope(Scope.parse(next)).build();
    assertThat(first.isContinuedBy(second)).isEqualTo(continues);
  }

  @Test
  void isContinuedBy_scopePrintedTheSame_isTrue() {
    // Built apart, but 'grade 2' is written in one way alone.
    RuleVersion first = version("P1M").scope(new Scope.Grades(2, 2)).build();
    RuleVersion second = version("P1M").scope(Scope.parse("grade 2")).build();
    assertThat(first.isContinuedBy(second)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          coverage | part | window | enough
          HALF     | 15   | 30     | true
          HALF     | 14   | 30     | false
          HALF     | 16   | 31     | true
          HALF     | 15   | 31     | false
          HALF     | 0    | 1      | false
          WHOLE    | 30   | 30     | true
          WHOLE    | 29   | 30     | false
          ANY      | 1    | 31     | true
          ANY      | 0    | 31     | false
          """)
  void coverage_isEnough(Coverage coverage, int part, int window, boolean enough) {
    assertThat(coverage.isEnough(part, window)).isEqualTo(enough);
  }

  @Test
  void provenance_blankSource_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Provenance.unverified(" "))
        .withMessage("source must not be blank");
  }

  @Test
  void provenance_thatNoFileHolds_isRejected() {
    assertThat(Provenance.unverified("x".repeat(100)).source()).hasSize(100);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Provenance.unverified("x".repeat(101)))
        .withMessage("source must have at most 100 characters, but has 101");
    for (String padded : List.of(" a law", "a law　", "a law\n")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Provenance.unverified(padded))
          .withMessage("source must have no white space around it");
    }
    assertThat(Provenance.unverified("a\tlaw\r\n和𠮷").source()).startsWith("a\t");
    for (String bad : List.of("a\u0000law", "a\u0085law", "a\ud842law")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Provenance.unverified(bad))
          .withMessage("source must have no control characters");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Provenance("a law", Optional.of(""), Optional.empty(), true))
        .withMessage("article must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Provenance("a law", Optional.empty(), Optional.of(LocalDate.MAX), true))
        .withMessage(
            "the day of the text (+999999999-12-31) must be from 0001-01-01 to 9999-12-30");
  }

  @Test
  void build_daysOutOfBounds_areRejected() {
    RuleVersion.Builder version =
        RuleVersion.from(LocalDate.of(9999, 12, 31)).pattern(CALLS).cadence(Cadence.parse("P1M"));
    assertThatIllegalArgumentException()
        .isThrownBy(version::build)
        .withMessage("valid from (9999-12-31) must be from 0001-01-01 to 9999-12-30");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> version("P1M").until(LocalDate.of(9999, 12, 31)).build())
        .withMessage("valid until (9999-12-31) must be from 0001-01-01 to 9999-12-30");
  }
}
