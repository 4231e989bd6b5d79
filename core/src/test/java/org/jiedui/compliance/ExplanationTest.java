package org.jiedui.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiedui.calendar.Milestone;
import org.jiedui.child.KeySupport;
import org.jiedui.compliance.Explanation.ExplainedWindow;
import org.jiedui.compliance.Explanation.NotCounted;
import org.jiedui.compliance.Explanation.Reason;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.Party;
import org.jiedui.contact.Voiding;
import org.jiedui.id.ActorId;
import org.jiedui.id.StaffId;
import org.jiedui.rule.ContactRule;
import org.jiedui.rule.Provenance;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.Scope;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {

  private static final Viewpoint AS_OF = Viewpoint.on(LocalDate.of(2025, 9, 20));

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Explanation explain(Scenario scenario, Viewpoint viewpoint) {
    return scenario.evaluator().explain(scenario.record(), Scenario.RULE, viewpoint);
  }

  private static Contact.Builder visit(Scenario scenario, String day) {
    return scenario
        .contact(day(day))
        .channel(Channel.HOME_VISIT)
        .madeBy(Party.HOMEROOM_TEACHER, StaffId.of("T10"))
        .with(Party.CHILD)
        .note("秘密 the note");
  }

  /** September with one contact for each reason, on days that tell them apart. */
  private static Scenario everyReason() {
    Scenario scenario =
        Scenario.inTheSchoolYear2025()
            .version("2025-09-01", "P1M", v -> v.times(3))
            .inCare("2025-09-01/2025-09-09 2025-09-11/..")
            .exempt("2025-09-08/2025-09-12");
    scenario.add(visit(scenario, "2025-09-02").build());
    scenario.add(
        visit(scenario, "2025-09-03")
            .recorded(Scenario.at(day("2025-09-21")), ActorId.of("T10"))
            .build());
    scenario.add(
        visit(scenario, "2025-09-04")
            .build()
            .voided(new Voiding(Scenario.at(day("2025-09-05")), ActorId.of("T10"), "秘密 mistake")));
    scenario.add(visit(scenario, "2025-09-05").notReached().build());
    scenario.add(visit(scenario, "2025-09-06").madeBy(Party.MENTOR).build());
    scenario.add(visit(scenario, "2025-09-07").with(Party.FATHER).build());
    scenario.add(visit(scenario, "2025-09-08").channel(Channel.CALL).build());
    scenario.add(visit(scenario, "2025-09-10").build());
    scenario.add(visit(scenario, "2025-09-12").build());
    scenario.add(visit(scenario, "2025-09-25").build());
    scenario.add(visit(scenario, "2025-09-26").notReached().channel(Channel.MESSAGE).build());
    return scenario;
  }

  @Test
  void explain_everyReason_isGiven() {
    ExplainedWindow september = explain(everyReason(), AS_OF).windows().get(0);
    assertThat(september.window().ground()).isEqualTo(Ground.STILL_OPEN);
    assertThat(september.counted())
        .extracting(contact -> contact.day().toString())
        .containsExactly("2025-09-02", "2025-09-12");
    assertThat(september.notCounted())
        .extracting(each -> each.contact().day() + " " + each.reasons())
        .containsExactly(
            "2025-09-03 [NOT_KNOWN_YET]",
            "2025-09-04 [VOIDED]",
            "2025-09-05 [NOT_REACHED]",
            "2025-09-06 [WRONG_MAKER]",
            "2025-09-07 [WRONG_PARTY]",
            "2025-09-08 [WRONG_CHANNEL]",
            "2025-09-10 [OUT_OF_SCOPE]",
            "2025-09-25 [AFTER_AS_OF, NOT_KNOWN_YET]",
            "2025-09-26 [AFTER_AS_OF, NOT_KNOWN_YET, NOT_REACHED, WRONG_CHANNEL]");
    assertThat(
            september.notCounted().stream().map(NotCounted::reasons).flatMap(each -> each.stream()))
        .containsAll(EnumSet.complementOf(EnumSet.of(Reason.NOTHING_ASKED)));
  }

  @Test
  void explain_windowOfWhichNothingIsAsked_countsNothing() {
    Scenario scenario =
        Scenario.inTheSchoolYear2025()
            .version("2025-09-01", "P1M", v -> v.graceDays(5))
            .inCare("2025-09-25/..")
            .contacts("2025-09-28 2025-10-02");
    ExplainedWindow september = explain(scenario, Viewpoint.on(day("2025-10-10"))).windows().get(0);
    assertThat(september.window().ground()).isEqualTo(Ground.TOO_FEW_DAYS);
    assertThat(september.counted()).isEmpty();
    assertThat(september.notCounted())
        .extracting(each -> each.contact().day() + " " + each.reasons())
        .containsExactly("2025-09-28 [NOTHING_ASKED]");
  }

  @Test
  void explain_days_countScopeAndExemptDays() {
    ExplainedWindow september = explain(everyReason(), AS_OF).windows().get(0);
    // 10 September is out of scope; of 8 to 12 September four days are left to be exempt.
    assertThat(september.scopeDays()).isEqualTo(29);
    assertThat(september.exemptDays()).isEqualTo(4);
    assertThat(september.window().deadline()).isEqualTo("2025-09-30");
    assertThat(september.isClipped()).isTrue();
    assertThat(september.scope())
        .containsExactly(
            DateRange.parse("2025-09-01/2025-09-09"), DateRange.parse("2025-09-11/2025-09-30"));
    assertThat(september.pausedDays()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          every 14 days               |                       | 2025-09-01/2025-09-14 | 0
          every 14 days               | 2025-09-08/2025-09-10 | 2025-09-01/2025-09-17 | 3
          after concern-raised 7 days |                       | 2025-09-12/2025-09-19 | 0
          after concern-raised 7 days | 2025-09-10/2025-09-20 | 2025-09-12/2025-09-28 | 9
          P1M                         | 2025-09-10/2025-09-20 | 2025-09-01/2025-09-30 | 0
          """)
  void explain_exemptDays_moveAWindowThatCountsDays(
      String cadence, String exempt, DateRange days, long paused) {
    Scenario scenario =
        Scenario.inTheSchoolYear2025()
            .version("2025-09-01", cadence, v -> v)
            .inCare("2025-09-01/..")
            .concerns("2025-09-12");
    if (exempt != null) {
      scenario.exempt(exempt);
    }
    ExplainedWindow first = explain(scenario, Viewpoint.on(day("2025-09-16"))).windows().get(0);
    assertThat(first.window().days()).isEqualTo(days);
    assertThat(first.pausedDays()).isEqualTo(paused);
    String text = explain(scenario, Viewpoint.on(day("2025-09-16"))).text(Locale.ENGLISH);
    if (paused > 0) {
      assertThat(text).contains("  moved by " + paused + " days that do not count: ");
    } else {
      assertThat(text).doesNotContain("moved by");
    }
  }

  @Test
  void text_provenance_namesTheTextAndWhetherItWasRead() {
    Scenario scenario = Scenario.inTheSchoolYear2025().version("2025-09-01", "P1W", v -> v);
    ContactRule rule = scenario.evaluator().ruleBook().rules().get(0);
    ContactRule law =
        ContactRule.of(
            rule.id(),
            rule.title(),
            new Provenance("未成年人保护法", Optional.of("第23条"), Optional.of(day("2024-04-26")), true),
            rule.versions());
    Explanation explanation =
        Evaluator.of(RuleBook.of(List.of(law)), scenario.evaluator().calendar())
            .explain(scenario.record(), Scenario.RULE, AS_OF);
    assertThat(explanation.text(Locale.ENGLISH))
        .startsWith("Rule rule: rule (source: 未成年人保护法 第23条, text of 2024-04-26)\n");
    assertThat(explanation.text(Locale.CHINESE))
        .startsWith("规则 rule：规则（依据：未成年人保护法 第23条，2024-04-26 文本）\n");
  }

  @Test
  void explain_hasTheWindowsOfTheListing() {
    Scenario scenario = everyReason();
    for (String on : List.of("2025-08-31", "2025-09-01", "2025-10-31", "2026-07-04")) {
      Viewpoint viewpoint = Viewpoint.on(day(on));
      assertThat(explain(scenario, viewpoint).windows())
          .extracting(ExplainedWindow::window)
          .containsExactlyElementsOf(scenario.listing(viewpoint).windows());
    }
  }

  @Test
  void explain_grace_showsTheContactsOfTheDaysAfterTheDeadline() {
    Scenario scenario =
        Scenario.inTheSchoolYear2025()
            .version("2025-09-01", "P1M", v -> v.graceDays(5))
            .inCare("2025-09-01/..")
            .contacts("2025-10-05 2025-10-06");
    ExplainedWindow september = explain(scenario, Viewpoint.on(day("2025-10-31"))).windows().get(0);
    assertThat(september.window().text()).isEqualTo("2025-09-01/2025-09-30 LATE 2025-10-05");
    assertThat(september.counted())
        .extracting(contact -> contact.day().toString())
        .containsExactly("2025-10-05");
  }

  @ParameterizedTest
  @CsvSource({"P1M, 2025-09-05, 2025-10-03", "every 14 days, 2025-09-05, 2025-09-16"})
  void explain_metInside_leavesTheGraceToTheNextWindow(
      String cadence, String inside, String inTheGrace) {
    Scenario scenario =
        Scenario.inTheSchoolYear2025()
            .version("2025-09-01", cadence, v -> v.graceDays(5))
            .inCare("2025-09-01/..")
            .contacts(inside + " " + inTheGrace);
    assertThat(explain(scenario, Viewpoint.on(day("2025-10-10"))).windows().subList(0, 2))
        .extracting(explained -> explained.counted().stream().map(Contact::day).toList())
        .containsExactly(List.of(day(inside)), List.of(day(inTheGrace)));
  }

  @Test
  void explain_scheduledWindow_saysWhyItHasThoseDays() {
    Scenario months =
        Scenario.inTheSchoolYear2025().version("2025-09-01", "P1M", v -> v).inCare("2026-02-24/..");
    ExplainedWindow march = explain(months, Viewpoint.on(day("2026-03-01"))).windows().get(0);
    assertThat(march.scheduled())
        .contains(
            new ScheduledWindow(
                DateRange.parse("2026-02-24/2026-03-31"),
                Optional.of("2025-2"),
                Optional.empty(),
                true));
    Scenario milestones =
        Scenario.inTheSchoolYear2025()
            .version("2025-09-01", "term-mid", v -> v)
            .inCare("2025-09-01/..");
    assertThat(
            explain(milestones, Viewpoint.on(day("2025-11-20")))
                .windows()
                .get(0)
                .scheduled()
                .orElseThrow()
                .milestone())
        .contains(Milestone.TERM_MID);
    Scenario rolling =
        Scenario.inTheSchoolYear2025()
            .version("2025-09-01", "every 14 days", v -> v)
            .inCare("2025-09-01/..");
    assertThat(explain(rolling, AS_OF).windows().get(0).scheduled()).isEmpty();
  }

  @Test
  void explain_packedRecord_isRejected() {
    Scenario scenario = everyReason();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> scenario.evaluator().explain(scenario.packedRecord(), Scenario.RULE, AS_OF))
        .withMessage("a packed record cannot be explained: it lacks the contacts themselves");
  }

  @Test
  void text_english() {
    assertThat(explain(everyReason(), AS_OF).text(Locale.ENGLISH))
        .isEqualTo(
            """
            Rule rule: rule (source: a test, unverified)
            As of 2025-09-20, known on 2025-09-20

            2025-09-01/2025-09-30  pending: the deadline has not passed yet
              version 1, in force from 2025-09-01: every month, 3 in each window, in term, coverage at least half, grace 0 days, for every child in care
              made by homeroom teacher; with child; by home visit
              term 2025-1
              in scope on 29 days, 4 of them exempt; deadline 2025-09-30
              in scope only on 2025-09-01/2025-09-09, 2025-09-11/2025-09-30
              exempt 2025-09-08/2025-09-12 (e0)
              counted:
                2025-09-02  home visit  homeroom teacher → child
                2025-09-12  home visit  homeroom teacher → child
              not counted:
                2025-09-03  home visit  homeroom teacher → child: recorded after the known-on date
                2025-09-04  home visit  homeroom teacher → child: voided
                2025-09-05  home visit  homeroom teacher → child: nobody was reached
                2025-09-06  home visit  mentor → child: made by somebody else
                2025-09-07  home visit  homeroom teacher → father: reached somebody else
                2025-09-08  call  homeroom teacher → child: another channel
                2025-09-10  home visit  homeroom teacher → child: not in scope on that day
                2025-09-25  home visit  homeroom teacher → child: made after the as-of date, recorded after the known-on date
                2025-09-26  message  homeroom teacher → child: made after the as-of date, recorded after the known-on date, nobody was reached, another channel
            """);
  }

  @Test
  void text_chinese() {
    Scenario scenario =
        Scenario.inTheSchoolYear2025().version("2025-09-01", "P1M", v -> v).inCare("2026-02-24/..");
    assertThat(explain(scenario, Viewpoint.on(day("2026-04-01"))).text(Locale.SIMPLIFIED_CHINESE))
        .isEqualTo(
            """
            规则 rule：规则（依据：a test，未核实）
            查看日 2026-04-01，知悉日 2026-04-01

            2026-02-24/2026-03-31  未完成：到期时联系次数不足
              第 1 版，2025-09-01 起生效：每月，每个时段 1 次，学期内，覆盖过半，宽限 0 天，适用全体在档学生
              联系人 班主任；对象 本人；方式 家访
              学期 2025-2
              学期边缘不足一半的一段已并入
              适用 36 天，其中免除 0 天；到期日 2026-03-31
              计入：无

            2026-04-01/2026-04-30  进行中：尚未到期
              第 1 版，2025-09-01 起生效：每月，每个时段 1 次，学期内，覆盖过半，宽限 0 天，适用全体在档学生
              联系人 班主任；对象 本人；方式 家访
              学期 2025-2
              适用 30 天，其中免除 0 天；到期日 2026-04-30
              计入：无
            """);
  }

  @Test
  void pausedDays_windowThatLeavingCutShort_isNotMoved() {
    Scenario scenario =
        Scenario.inTheSchoolYear2025()
            .version("2025-09-01", "after concern-raised 7 days", v -> v)
            .inCare("2025-09-01/2025-10-10")
            .exempt("2025-09-15/2025-10-08")
            .concerns("2025-09-12");
    ExplainedWindow cut = explain(scenario, Viewpoint.on(day("2025-10-31"))).windows().get(0);
    assertThat(cut.window().text()).isEqualTo("2025-09-12/2025-10-10 EXCUSED");
    assertThat(cut.pausedDays()).isZero();
  }

  @Test
  void text_afterAnEvent_namesIt_andWhatPlaysNoPartIsLeftOut() {
    Scenario scenario =
        Scenario.inTheSchoolYear2025()
            .version("2025-09-01", "after concern-raised 7 days", v -> v)
            .inCare("2025-09-01/..")
            .exempt("2025-09-10/2025-09-20")
            .concerns("2025-09-12");
    assertThat(explain(scenario, Viewpoint.on(day("2025-09-25"))).text(Locale.ENGLISH))
        .endsWith(
            """
            2025-09-12/2025-09-28  pending: the deadline has not passed yet
              version 1, in force from 2025-09-01: within 7 days of an event (concern raised), 1 in each window, grace 0 days, for every child in care
              made by homeroom teacher; with child; by home visit
              2025-09-12 concern raised; then 7 days, from that day or the first after it that counts
              in scope on 17 days, 9 of them exempt; deadline 2025-09-28
              moved by 9 days that do not count: exempt, out of scope or out of term
              exempt 2025-09-10/2025-09-20 (e0)
              counted: none
            """);
  }

  @Test
  void text_afterAnEventWhenEveryDayIsExempt_saysSo_withoutADeadline() {
    Scenario scenario =
        Scenario.inTheSchoolYear2025()
            .version("2025-09-01", "after concern-raised 7 days", v -> v)
            .inCare("2025-09-01/2025-09-20")
            .exempt("2025-09-10/2025-09-30")
            .concerns("2025-09-12");
    assertThat(explain(scenario, Viewpoint.on(day("2025-09-25"))).text(Locale.SIMPLIFIED_CHINESE))
        .endsWith(
            """
            2025-09-12/2025-09-19  不适用：事件之后没有适用且未免除的日子
              第 1 版，2025-09-01 起生效：发现困难后 7 天内，每个时段 1 次，宽限 0 天，适用全体在档学生
              联系人 班主任；对象 本人；方式 家访
              2025-09-12 发现困难；从当日或其后第一个应计的日子起，再计 7 天
              适用 8 天，其中免除 8 天
              免除 2025-09-10/2025-09-30（e0）
              计入：无
            """);
  }

  @Test
  void text_rolling_saysFromWhenItCounts() {
    Scenario scenario =
        Scenario.inTheSchoolYear2025()
            .version("2025-09-01", "every 14 days", v -> v.scope(Scope.parse("key-support")))
            .inCare("2025-09-01/..")
            .facts(
                facts ->
                    facts.withKeySupport(
                        t ->
                            t.with(
                                DateRange.parse("2025-09-01/.."),
                                new KeySupport("reason"),
                                Scenario.LONG_AGO)));
    assertThat(explain(scenario, Viewpoint.on(day("2025-09-10"))).text(Locale.SIMPLIFIED_CHINESE))
        .endsWith(
            """
            2025-09-01/2025-09-14  进行中：尚未到期
              第 1 版，2025-09-01 起生效：每 14 天，每个时段 1 次，学期内，宽限 0 天，适用 key-support
              联系人 班主任；对象 本人；方式 家访
              从上一次联系或上一时段之后数起，应计 14 天；没有的，从第一个应计的日子数起
              适用 14 天，其中免除 0 天；到期日 2025-09-14
              计入：无
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "P1W, every week, 每周",
    "P2W, every 2 weeks, 每 2 周",
    "P3M, every 3 months, 每 3 个月",
    "'term-start,term-end', 'start of term, end of term', 期初、期末",
    "per-term, each term, 每学期",
    "per-year, each school year, 每学年",
    "every 1 days, every day, 每天"
  })
  void text_cadence_isInWords(String cadence, String english, String chinese) {
    Scenario scenario =
        Scenario.inTheSchoolYear2025()
            .version("2025-09-01", cadence, v -> v)
            .inCare("2025-09-01/..");
    assertThat(explain(scenario, AS_OF).text(Locale.ENGLISH))
        .contains("in force from 2025-09-01: " + english + ", 1 in each window");
    assertThat(explain(scenario, AS_OF).text(Locale.SIMPLIFIED_CHINESE))
        .contains("2025-09-01 起生效：" + chinese + "，每个时段 1 次");
  }

  @Test
  void text_noWindow_saysSo() {
    Scenario scenario = Scenario.inTheSchoolYear2025().version("2025-09-01", "P1M", v -> v);
    assertThat(explain(scenario, AS_OF).text(Locale.ENGLISH))
        .endsWith("No window of this rule had begun for this child by the as-of date.\n");
    assertThat(explain(scenario, AS_OF).text(Locale.CHINESE)).endsWith("到查看日为止，没有适用的时段。\n");
  }

  @ParameterizedTest
  @CsvSource({"en", "zh", "tr"})
  void text_namesNobody(String reader) {
    Scenario scenario =
        everyReason()
            .facts(
                facts ->
                    facts.withKeySupport(
                        t ->
                            t.with(
                                DateRange.parse("2025-09-01/.."),
                                new KeySupport("秘密 ill"),
                                Scenario.LONG_AGO)));
    Explanation explanation = explain(scenario, AS_OF);
    String text = explanation.text(Locale.forLanguageTag(reader));
    assertThat(text + explanation)
        .doesNotContain("小明", "秘密", "note", "mistake", "hospital", "2014-03-10", "T10");
    assertThat(scenario.record().toString() + scenario.listing(AS_OF) + scenario.storedStandings())
        .doesNotContain("小明", "秘密", "note", "mistake", "hospital", "T10");
  }
}
