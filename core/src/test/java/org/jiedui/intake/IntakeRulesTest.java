package org.jiedui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.intake.SampleSchool.texts;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeRulesTest {

  private static IntakeResult<ContactRule> rules(String table) {
    return SampleSchool.INTAKE.rules(Drafts.rows(RuleDraft.class, table));
  }

  private static IntakeResult<ContactRule> changed(String... changes) {
    return SampleSchool.INTAKE.rules(Drafts.goodRows(RuleDraft.class, changes));
  }

  @Test
  void rules_fullRow_becomesARule() {
    IntakeResult<ContactRule> result =
        rules(
            """
            编号        | 名称           | 英文名称       | 联系人                         | 联系对象 | 方式           | 频次         | 次数 | 时段 | 覆盖  | 宽限天数 | 适用                        | 依据         | 生效日期   | 失效日期
            mentor-talk | 帮扶教师谈心   | Mentor's talk  | mentor;homeroom-teacher;班主任 | child    | talk；家访、call | every 14 days | 1    | year | whole | 2        | key-support and not boarding | 学校帮扶制度 | 2025-09-01 | 2026-07-04
            """);
    assertThat(result.violations()).isEmpty();
    assertThat(result.valuesOrThrow())
        .containsExactly(
            ContactRule.of(
                RuleId.of("mentor-talk"),
                Wording.of("帮扶教师谈心", "Mentor's talk"),
                Provenance.unverified("学校帮扶制度"),
                List.of(
                    new RuleVersion(
                        LocalDate.of(2025, 9, 1),
                        Optional.of(LocalDate.of(2026, 7, 4)),
                        Scope.parse("key-support and not boarding"),
                        ContactPattern.of(
                            List.of(Party.MENTOR, Party.HOMEROOM_TEACHER),
                            List.of(Party.CHILD),
                            List.of(Channel.TALK, Channel.HOME_VISIT, Channel.CALL)),
                        Cadence.parse("every 14 days"),
                        1,
                        Season.YEAR,
                        Coverage.WHOLE,
                        2))));
  }

  @Test
  void rules_provenance_isRead() {
    assertThat(
            rules(
                    """
                    编号  | 名称     | 英文名称 | 联系人 | 联系对象 | 方式 | 频次 | 依据           | 条款 | 文本日期   | 已核实 | 生效日期
                    calls | 每周通话 | Calls    | father | child    | call | P1W  | 未成年人保护法 | 23   | 2024-04-26 | 是     | 2025-09-01
                    """)
                .valuesOrThrow())
        .extracting(ContactRule::provenance)
        .containsExactly(
            new Provenance(
                "未成年人保护法", Optional.of("23"), Optional.of(LocalDate.of(2024, 4, 26)), true));
  }

  @Test
  void rules_emptyCells_haveTheUsualSettings() {
    RuleVersion version = changed("").valuesOrThrow().get(0).versions().get(0);
    assertThat(version.times()).isEqualTo(1);
    assertThat(version.season()).isEqualTo(Season.TERM);
    assertThat(version.coverage()).isEqualTo(Coverage.HALF);
    assertThat(version.graceDays()).isZero();
    assertThat(version.scope()).isEqualTo(Scope.all());
    assertThat(version.validUntil()).isEmpty();
    assertThat(changed("").valuesOrThrow().get(0).provenance())
        .isEqualTo(Provenance.unverified("学校帮扶制度"));
  }

  @Test
  void rules_rowsOfOneId_areVersionsOfOneRule() {
    IntakeResult<ContactRule> result =
        changed(
            "validFrom=2026-02-24 && cadence=P2W && titleEnglish=Every other week",
            "id=other",
            "validFrom=2025-09-01",
            "validFrom=2026-09-01 && titleChinese=每学期通话 && source=新制度 && cadence=per-term");
    assertThat(result.violations()).isEmpty();
    assertThat(result.accepted()).extracting(IntakeResult.Accepted::row).containsExactly(2, 3);
    ContactRule rule = result.values().get(0);
    assertThat(rule.id()).isEqualTo(RuleId.of("call-home"));
    assertThat(rule.versions())
        .extracting(version -> version.validFrom() + " " + version.cadence().text())
        .containsExactly("2025-09-01 P1M", "2026-02-24 P2W", "2026-09-01 per-term");
    // The last row names the rule.
    assertThat(rule.title()).isEqualTo(Wording.of("每学期通话", "Monthly call"));
    assertThat(rule.provenance().source()).isEqualTo("新制度");
    assertThat(result.values().get(1).id()).isEqualTo(RuleId.of("other"));
  }

  @Test
  void rules_idAndDayThatStandTwice_contradictEachOther() {
    IntakeResult<ContactRule> result = changed("", "times=2", "id=other", "id=other");
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 id contradicting-row", "row 3 id contradicting-row", "row 5 id repeated-row");
    assertThat(result.values()).extracting(ContactRule::id).containsExactly(RuleId.of("other"));
  }

  @Test
  void rules_oneDayInTwoSpellings_isOneDay() {
    IntakeResult<ContactRule> result = changed("", "validFrom=2025/9/1");
    assertThat(texts(result.violations()))
        .containsExactly("row 2 id contradicting-row", "row 3 id contradicting-row");
    assertThat(result.values()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what is changed in the only version | where and what                | in Chinese                              | in English
          validUntil=2025-08-31                 | validUntil ends-before-start  | 不能早于validFrom                       | must not be before the field validFrom
          cadence=every 14 days && times=2      | times rolling-times           | 频次为每隔若干天时，次数只能是 1        | must be 1 for a cadence of every so many days
          cadence=every 14 days && graceDays=14 | graceDays rolling-grace       | 频次为每隔 14 天时，宽限天数须少于此数  | must be less than the 14 days of the cadence
          """)
  void rules_versionThatContradictsItself_isToldAtItsFields(
      String change, String told, String chinese, String english) {
    IntakeResult<ContactRule> result = changed(change, "id=other");
    assertThat(texts(result.violations())).containsExactly("row 2 " + told);
    assertThat(result.violations().get(0).message(Locale.CHINA)).isEqualTo(chinese);
    assertThat(result.violations().get(0).message(Locale.ENGLISH)).isEqualTo(english);
    assertThat(result.values()).extracting(ContactRule::id).containsExactly(RuleId.of("other"));
  }

  @Test
  void rules_versionsThatWouldBothBeInForce_areAllTold() {
    IntakeResult<ContactRule> result =
        changed(
            "id=other",
            "validFrom=2026-02-24 && validUntil=2026-02-28",
            "validUntil=2026-03-31",
            "validFrom=2026-02-25",
            "validFrom=2026-09-01");
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 3 validFrom versions-overlap",
            "row 3 validUntil versions-overlap",
            "row 4 validUntil versions-overlap",
            "row 4 validUntil versions-overlap",
            "row 5 validFrom versions-overlap",
            "row 5 validFrom versions-overlap",
            "row 6 id other-version-faulty");
    assertThat(result.violations().get(1).message(Locale.CHINA))
        .isEqualTo("与第 5 行是同一规则的两个版本，有效日期重叠");
    assertThat(result.violations().get(1).message(Locale.ENGLISH))
        .isEqualTo("overlaps the days of row 5, another version of the same rule");
    assertThat(result.values()).extracting(ContactRule::id).containsExactly(RuleId.of("other"));
    assertThat(changed("validUntil=2026-02-23", "validFrom=2026-02-24").violations()).isEmpty();
  }

  @Test
  void rules_versionsThatOverlap_areToldWhateverIsWrongWithAnother() {
    assertThat(
            texts(
                changed(
                        "validUntil=2026-02-24",
                        "validFrom=2026-02-24",
                        "validFrom=2026-09-01 && times=0")
                    .violations()))
        .containsExactly(
            "row 2 validUntil versions-overlap",
            "row 3 validFrom versions-overlap",
            "row 4 times not-a-number");
  }

  @Test
  void rules_milestonesInTermsWithoutThem_areToldForEveryVersionAndTerm() {
    IntakeResult<ContactRule> result =
        SampleSchool.INTAKE.rules(
            Drafts.goodRows(
                RuleDraft.class,
                "cadence=term-start",
                "validFrom=2026-02-24",
                "validFrom=2026-09-01 && cadence=term-mid && times=0",
                "id=other"),
            Optional.of(SampleSchool.WITH_SHORT_TERMS));
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 cadence term-without-milestones",
            "row 2 cadence term-without-milestones",
            "row 3 id other-version-faulty",
            "row 4 cadence term-without-milestones",
            "row 4 cadence term-without-milestones",
            "row 4 times not-a-number");
    assertThat(result.violations())
        .extracting(violation -> violation.message(Locale.CHINA))
        .contains(
            "学期 2025-2 不足 42 天，也没有给出期初、期中、期末的日期，不能按此频次要求",
            "学期 2025-3 不足 42 天，也没有给出期初、期中、期末的日期，不能按此频次要求");
    assertThat(result.values()).extracting(ContactRule::id).containsExactly(RuleId.of("other"));
    assertThat(changed("cadence=term-start").violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what is written                     | field   | in Chinese
          cadence=every 14                      | cadence | 第 9 个字符处有误，应为：days
          cadence=P25M                          | cadence | 第 2 个字符处有误，应为：1 到 24 的整数
          cadence=term-start,term-start         | cadence | 第 12 个字符处有误，应为：每个时间点只写一次
          scope=key-support and                 | scope   | 第 16 个字符处有误，应为：all、not、(、key-support、boarding、has-carer、both-parents-away、one-parent-away、grade 年级、carer 类别 或 concern 类别
          scope=(all                            | scope   | 第 5 个字符处有误，应为：and、or 或 )
          scope=grade 3-1                       | scope   | 第 7 个字符处有误，应为：1 到 12 的年级，或由低到高的两个年级，如 1-3
          scope=全部                            | scope   | 第 1 个字符处有误，应为：词、数字或括号
          """)
  void rules_syntax_isToldWithThePosition(String change, String field, String chinese) {
    IntakeResult<ContactRule> result = changed(change);
    assertThat(texts(result.violations())).containsExactly("row 2 " + field + " syntax");
    assertThat(result.violations().get(0).message(Locale.CHINA)).isEqualTo(chinese);
    assertThat(result.values()).isEmpty();
  }

  @Test
  void rules_ruleWithAFaultyVersion_isNotTakenWithTheRest() {
    IntakeResult<ContactRule> result =
        changed("", "id=other", "validFrom=2026-02-24 && cadence=weekly", "validFrom=2026-09-01");
    assertThat(texts(result.violations()))
        .containsExactly(
            "row 2 id other-version-faulty",
            "row 4 cadence syntax",
            "row 5 id other-version-faulty");
    assertThat(result.violations().get(2).message(Locale.CHINA)).isEqualTo("同一规则第 4 行有误，整条规则暂不采用");
    assertThat(result.violations().get(2).message(Locale.ENGLISH))
        .isEqualTo("row 4 of the same rule has a fault; a rule is taken as a whole");
    assertThat(result.faultyRows()).containsExactly(2, 4, 5);
    assertThat(result.values()).extracting(ContactRule::id).containsExactly(RuleId.of("other"));
  }

  @Test
  void rules_severalFaultyVersions_areToldOfThemselvesAlone() {
    assertThat(
            texts(
                changed(
                        "",
                        "validFrom=2026-02-24 && times=0",
                        "validFrom=2026-09-01 && validUntil=2026-08-31")
                    .violations()))
        .containsExactly(
            "row 2 id other-version-faulty",
            "row 3 times not-a-number",
            "row 4 validUntil ends-before-start");
  }

  @Test
  void rules_contradictingRows_takeTheirOtherVersionsWithThem() {
    assertThat(texts(changed("", "times=2", "validFrom=2026-09-01").violations()))
        .containsExactly(
            "row 2 id contradicting-row",
            "row 3 id contradicting-row",
            "row 4 id other-version-faulty");
  }

  @Test
  void rules_rowThatIsRepeated_takesNothingFromItsRule() {
    IntakeResult<ContactRule> result = changed("", "", "validFrom=2026-09-01");
    assertThat(texts(result.violations())).containsExactly("row 3 id repeated-row");
    assertThat(result.values().get(0).versions()).hasSize(2);
  }

  @Test
  void rules_rowsWithoutAnIdOrADay_repeatNothing() {
    assertThat(
            texts(
                changed("id=", "id=", "validFrom=", "validFrom=", "validFrom= && times=2")
                    .violations()))
        .containsExactly(
            "row 2 id required",
            "row 3 id required",
            "row 4 validFrom required",
            "row 5 validFrom required",
            "row 6 validFrom required");
  }

  @Test
  void rules_separatorsWithoutAWord_areNoWords() {
    assertThat(texts(changed("madeBy=; && with=； && channels=、").violations()))
        .containsExactly(
            "row 2 channels not-one-of", "row 2 madeBy not-one-of", "row 2 with not-one-of");
  }

  @Test
  void rules_severalFaultsOfARow_areToldAtOnce() {
    assertThat(
            texts(
                changed(
                        "titleChinese= && madeBy=teacher && cadence=P0W && times=0 && scope=x"
                            + " && validFrom=2025-9-31")
                    .violations()))
        .containsExactly(
            "row 2 cadence syntax",
            "row 2 madeBy not-one-of",
            "row 2 scope syntax",
            "row 2 times not-a-number",
            "row 2 titleChinese required",
            "row 2 validFrom not-a-date");
  }

  @Test
  void rules_none_giveNothing() {
    assertThat(changed().valuesOrThrow()).isEmpty();
  }
}
