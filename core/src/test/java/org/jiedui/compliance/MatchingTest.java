package org.jiedui.compliance;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import org.jiedui.compliance.Explanation.Reason;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.Party;
import org.jiedui.id.RuleId;
import org.jiedui.rule.ContactPattern;
import org.jiedui.rule.RuleBook;
import org.jiedui.text.Coded;
import org.jiedui.time.Viewpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which contacts a rule counts: channels, parties, attempts that failed, several rules at once. */
class MatchingTest {

  private static final Viewpoint OCTOBER = Viewpoint.on(LocalDate.of(2025, 10, 2));

  private static final ContactPattern VISITS =
      ContactPattern.of(
          List.of(Party.HOMEROOM_TEACHER, Party.MENTOR),
          List.of(Party.CHILD, Party.CARER),
          List.of(Channel.HOME_VISIT, Channel.MEETING));

  private static Scenario monthly(ContactPattern pattern) {
    return Scenario.inTheSchoolYear2025()
        .version("2025-09-01", "P1M", version -> version.pattern(pattern))
        .inCare("2025-09-01/..");
  }

  private static <E extends Enum<E> & Coded> ImmutableList<E> all(Class<E> type, String codes) {
    return Splitter.on('+')
        .splitToStream(codes)
        .map(code -> Coded.find(type, code).orElseThrow())
        .collect(toImmutableList());
  }

  /** Written as {@code home-visit by mentor to child+carer}, or {@code … to nobody of child}. */
  private static Contact contact(Scenario scenario, String day, String text) {
    List<String> words = Splitter.on(' ').splitToList(text);
    Contact.Builder contact =
        scenario
            .contact(LocalDate.parse(day))
            .channel(all(Channel.class, words.get(0)).get(0))
            .madeBy(all(Party.class, words.get(2)).get(0));
    if (words.get(4).equals("nobody")) {
      return contact.with(all(Party.class, words.get(6))).notReached().build();
    }
    return contact.with(all(Party.class, words.get(4))).build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "none",
      textBlock =
          """
          contact                                          | counts | reasons against
          home-visit by homeroom-teacher to child          | true   | none
          home-visit by mentor to carer                    | true   | none
          meeting by mentor to child+carer                 | true   | none
          home-visit by mentor to child+father+volunteer   | true   | none
          call by mentor to child                          | false  | WRONG_CHANNEL
          home-visit by subject-teacher to child           | false  | WRONG_MAKER
          home-visit by father to child                    | false  | WRONG_MAKER
          home-visit by mentor to father                   | false  | WRONG_PARTY
          home-visit by mentor to father+mother            | false  | WRONG_PARTY
          home-visit by mentor to nobody of child          | false  | NOT_REACHED
          home-visit by mentor to nobody of child+carer    | false  | NOT_REACHED
          call by mentor to nobody of father               | false  | NOT_REACHED WRONG_CHANNEL
          letter by father to mother                       | false  | WRONG_MAKER WRONG_PARTY WRONG_CHANNEL
          """)
  void judge_oneContact_countsIfAllThreeSetsAcceptIt(
      String text, boolean counts, @Nullable String reasons) {
    Scenario scenario = monthly(VISITS);
    scenario.add(contact(scenario, "2025-09-10", text));
    assertThat(scenario.windows(OCTOBER))
        .isEqualTo(
            counts
                ? "2025-09-01/2025-09-30 MET 2025-09-10; 2025-10-01/2025-10-31 PENDING"
                : "2025-09-01/2025-09-30 MISSED; 2025-10-01/2025-10-31 PENDING");
    Explanation.ExplainedWindow september =
        scenario.evaluator().explain(scenario.record(), Scenario.RULE, OCTOBER).windows().get(0);
    assertThat(september.counted()).hasSize(counts ? 1 : 0);
    assertThat(
            september.notCounted().stream()
                .flatMap(each -> each.reasons().stream())
                .map(Reason::name))
        .containsExactlyElementsOf(
            reasons == null ? List.of() : Splitter.on(' ').splitToList(reasons));
  }

  @Test
  void judge_attemptThatFailed_leavesTheNextTryToCount() {
    Scenario scenario = monthly(VISITS);
    scenario.add(contact(scenario, "2025-09-10", "home-visit by mentor to nobody of child"));
    scenario.add(contact(scenario, "2025-09-12", "home-visit by mentor to child"));
    assertThat(scenario.windows(OCTOBER)).startsWith("2025-09-01/2025-09-30 MET 2025-09-12");
  }

  @Test
  void judge_twoContactsOnOneDay_areTwo() {
    Scenario scenario =
        Scenario.inTheSchoolYear2025()
            .version("2025-09-01", "P1M", version -> version.pattern(VISITS).times(2))
            .inCare("2025-09-01/..");
    scenario.add(contact(scenario, "2025-09-10", "home-visit by mentor to child"));
    assertThat(scenario.windows(OCTOBER)).startsWith("2025-09-01/2025-09-30 MISSED");
    scenario.add(contact(scenario, "2025-09-10", "meeting by mentor to carer"));
    assertThat(scenario.windows(OCTOBER)).startsWith("2025-09-01/2025-09-30 MET 2025-09-10");
  }

