package org.jiedui.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSet;
import com.google.common.testing.EqualsTester;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jiedui.contact.Channel;
import org.jiedui.contact.ContactSeries;
import org.jiedui.contact.Party;
import org.jiedui.id.ChildId;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.text.Wording;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactRuleTest {

  private static final RuleId ID = RuleId.of("home-visit");
  private static final ContactPattern CALLS =
      ContactPattern.of(List.of(Party.FATHER), List.of(Party.CHILD), List.of(Channel.CALL));

  /** A monthly version of a period; an open end is none of its own. */
  private static RuleVersion version(String period) {
    DateRange days = DateRange.parse(period);
    RuleVersion.Builder version =
        RuleVersion.from(days.start()).pattern(CALLS).cadence(Cadence.parse("P1M"));
    days.last().ifPresent(version::until);
    return version.build();
  }

  private static ContactRule rule(RuleId id, String... periods) {
    return ContactRule.of(
        id,
        Wording.of("家访", "home visit"),
        Provenance.unverified("a test"),
        Arrays.stream(periods).map(ContactRuleTest::version).toList());
  }

  @Test
  void of_versionsInAnyOrder_areSorted() {
    assertThat(rule(ID, "2026-02-24/..", "2025-09-01/..").versions())
        .extracting(RuleVersion::validFrom)
        .containsExactly(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 2, 24));
  }

  @Test
  void of_titleThatNoFileHolds_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ContactRule.of(
                    ID,
                    Wording.of("家访", " home visit"),
                    Provenance.unverified("a test"),
                    List.of(version("2025-09-01/.."))))
        .withMessage("the English title of rule home-visit must have no white space around it");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ContactRule.of(
                    ID,
                    Wording.of("访".repeat(101), "home visit"),
                    Provenance.unverified("a test"),
                    List.of(version("2025-09-01/.."))))
        .withMessage(
            "the Chinese title of rule home-visit must have at most 100 characters, but has 101");
  }

  @Test
  void of_noVersion_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule(ID))
        .withMessage("rule home-visit must have a version");
  }

  @Test
  void of_twoVersionsFromOneDay_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule(ID, "2025-09-01/..", "2025-09-01/2025-12-31"))
        .withMessage("rule home-visit has two versions from 2025-09-01");
  }

  @Test
  void of_twoVersionsInForceOnOneDay_isRejected() {
    assertThat(rule(ID, "2025-09-01/2025-12-30", "2025-12-31/..").versions()).hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule(ID, "2025-09-01/2025-12-31", "2025-12-31/.."))
        .withMessage(
            "rule home-visit has a version until 2025-12-31 and another from 2025-12-31:"
                + " both would be in force");
  }

  @Test
  void of_severalVersionsInForceOnOneDay_areAllNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                rule(
                    ID,
                    "2025-09-01/2026-03-31",
                    "2026-01-01/..",
                    "2026-02-24/2026-02-28",
                    "2026-02-24/.."))
        .withMessage(
            "rule home-visit has a version until 2026-03-31 and another from 2026-01-01:"
                + " both would be in force;"
                + " rule home-visit has a version until 2026-03-31 and another from 2026-02-24:"
                + " both would be in force;"
                + " rule home-visit has two versions from 2026-02-24");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "none",
      textBlock =
          """
          day        | version from
          2025-08-31 | none
          2025-09-01 | 2025-09-01
          2025-12-31 | 2025-09-01
          2026-01-01 | none
          2026-02-23 | none
          2026-02-24 | 2026-02-24
          2026-05-31 | 2026-02-24
          2026-06-01 | 2026-06-01
          2999-12-31 | 2026-06-01
          """)
  void versionOn_aDay(LocalDate day, LocalDate from) {
    ContactRule rule = rule(ID, "2025-09-01/2025-12-31", "2026-02-24/..", "2026-06-01/..");
    assertThat(rule.versionOn(day).map(RuleVersion::validFrom))
        .isEqualTo(Optional.ofNullable(from));
  }

  @Test
  void lastDayOf_isItsOwnOrTheDayBeforeTheNext() {
    ContactRule rule = rule(ID, "2025-09-01/2025-12-31", "2026-02-24/..", "2026-06-01/..");
    assertThat(rule.lastDayOf(0)).contains(LocalDate.of(2025, 12, 31));
    assertThat(rule.lastDayOf(1)).contains(LocalDate.of(2026, 5, 31));
    assertThat(rule.lastDayOf(2)).isEmpty();
  }

  @Test
  void equals_isByAllItsParts() {
    new EqualsTester()
        .addEqualityGroup(rule(ID, "2025-09-01/.."), rule(ID, "2025-09-01/.."))
        .addEqualityGroup(rule(ID, "2025-09-02/.."))
        .addEqualityGroup(rule(RuleId.of("call"), "2025-09-01/.."))
        .testEquals();
    assertThat(rule(ID, "2025-09-01/..")).hasToString("ContactRule[home-visit]");
  }

  @Nested
  class Book {

    private final ContactRule visit = rule(ID, "2025-09-01/..");
    private final ContactRule call = rule(RuleId.of("call"), "2025-09-01/..");

    @Test
    void rules_standInTheGivenOrder() {
      assertThat(RuleBook.of(List.of(visit, call)).rules()).containsExactly(visit, call);
      assertThat(RuleBook.of(List.of(visit, call))).hasToString("RuleBook[home-visit, call]");
      assertThat(RuleBook.empty().rules()).isEmpty();
    }

    @Test
    void find_unknownRule_isEmpty() {
      assertThat(RuleBook.of(List.of(visit)).find(ID)).contains(visit);
      assertThat(RuleBook.of(List.of(visit)).find(RuleId.of("call"))).isEmpty();
    }

    @Test
    void of_sameIdTwice_isRejected() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RuleBook.of(List.of(visit, rule(ID, "2026-09-01/.."))))
          .withMessage("two rules have the id home-visit");
    }

    @Test
    void of_sameIdsSeveralTimes_areAllNamed() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RuleBook.of(List.of(visit, call, call, visit, visit)))
          .withMessage("two rules have the id call; two rules have the id home-visit");
    }

    @Test
    void checkContinuedBy_everythingThatIsMissingOrChanged_isNamed() {
      RuleBook book =
          RuleBook.of(
              List.of(
                  rule(ID, "2025-09-01/2025-12-31", "2026-02-24/..", "2026-06-01/.."),
                  call,
                  rule(RuleId.of("letters"), "2025-09-01/..")));
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  book.checkContinuedBy(
                      RuleBook.of(
                          List.of(
                              rule(ID, "2025-09-01/2025-12-30", "2026-02-24/.."),
                              rule(RuleId.of("call"), "2025-09-01/2026-01-17")))))
          .withMessage(
              "version 1 of rule home-visit, in force from 2025-09-01, is missing or changed;"
                  + " version 3 of rule home-visit, in force from 2026-06-01, is missing or changed;"
                  + " rule letters is missing from the new book");
    }

    @Test
    void equals_isByRulesAndTheirOrder() {
      new EqualsTester()
          .addEqualityGroup(RuleBook.of(List.of(visit, call)), RuleBook.of(List.of(visit, call)))
          .addEqualityGroup(RuleBook.of(List.of(call, visit)))
          .addEqualityGroup(RuleBook.empty(), RuleBook.of(List.of()))
          .testEquals();
    }
  }

  @Nested
  class Patterns {

    private final ContactPattern pattern =
        ContactPattern.of(
            List.of(Party.HOMEROOM_TEACHER, Party.MENTOR),
            List.of(Party.CHILD, Party.CARER),
            List.of(Channel.HOME_VISIT, Channel.CALL));

    @Test
    void matches_everyCombination() {
      for (Party maker : Party.values()) {
        for (Channel channel : Channel.values()) {
          for (Party reached : Party.values()) {
            int kind = ContactSeries.kind(maker, channel, ImmutableSet.of(reached));
            boolean accepted =
                pattern.madeBy().contains(maker)
                    && pattern.channels().contains(channel)
                    && pattern.with().contains(reached);
            assertThat(pattern.matches(kind))
                .as("%s to %s by %s", maker, reached, channel)
                .isEqualTo(accepted);
          }
          assertThat(pattern.matches(ContactSeries.kind(maker, channel, ImmutableSet.of())))
              .isFalse();
        }
      }
    }

    @Test
    void matches_oneOfSeveralReached_isEnough() {
      ImmutableSet<Party> both = ImmutableSet.of(Party.CHILD, Party.FATHER);
      assertThat(pattern.matches(ContactSeries.kind(Party.MENTOR, Channel.CALL, both))).isTrue();
      ImmutableSet<Party> parents = ImmutableSet.of(Party.MOTHER, Party.FATHER);
      assertThat(pattern.matches(ContactSeries.kind(Party.MENTOR, Channel.CALL, parents)))
          .isFalse();
    }

    @Test
    void of_emptySet_isRejected() {
      List<Party> child = List.of(Party.CHILD);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ContactPattern.of(List.of(), child, List.of(Channel.CALL)))
          .withMessage("who makes the contact must not be empty");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ContactPattern.of(child, List.of(), List.of(Channel.CALL)))
          .withMessage("with whom must not be empty");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ContactPattern.of(child, child, List.of()))
          .withMessage("channels must not be empty");
    }

    @Test
    void equals_isBySetsAndByWhoseDutyItIsFirst() {
      new EqualsTester()
          .addEqualityGroup(
              pattern,
              ContactPattern.of(
                  List.of(Party.HOMEROOM_TEACHER, Party.MENTOR),
                  List.of(Party.CARER, Party.CHILD),
                  List.of(Channel.CALL, Channel.HOME_VISIT)))
          .addEqualityGroup(
              ContactPattern.of(
                  List.of(Party.MENTOR, Party.HOMEROOM_TEACHER),
                  List.of(Party.CARER, Party.CHILD),
                  List.of(Channel.CALL, Channel.HOME_VISIT)))
          .addEqualityGroup(CALLS)
          .testEquals();
    }
  }

  @Nested
  class Exemptions {

    private final Instant recorded = Instant.parse("2025-09-10T04:00:00Z");

    private Exemption exemption(Optional<RuleId> rule) {
      return new Exemption(
          SchoolId.of("s"),
          ChildId.of("c"),
          ExemptionId.of("e-1"),
          DateRange.parse("2025-09-08/2025-09-10"),
          rule,
          "秘密 in hospital",
          StaffId.of("T01"),
          recorded,
          Optional.empty());
    }

    @Test
    void concerns_oneRuleOrAll() {
      assertThat(exemption(Optional.empty()).concerns(ID)).isTrue();
      assertThat(exemption(Optional.of(ID)).concerns(ID)).isTrue();
      assertThat(exemption(Optional.of(ID)).concerns(RuleId.of("call"))).isFalse();
    }

    @Test
    void isKnownBefore_fromItsRecordUntilItsWithdrawal() {
      Instant withdrawn = recorded.plusSeconds(60);
      Exemption exemption = exemption(Optional.empty()).withdrawn(withdrawn);
      assertThat(exemption.isKnownBefore(recorded)).isFalse();
      assertThat(exemption.isKnownBefore(recorded.plusNanos(1))).isTrue();
      assertThat(exemption.isKnownBefore(withdrawn)).isTrue();
      assertThat(exemption.isKnownBefore(withdrawn.plusNanos(1))).isFalse();
      assertThat(exemption(Optional.empty()).isKnownBefore(Instant.MAX)).isTrue();
    }

    @Test
    void withdrawn_twiceOrTooEarly_isRejected() {
      Exemption withdrawn = exemption(Optional.empty()).withdrawn(recorded);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> withdrawn.withdrawn(recorded))
          .withMessage("exemption e-1 is withdrawn already");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> exemption(Optional.empty()).withdrawn(recorded.minusNanos(1)))
          .withMessage("exemption e-1 must not be withdrawn before it was recorded");
    }

    @Test
    void toString_hasNoReason() {
      assertThat(exemption(Optional.of(ID)))
          .hasToString("Exemption[s/c/e-1 2025-09-08/2025-09-10]");
    }
  }
}
