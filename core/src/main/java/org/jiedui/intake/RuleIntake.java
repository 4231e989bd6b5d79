package org.jiedui.intake;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Party;
import org.jiedui.id.RuleId;
import org.jiedui.rule.Cadence;
import org.jiedui.rule.ContactPattern;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.Coverage;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.RuleVersion;
import org.jiedui.rule.Scope;
import org.jiedui.rule.Season;
import org.jiedui.text.Wording;

/** Checks a rule book: each version by itself, and the versions of a rule with each other. */
final class RuleIntake {

  private final DraftValidator validator;

  RuleIntake(DraftValidator validator) {
    this.validator = validator;
  }

  /** A version of a rule with what its row says of the rule. */
  private record Version(RuleDraft draft, RuleVersion value) {}

  IntakeResult<ContactRule> check(List<DraftRow<RuleDraft>> rows) {
    IntakeResult<Version> versions =
        new RowCheck<RuleDraft, Version>()
            .run(
                rows,
                validator,
                "id",
                draft -> RowKeys.of(draft.id().strip(), Texts.dateKey(draft.validFrom())),
                RuleIntake::version);
    ImmutableSet<Integer> faulty =
        versions.faults().stream()
            .filter(fault -> fault.rule() != DraftRule.REPEATED_ROW)
            .map(Violation::row)
            .collect(toImmutableSet());
    Map<String, Integer> faultyRowOfRule = new HashMap<>();
    for (DraftRow<RuleDraft> row : rows) {
      if (faulty.contains(row.row())) {
        faultyRowOfRule.putIfAbsent(row.draft().id().strip(), row.row());
      }
    }
    ListMultimap<String, IntakeResult.Accepted<Version>> byRule =
        Multimaps.index(versions.accepted(), version -> version.value().draft().id().strip());
    List<Violation> violations = new ArrayList<>(versions.violations());
    List<IntakeResult.Accepted<ContactRule>> rules = new ArrayList<>();
    Multimaps.asMap(byRule)
        .forEach(
            (id, all) -> {
              Integer faultyRow = faultyRowOfRule.get(id);
              if (faultyRow != null) {
                all.forEach(each -> violations.add(otherVersionFaulty(each.row(), faultyRow)));
                return;
              }
              int row = all.get(0).row();
              try {
                rules.add(new IntakeResult.Accepted<>(row, rule(all)));
              } catch (IllegalArgumentException e) {
                violations.add(
                    Violation.of(
                        row, "id", DraftRule.RULE_CONTRADICTION, String.valueOf(e.getMessage())));
                all.stream()
                    .skip(1)
                    .forEach(each -> violations.add(otherVersionFaulty(each.row(), row)));
              }
            });
    return IntakeResult.of(rules, violations);
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
        Texts.coded(YesNo.class, draft.verified()).orElse(YesNo.NO) == YesNo.YES);
  }

  private static Violation otherVersionFaulty(int row, int faultyRow) {
    return Violation.of(row, "id", DraftRule.OTHER_VERSION_FAULTY, faultyRow);
  }

  private static Optional<Version> version(RuleDraft draft, RowCheck<RuleDraft, Version>.Row row) {
    try {
      RuleVersion.Builder version =
          RuleVersion.from(Texts.date(draft.validFrom()).orElseThrow())
              .pattern(
                  ContactPattern.of(
                      Texts.allCoded(Party.class, draft.madeBy()),
                      Texts.allCoded(Party.class, draft.with()),
                      Texts.allCoded(Channel.class, draft.channels())))
              .cadence(Cadence.parse(draft.cadence().strip()));
      Texts.present(draft.times()).map(Integer::valueOf).ifPresent(version::times);
      Texts.present(draft.graceDays()).map(Integer::valueOf).ifPresent(version::graceDays);
      Texts.coded(Season.class, draft.season()).ifPresent(version::season);
      Texts.coded(Coverage.class, draft.coverage()).ifPresent(version::coverage);
      Texts.present(draft.scope()).map(Scope::parse).ifPresent(version::scope);
      Texts.date(draft.validUntil()).ifPresent(version::until);
      return Optional.of(new Version(draft, version.build()));
    } catch (IllegalArgumentException e) {
      row.report("id", DraftRule.RULE_CONTRADICTION, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
