package org.jiedui.calendar;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jiedui.time.DateRange;

/**
 * What a county or a school says of some days: an exam week, a make-up day, a day without lessons.
 *
 * <p>Immutable.
 *
 * @param days the days, with a last one
 * @param kind what they are; neither weekend nor vacation, which follow from the week and the terms
 * @param name what people call them, for instance 期末考试, if they have a name
 */
public record DayMark(DateRange days, DayKind kind, Optional<String> name) {

  /**
   * Creates a mark.
   *
   * @param days the days, with a last one
   * @param kind what they are; neither weekend nor vacation, which follow from the week and the
   *     terms
   * @param name what people call them, for instance 期末考试, if they have a name
   * @throws IllegalArgumentException if the days have no last one, the kind is weekend or vacation,
   *     or the name is blank
   */
  public DayMark {
    requireNonNull(days, "days");
    requireNonNull(kind, "kind");
    requireNonNull(name, "name");
    checkArgument(days.hasEnd(), "marked days (%s) must have a last one", days);
    checkArgument(
        kind != DayKind.WEEKEND && kind != DayKind.VACATION,
        "days must not be marked as %s",
        kind.code());
    checkArgument(name.isEmpty() || !name.get().isBlank(), "name must not be blank");
  }

  /**
   * Returns a mark without a name.
   *
   * @param days the days, with a last one
   * @param kind what they are
   * @return the mark
   * @throws IllegalArgumentException if one of them breaks a rule of the constructor
   */
  public static DayMark of(DateRange days, DayKind kind) {
    return new DayMark(days, kind, Optional.empty());
  }

  /**
   * Returns the same mark with a name.
   *
   * @param text what people call the days, not blank
   * @return the mark
   * @throws IllegalArgumentException if the name is blank
   */
  public DayMark withName(String text) {
    return new DayMark(days, kind, Optional.of(text));
  }
}
