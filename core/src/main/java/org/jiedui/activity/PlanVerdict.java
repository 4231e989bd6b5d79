package org.jiedui.activity;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ClassId;
import org.jiedui.id.RuleId;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;

/**
 * How a quota stands in a period, and why.
 *
 * <p>Immutable.
 *
 * @param quota the quota
 * @param version the index of the version that judges it, in the order of their first days
 * @param classId the class, if each class has its own
 * @param days the period's days, with a last one
 * @param amount how many there must be
 * @param state how it stands
 * @param held what was held in the period, by day
 * @param planned what is agreed and to come in it, by day
 * @param unrecorded what was agreed for a day that is over and is not recorded as held
 * @param drafts what is only a draft, and does not count
 */
public record PlanVerdict(
    RuleId quota,
    int version,
    Optional<ClassId> classId,
    DateRange days,
    QuotaAmount amount,
    QuotaState state,
    ImmutableList<ActivityId> held,
    ImmutableList<ActivityId> planned,
    ImmutableList<ActivityId> unrecorded,
    ImmutableList<ActivityId> drafts) {

  /**
   * Creates a verdict.
   *
   * @param quota the quota
   * @param version the index of the version that judges it, in the order of their first days
   * @param classId the class, if each class has its own
   * @param days the period's days, with a last one
   * @param amount how many there must be
   * @param state how it stands
   * @param held what was held in the period, by day
   * @param planned what is agreed and to come in it, by day
   * @param unrecorded what was agreed for a day that is over and is not recorded as held
   * @param drafts what is only a draft, and does not count
   */
  public PlanVerdict {
    requireNonNull(quota, "quota");
    requireNonNull(classId, "classId");
    requireNonNull(days, "days");
    requireNonNull(amount, "amount");
    requireNonNull(state, "state");
    requireNonNull(held, "held");
    requireNonNull(planned, "planned");
    requireNonNull(unrecorded, "unrecorded");
    requireNonNull(drafts, "drafts");
  }

  /**
   * Returns how it stands and why, for people.
   *
   * @return for instance {@code met: 1-2 in 2025-09-01/2026-01-17; held A2}
   */
  public Wording wording() {
    return Wording.of(
        "%s：%s 应有 %s 次%s%s%s%s"
            .formatted(
                state.wording().in(Locale.CHINESE),
                days,
                amount.numbers(),
                list("；已开展 ", "、", held),
                list("；已安排 ", "、", planned),
                list("；已过期未登记 ", "、", unrecorded),
                list("；草案（不计） ", "、", drafts)),
        "%s: %s in %s%s%s%s%s"
            .formatted(
                state.wording().in(Locale.ENGLISH),
                amount.numbers(),
                days,
                list("; held ", ", ", held),
                list("; to come ", ", ", planned),
                list("; not recorded ", ", ", unrecorded),
                list("; only drafts ", ", ", drafts)));
  }

  private static String list(String head, String separator, ImmutableList<ActivityId> ids) {
    return ids.isEmpty()
        ? ""
        : head + ids.stream().map(ActivityId::value).collect(joining(separator));
  }
}
