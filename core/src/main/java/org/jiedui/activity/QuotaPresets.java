package org.jiedui.activity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.id.RuleId;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.Scope;
import org.jiedui.text.Wording;

/**
 * The quotas that schools begin with, each with its source.
 *
 * <p>They are data: a school takes some of them, changes their numbers and adds its own. What the
 * source does not say was chosen: a second parents' meeting at the start of term is not one too
 * many, and how often guardians are trained is said nowhere, so that one is unverified.
 */
public final class QuotaPresets {

  private static final String SUMMARY = "2023年留守儿童工作总结";

  private QuotaPresets() {}

  /**
   * Returns the quotas.
   *
   * <ul>
   *   <li>{@code parents-meeting}: each class at least one at the start of each term
   *   <li>{@code safety-lecture}: one or two a term, each left-behind child at least one
   *   <li>{@code guardian-training}: at least one a school year
   * </ul>
   *
   * @param validFrom the first day on which they are in force
   * @return the three quotas
   */
  public static ImmutableList<ActivityQuota> defaults(LocalDate validFrom) {
    return ImmutableList.of(
        quota(
            "parents-meeting",
            Wording.of("学期初家长会", "Parents' meeting at the start of term"),
            true,
            ActivityKind.PARENTS_MEETING,
            "1+ term-start",
            true,
            0,
            Attendee.GUARDIAN,
            validFrom),
        quota(
            "safety-lecture",
            Wording.of("每学期安全与法制讲座", "Safety and legal lectures each term"),
            true,
            ActivityKind.SAFETY_LECTURE,
            "1-2 per-term",
            false,
            1,
            Attendee.CHILD,
            validFrom),
        quota(
            "guardian-training",
            Wording.of("每年家庭教育培训", "Guardian training each year"),
            false,
            ActivityKind.GUARDIAN_TRAINING,
            "1+ per-year",
            false,
            0,
            Attendee.GUARDIAN,
            validFrom));
  }

  private static ActivityQuota quota(
      String id,
      Wording title,
      boolean verified,
      ActivityKind kind,
      String amount,
      boolean eachClass,
      int eachChild,
      Attendee attendee,
      LocalDate validFrom) {
    return new ActivityQuota(
        RuleId.of(id),
        title,
        new Provenance(SUMMARY, Optional.empty(), Optional.empty(), verified),
        ImmutableSet.of(kind),
        QuotaAmount.parse(amount),
        eachClass,
        Scope.all(),
        eachChild,
        attendee,
        validFrom,
        Optional.empty());
  }
}
