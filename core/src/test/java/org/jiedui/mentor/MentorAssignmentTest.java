package org.jiedui.mentor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.MentorAssignment.Closing;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentorAssignmentTest {

  private static final LocalDate FROM = LocalDate.of(2024, 2, 29);
  private static final Instant RECORDED = Instant.parse("2024-03-01T00:00:00Z");
  private static final Instant CLOSED = Instant.parse("2024-07-01T00:00:00Z");

  private static final MentorAssignment OPEN =
      MentorAssignment.open(
          SchoolId.of("qingshi"),
          AssignmentId.of("m-1"),
          MentorPair.of(ChildId.of("c-1"), StaffId.of("T20"), MentorRole.SUPPORTING),
          FROM,
          RECORDED);

  private static Closing closing(String lastDay) {
    return new Closing(LocalDate.parse(lastDay), "产假", CLOSED);
  }

  @Test
  void open_hasNoClosing() {
    assertThat(OPEN.closing()).isEmpty();
    assertThat(OPEN.daysKnownBefore(Instant.MAX)).contains(DateRange.startingOn(FROM));
  }

  @Test
  void closed_keepsEverythingElse() {
    MentorAssignment closed = OPEN.closed(closing("2024-06-30"));
    assertThat(closed).usingRecursiveComparison().ignoringFields("closing").isEqualTo(OPEN);
    assertThat(closed.closing()).contains(closing("2024-06-30"));
    assertThat(OPEN.closing()).as("the first is left alone").isEmpty();
  }

  @Test
  void closed_onItsFirstDay_holdsForOneDay() {
    assertThat(OPEN.closed(closing("2024-02-29")).daysKnownBefore(Instant.MAX))
        .contains(DateRange.ofDay(FROM));
  }

  @Test
  void closed_beforeItBegins_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OPEN.closed(closing("2024-02-28")))
        .withMessage("assignment m-1 must not end before it begins on 2024-02-29");
  }

  @Test
  void closed_twice_isRejected() {
    MentorAssignment closed = OPEN.closed(closing("2024-06-30"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> closed.closed(closing("2024-06-30")))
        .withMessage("assignment m-1 is closed already");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000"})
  void closing_withoutAReason_isRejected(String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Closing(FROM, reason, CLOSED))
        .withMessage("reason must not be blank");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what was recorded before this is seen | days
          2024-02-29T00:00:00Z                    |
          2024-03-01T00:00:00Z                    |
          2024-03-01T00:00:00.001Z                | 2024-02-29/..
          2024-07-01T00:00:00Z                    | 2024-02-29/..
          2024-07-01T00:00:00.001Z                | 2024-02-29/2024-06-30
          """)
  void daysKnownBefore_seesOnlyWhatWasRecordedStrictlyBefore(Instant before, String days) {
    assertThat(OPEN.closed(closing("2024-06-30")).daysKnownBefore(before).map(DateRange::toString))
        .isEqualTo(Optional.ofNullable(days));
  }

  @Test
  void toString_showsIdsAndDaysButNoReason() {
    MentorAssignment closed = OPEN.closed(closing("2024-06-30"));
    assertThat(closed).hasToString("MentorAssignment[qingshi/m-1 from 2024-02-29]");
    assertThat(closed.closing().orElseThrow()).hasToString("Closing[2024-06-30]");
  }
}
