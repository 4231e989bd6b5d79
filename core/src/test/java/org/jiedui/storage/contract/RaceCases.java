package org.jiedui.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jiedui.child.Child;
import org.jiedui.contact.Contact;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.AuditReader;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.StaleVersionException;
import org.jiedui.storage.StandingRow;
import org.jiedui.storage.Versioned;
import org.junit.jupiter.api.Test;

/** Several threads that write the same at once: rules 3 and 4 of the contract. */
abstract class RaceCases extends ContractCases {

  private static final int ROUNDS = 25;

  @Test
  void updates_ofOneVersionByManyThreads_oneWinsAndTheOthersAreStale() {
    Child child = storeChild(SCHOOL, CHILD);
    List<Child> changed =
        IntStream.range(0, Together.THREADS)
            .mapToObj(thread -> fixtures.withBoarding(child, true))
            .toList();

    ImmutableList<Object> outcomes =
        Together.race(
            (thread, start) -> {
              long version = read(reader -> reader.children().get(SCHOOL, CHILD).version());
              start.await();
              return store()
                  .write(writer -> writer.children().update(changed.get(thread), version));
            });

    assertThat(outcomes).containsOnlyOnce(2L);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.equals(2L))
        .hasOnlyElementsOfType(StaleVersionException.class);
    assertRead(reader -> reader.children().get(SCHOOL, CHILD))
        .isEqualTo(new Versioned<>(changed.get(outcomes.indexOf(2L)), 2));
  }

  @Test
  void firstWrites_atASchoolThatIsNew_areAllStored() {
    ImmutableList<Object> outcomes =
        Together.race(
            (thread, start) -> {
              for (int round = 0; round < ROUNDS; round++) {
                SchoolId school = SchoolId.of("new-" + round);
                start.await();
                write(
                    writer ->
                        writer.audit().append(StoreFixtures.seeded(thread).auditEntry(school)));
              }
              return "done";
            });

    assertThat(outcomes).containsOnly("done");
    for (int round = 0; round < ROUNDS; round++) {
      SchoolId school = SchoolId.of("new-" + round);
      assertRead(reader -> reader.audit().page(school, 0, 10).size()).isEqualTo(Together.THREADS);
    }
  }

  @Test
  void updates_repeatedWhenStale_noneIsLost() {
    storeChild(SCHOOL, CHILD);

    ImmutableList<Object> outcomes =
        Together.race(
            (thread, start) -> {
              for (int round = 0; round < ROUNDS; round++) {
                addFactUntilStored(StoreFixtures.seeded(100L * thread + round), start);
              }
              return "done";
            });

    assertThat(outcomes).containsOnly("done");
    Versioned<Child> child = read(reader -> reader.children().get(SCHOOL, CHILD));
    assertThat(child.version()).isEqualTo(1 + Together.THREADS * ROUNDS);
    assertThat(child.value().facts().boarding().entries())
        .as("the fact that the fixture has, and one for each update")
        .hasSize(1 + Together.THREADS * ROUNDS);
  }

  private void addFactUntilStored(StoreFixtures own, Together.Start start) {
    Versioned<Child> child = read(reader -> reader.children().get(SCHOOL, CHILD));
    // All have read before any writes, so that all but one have to repeat.
    start.await();
    while (true) {
      Versioned<Child> from = child;
      Child changed = own.withBoarding(from.value(), true);
      try {
        write(writer -> writer.children().update(changed, from.version()));
        return;
      } catch (StaleVersionException e) {
        child = read(reader -> reader.children().get(SCHOOL, CHILD));
      }
    }
  }

  @Test
  void inserts_ofOneId_oneWinsAndTheOthersAreDuplicates() {
    ImmutableList<Object> outcomes =
        Together.race(
            (thread, start) -> {
              Child child = StoreFixtures.seeded(thread).child(SCHOOL, CHILD);
              start.await();
              return store().write(writer -> writer.children().insert(child));
            });

    assertOneWins(outcomes, 1L);
  }

  @Test
  void inserts_ofOneStudentNumber_oneWinsAndTheOthersAreDuplicates() {
    Child model = fixtures.child(SCHOOL, CHILD);

    ImmutableList<Object> outcomes =
        Together.race(
            (thread, start) -> {
              Child child =
                  StoreFixtures.withNumber(
                      StoreFixtures.seeded(thread).child(SCHOOL, ChildId.of("c-" + thread)),
                      model.studentNumber());
              start.await();
              return store().write(writer -> writer.children().insert(child));
            });

    assertOneWins(outcomes, 1L);
    assertListed(reader -> reader.children().all(SCHOOL)).hasSize(1);
  }

  private static void assertOneWins(ImmutableList<Object> outcomes, Object won) {
    assertThat(outcomes).containsOnlyOnce(won);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.equals(won))
        .hasOnlyElementsOfType(DuplicateRecordException.class);
  }

  @Test
  void contact_addedByManyThreads_isOne() {
    Child child = storeChild(SCHOOL, CHILD);
    Contact contact = fixtures.contact(child, "k-1", fixtures.day()).build();

    ImmutableList<Object> outcomes =
        Together.race(
            (thread, start) -> {
              start.await();
              return store().write(writer -> writer.contacts().add(contact));
            });

    assertThat(outcomes).containsOnlyOnce(true).containsOnly(true, false);
    assertListed(reader -> reader.contacts().ofChild(SCHOOL, CHILD)).containsExactly(contact);
  }

  @Test
  void audit_appendedByManyThreads_isNumberedWithoutGap() {
    ImmutableList<Object> outcomes =
        Together.race(
            (thread, start) -> {
              StoreFixtures own = StoreFixtures.seeded(thread);
              start.await();
              for (int round = 0; round < ROUNDS; round++) {
                write(writer -> writer.audit().append(own.auditEntry(SCHOOL)));
              }
              return "done";
            });

    assertThat(outcomes).containsOnly("done");
    assertListed(reader -> reader.audit().page(SCHOOL, 0, 10_000))
        .extracting(AuditReader.Numbered::sequence)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, Together.THREADS * ROUNDS).boxed().toList());
  }

  @Test
  void writes_thatFollowFromWhatTheyRead_goOneAfterTheOther() {
    storeChild(SCHOOL, CHILD);

    ImmutableList<Object> outcomes =
        Together.race(
            (thread, start) -> {
              StoreFixtures own = StoreFixtures.seeded(thread);
              start.await();
              for (int round = 0; round < ROUNDS; round++) {
                String id = "k-" + thread + "-" + round;
                // Two threads add contacts and two change the child; each keeps the standing that
                // follows from both.
                write(
                    writer -> {
                      int count = recordsOf(writer);
                      Versioned<Child> child = writer.children().get(SCHOOL, CHILD);
                      if (thread % 2 == 0) {
                        writer.contacts().add(own.contact(child.value(), id, own.day()).build());
                      } else {
                        writer
                            .children()
                            .update(own.withBoarding(child.value(), true), child.version());
                      }
                      writer.standings().replace(SCHOOL, CHILD, List.of(standing(count + 1)));
                    });
              }
              return "done";
            });

    assertThat(outcomes).containsOnly("done");
    assertRead(RaceCases::recordsOf).isEqualTo(1 + Together.THREADS * ROUNDS);
    assertListed(reader -> reader.standings().ofChild(SCHOOL, CHILD))
        .containsExactly(standing(1 + Together.THREADS * ROUNDS));
  }

  /** Returns how often a child was written and how many contacts it has. */
  private static int recordsOf(CareReader reader) {
    return (int) reader.children().get(SCHOOL, CHILD).version()
        + reader.contacts().ofChild(SCHOOL, CHILD).size();
  }

  private static StandingRow standing(int count) {
    LocalDate deadline = day("2025-09-01").plusDays(count);
    return StoreFixtures.standing(SCHOOL, CHILD, StoreFixtures.CALL)
        .window(deadline, deadline)
        .row();
  }
}
