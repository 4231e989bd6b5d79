package org.jiedui.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ReferralId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.text.Coded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReferralTest {

  private static final Instant NOTICED = at("09:00");
  private static final StaffId TEACHER = StaffId.of("T10");
  private static final String SECRET = "秘密";
  private static final ReferralCause HARM =
      ReferralCause.suspectedHarm(HarmTrigger.VIOLENCE_OR_ABUSE);
  private static final ReferralCause SUPPORT = ReferralCause.support(SupportKind.PSYCHOLOGICAL);

  private static Instant at(String time) {
    return LocalDate.of(2025, 11, 10).atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
  }

  private static Referral referral(ReferralCause cause) {
    return Referral.of(
        SchoolId.of("qingshi"),
        ReferralId.of("f-1"),
        ChildId.of("c-1"),
        cause,
        new Referral.Notice(NOTICED, TEACHER, Optional.of(SECRET), ActorId.of("T10"), at("09:05")));
  }

  private static Referral.Report report(Authority to, String time) {
    return new Referral.Report(
        to, Optional.empty(), at(time), TEACHER, Optional.of(SECRET), at("23:00"));
  }

  private static Referral.Ending ending(boolean mistaken) {
    return new Referral.Ending(at("20:00"), mistaken, SECRET, at("20:00"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # cause | hours | reports                               | looked at    | state            | minutes
          harm    | 2     |                                       | 09:00        | open             | 0
          harm    | 2     |                                       | 11:00        | open             | 120
          harm    | 2     |                                       | 11:00:00.001 | overdue          | 120
          harm    | 2     | police 10:30                          | 10:29        | open             | 89
          harm    | 2     | police 10:30                          | 10:30        | reported-in-time | 90
          harm    | 2     | police 10:30                          | 22:00        | reported-in-time | 90
          harm    | 2     | police 11:00                          | 22:00        | reported-in-time | 120
          harm    | 2     | police 11:01                          | 22:00        | reported-late    | 121
          harm    | 24    | police 11:01                          | 22:00        | reported-in-time | 121
          # only those that the law names stop the clock, and the first of them does
          harm    | 2     | other 09:30                           | 12:00        | overdue          | 180
          harm    | 2     | other 09:30; civil-affairs 10:00      | 12:00        | reported-in-time | 60
          harm    | 2     | education 11:30; police 11:45         | 12:00        | reported-late    | 150
          harm    | 2     | procuratorate 09:10; police 11:45     | 12:00        | reported-in-time | 10
          # support has no limit unless the school sets one, and anybody may take it
          support | 2     |                                       | 23:00        | open             | 840
          support | 2     | other 22:00                           | 23:00        | reported-in-time | 780
          """)
  void status_isAsTheTableSays(
      String cause, int hours, String reports, String lookedAt, String state, long minutes) {
    Referral referral = referral(cause.equals("harm") ? HARM : SUPPORT);
    if (reports != null) {
      for (String each : reports.split("; ", -1)) {
        String[] words = each.split(" ", -1);
        referral =
            referral.reported(
                report(Coded.find(Authority.class, words[0]).orElseThrow(), words[1]));
      }
    }
    ReferralStatus status = ReferralStatus.of(referral, at(lookedAt), ReportingTime.ofHours(hours));
    assertThat(status.state().code()).isEqualTo(state);
    assertThat(status.elapsed().toMinutes()).isEqualTo(minutes);
    assertThat(status.hoursElapsed()).isEqualTo(minutes / 60);
    assertThat(status.deadline())
        .isEqualTo(
            cause.equals("harm")
                ? Optional.of(NOTICED.plus(Duration.ofHours(hours)))
                : Optional.empty());
  }

  @Test
  void status_ofSupport_hasAClockIfTheSchoolSetsOne() {
    ReportingTime time = ReportingTime.defaults().withSupportHours(48);
    assertThat(ReferralStatus.of(referral(SUPPORT), NOTICED.plus(Duration.ofHours(49)), time))
        .extracting(ReferralStatus::state)
        .isEqualTo(ReferralState.OVERDUE);
  }

  @Test
  void status_beforeItWasNoticed_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReferralStatus.of(referral(HARM), at("08:59"), ReportingTime.defaults()))
        .withMessage("referral f-1 was noticed later than 2025-11-10T08:59:00Z");
  }

  @Test
  void ended_suspectedHarmUnreported_isRefusedUnlessAMistake() {
    Referral open = referral(HARM);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open.ended(ending(false)))
        .withMessage("referral f-1 is of suspected harm and must be reported before it ends");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open.reported(report(Authority.OTHER, "10:00")).ended(ending(false)));
    assertThat(open.reported(report(Authority.POLICE, "10:00")).ended(ending(false)).ending())
        .isPresent();
    Referral mistaken = open.ended(ending(true));
    assertThat(ReferralStatus.of(mistaken, at("19:59"), ReportingTime.defaults()).state())
        .isEqualTo(ReferralState.OVERDUE);
    assertThat(ReferralStatus.of(mistaken, at("20:00"), ReportingTime.defaults()).state())
        .isEqualTo(ReferralState.MISTAKEN);
    assertThat(referral(SUPPORT).ended(ending(false)).ending()).isPresent();
  }

  @Test
  void ended_twice_isRefused() {
    Referral ended = referral(SUPPORT).ended(ending(false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ended.ended(ending(false)))
        .withMessage("referral f-1 ended already");
    assertThat(ended.reported(report(Authority.OTHER, "10:00")).reports())
        .as("what was reported can still be added")
        .hasSize(1);
  }

  @Test
  void reported_inAnyOrder_isByInstant() {
    Referral.Report early = report(Authority.EDUCATION, "09:30");
    Referral.Report late = report(Authority.POLICE, "10:30");
    assertThat(referral(HARM).reported(late).reported(early).reports())
        .containsExactly(early, late);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> referral(HARM).reported(report(Authority.POLICE, "08:00")));
  }

  @Test
  void parts_outOfOrder_areRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Referral.Notice(
                    NOTICED, TEACHER, Optional.empty(), ActorId.of("T10"), at("08:59")));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Referral.Report(
                    Authority.POLICE,
                    Optional.empty(),
                    at("10:00"),
                    TEACHER,
                    Optional.empty(),
                    at("09:59")));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                referral(SUPPORT).ended(new Referral.Ending(at("08:00"), false, "x", at("08:00"))));
    assertThatIllegalArgumentException().isThrownBy(() -> ReportingTime.ofHours(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReferralCause.SuspectedHarm(ImmutableSet.of()));
  }

  @Test
  void toString_tellsNothingOfWhatItIs() {
    Referral whole =
        referral(HARM).reported(report(Authority.POLICE, "10:00")).ended(ending(false));
    assertThat(
            List.of(
                    whole,
                    whole.cause(),
                    SUPPORT,
                    whole.notice(),
                    whole.reports(),
                    whole.ending().orElseThrow())
                .toString())
        .doesNotContain(SECRET, "violence", "VIOLENCE", "PSYCHOLOGICAL", "psychological");
    assertThat(whole).hasToString("Referral[qingshi/f-1]");
  }

  @Test
  void triggers_areTheNineOfArticleFour_inItsOrder() {
    assertThat(Arrays.stream(HarmTrigger.values()).map(HarmTrigger::number))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @ParameterizedTest
  @EnumSource
  void authority_ofTheLaw_isAnyButOther(Authority authority) {
    assertThat(authority.takesReportsOfHarm()).isEqualTo(authority != Authority.OTHER);
  }

  static LongStream seeds() {
    return LongStream.range(20251110, 20251120);
  }

  /** As time goes on, a referral is open, then overdue or reported, and what it took stays. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void status_overTime_onlyGoesOn(long seed) {
    Random random = new Random(seed);
    Referral referral = referral(HARM);
    int reports = random.nextInt(4);
    List<Authority> authorities = List.of(Authority.values());
    for (int i = 0; i < reports; i++) {
      Instant at = NOTICED.plusSeconds(random.nextInt(20_000));
      referral =
          referral.reported(
              new Referral.Report(
                  authorities.get(random.nextInt(authorities.size())),
                  Optional.empty(),
                  at,
                  TEACHER,
                  Optional.empty(),
                  at));
    }
    Optional<Instant> stopped = referral.findReport().map(Referral.Report::at);
    ReportingTime time = ReportingTime.ofHours(2);
    Instant deadline = NOTICED.plus(Duration.ofHours(2));
    for (int seconds = 0; seconds < 21_000; seconds += 97) {
      Instant now = NOTICED.plusSeconds(seconds);
      boolean reported = stopped.filter(when -> !when.isAfter(now)).isPresent();
      Instant until = reported ? stopped.orElseThrow() : now;
      ReferralState expected =
          until.isAfter(deadline)
              ? (reported ? ReferralState.REPORTED_LATE : ReferralState.OVERDUE)
              : (reported ? ReferralState.REPORTED_IN_TIME : ReferralState.OPEN);
      assertThat(ReferralStatus.of(referral, now, time))
          .as("after %s s with seed %s", seconds, seed)
          .isEqualTo(
              new ReferralStatus(
                  expected, Duration.between(NOTICED, until), Optional.of(deadline)));
    }
  }
}
