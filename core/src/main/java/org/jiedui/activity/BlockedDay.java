package org.jiedui.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Locale;
import org.jiedui.text.Wording;

/**
 * A day on which an activity cannot be, and everything that keeps it from it.
 *
 * <p>Immutable.
 *
 * @param day the day
 * @param by what keeps it from the day; at least one
 */
public record BlockedDay(LocalDate day, ImmutableList<Blocker> by) {

  /**
   * Creates a blocked day.
   *
   * @param day the day
   * @param by what keeps it from the day; at least one
   * @throws IllegalArgumentException if nothing does
   */
  public BlockedDay {
    requireNonNull(day, "day");
    requireNonNull(by, "by");
    checkArgument(!by.isEmpty(), "%s must be blocked by something", day);
  }

  /**
   * Returns the day and what blocks it, for people.
   *
   * @return for instance {@code 2025-11-10: examination day (期中考试)}
   */
  public Wording wording() {
    return Wording.of(
        day + "：" + list("；", Locale.CHINESE), day + ": " + list("; ", Locale.ENGLISH));
  }

  private String list(String separator, Locale locale) {
    return by.stream().map(each -> each.wording().in(locale)).collect(joining(separator));
  }
}
