package org.jiedui.compliance;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.time.LocalDate;
import java.util.List;
import org.jiedui.child.CareFacts;
import org.jiedui.child.Carer;
import org.jiedui.child.KeySupport;
import org.jiedui.child.Relation;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.Party;
import org.jiedui.id.CarerId;
import org.jiedui.id.RuleId;
import org.jiedui.id.StaffId;
import org.jiedui.person.PersonName;
import org.jiedui.rule.RuleBook;
import org.jiedui.rule.RulePresets;
import org.jiedui.text.Coded;
import org.jiedui.time.DateRange;
import org.jiedui.time.Viewpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every preset judges a child over the calendar of the worked examples. */
class RulePresetsInTheYearTest {

  private static final LocalDate FROM = LocalDate.of(2025, 9, 1);

  private static Evaluator evaluator() {
    return Evaluator.of(
        RuleBook.of(
            RulePresets.all().stream()
                .map(preset -> preset.toRule(FROM))
                .collect(toImmutableList())),
        Scenario.inTheSchoolYear2025().calendar());
  }

  private static CareFacts carer(CareFacts facts, String period, String id) {
    Carer carer = Carer.of(CarerId.of(id), PersonName.of("照护人"), Relation.PATERNAL_GRANDMOTHER);
    return facts.withCarer(all -> all.with(DateRange.parse(period), carer, Scenario.LONG_AGO));
  }

  /** In care all year, of key support from 6 October on, with another carer from 20 October on. */
  private static Scenario child() {
    return Scenario.inTheSchoolYear2025()
        .inCare("2025-09-01/..")
        .facts(facts -> carer(facts, "2025-09-01/2025-10-19", "g1"))
        .facts(facts -> carer(facts, "2025-10-20/..", "g2"))
        .facts(
            facts ->
                facts.withKeySupport(
                    all ->
                        all.with(
                            DateRange.parse("2025-10-06/.."),
                            new KeySupport("ill"),
                            Scenario.LONG_AGO)));
  }

  private static String windows(Scenario scenario, String rule, LocalDate asOf) {
    return evaluator()
        .judge(scenario.record(), RuleId.of(rule), Viewpoint.on(asOf))
        .windows()
        .stream()
        .map(JudgedWindow::text)
        .collect(joining("; "));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      maxCharsPerColumn = 1000,
      textBlock =
          """
          # preset         | contact: day maker channel reached              | as of      | windows
          home-visit       | 2025-09-10 homeroom-teacher home-visit carer    | 2025-11-03 | 2025-09-01/2025-09-14 MET 2025-09-10; 2025-11-02/2025-11-15 PENDING
          child-to-parents | 2025-09-30 child letter mother                  | 2025-10-01 | 2025-09-01/2025-09-30 MET 2025-09-30; 2025-10-01/2025-10-31 PENDING
          carer-talk       | 2025-09-12 school-leader meeting carer          | 2025-10-01 | 2025-09-01/2025-09-30 MET 2025-09-12; 2025-10-01/2025-10-31 PENDING
          weekly-child     | 2025-09-14 father video-call child              | 2025-09-15 | 2025-09-01/2025-09-07 MISSED; 2025-09-08/2025-09-14 MET 2025-09-14; 2025-09-15/2025-09-21 PENDING
          weekly-carer     | 2025-09-08 mother message carer                 | 2025-09-14 | 2025-09-01/2025-09-07 MISSED; 2025-09-08/2025-09-14 MET 2025-09-08
          carer-change     | 2025-10-27 homeroom-teacher call carer          | 2025-10-28 | 2025-10-20/2025-10-27 MET 2025-10-27
          mentor-talk      | 2025-10-07 mentor talk child                    | 2025-10-13 | 2025-10-06/2025-10-12 MET 2025-10-07; 2025-10-13/2025-10-19 PENDING
          mentor-visit     | 2026-01-17 mentor home-visit child              | 2026-02-24 | 2025-09-01/2026-01-17 MET 2026-01-17; 2026-02-24/2026-07-04 PENDING
          parent-contact   | 2025-09-03 subject-teacher message father       | 2025-10-01 | 2025-09-01/2025-09-30 MET 2025-09-03; 2025-10-01/2025-10-31 PENDING
          """)
  void judge_byAPreset(String preset, String contact, LocalDate asOf, String windows) {
    List<String> words = Splitter.on(' ').splitToList(contact);
    Scenario scenario = child();
    Contact.Builder made =
        scenario
            .contact(LocalDate.parse(words.get(0)))
            .channel(Coded.find(Channel.class, words.get(2)).orElseThrow())
            .with(Coded.find(Party.class, words.get(3)).orElseThrow());
    Party maker = Coded.find(Party.class, words.get(1)).orElseThrow();
    scenario.add(
        (maker.isStaff() ? made.madeBy(maker, StaffId.of("T10")) : made.madeBy(maker)).build());
    assertThat(windows(scenario, preset, asOf)).isEqualTo(windows);
  }

  @Test
  void weeklyPresets_goThroughTheHolidays() {
    LocalDate springFestival = LocalDate.of(2026, 2, 17);
    for (String preset : List.of("weekly-child", "weekly-carer")) {
      assertThat(windows(child(), preset, springFestival))
          .endsWith("2026-02-09/2026-02-15 MISSED; 2026-02-16/2026-02-22 PENDING");
    }
  }

  @ParameterizedTest
  @CsvSource({"carer-talk", "weekly-child", "weekly-carer", "carer-change", "mentor-talk"})
  void presetForChildrenWithACarerOrKeySupport_asksNothingOfOthers(String preset) {
    Scenario atHome = Scenario.inTheSchoolYear2025().inCare("2025-09-01/..");
    assertThat(windows(atHome, preset, LocalDate.of(2026, 7, 4))).isEmpty();
  }
}
