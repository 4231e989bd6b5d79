package org.jiedui.mentor;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiedui.child.ConsentGiver;
import org.jiedui.child.ConsentPurpose;
import org.jiedui.child.GuardianConsent;
import org.jiedui.child.Placement;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.ConsentId;
import org.jiedui.id.HomeStayId;
import org.jiedui.id.SchoolId;
import org.jiedui.text.Coded;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StayPolicyTest {

  private static final SchoolId SCHOOL = SchoolId.of("qingshi");
  private static final Instant RECORDED = Instant.parse("2025-10-01T00:00:00Z");
  private static final ChildId GUEST = ChildId.of("guest");
  private static final ChildId HOST = ChildId.of("host");
  private static final Optional<Placement> CLASS =
      Optional.of(new Placement(ClassId.of("2025-1-1"), 1));

  private static HomeStay stay(ChildId guest, ChildId host, String days) {
    return new HomeStay(
        SCHOOL,
        HomeStayId.of("h-1"),
        guest,
        host,
        StayKind.WEEKEND,
        DateRange.parse(days),
        RECORDED,
        Optional.empty());
  }

  /** Reads {@code guest father 2025-10-01 until 2025-10-12 withdrawn 2025-10-11}. */
  private static GuardianConsent consent(String text) {
    List<String> words = Splitter.on(' ').splitToList(text);
    return new GuardianConsent(
        SCHOOL,
        ConsentId.of("y-1"),
        ChildId.of(words.get(0)),
        ConsentPurpose.VISITS_AND_STAYS,
        Coded.find(ConsentGiver.class, words.get(1)).orElseThrow(),
        LocalDate.parse(words.get(2)),
        after(words, "until"),
        RECORDED,
        after(words, "withdrawn").map(day -> new GuardianConsent.Withdrawal(day, RECORDED)));
  }

  private static Optional<LocalDate> after(List<String> words, String word) {
    int place = words.indexOf(word);
    return place < 0 ? Optional.empty() : Optional.of(LocalDate.parse(words.get(place + 1)));
  }

  private static ImmutableList<GuardianConsent> consents(String text) {
    return text == null
        ? ImmutableList.of()
        : Splitter.on(',')
            .trimResults()
            .splitToStream(text)
            .map(StayPolicyTest::consent)
            .collect(toImmutableList());
  }

  private static List<String> objections(StayDecision decision) {
    return decision.objections().stream()
        .map(objection -> objection.child() + " " + objection.reason().code())
        .toList();
  }

  /** The stay is from Saturday, 11 October, to Sunday, 12 October 2025. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # consents on file                                                                         | objections
                                                                                                     | guest no-consent; host no-consent
          guest father 2025-10-01                                                                    | host no-consent
          guest father 2025-10-01, host mother 2025-10-11                                            |
          guest father 2025-10-01, host other-guardian 2025-01-01 until 2025-10-12                   |
          # a carer is no guardian
          guest father 2025-10-01, host carer 2025-10-01                                             | host no-consent
          # dated on or before the first day
          guest father 2025-10-12, host mother 2025-10-01                                            | guest consent-too-late
          # covering all days
          guest father 2025-10-01 until 2025-10-11, host mother 2025-10-01                           | guest consent-expires
          guest father 2025-10-01 until 2025-10-11, guest mother 2025-10-11 until 2025-10-12, host mother 2025-10-01 |
          guest father 2025-10-01 until 2025-10-11, guest mother 2025-10-12, host mother 2025-10-01  | guest consent-expires; guest consent-too-late
          # withdrawn, from that day on
          guest father 2025-10-01 withdrawn 2025-10-12, host mother 2025-10-01                       | guest consent-withdrawn
          guest father 2025-10-01 withdrawn 2025-10-13, host mother 2025-10-01                       |
          guest father 2025-10-01 withdrawn 2025-10-05, guest mother 2025-10-06, host mother 2025-10-01 |
          guest father 2025-10-12 withdrawn 2025-10-12, host mother 2025-10-01                       | guest consent-too-late; guest consent-withdrawn
          # for another child
          other father 2025-10-01, host mother 2025-10-01                                            | guest no-consent
          """)
  void decide_ofGuardians_isAsTheTableSays(String onFile, String expected) {
    HomeStay stay = stay(GUEST, HOST, "2025-10-11/2025-10-12");
    StayDecision decision =
        StayPolicy.guardians()
            .decide(
                stay,
                new Peer(GUEST, CLASS, Optional.empty()),
                new Peer(HOST, CLASS, Optional.empty()),
                consents(onFile));
    assertThat(String.join("; ", objections(decision))).isEqualTo(expected == null ? "" : expected);
    assertThat(decision.isAccepted()).isEqualTo(expected == null);
    assertThat(decision.stay()).isEqualTo(stay);
  }

  @Test
  void decide_withCarers_countsTheirConsent() {
    StayPolicy policy = StayPolicy.consentsOf(ConsentGiver.CARER);
    Peer guest = new Peer(GUEST, CLASS, Optional.empty());
    Peer gone = new Peer(HOST, Optional.empty(), Optional.empty());
    HomeStay stay = stay(GUEST, HOST, "2025-10-11/2025-10-12");
    assertThat(
            objections(
                policy.decide(
                    stay, guest, gone, consents("guest carer 2025-10-01, host carer 2025-10-01"))))
        .containsExactly("host not-enrolled");
    assertThat(objections(policy.decide(stay, guest, gone, consents("guest father 2025-10-01"))))
        .containsExactly("guest no-consent", "host not-enrolled", "host no-consent");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> policy.decide(stay, gone, guest, ImmutableList.of()))
        .withMessage("stay h-1 is of other children");
  }

  @Test
  void stay_withItself_orWithoutAnEnd_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stay(GUEST, GUEST, "2025-10-11/2025-10-12"))
        .withMessage("child guest must not be its own guest");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stay(GUEST, HOST, "2025-10-11/.."))
        .withMessage("stay h-1 must have a last day");
  }

  @Test
  void stay_isCalledOffOnce_andTellsNoReason() {
    HomeStay.CallingOff rain = new HomeStay.CallingOff("秘密", RECORDED);
    HomeStay off = stay(GUEST, HOST, "2025-10-11/2025-10-12").calledOff(rain);
    assertThat(off.callingOff()).contains(rain);
    assertThat(rain.toString() + off).doesNotContain("秘密");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> off.calledOff(rain))
        .withMessage("stay h-1 is called off already");
    assertThatIllegalArgumentException().isThrownBy(() -> new HomeStay.CallingOff(" ", RECORDED));
  }

  @Test
  void consent_isWithdrawnOnce_andNotBeforeItWasGiven() {
    GuardianConsent given = consent("guest father 2025-10-01");
    GuardianConsent.Withdrawal early =
        new GuardianConsent.Withdrawal(LocalDate.of(2025, 9, 30), RECORDED);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> given.withdrawn(early))
        .withMessage("consent y-1 must not be withdrawn before it was given on 2025-10-01");
    GuardianConsent withdrawn =
        given.withdrawn(new GuardianConsent.Withdrawal(LocalDate.of(2025, 10, 1), RECORDED));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> withdrawn.withdrawn(early))
        .withMessage("consent y-1 is withdrawn already");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> consent("guest father 2025-10-01 until 2025-09-30"));
    assertThat(given.covers(DateRange.startingOn(LocalDate.of(2025, 10, 1)))).isFalse();
    assertThat(given).hasToString("GuardianConsent[qingshi/y-1]");
  }
}
