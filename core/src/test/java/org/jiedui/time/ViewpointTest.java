package org.jiedui.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ViewpointTest {

  private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 31);
  private static final LocalDate NOVEMBER = LocalDate.of(2025, 11, 5);

  @Test
  void on_aDay_knowsWhatWasKnownOnIt() {
    assertThat(Viewpoint.on(OCTOBER)).isEqualTo(new Viewpoint(OCTOBER, OCTOBER));
  }

  @Test
  void of_twoDates_keepsBothInEitherOrder() {
    Viewpoint later = Viewpoint.of(OCTOBER, NOVEMBER);
    assertThat(later.asOf()).isEqualTo(OCTOBER);
    assertThat(later.knownOn()).isEqualTo(NOVEMBER);
    Viewpoint earlier = Viewpoint.of(NOVEMBER, OCTOBER);
    assertThat(earlier.asOf()).isEqualTo(NOVEMBER);
    assertThat(earlier.knownOn()).isEqualTo(OCTOBER);
  }

  @Test
  void knownBefore_isWhereTheNextDayBeginsAtTheSchool() {
    Viewpoint viewpoint = Viewpoint.of(LocalDate.of(2025, 12, 1), LocalDate.of(2025, 10, 9));
    assertThat(viewpoint.knownBefore(ZoneId.of("Asia/Shanghai")))
        .isEqualTo(Instant.parse("2025-10-09T16:00:00Z"));
    assertThat(Viewpoint.on(LocalDate.of(2024, 2, 29)).knownBefore(ZoneOffset.UTC))
        .isEqualTo(Instant.parse("2024-03-01T00:00:00Z"));
  }
}
