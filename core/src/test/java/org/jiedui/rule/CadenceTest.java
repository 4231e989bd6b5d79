package org.jiedui.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableSet;
import java.util.Random;
import org.jiedui.calendar.Milestone;
import org.jiedui.child.CareEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {

  private static final String FORMS =
      "P1W, P1M, term-start,term-mid,term-end, per-term, per-year, every 14 days, "
          + "or after EVENT 7 days";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          written                         | printed                       | uses season
          P1W                             | P1W                           | true
          P52W                            | P52W                          | true
          P1M                             | P1M                           | true
          P24M                            | P24M                          | true
          term-start,term-mid,term-end    | term-start,term-mid,term-end  | false
          'term-end, term-start'          | term-start,term-end           | false
          'term-mid '                     | term-mid                      | false
          per-term                        | per-term                      | false
          '  per-year  '                  | per-year                      | false
          every 14 days                   | every 14 days                 | true
          every 732 days                  | every 732 days                | true
          every 1 day                     | every 1 days                  | true
          'every   14   days'             | every 14 days                 | true
          after concern-raised 7 days     | after concern-raised 7 days   | false
          'after  enrolled  30  days '    | after enrolled 30 days        | false
          """)
  void parse_printsBack(String written, String printed, boolean usesSeason) {
    Cadence cadence = Cadence.parse(written);
    assertThat(cadence.text()).isEqualTo(printed);
    assertThat(cadence).hasToString(printed);
    assertThat(Cadence.parse(printed)).isEqualTo(cadence);
    assertThat(cadence.usesSeason()).isEqualTo(usesSeason);
  }

  @Test
  void parse_givesTheParts() {
    assertThat(Cadence.parse("P2W")).isEqualTo(new Cadence.Weeks(2));
    assertThat(Cadence.parse("P3M")).isEqualTo(new Cadence.Months(3));
    assertThat(Cadence.parse("term-end,term-start"))
        .isEqualTo(
            new Cadence.Milestones(ImmutableSet.of(Milestone.TERM_START, Milestone.TERM_END)));
    for (CareEvent event : CareEvent.values()) {
      assertThat(Cadence.parse("after " + event.code() + " 7 days"))
          .isEqualTo(new Cadence.AfterEvent(event, 7));
    }
  }

  @Test
  void parse_randomCadence_printsBack() {
    long seed = 42;
    Random random = new Random(seed);
    CareEvent[] events = CareEvent.values();
    for (int i = 0; i < 500; i++) {
      Cadence cadence =
          switch (random.nextInt(4)) {
            case 0 -> new Cadence.Weeks(1 + random.nextInt(52));
            case 1 -> new Cadence.Months(1 + random.nextInt(24));
            case 2 -> new Cadence.Rolling(1 + random.nextInt(732));
            default ->
                new Cadence.AfterEvent(
                    events[random.nextInt(events.length)], 1 + random.nextInt(732));
          };
      assertThat(Cadence.parse(cadence.text())).as("seed %s, %s", seed, i).isEqualTo(cadence);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          text                      | position | expected
          ''                        | 0        | FORMS
          weekly                    | 0        | FORMS
          p1w                       | 0        | FORMS
          per-month                 | 0        | FORMS
          P                         | 1        | a number from 1 to 52
          P0W                       | 1        | a number from 1 to 52
          P53W                      | 1        | a number from 1 to 52
          P25M                      | 1        | a number from 1 to 24
          P99999999999W             | 1        | a number from 1 to 52
          P1D                       | 2        | W for weeks or M for months
          P1W2                      | 3        | the end
          per-termly                | 8        | the end
          term-                     | 0        | term-start or term-mid or term-end
          term-start,term-last      | 11       | term-start or term-mid or term-end
          term-start,               | 11       | term-start or term-mid or term-end
          term-mid,term-mid         | 9        | each milestone once
          term-start term-mid       | 11       | the end
          every days                | 6        | a number from 1 to 732
          every 0 days              | 6        | a number from 1 to 732
          every 733 days            | 6        | a number from 1 to 732
          every 14                  | 8        | days
          every 14 weeks            | 9        | days
          every 14 days or so       | 14       | the end
          after 7 days              | 6        | EVENTS
          after holiday 7 days      | 6        | EVENTS
          after enrolled days       | 15       | a number from 1 to 732
          after enrolled 7          | 16       | days
          """)
  void parse_wrongText_namesThePositionAndWhatWasExpected(
      String text, int position, String expected) {
    RuleSyntaxException refusal =
        catchThrowableOfType(RuleSyntaxException.class, () -> Cadence.parse(text));
    assertThat(refusal.position()).isEqualTo(position);
    assertThat(refusal.expected().english())
        .isEqualTo(
            switch (expected) {
              case "FORMS" -> FORMS;
              case "EVENTS" ->
                  "enrolled, guardian-changed, key-support-began, concern-raised, class-changed";
              default -> expected;
            });
    assertThat(refusal)
        .hasMessage(
            "position "
                + (position + 1)
                + " of \""
                + text
                + "\": expected "
                + refusal.expected().english());
  }

  @Test
  void new_outOfBounds_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cadence.Weeks(53))
        .withMessage("weeks (53) must be 1 to 52");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cadence.Months(0))
        .withMessage("months (0) must be 1 to 24");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cadence.Rolling(733))
        .withMessage("days (733) must be 1 to 732");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cadence.AfterEvent(CareEvent.ENROLLED, 0))
        .withMessage("days (0) must be 1 to 732");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cadence.Milestones(ImmutableSet.of()))
        .withMessage("milestones must not be empty");
  }
}
