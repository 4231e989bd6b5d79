package org.jiedui.compliance;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A share, kept as two integers: it is rounded only when shown, and compared unrounded.
 *
 * <p>Example: {@code new Rate(2, 3).percent(1)} is {@code 66.7}.
 *
 * <p>Immutable.
 *
 * @param part how many of them, 0 or more
 * @param total of how many, not less than the part; 0 if there is nothing to have a share of
 */
public record Rate(long part, long total) {

  private static final int PERCENT = 100;

  /**
   * Creates a rate.
   *
   * @param part how many of them, 0 or more
   * @param total of how many, not less than the part; 0 if there is nothing to have a share of
   * @throws IllegalArgumentException if the part is negative or more than the total
   */
  public Rate {
    checkArgument(part >= 0 && part <= total, "part (%s) must be 0 to total (%s)", part, total);
  }

  /**
   * Whether there is nothing to have a share of.
   *
   * @return true if the total is 0
   */
  public boolean isNone() {
    return total == 0;
  }

  /**
   * Returns the share as a fraction of one, rounded half up.
   *
   * @param decimals how many decimals, 0 or more
   * @return 0 to 1, or empty if there is none
   */
  public Optional<BigDecimal> fraction(int decimals) {
    return isNone()
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(total), decimals, RoundingMode.HALF_UP));
  }

  /**
   * Returns the share in percent, rounded half up.
   *
   * @param decimals how many decimals, 0 or more
   * @return 0 to 100, or empty if there is none
   */
  public Optional<BigDecimal> percent(int decimals) {
    return isNone()
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(PERCENT))
                .divide(BigDecimal.valueOf(total), decimals, RoundingMode.HALF_UP));
  }

  /**
   * Whether the share reaches a target, without rounding.
   *
   * @param target the target, with a total
   * @return true if it is at least the target; false if there is none
   * @throws IllegalArgumentException if the target has no total
   */
  public boolean reaches(Rate target) {
    checkArgument(!target.isNone(), "the target must have a total");
    return !isNone()
        && BigInteger.valueOf(part)
                .multiply(BigInteger.valueOf(target.total))
                .compareTo(BigInteger.valueOf(target.part).multiply(BigInteger.valueOf(total)))
            >= 0;
  }
}
