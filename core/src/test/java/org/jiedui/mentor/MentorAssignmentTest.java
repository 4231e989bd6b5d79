package org.jiedui.mentor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.time.Tenure.Closing;
import org.junit.jupiter.api.Test;

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
  void open_hasNoEnd() {
    assertThat(OPEN.closing()).isEmpty();
    assertThat(OPEN.from()).isEqualTo(FROM);
    assertThat(OPEN.recordedAt()).isEqualTo(RECORDED);
    assertThat(OPEN.isOn(FROM.plusYears(9))).isTrue();
  }

  @Test
  void closed_keepsEverythingElse() {
    MentorAssignment closed = OPEN.closed(closing("2024-06-30"));
    assertThat(closed).usingRecursiveComparison().ignoringFields("tenure").isEqualTo(OPEN);
    assertThat(closed.tenure()).isEqualTo(OPEN.tenure().closed(closing("2024-06-30")));
    assertThat(OPEN.closing()).as("the first is left alone").isEmpty();
  }

  @Test
  void closed_onTheEve_neverCameAbout() {
    assertThat(OPEN.closed(closing("2024-02-28")).isOn(FROM)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> OPEN.closed(closing("2024-02-27")));
  }

  @Test
  void toString_showsIdsAndDaysButNoReason() {
    MentorAssignment closed = OPEN.closed(closing("2024-06-30"));
    assertThat(closed).hasToString("MentorAssignment[qingshi/m-1 from 2024-02-29]");
    assertThat(closed.closing().orElseThrow()).hasToString("Closing[2024-06-30]");
  }
}