  @Test
  void judge_severalRules_oneContactCountsForEveryRuleThatItMatches() {
    RuleId law = RuleId.of("parents-call");
    RuleId school = RuleId.of("guided-letter");
    RuleId any = RuleId.of("any-contact");
    Scenario scenario = monthly(VISITS);
    ContactPattern calls =
        ContactPattern.of(List.of(Party.FATHER), List.of(Party.CHILD), List.of(Channel.CALL));
    ContactPattern letters =
        ContactPattern.of(List.of(Party.CHILD), List.of(Party.FATHER), List.of(Channel.LETTER));
    ContactPattern both =
        ContactPattern.of(
            List.of(Party.FATHER, Party.CHILD),
            List.of(Party.CHILD, Party.FATHER),
            List.of(Channel.CALL, Channel.LETTER));
    Evaluator evaluator =
        Evaluator.of(
            RuleBook.of(
                List.of(
                    monthly(calls).rule(law),
                    monthly(letters).rule(school),
                    monthly(both).rule(any))),
            scenario.calendar());
    scenario.add(contact(scenario, "2025-09-10", "call by father to child"));
    CareRecord record = scenario.record();
    assertThat(evaluator.judge(record, law, OCTOBER).windows().get(0).verdict())
        .isEqualTo(Verdict.MET);
    assertThat(evaluator.judge(record, school, OCTOBER).windows().get(0).verdict())
        .isEqualTo(Verdict.MISSED);
    assertThat(evaluator.judge(record, any, OCTOBER).windows().get(0).verdict())
        .isEqualTo(Verdict.MET);
    assertThat(evaluator.standings(record, OCTOBER))
        .extracting(standing -> standing.rule() + " " + Scenario.text(standing))
        .containsExactly(
            "parents-call 2025-10-01/2025-10-31",
            "guided-letter 2025-09-01/2025-09-30",
            "any-contact 2025-10-01/2025-10-31");
  }

  @Test
  void judge_newSets_applyToTheWindowsThatBeginUnderThem() {
    ContactPattern calls =
        ContactPattern.of(List.of(Party.MENTOR), List.of(Party.CHILD), List.of(Channel.CALL));
    Scenario scenario =
        Scenario.inTheSchoolYear2025()
            .version("2025-09-01", "P1M", version -> version.pattern(VISITS))
            .version("2025-10-15", "P1M", version -> version.pattern(calls))
            .inCare("2025-09-01/..");
    // October began under the first version: the call of 20 October is not for it.
    scenario.add(contact(scenario, "2025-10-20", "call by mentor to child"));
    scenario.add(contact(scenario, "2025-11-05", "home-visit by mentor to child"));
    scenario.add(contact(scenario, "2025-12-05", "call by mentor to child"));
    Viewpoint december = Viewpoint.on(LocalDate.of(2025, 12, 20));
    assertThat(scenario.windows(december))
        .isEqualTo(
            "2025-09-01/2025-09-30 MISSED; 2025-10-01/2025-10-31 MISSED;"
                + " 2025-11-01/2025-11-30 MISSED; 2025-12-01/2025-12-31 MET 2025-12-05");
    assertThat(scenario.listing(december).windows())
        .extracting(JudgedWindow::version)
        .containsExactly(0, 0, 1, 1);
    // The visit of November settles September and October, whose version accepts visits, and the
    // call of December settles November.
    assertThat(scenario.standing(december)).isEqualTo("2026-01-01/2026-01-17");
  }

  @Test
  void standing_rolling_contactMatchesTheVersionOfItsOwnDay() {
    ContactPattern calls =
        ContactPattern.of(List.of(Party.MENTOR), List.of(Party.CHILD), List.of(Channel.CALL));
    Scenario scenario =
        Scenario.inTheSchoolYear2025()
            .version("2025-09-01", "every 14 days", version -> version.pattern(VISITS))
            .version("2025-10-01", "every 14 days", version -> version.pattern(calls))
            .inCare("2025-09-01/..");
    scenario.add(contact(scenario, "2025-09-20", "home-visit by mentor to child"));
    scenario.add(contact(scenario, "2025-09-25", "call by mentor to child"));
    scenario.add(contact(scenario, "2025-10-03", "home-visit by mentor to child"));
    Viewpoint october = Viewpoint.on(LocalDate.of(2025, 10, 5));
    assertThat(scenario.standing(october)).isEqualTo("2025-09-21/2025-10-04");
    scenario.add(contact(scenario, "2025-10-04", "call by mentor to child"));
    assertThat(scenario.standing(october)).isEqualTo("2025-10-05/2025-10-18");
  }

  @Test
  void judge_voidedContact_countsUntilItIsVoided() {
    Scenario scenario = monthly(Scenario.PATTERN).contacts("2025-09-10@2025-09-11!2025-10-06");
    assertThat(scenario.windows(Viewpoint.of(LocalDate.of(2025, 10, 2), LocalDate.of(2025, 10, 5))))
        .startsWith("2025-09-01/2025-09-30 MET 2025-09-10");
    assertThat(scenario.windows(Viewpoint.of(LocalDate.of(2025, 10, 2), LocalDate.of(2025, 10, 6))))
        .startsWith("2025-09-01/2025-09-30 MISSED");
    assertThat(scenario.windows(Viewpoint.of(LocalDate.of(2025, 10, 2), LocalDate.of(2025, 9, 10))))
        .startsWith("2025-09-01/2025-09-30 MISSED");
  }

  @Test
  void judge_ruleThatTheBookDoesNotHave_isRejected() {
    Scenario scenario = monthly(VISITS);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> scenario.evaluator().judge(scenario.record(), RuleId.of("letter"), OCTOBER))
        .withMessage("the rule book has no rule letter");
  }
}
