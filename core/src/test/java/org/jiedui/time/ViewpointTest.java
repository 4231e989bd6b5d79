package org.jiedui.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
}
