package org.jiedui.time;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How long something holds that begins on a day and is ended by a record of its own: that a teacher
 * mentors a child or is in the care team, or that one child helps another.
 *
 * <p>It is never changed otherwise. One that is ended on the day before it begins never came about.
 *
 * <p>Example: from 2025-09-01, recorded on 1 September; ended on 5 November with 2025-10-31 as its
 * last day. On 2025-11-03 it does not hold, but as known on 4 November it does.
 *
 * <p>Immutable.
 *
 * @param from the first day
 * @param recordedAt when that was recorded
 * @param closing that it ended, if it did
 */
public record Tenure(LocalDate from, Instant recordedAt, Optional<Closing> closing) {

  /**
   * Creates a tenure.
   *
   * @param from the first day
   * @param recordedAt when that was recorded
   * @param closing that it ended, if it did
   * @throws IllegalArgumentException if its last day is earlier than the day before its first
   */
  public Tenure {
    requireNonNull(from, "from");
    requireNonNull(recordedAt, "recordedAt");
    requireNonNull(closing, "closing");
    LocalDate eve = from.minusDays(1);
    closing.ifPresent(
        end ->
            checkArgument(
                !end.lastDay().isBefore(eve),
                "the last day (%s) must not be before the eve of the first (%s)",
                end.lastDay(),
                from));
  }

  /**
   * That something ended.
   *
   * @param lastDay its last day, included; the day before its first if it never came about
   * @param reason why, not blank
   * @param recordedAt when that was recorded
   */
  public record Closing(LocalDate lastDay, String reason, Instant recordedAt) {

    /**
     * Creates a closing.
     *
     * @param lastDay its last day, included; the day before its first if it never came about
     * @param reason why, not blank
     * @param recordedAt when that was recorded
     * @throws IllegalArgumentException if the reason is blank
     */
    public Closing {
      requireNonNull(lastDay, "lastDay");
      requireNonNull(reason, "reason");
      requireNonNull(recordedAt, "recordedAt");
      checkArgument(!reason.isBlank(), "reason must not be blank");
    }

    /**
     * Whether another closing says the same, whenever it was recorded.
     *
     * @param other the other closing
     * @return true if the last day and the reason are the same
     */
    public boolean isSame(Closing other) {
      return lastDay.equals(other.lastDay) && reason.equals(other.reason);
    }

    /** Returns the day; the reason may be personal. */
    @Override
    public String toString() {
      return "Closing[" + lastDay + "]";
    }
  }

  /**
   * Returns a tenure that has no end yet.
   *
   * @param from the first day
   * @param recordedAt when that was recorded
   * @return the tenure
   */
  public static Tenure startingOn(LocalDate from, Instant recordedAt) {
    return new Tenure(from, recordedAt, Optional.empty());
  }

  /**
   * Returns this tenure as ended.
   *
   * @param end the last day and why
   * @return the closed tenure
   * @throws IllegalArgumentException if it is closed already, or its last day is earlier than the
   *     day before its first
   */
  public Tenure closed(Closing end) {
    checkArgument(closing.isEmpty(), "what began on %s is closed already", from);
    return new Tenure(from, recordedAt, Optional.of(end));
  }

  /**
   * Returns the days on which it holds, as known at an instant.
   *
   * @param knownBefore only what was recorded strictly before is seen
   * @return the days, or empty if it was not recorded yet or never came about
   */
  public Optional<DateRange> daysKnownBefore(Instant knownBefore) {
    Optional<LocalDate> last =
        closing.filter(end -> end.recordedAt().isBefore(knownBefore)).map(Closing::lastDay);
    if (!recordedAt.isBefore(knownBefore) || last.filter(day -> day.isBefore(from)).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(DateRange.ofClosed(from, last));
  }

  /**
   * Returns the days on which it holds, with everything known.
   *
   * @return the days, or empty if it never came about
   */
  public Optional<DateRange> days() {
    return daysKnownBefore(Instant.MAX);
  }

  /**
   * Whether it holds on a day, with everything known.
   *
   * @param day the day
   * @return true from its first to its last day
   */
  public boolean isOn(LocalDate day) {
    return isOn(day, Instant.MAX);
  }

  /**
   * Whether it holds on a day, as known at an instant.
   *
   * @param day the day
   * @param knownBefore only what was recorded strictly before is seen
   * @return true from its first to its last day
   */
  public boolean isOn(LocalDate day, Instant knownBefore) {
    return daysKnownBefore(knownBefore).filter(range -> range.contains(day)).isPresent();
  }

  /**
   * Whether another tenure is this one, open until then, with an end and nothing else changed.
   *
   * @param later the other tenure
   * @return true if this one has no end and the other differs in its end alone
   */
  public boolean isEndedBy(Tenure later) {
    return closing.isEmpty()
        && later.closing.isPresent()
        && from.equals(later.from)
        && recordedAt.equals(later.recordedAt);
  }

  /** Returns the first and the last day. */
  @Override
  public String toString() {
    return from + "/" + closing.map(end -> end.lastDay().toString()).orElse("..");
  }
}
