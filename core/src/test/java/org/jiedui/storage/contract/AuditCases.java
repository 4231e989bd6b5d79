package org.jiedui.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiedui.access.AuditEntry;
import org.jiedui.access.AuditEntry.Outcome;
import org.jiedui.access.Operation;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.AuditReader.Numbered;
import org.junit.jupiter.api.Test;

/** The audit: every entry comes back, numbered in the order of writing. */
abstract class AuditCases extends ContractCases {

  private ImmutableList<Numbered> page(SchoolId school, long after, int limit) {
    return read(reader -> reader.audit().page(school, after, limit));
  }

  private List<Numbered> append(SchoolId school, int count) {
    List<AuditEntry> entries =
        Stream.generate(() -> fixtures.auditEntry(school)).limit(count).toList();
    write(writer -> entries.forEach(writer.audit()::append));
    List<Numbered> numbered = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbered.add(new Numbered(i + 1L, entries.get(i)));
    }
    return numbered;
  }

  @Test
  void append_everyEntryComesBack_inTheOrderOfWriting() {
    List<Numbered> entries = append(SCHOOL, 100);

    assertThat(page(SCHOOL, 0, 1000)).isEqualTo(entries);
  }

  @Test
  void append_theSameTwice_isTwoEntries() {
    AuditEntry entry = fixtures.auditEntry(SCHOOL);

    write(writer -> writer.audit().append(entry));
    write(writer -> writer.audit().append(entry));

    assertThat(page(SCHOOL, 0, 10)).containsExactly(new Numbered(1, entry), new Numbered(2, entry));
  }

  @Test
  void append_schoolsAreNumberedApart() {
    AuditEntry first = fixtures.auditEntry(SCHOOL);
    AuditEntry second = fixtures.auditEntry(OTHER_SCHOOL);
    AuditEntry third = fixtures.auditEntry(SCHOOL);

    write(writer -> List.of(first, second, third).forEach(writer.audit()::append));

    assertThat(page(SCHOOL, 0, 10)).containsExactly(new Numbered(1, first), new Numbered(2, third));
    assertThat(page(OTHER_SCHOOL, 0, 10)).containsExactly(new Numbered(1, second));
  }

  @Test
  void append_schoolUnknown_isStored() {
    SchoolId nowhere = SchoolId.of("nowhere");
    List<Numbered> entries = append(nowhere, 2);

    assertThat(page(nowhere, 0, 10)).isEqualTo(entries);
  }

  @Test
  void append_failedWrite_leavesNoGap() {
    AuditEntry first = fixtures.auditEntry(SCHOOL);
    AuditEntry second = fixtures.auditEntry(SCHOOL);
    write(writer -> writer.audit().append(first));
    assertRefused(
        ArithmeticException.class,
        writer -> {
          writer.audit().append(fixtures.auditEntry(SCHOOL));
          throw new ArithmeticException("the work failed");
        });

    write(writer -> writer.audit().append(second));

    assertThat(page(SCHOOL, 0, 10))
        .containsExactly(new Numbered(1, first), new Numbered(2, second));
  }

  @Test
  void page_goesOnAfterASequence() {
    List<Numbered> entries = append(SCHOOL, 25);

    assertThat(page(SCHOOL, 0, 10)).isEqualTo(entries.subList(0, 10));
    assertThat(page(SCHOOL, 10, 10)).isEqualTo(entries.subList(10, 20));
    assertThat(page(SCHOOL, 20, 10)).isEqualTo(entries.subList(20, 25));
    assertThat(page(SCHOOL, 24, Integer.MAX_VALUE)).isEqualTo(entries.subList(24, 25));
    assertThat(page(SCHOOL, 25, 10)).isEmpty();
    assertThat(page(SCHOOL, Long.MAX_VALUE, Integer.MAX_VALUE)).isEmpty();
    assertThat(page(OTHER_SCHOOL, 0, 10)).isEmpty();
  }

  @Test
  void findLast_isTheLastThatWasPermitted_ofTheSchool() {
    AuditEntry first = entry(SCHOOL, Operation.ERASE_CHILD, Outcome.PERMITTED);
    AuditEntry second = entry(SCHOOL, Operation.ERASE_CHILD, Outcome.PERMITTED);
    AuditEntry refused = entry(SCHOOL, Operation.ERASE_CHILD, Outcome.REFUSED);
    AuditEntry other = entry(SCHOOL, Operation.SEE_BOARD, Outcome.PERMITTED);
    AuditEntry elsewhere = entry(OTHER_SCHOOL, Operation.SEE_AUDIT, Outcome.PERMITTED);
    write(
        writer ->
            List.of(first, second, refused, other, elsewhere).forEach(writer.audit()::append));

    assertFound(reader -> reader.audit().findLast(SCHOOL, Operation.ERASE_CHILD))
        .contains(new Numbered(2, second));
    assertFound(reader -> reader.audit().findLast(SCHOOL, Operation.SEE_BOARD))
        .contains(new Numbered(4, other));
    assertFound(reader -> reader.audit().findLast(SCHOOL, Operation.SEE_AUDIT)).isEmpty();
  }

  private AuditEntry entry(SchoolId school, Operation operation, Outcome outcome) {
    AuditEntry any = fixtures.auditEntry(school);
    return new AuditEntry(
        school, any.at(), any.actor(), operation, outcome, any.child(), any.records());
  }

  @Test
  void page_limitBelowOne_isRejected() {
    append(SCHOOL, 1);

    for (int limit : new int[] {0, -1, Integer.MIN_VALUE}) {
      assertThatThrownBy(() -> page(SCHOOL, 0, limit)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void pages_entriesAreAppendedBetween_areStable() {
    List<Numbered> entries = append(SCHOOL, 20);
    List<Numbered> seen = new ArrayList<>();

    for (long after = 0; after < 20; after += 5) {
      seen.addAll(page(SCHOOL, after, 5));
      write(writer -> writer.audit().append(fixtures.auditEntry(SCHOOL)));
    }

    assertThat(seen).isEqualTo(entries);
  }
}
