package org.jiedui.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          part       | total      | decimals | percent | fraction
          0          | 0          | 1        |         |
          0          | 7          | 1        | 0.0     | 0.0
          7          | 7          | 1        | 100.0   | 1.0
          2          | 3          | 1        | 66.7    | 0.7
          1          | 3          | 2        | 33.33   | 0.33
          # half up
          1          | 8          | 0        | 13      | 0
          1          | 2000       | 1        | 0.1     | 0.0
          1          | 2001       | 1        | 0.0     | 0.0
          1          | 16         | 1        | 6.3     | 0.1
          1          | 20         | 1        | 5.0     | 0.1
          1999       | 2000       | 1        | 100.0   | 1.0
          # no overflow
          2147483646 | 2147483647 | 2        | 100.00  | 1.00
          """)
  void percent_isRoundedHalfUp(
      int part,
      int total,
      int decimals,
      @Nullable BigDecimal percent,
      @Nullable BigDecimal fraction) {
    Rate rate = new Rate(part, total);
    assertThat(rate.percent(decimals)).isEqualTo(Optional.ofNullable(percent));
    assertThat(rate.fraction(decimals)).isEqualTo(Optional.ofNullable(fraction));
    assertThat(rate.isNone()).isEqualTo(total == 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          part       | total      | target | of         | reaches
          19         | 20         | 95     | 100        | true
          # shown with no decimals it would be 95, but it is 94.9…
          1898       | 2000       | 95     | 100        | false
          1900       | 2000       | 95     | 100        | true
          2          | 3          | 667    | 1000       | false
          2          | 3          | 666    | 1000       | true
          0          | 0          | 0      | 1          | false
          0          | 5          | 0      | 1          | true
          5          | 5          | 1      | 1          | true
          2147483646 | 2147483647 | 1      | 1          | false
          1073741824 | 2147483647 | 1      | 2          | true
          1073741823 | 2147483647 | 1      | 2          | false
          """)
  void reaches_comparesUnrounded(int part, int total, int target, int of, boolean reaches) {
    assertThat(new Rate(part, total).reaches(new Rate(target, of))).isEqualTo(reaches);
  }

  @Test
  void reaches_targetWithoutATotal_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rate(1, 2).reaches(new Rate(0, 0)))
        .withMessage("the target must have a total");
  }

  @ParameterizedTest
  @CsvSource({"-1, 3", "4, 3", "1, 0", "0, -1"})
  void new_partOutsideTheTotal_isRejected(int part, int total) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rate(part, total))
        .withMessage("part (%s) must be 0 to total (%s)", part, total);
  }
}
