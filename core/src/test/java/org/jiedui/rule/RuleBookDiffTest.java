package org.jiedui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Party;
import org.jiedui.id.RuleId;
import org.jiedui.rule.RuleBookDiff.FieldChange;
import org.jiedui.rule.RuleBookDiff.Kind;
import org.jiedui.rule.RuleBookDiff.RuleChange;
import org.jiedui.rule.RuleBookDiff.VersionChange;
import org.jiedui.text.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBookDiffTest {

  private static final LocalDate AUTUMN = LocalDate.of(2025, 9, 1);
  private static final LocalDate SPRING = LocalDate.of(2026, 2, 24);

  private static RuleVersion version(LocalDate from, UnaryOperator<RuleVersion.Builder> settings) {
    return settings
        .apply(
            RuleVersion.from(from)
                .cadence(Cadence.parse("P1M"))
                .pattern(
                    ContactPattern.of(
                        List.of(Party.FATHER, Party.MOTHER),
                        List.of(Party.CHILD),
                        List.of(Channel.CALL))))
        .build();
  }

  private static ContactRule rule(String id, RuleVersion... versions) {
    return ContactRule.of(
        RuleId.of(id), Wording.of("通话", "Call"), Provenance.unverified("a law"), List.of(versions));
  }

  private static ContactRule calls(RuleVersion... versions) {
    return rule("calls", versions);
  }

  private static RuleBookDiff between(ContactRule before, ContactRule after) {
    return RuleBookDiff.between(RuleBook.of(List.of(before)), RuleBook.of(List.of(after)));
  }

  private static List<String> english(RuleBookDiff diff) {
    return diff.wordings().stream().map(Wording::english).toList();
  }

  private static List<String> chinese(RuleBookDiff diff) {
    return diff.wordings().stream().map(Wording::chinese).toList();
  }

  @Test
  void between_aBookAndItself_isEmpty() {
    RuleBook book = RulePresets.defaults(AUTUMN);
    RuleBookDiff diff = RuleBookDiff.between(book, RulePresets.defaults(AUTUMN));
    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff).isEqualTo(new RuleBookDiff(ImmutableList.of(), false));
    assertThat(diff.wordings()).isEmpty();
    assertThat(RuleBookDiff.between(RuleBook.empty(), RuleBook.empty()).isEmpty()).isTrue();
  }

  @Test
  void between_aVersionThatWasAdded_hasItWithAllItsFields() {
    RuleBookDiff diff =
        between(
            calls(version(AUTUMN, v -> v)),
            calls(version(AUTUMN, v -> v), version(SPRING, v -> v.times(2))));
    assertThat(diff.rules()).hasSize(1);
    RuleChange change = diff.rules().get(0);
    assertThat(change.kind()).isEqualTo(Kind.CHANGED);
    assertThat(change.fields()).isEmpty();
    assertThat(change.versions()).extracting(VersionChange::kind).containsExactly(Kind.ADDED);
    assertThat(change.versions().get(0).validFrom()).isEqualTo(SPRING);
    assertThat(change.versions().get(0).fields())
        .extracting(FieldChange::field)
        .containsExactly(
            RuleField.SCOPE,
            RuleField.MADE_BY,
            RuleField.WITH,
            RuleField.CHANNELS,
            RuleField.CADENCE,
            RuleField.TIMES,
            RuleField.SEASON,
            RuleField.COVERAGE,
            RuleField.GRACE);
    assertThat(english(diff))
        .containsExactly(
            "rule calls (Call): version from 2026-02-24 added: scope all; made by father, mother;"
                + " with child; channels call; cadence P1M; times 2; season in term; coverage at"
                + " least half; days of grace 0");
    assertThat(chinese(diff))
        .containsExactly(
            "规则 calls（通话）：新增自 2026-02-24 起的版本：适用 all；联系人 父亲、母亲；联系对象 本人；"
                + "方式 电话；频次 P1M；次数 2；时段 学期内；覆盖 过半；宽限天数 0");
  }

  @Test
  void between_aVersionThatWasChanged_hasTheFieldsThatDiffer() {
    RuleBookDiff diff =
        between(
            calls(version(AUTUMN, v -> v), version(SPRING, v -> v)),
            calls(
                version(AUTUMN, v -> v.until(LocalDate.of(2026, 1, 17))),
                version(
                    SPRING,
                    v ->
                        v.times(2)
                            .graceDays(3)
                            .scope(Scope.parse("has-carer"))
                            .season(Season.YEAR)
                            .coverage(Coverage.WHOLE)
                            .cadence(Cadence.parse("P1W"))
                            .pattern(
                                ContactPattern.of(
                                    List.of(Party.MOTHER, Party.FATHER),
                                    List.of(Party.CARER, Party.CHILD),
                                    List.of(Channel.VIDEO_CALL))))));
    assertThat(english(diff))
        .containsExactly(
            "rule calls (Call): version from 2025-09-01 changed: last day none → 2026-01-17",
            "rule calls (Call): version from 2026-02-24 changed: scope all → has-carer; made by"
                + " father, mother → mother, father; with child → child, carer; channels call →"
                + " video call; cadence P1M → P1W; times 1 → 2; season in term → all year; coverage"
                + " at least half → whole; days of grace 0 → 3");
    assertThat(chinese(diff).get(0))
        .isEqualTo("规则 calls（通话）：改动自 2025-09-01 起的版本：失效日期 无 → 2026-01-17");
  }

  @Test
  void between_aPatternInAnotherOrder_isTheSameButForWhoseDutyItIs() {
    ContactPattern one =
        ContactPattern.of(
            List.of(Party.MENTOR),
            List.of(Party.CHILD, Party.CARER),
            List.of(Channel.CALL, Channel.TALK));
    ContactPattern other =
        ContactPattern.of(
            List.of(Party.MENTOR),
            List.of(Party.CARER, Party.CHILD),
            List.of(Channel.TALK, Channel.CALL));
    ContactRule before = calls(version(AUTUMN, v -> v.pattern(one)));
    assertThat(between(before, calls(version(AUTUMN, v -> v.pattern(other)))).isEmpty()).isTrue();
    assertThat(english(between(before, calls(version(AUTUMN, v -> v.pattern(other).times(2))))))
        .containsExactly("rule calls (Call): version from 2025-09-01 changed: times 1 → 2");
  }

  @Test
  void between_titleAndProvenance_areFieldsOfTheRule() {
    ContactRule before = calls(version(AUTUMN, v -> v));
    ContactRule after =
        ContactRule.of(
            before.id(),
            Wording.of("每月通话", "Monthly call"),
            new Provenance("a law", Optional.of("23"), Optional.of(AUTUMN), true),
            before.versions());
    RuleBookDiff diff = between(before, after);
    assertThat(diff.rules().get(0).versions()).isEmpty();
    assertThat(english(diff))
        .containsExactly(
            "rule calls (Monthly call): title Call → Monthly call; article none → 23; day of the"
                + " text none → 2025-09-01; verified no → yes");
    assertThat(chinese(diff))
        .containsExactly("规则 calls（每月通话）：名称 通话 → 每月通话；条款 无 → 23；文本日期 无 → 2025-09-01；已核实 否 → 是");
  }

  @Test
  void between_rulesAddedRemovedAndReordered_areToldInTheOrderOfTheBooks() {
    ContactRule a = rule("a", version(AUTUMN, v -> v));
    ContactRule b = rule("b", version(AUTUMN, v -> v));
    ContactRule c = rule("c", version(AUTUMN, v -> v));
    ContactRule d = rule("d", version(AUTUMN, v -> v));
    RuleBookDiff diff =
        RuleBookDiff.between(RuleBook.of(List.of(a, b, c)), RuleBook.of(List.of(d, c, a)));
    assertThat(diff.rules())
        .extracting(rule -> rule.rule() + " " + rule.kind().code())
        .containsExactly("b removed", "d added");
    assertThat(diff.reordered()).isTrue();
    assertThat(english(diff))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("rule b (Call): removed"),
            line -> assertThat(line).startsWith("rule b (Call): version from 2025-09-01 removed: "),
            line -> assertThat(line).isEqualTo("rule d (Call): added"),
            line -> assertThat(line).startsWith("rule d (Call): version from 2025-09-01 added: "),
            line -> assertThat(line).isEqualTo("the rules stand in another order"));
  }

  @ParameterizedTest(name = "2,000 pairs of seed {0}")
  @ValueSource(longs = {20251210, 2})
  void between_randomBooks_isEmptyExactlyIfTheyAreEqual_andTurnsRound(long seed) {
    RandomRuleBook random = new RandomRuleBook(seed);
    int equal = 0;
    for (int i = 0; i < 2000; i++) {
      RuleBook before = random.next();
      RuleBook after = random.like(before);
      RuleBookDiff diff = RuleBookDiff.between(before, after);
      RuleBookDiff back = RuleBookDiff.between(after, before);
      assertThat(diff.isEmpty()).as("seed %s, pair %s", seed, i).isEqualTo(before.equals(after));
      assertThat(diff.wordings().isEmpty()).as("seed %s, %s", seed, i).isEqualTo(diff.isEmpty());
      assertThat(back.rules())
          .as("seed %s, pair %s", seed, i)
          .extracting(RuleChange::rule)
          .containsExactlyInAnyOrderElementsOf(
              diff.rules().stream().map(RuleChange::rule).toList());
      assertThat(count(back, Kind.ADDED)).isEqualTo(count(diff, Kind.REMOVED));
      for (RuleChange change : diff.rules()) {
        assertThat(change.fields().isEmpty() && change.versions().isEmpty())
            .as("seed %s, pair %s: a change without anything changed", seed, i)
            .isFalse();
        assertThat(change.versions())
            .as("seed %s, pair %s", seed, i)
            .noneMatch(version -> version.fields().isEmpty());
      }
      equal += diff.isEmpty() ? 1 : 0;
    }
    assertThat(equal).isBetween(200, 1900);
  }

  private static long count(RuleBookDiff diff, Kind kind) {
    return diff.rules().stream().filter(rule -> rule.kind() == kind).count();
  }
}
