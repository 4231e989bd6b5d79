package org.jiedui.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jiedui.calendar.Milestone;
import org.jiedui.calendar.SchoolCalendar;
import org.jiedui.calendar.Term;
import org.jiedui.compliance.Evaluator;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Party;
import org.jiedui.id.RuleId;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;

class ContradictionTest {

  private static final Term AUTUMN = term("2025-1", "2025-09-01/2026-01-17");
  private static final Term SHORT = term("2025-2", "2026-02-24/2026-04-05");
  private static final Term SUMMER = term("2025-3", "2026-07-06/2026-07-12");

  private static Term term(String label, String days) {
    return Term.of(label, 2025, DateRange.parse(days));
  }

  private static RuleVersion version(String from, String cadence) {
    return RuleVersion.from(LocalDate.parse(from))
        .pattern(
            ContactPattern.of(List.of(Party.FATHER), List.of(Party.CHILD), List.of(Channel.CALL)))
        .cadence(Cadence.parse(cadence))
        .build();
  }

  private static ContactRule rule(String id, RuleVersion... versions) {
    return ContactRule.of(
        RuleId.of(id), Wording.of("规则", id), Provenance.unverified("a test"), List.of(versions));
  }

  private static final RuleBook BOOK =
      RuleBook.of(
          List.of(
              rule(
                  "visit",
                  version("2025-09-01", "term-start,term-end"),
                  version("2026-02-24", "P1M"),
                  version("2026-07-01", "term-mid")),
              rule("call", version("2025-09-01", "P1W")),
              rule("talk", version("2025-09-01", "term-end"))));

  @Test
  void contradictionsIn_aCalendarThatFits_areNone() {
    SchoolCalendar calendar = SchoolCalendar.of(List.of(AUTUMN));
    assertThat(BOOK.contradictionsIn(calendar)).isEmpty();
    BOOK.checkFits(calendar);
    assertThat(RuleBook.empty().contradictionsIn(SchoolCalendar.of(List.of(SHORT)))).isEmpty();
  }

  @Test
  void contradictionsIn_everyVersionAndTerm_areNamed() {
    SchoolCalendar calendar = SchoolCalendar.of(List.of(AUTUMN, SHORT, SUMMER));
    assertThat(BOOK.contradictionsIn(calendar))
        .extracting(c -> c.rule() + " " + c.validFrom() + " " + c.term().label())
        .containsExactly(
            "visit 2025-09-01 2025-2",
            "visit 2025-09-01 2025-3",
            "visit 2026-07-01 2025-2",
            "visit 2026-07-01 2025-3",
            "talk 2025-09-01 2025-2",
            "talk 2025-09-01 2025-3");
    assertThat(BOOK.contradictionsIn(calendar).get(1).wording())
        .isEqualTo(
            Wording.of(
                "规则 visit 自 2025-09-01 起的频次是 term-start,term-end，而学期"
                    + " 2025-3（2026-07-06/2026-07-12）不足 42 天，也没有给出期初、期中、期末的日期",
                "rule visit goes from 2025-09-01 by term-start,term-end, but term 2025-3"
                    + " (2026-07-06/2026-07-12) is under 42 days and gives no milestones"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BOOK.checkFits(calendar))
        .withMessageContaining("rule visit goes from 2025-09-01")
        .withMessageContaining("rule visit goes from 2026-07-01")
        .withMessageContaining("rule talk goes from 2025-09-01")
        .withMessageContaining("term 2025-2 (")
        .withMessageContaining("term 2025-3 (")
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).split("; ")).hasSize(6));
  }

  @Test
  void contradictionsIn_aShortTermWithGivenMilestones_areNone() {
    Term given =
        new Term(
            SHORT.label(),
            Optional.empty(),
            2025,
            SHORT.days(),
            ImmutableMap.of(Milestone.TERM_MID, DateRange.parse("2026-03-09/2026-03-15")));
    assertThat(BOOK.contradictionsIn(SchoolCalendar.of(List.of(AUTUMN, given)))).isEmpty();
  }

  @Test
  void contradictionsIn_areThereExactlyIfNoEvaluatorCanBeMade() {
    long seed = 20260724;
    Random random = new Random(seed);
    RandomRuleBook books = new RandomRuleBook(seed);
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      RuleBook book = books.next();
      List<Term> terms = new ArrayList<>(List.of(AUTUMN, SHORT, SUMMER));
      terms.removeIf(term -> random.nextInt(3) > 0);
      SchoolCalendar calendar = SchoolCalendar.of(terms.isEmpty() ? List.of(AUTUMN) : terms);
      if (book.contradictionsIn(calendar).isEmpty()) {
        assertThat(Evaluator.of(book, calendar).ruleBook())
            .as("seed %s, %s", seed, i)
            .isEqualTo(book);
      } else {
        refused++;
        assertThatIllegalArgumentException()
            .as("seed %s, %s", seed, i)
            .isThrownBy(() -> Evaluator.of(book, calendar));
      }
    }
    assertThat(refused).isBetween(20, 280);
  }
}
