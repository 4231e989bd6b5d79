package org.jiedui.activity;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ClassId;
import org.jiedui.text.Wording;

/**
 * The day that a planner found for something that a template asks for, and what speaks for it.
 *
 * <p>Immutable.
 *
 * @param id what it is
 * @param template what asks for it
 * @param occasion when, as far as it lies in the plan
 * @param classId the class, if each class has its own
 * @param booking the day, the leader, the place and the classes
 * @param earlier what was planned before, if anything was
 * @param movedBecause if it is not as it was before: what keeps it from that; none if it made room
 *     for others
 * @param possibleDays on how many days of the occasion it could be if nothing else were planned
 * @param weekLoad how many activities there are in its week, Monday to Sunday, this one too
 */
public record ProposedActivity(
    ActivityId id,
    ActivityTemplate template,
    Occasion occasion,
    Optional<ClassId> classId,
    Booking booking,
    Optional<Booking> earlier,
    ImmutableList<Blocker> movedBecause,
    int possibleDays,
    int weekLoad) {

  /**
   * Creates a placement.
   *
   * @param id what it is
   * @param template what asks for it
   * @param occasion when, as far as it lies in the plan
   * @param classId the class, if each class has its own
   * @param booking the day, the leader, the place and the classes
   * @param earlier what was planned before, if anything was
   * @param movedBecause if it is not as it was before: what keeps it from that; none if it made
   *     room for others
   * @param possibleDays on how many days of the occasion it could be if nothing else were planned
   * @param weekLoad how many activities there are in its week, Monday to Sunday, this one too
   */
  public ProposedActivity {
    requireNonNull(id, "id");
    requireNonNull(template, "template");
    requireNonNull(occasion, "occasion");
    requireNonNull(classId, "classId");
    requireNonNull(booking, "booking");
    requireNonNull(earlier, "earlier");
    requireNonNull(movedBecause, "movedBecause");
  }

  /**
   * Whether it was planned before and is not as it was.
   *
   * @return true if the day or the leader is another
   */
  public boolean isMoved() {
    return earlier.isPresent() && !booking.isKeptFrom(earlier.get());
  }

  /**
   * Returns how far it is from the day that suits its timing best.
   *
   * @return the days between, 0 or more
   */
  public int daysFromPreferred() {
    return (int) Math.abs(ChronoUnit.DAYS.between(occasion.preferred(), booking.day()));
  }

  /**
   * Returns what speaks for the day.
   *
   * @return the reasons, for people
   */
  public ImmutableList<Wording> reasons() {
    ImmutableList.Builder<Wording> reasons = ImmutableList.builder();
    reasons.add(
        Wording.of(
            "时间要求“%s”，共 %s 天可选".formatted(template.timing().text(), possibleDays),
            "asked for \"%s\": %s days are possible"
                .formatted(template.timing().text(), possibleDays)));
    earlier.ifPresent(before -> reasons.add(isMoved() ? moved(before) : kept()));
    reasons.add(
        daysFromPreferred() == 0
            ? Wording.of("为最合适的日子", "the day that suits best")
            : Wording.of(
                "距最合适的日子 %s 有 %s 天".formatted(occasion.preferred(), daysFromPreferred()),
                "%s days from %s, which suits best"
                    .formatted(daysFromPreferred(), occasion.preferred())));
    reasons.add(
        Wording.of("本周共 %s 项活动".formatted(weekLoad), "its week has %s in all".formatted(weekLoad)));
    return reasons.build();
  }

  private static Wording kept() {
    return Wording.of("与原计划一致", "as planned before");
  }

  private Wording moved(Booking before) {
    return movedBecause.isEmpty()
        ? Wording.of(
            "原定 %s，为其他活动让出".formatted(before.day()),
            "was on %s and made room for others".formatted(before.day()))
        : Wording.of(
            "原定 %s：%s".formatted(before.day(), list("；", Locale.CHINESE)),
            "was on %s: %s".formatted(before.day(), list("; ", Locale.ENGLISH)));
  }

  private String list(String separator, Locale locale) {
    return movedBecause.stream().map(each -> each.wording().in(locale)).collect(joining(separator));
  }
}
