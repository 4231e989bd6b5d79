package org.jiedui.intake;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.activity.ActivityKind;
import org.jiedui.activity.ActivityQuota;
import org.jiedui.activity.Attendee;
import org.jiedui.activity.QuotaAmount;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.id.RuleId;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.RuleSyntaxException;
import org.jiedui.rule.Scope;
import org.jiedui.text.Wording;

/**
 * Checks quotas: each version by itself, in the calendar, and the versions of a quota with each
 * other.
 */
final class QuotaIntake {

  private final DraftValidator validator;
  private final Optional<SchoolCalendar> calendar;

  QuotaIntake(DraftValidator validator, Optional<SchoolCalendar> calendar) {
    this.validator = validator;
    this.calendar = calendar;
  }

  IntakeResult<ActivityQuota> check(List<DraftRow<QuotaDraft>> rows) {
    IntakeResult<ActivityQuota> each =
        new RowCheck<QuotaDraft, ActivityQuota>()
            .run(
                rows,
                validator,
                "id",
                draft -> RowKeys.of(draft.id().strip(), Texts.dateKey(draft.validFrom())),
                (draft, row) -> Optional.of(quota(draft)))
            .with(
                VersionRows.missingMilestones(
                    rows,
                    calendar,
                    "amount",
                    draft -> findAmount(draft.amount()).map(QuotaAmount::cadence)));
    ImmutableList.Builder<Violation> contradictions = ImmutableList.builder();
    Multimaps.asMap(Multimaps.index(each.accepted(), version -> version.value().id()))
        .values()
        .forEach(versions -> contradictions.addAll(contradictions(versions)));
    IntakeResult<ActivityQuota> quotas = each.with(contradictions.build());
    return quotas.with(besideFaulty(rows, quotas));
  }

  /** A quota is taken with all its versions; a row that only repeats another is none. */
  private static ImmutableList<Violation> besideFaulty(
      List<DraftRow<QuotaDraft>> rows, IntakeResult<ActivityQuota> quotas) {
    Map<String, Integer> faultyRowOfQuota =
        VersionRows.faultyRowOfEach(rows, quotas, QuotaDraft::id);
    ImmutableList.Builder<Violation> violations = ImmutableList.builder();
    for (IntakeResult.Accepted<ActivityQuota> good : quotas.accepted()) {
      Integer row = faultyRowOfQuota.get(good.value().id().value());
      if (row != null) {
        violations.add(Violation.of(good.row(), "id", DraftRule.OTHER_VERSION_FAULTY, row));
      }
    }
    return violations.build();
  }

  private static Optional<QuotaAmount> findAmount(String text) {
    try {
      return Texts.amount(text);
    } catch (RuleSyntaxException e) {
      return Optional.empty();
    }
  }

  /** Two versions in force on one day, or for different activities, cannot both be right. */
  private static ImmutableList<Violation> contradictions(
      List<IntakeResult.Accepted<ActivityQuota>> versions) {
    ImmutableList.Builder<Violation> violations = ImmutableList.builder();
    for (IntakeResult.Accepted<ActivityQuota> earlier : versions) {
      for (IntakeResult.Accepted<ActivityQuota> later : versions) {
        if (earlier.value().validFrom().isBefore(later.value().validFrom())) {
          if (reaches(earlier.value(), later.value())) {
            violations.add(
                Violation.of(earlier.row(), "validUntil", DraftRule.VERSIONS_OVERLAP, later.row()));
            violations.add(
                Violation.of(later.row(), "validFrom", DraftRule.VERSIONS_OVERLAP, earlier.row()));
          }
          for (String field : differing(earlier.value(), later.value())) {
            violations.add(
                Violation.of(later.row(), field, DraftRule.QUOTA_VERSIONS_DIFFER, earlier.row()));
          }
        }
      }
    }
    return violations.build();
  }

  private static boolean reaches(ActivityQuota earlier, ActivityQuota later) {
    return earlier.validUntil().filter(last -> !last.isBefore(later.validFrom())).isPresent();
  }

  private static ImmutableList<String> differing(ActivityQuota one, ActivityQuota other) {
    ImmutableList.Builder<String> fields = ImmutableList.builder();
    if (!one.kinds().equals(other.kinds())) {
      fields.add("kinds");
    }
    if (one.eachClass() != other.eachClass()) {
      fields.add("eachClass");
    }
    if (one.attendee() != other.attendee()) {
      fields.add("attendee");
    }
    return fields.build();
  }

  private static ActivityQuota quota(QuotaDraft draft) {
    return new ActivityQuota(
        RuleId.of(draft.id().strip()),
        Wording.of(draft.titleChinese().strip(), draft.titleEnglish().strip()),
        new Provenance(
            draft.source().strip(),
            Texts.present(draft.article()),
            Texts.date(draft.textOf()),
            Texts.isYes(draft.verified())),
        ImmutableSet.copyOf(Texts.allCoded(ActivityKind.class, draft.kinds())),
        Texts.amount(draft.amount()).orElseThrow(),
        Texts.isYes(draft.eachClass()),
        Texts.present(draft.scope()).map(Scope::parse).orElseGet(Scope::all),
        Texts.number(draft.eachChild()).orElse(0),
        Texts.coded(Attendee.class, draft.attendee()).orElse(Attendee.CHILD),
        Texts.date(draft.validFrom()).orElseThrow(),
        Texts.date(draft.validUntil()));
  }
}
