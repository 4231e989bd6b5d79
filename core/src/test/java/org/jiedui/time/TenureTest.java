package org.jiedui.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenureTest {

  private static final LocalDate FROM = LocalDate.of(2024, 2, 29);
  private static final Instant RECORDED = Instant.parse("2024-03-01T00:00:00Z");
  private static final Instant CLOSED = Instant.parse("2024-07-01T00:00:00Z");
  private static final Tenure OPEN = Tenure.startingOn(FROM, RECORDED);

  private static Tenure.Closing closing(String lastDay) {
    return new Tenure.Closing(LocalDate.parse(lastDay), "调离", CLOSED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # last day | known before             | days
          2024-06-30 | 2024-03-01T00:00:00Z     |
          2024-06-30 | 2024-03-01T00:00:00.001Z | 2024-02-29/..
          2024-06-30 | 2024-07-01T00:00:00Z     | 2024-02-29/..
          2024-06-30 | 2024-07-01T00:00:00.001Z | 2024-02-29/2024-06-30
          2024-02-29 | 2024-07-01T00:00:00.001Z | 2024-02-29/2024-02-29
          2024-02-28 | 2024-07-01T00:00:00Z     | 2024-02-29/..
          2024-02-28 | 2024-07-01T00:00:00.001Z |
          """)
  void daysKnownBefore_seesOnlyWhatWasRecordedStrictlyBefore(
      String lastDay, Instant before, String days) {
    assertThat(OPEN.closed(closing(lastDay)).daysKnownBefore(before).map(DateRange::toString))
        .isEqualTo(Optional.ofNullable(days));
  }

  @Test
  void closed_beforeTheEveOfItsFirstDay_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OPEN.closed(closing("2024-02-27")))
        .withMessage(
            "the last day (2024-02-27) must not be before the eve of the first (2024-02-29)");
  }

  @Test
  void closed_twice_isRejected() {
    Tenure closed = OPEN.closed(closing("2024-06-30"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> closed.closed(closing("2024-06-30")))
        .withMessage("what began on 2024-02-29 is closed already");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000"})
  void closing_withoutAReason_isRejected(String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Tenure.Closing(FROM, reason, CLOSED))
        .withMessage("reason must not be blank");
  }

  @Test
  void isOn_isFromTheFirstToTheLastDay() {
    Tenure closed = OPEN.closed(closing("2024-06-30"));
    assertThat(closed.isOn(FROM.minusDays(1))).isFalse();
    assertThat(closed.isOn(FROM)).isTrue();
    assertThat(closed.isOn(LocalDate.of(2024, 6, 30))).isTrue();
    assertThat(closed.isOn(LocalDate.of(2024, 7, 1))).isFalse();
    assertThat(OPEN.closed(closing("2024-02-28")).isOn(FROM)).as("never came about").isFalse();
    assertThat(closed.isOn(LocalDate.of(2024, 7, 1), CLOSED)).as("end not yet known").isTrue();
    assertThat(closed.isOn(FROM, RECORDED)).as("not recorded yet").isFalse();
  }

  @Test
  void isEndedBy_isTheSameWithAnEndAlone() {
    Tenure closed = OPEN.closed(closing("2024-06-30"));
    assertThat(OPEN.isEndedBy(closed)).isTrue();
    assertThat(OPEN.isEndedBy(OPEN)).isFalse();
    assertThat(closed.isEndedBy(closed)).isFalse();
    assertThat(Tenure.startingOn(FROM, CLOSED).isEndedBy(closed)).isFalse();
    assertThat(Tenure.startingOn(FROM.plusDays(1), RECORDED).isEndedBy(closed)).isFalse();
  }

  @Test
  void toString_showsDaysButNoReason() {
    assertThat(OPEN).hasToString("2024-02-29/..");
    Tenure closed = OPEN.closed(closing("2024-06-30"));
    assertThat(closed).hasToString("2024-02-29/2024-06-30");
    assertThat(closed.closing().orElseThrow()).hasToString("Closing[2024-06-30]");
  }
}
