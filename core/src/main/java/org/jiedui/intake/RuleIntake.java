package org.jiedui.intake;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Party;
import org.jiedui.id.RuleId;
import org.jiedui.rule.ContactPattern;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.Coverage;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.RuleVersion;
import org.jiedui.rule.Scope;
import org.jiedui.rule.Season;
import org.jiedui.text.Wording;

/**
 * Checks a rule book: each version by itself, in the calendar, and the versions of a rule with each
 * other.
 */
final class RuleIntake {

  private final DraftValidator validator;
  private final Optional<SchoolCalendar> calendar;

  RuleIntake(DraftValidator validator, Optional<SchoolCalendar> calendar) {
    this.validator = validator;
    this.calendar = calendar;
  }

  /** A version of a rule with what its row says of the rule. */
  private record Version(RuleDraft draft, RuleVersion value) {

    String rule() {
      return draft.id().strip();
    }

    LocalDate from() {
      return value.validFrom();
    }

    /** Whether it is still in force when a later version begins. */
    boolean reaches(Version later) {
      return from().isBefore(later.from())
          && value.validUntil().map(until -> !until.isBefore(later.from())).orElse(false);
    }
  }

  IntakeResult<ContactRule> check(List<DraftRow<RuleDraft>> rows) {
    IntakeResult<Version> each =
        new RowCheck<RuleDraft, Version>()
            .run(
                rows,
                validator,
                "id",
                draft -> RowKeys.of(draft.id().strip(), Texts.dateKey(draft.validFrom())),
                (draft, row) -> Optional.of(version(draft)))
            .with(
                VersionRows.missingMilestones(
                    rows, calendar, "cadence", draft -> Texts.cadence(draft.cadence())));
    ListMultimap<String, IntakeResult.Accepted<Version>> byRule =
        Multimaps.index(each.accepted(), version -> version.value().rule());
    ImmutableList.Builder<Violation> overlaps = ImmutableList.builder();
    Multimaps.asMap(byRule).values().forEach(versions -> overlaps.addAll(overlaps(versions)));
    IntakeResult<Version> versions = each.with(overlaps.build());

    Map<String, Integer> faultyRowOfRule =
        VersionRows.faultyRowOfEach(rows, versions, RuleDraft::id);
    List<Violation> violations = new ArrayList<>(versions.violations());
    List<IntakeResult.Accepted<ContactRule>> rules = new ArrayList<>();
    Multimaps.asMap(Multimaps.index(versions.accepted(), version -> version.value().rule()))
        .forEach(
            (id, all) -> {
              Integer faultyRow = faultyRowOfRule.get(id);
              if (faultyRow == null) {
                rules.add(new IntakeResult.Accepted<>(all.get(0).row(), rule(all)));
              } else {
                all.forEach(
                    good ->
                        violations.add(
                            Violation.of(
                                good.row(), "id", DraftRule.OTHER_VERSION_FAULTY, faultyRow)));
              }
            });
    return IntakeResult.of(rules, violations);
  }

  /**
   * Of two versions of a rule that would be in force on one day, nobody can tell which is right.
   */
  private static ImmutableList<Violation> overlaps(List<IntakeResult.Accepted<Version>> versions) {
    ImmutableList.Builder<Violation> violations = ImmutableList.builder();
    for (IntakeResult.Accepted<Version> earlier : versions) {
      for (IntakeResult.Accepted<Version> later : versions) {
        if (earlier.value().reaches(later.value())) {
          violations.add(
              Violation.of(earlier.row(), "validUntil", DraftRule.VERSIONS_OVERLAP, later.row()));
          violations.add(
              Violation.of(later.row(), "validFrom", DraftRule.VERSIONS_OVERLAP, earlier.row()));
        }
      }
    }
    return violations.build();
  }

  private static ContactRule rule(List<IntakeResult.Accepted<Version>> versions) {
    // The last row names the rule.
    RuleDraft last = versions.get(versions.size() - 1).value().draft();
    return ContactRule.of(
        RuleId.of(last.id().strip()),
        Wording.of(last.titleChinese().strip(), last.titleEnglish().strip()),
        provenance(last),
        versions.stream().map(version -> version.value().value()).toList());
  }

  private static Provenance provenance(RuleDraft draft) {
    return new Provenance(
        draft.source().strip(),
        Texts.present(draft.article()),
        Texts.date(draft.textOf()),
        Texts.isYes(draft.verified()));
  }

  private static Version version(RuleDraft draft) {
    RuleVersion.Builder version =
        RuleVersion.from(Texts.date(draft.validFrom()).orElseThrow())
            .pattern(
                ContactPattern.of(
                    Texts.allCoded(Party.class, draft.madeBy()),
                    Texts.allCoded(Party.class, draft.with()),
                    Texts.allCoded(Channel.class, draft.channels())))
            .cadence(Texts.cadence(draft.cadence()).orElseThrow());
    Texts.number(draft.times()).ifPresent(version::times);
    Texts.number(draft.graceDays()).ifPresent(version::graceDays);
    Texts.coded(Season.class, draft.season()).ifPresent(version::season);
    Texts.coded(Coverage.class, draft.coverage()).ifPresent(version::coverage);
    Texts.present(draft.scope()).map(Scope::parse).ifPresent(version::scope);
    Texts.date(draft.validUntil()).ifPresent(version::until);
    return new Version(draft, version.build());
  }
}
