package org.jiedui.rule;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Party;
import org.jiedui.id.RuleId;
import org.jiedui.text.Coded;
import org.jiedui.text.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulePresetsTest {

  private static final LocalDate FROM = LocalDate.of(2025, 9, 1);
  private static final String STAFF =
      "homeroom-teacher;subject-teacher;mentor;school-leader;other-staff";

  private static String codes(Collection<? extends Coded> all) {
    return all.stream().map(Coded::code).collect(joining(";"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          id               | made by                                 | with          | channels                  | cadence                       | season | scope       | on
          home-visit       | homeroom-teacher                        | child;carer   | home-visit                | term-start,term-mid,term-end  | term   | all         | true
          child-to-parents | child                                   | father;mother | letter;call;video-call    | P1M                           | term   | all         | true
          carer-talk       | STAFF                                   | carer         | ANY                       | P1M                           | term   | has-carer   | true
          weekly-child     | father;mother                           | child         | call;video-call;visit     | P1W                           | year   | has-carer   | true
          weekly-carer     | father;mother                           | carer         | ANY                       | P1W                           | year   | has-carer   | true
          carer-change     | homeroom-teacher                        | carer         | home-visit;call           | after guardian-changed 7 days | term   | has-carer   | false
          mentor-talk      | mentor                                  | child         | talk                      | P1W                           | term   | key-support | false
          mentor-visit     | mentor                                  | child;carer   | home-visit                | per-term                      | term   | all         | false
          parent-contact   | homeroom-teacher;subject-teacher;mentor | father;mother | call;message;meeting      | P1M                           | term   | all         | false
          """)
  void preset_isAsTheTableSays(
      String id,
      String madeBy,
      String with,
      String channels,
      String cadence,
      String season,
      String scope,
      boolean on) {
    RulePreset preset = RulePresets.find(RuleId.of(id)).orElseThrow();
    assertThat(codes(preset.pattern().madeBy())).isEqualTo(madeBy.replace("STAFF", STAFF));
    assertThat(codes(preset.pattern().with())).isEqualTo(with);
    assertThat(codes(preset.pattern().channels()))
        .isEqualTo(channels.replace("ANY", codes(List.of(Channel.values()))));
    assertThat(preset.cadence().text()).isEqualTo(cadence);
    assertThat(preset.season().code()).isEqualTo(season);
    assertThat(preset.scope().text()).isEqualTo(scope);
    assertThat(preset.onByDefault()).isEqualTo(on);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          id               | source                | article | text of    | verified
          home-visit       | 2023年留守儿童工作总结 |         |            | true
          child-to-parents | 2023年留守儿童工作总结 |         |            | true
          carer-talk       | 2023年留守儿童工作总结 |         |            | true
          weekly-child     | 未成年人保护法         | 23      | 2024-04-26 | true
          weekly-carer     | 未成年人保护法         | 23      | 2024-04-26 | true
          carer-change     | 地方规定               |         |            | false
          mentor-talk      | 部分学校的帮扶制度     |         |            | false
          mentor-visit     | 部分学校的帮扶制度     |         |            | false
          parent-contact   | 部分乡镇的规定         |         |            | false
          """)
  void preset_saysWhereItComesFrom(
      String id, String source, String article, LocalDate textOf, boolean verified) {
    assertThat(RulePresets.find(RuleId.of(id)).orElseThrow().provenance())
        .isEqualTo(
            new Provenance(
                source, Optional.ofNullable(article), Optional.ofNullable(textOf), verified));
  }

  @Test
  void all_areNine_thoseOnByDefaultFirst() {
    assertThat(RulePresets.all())
        .extracting(preset -> preset.id().value())
        .containsExactly(
            "home-visit",
            "child-to-parents",
            "carer-talk",
            "weekly-child",
            "weekly-carer",
            "carer-change",
            "mentor-talk",
            "mentor-visit",
            "parent-contact");
    assertThat(RulePresets.find(RuleId.of("letters"))).isEmpty();
  }

  @Test
  void all_areTitledInBothLanguages_eachDifferently() {
    assertThat(RulePresets.all())
        .extracting(RulePreset::title)
        .extracting(Wording::chinese)
        .doesNotHaveDuplicates()
        .allMatch(title -> title.matches("\\p{IsHan}+"));
    assertThat(RulePresets.all())
        .extracting(RulePreset::title)
        .extracting(Wording::english)
        .doesNotHaveDuplicates()
        .noneMatch(title -> title.matches(".*\\p{IsHan}.*"));
  }

  @Test
  void defaults_areTheRulesOnByDefaultFromTheirDayOn() {
    RuleBook book = RulePresets.defaults(FROM);
    assertThat(book)
        .hasToString(
            "RuleBook[home-visit, child-to-parents, carer-talk, weekly-child, weekly-carer]");
    assertThat(book.rules())
        .allSatisfy(
            rule ->
                assertThat(rule).isEqualTo(RulePresets.find(rule.id()).orElseThrow().toRule(FROM)));
  }

  @ParameterizedTest
  @MethodSource("org.jiedui.rule.RulePresets#all")
  void toRule_hasOneVersionWithTheUsualSettings(RulePreset preset) {
    ContactRule rule = preset.toRule(FROM);
    assertThat(rule.id()).isEqualTo(preset.id());
    assertThat(rule.title()).isEqualTo(preset.title());
    assertThat(rule.provenance()).isEqualTo(preset.provenance());
    assertThat(rule.versions())
        .containsExactly(
            new RuleVersion(
                FROM,
                Optional.empty(),
                preset.scope(),
                preset.pattern(),
                preset.cadence(),
                1,
                preset.season(),
                Coverage.HALF,
                0));
    assertThat(preset).hasToString("RulePreset[" + preset.id() + "]");
  }

  @Test
  void weeklyPresets_takeAContactOfEitherParent() {
    for (String id : List.of("weekly-child", "weekly-carer")) {
      assertThat(RulePresets.find(RuleId.of(id)).orElseThrow().pattern().madeBy())
          .containsExactly(Party.FATHER, Party.MOTHER);
    }
  }
}
