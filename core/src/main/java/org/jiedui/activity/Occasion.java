package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.jiedui.time.DateRange;

/**
 * One time that a timing asks for something to be held, and the days on which it may be.
 *
 * <p>Example: the timing {@code week 2 friday} has the occasion {@code 2025-1.week-2} in the term
 * 2025-1, with the seven days from 2025-09-08 on, best on Friday 2025-09-12.
 *
 * <p>Immutable.
 *
 * @param key which one it is, the same whatever else the calendar says: letters, digits and {@code
 *     . _ -}
 * @param days the days, whatever the school does on them; at least one
 * @param preferred the day that suits best, one of them
 */
public record Occasion(String key, ImmutableSortedSet<LocalDate> days, LocalDate preferred) {

  private static final CharMatcher KEY =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("._-"))
          .precomputed();

  private static final CharMatcher PLAIN = KEY.and(CharMatcher.isNot('_'));

  /**
   * Creates an occasion.
   *
   * @param key which one it is, the same whatever else the calendar says: letters, digits and
   *     {@code . _ -}
   * @param days the days, whatever the school does on them; at least one
   * @param preferred the day that suits best, one of them
   * @throws IllegalArgumentException if the key has another form, or the preferred day is none of
   *     the days
   */
  public Occasion {
    requireNonNull(key, "key");
    requireNonNull(days, "days");
    requireNonNull(preferred, "preferred");
    checkArgument(
        !key.isEmpty() && KEY.matchesAllOf(key), "key (%s) must be letters, digits and . _ -", key);
    checkArgument(
        days.contains(preferred), "the preferred day (%s) of %s must be one of it", preferred, key);
  }

  /**
   * Returns the occasion of some days whose best day is the one nearest to a wish, and of two as
   * near the earlier.
   */
  static Occasion near(String key, ImmutableSortedSet<LocalDate> days, LocalDate wish) {
    return new Occasion(key, days, nearest(days, wish));
  }

  static LocalDate nearest(ImmutableSortedSet<LocalDate> days, LocalDate wish) {
    return days.stream()
        .min(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(day, wish))))
        .orElseThrow();
  }

  /**
   * Finds what of this occasion a plan for some days has to find a day for. Of plans that follow
   * each other exactly one has it: the one in which the preferred day lies.
   *
   * @param plan the days of the plan
   * @return the occasion with its days in the plan alone, or empty if another plan has it
   */
  public Optional<Occasion> findIn(DateRange plan) {
    if (!plan.contains(preferred)) {
      return Optional.empty();
    }
    ImmutableSortedSet<LocalDate> inside =
        days.stream()
            .filter(plan::contains)
            .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.<LocalDate>naturalOrder()));
    return Optional.of(new Occasion(key, inside, preferred));
  }

  /**
   * Returns the label of a term in the letters that a key may have: all others, and the underscore,
   * as an underscore and four hexadecimal digits, so that no two labels become the same.
   */
  static String keyOf(String label) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < label.length(); i++) {
      char each = label.charAt(i);
      if (PLAIN.matches(each)) {
        key.append(each);
      } else {
        key.append('_').append("%04X".formatted((int) each));
      }
    }
    return key.toString();
  }
}
