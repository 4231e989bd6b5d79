package org.jiedui.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.jiedui.access.AuditEntry.Outcome;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEntryTest {

  private static AuditEntry entry(Outcome outcome, int records) {
    return new AuditEntry(
        SchoolId.of("qingshi"),
        Instant.parse("2025-09-01T00:00:00Z"),
        ActorId.of("T10"),
        Operation.SEE_CHILDREN,
        outcome,
        Optional.of(ChildId.of("c-1")),
        records);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, Integer.MAX_VALUE})
  void new_anyNumberOfRecords_isKept(int records) {
    assertThat(entry(Outcome.PERMITTED, records).records()).isEqualTo(records);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE})
  void new_negativeNumberOfRecords_isRejected(int records) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> entry(Outcome.PERMITTED, records))
        .withMessage("records (" + records + ") must not be negative");
  }

  @Test
  void equals_tellsARefusalFromWhatWasDone() {
    assertThat(entry(Outcome.REFUSED, 0))
        .isEqualTo(entry(Outcome.REFUSED, 0))
        .isNotEqualTo(entry(Outcome.PERMITTED, 0));
  }

  @Test
  void toString_holdsIdsAlone() {
    assertThat(entry(Outcome.REFUSED, 0).toString())
        .contains("qingshi", "T10", "c-1", "SEE_CHILDREN", "REFUSED");
  }
}
