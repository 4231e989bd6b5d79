package org.jiedui.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jiedui.access.Operation;
import org.jiedui.child.Child;
import org.jiedui.contact.Channel;
import org.jiedui.id.ActivityId;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.CensusAnswerId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.ContactId;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.MembershipId;
import org.jiedui.id.RecordCheckId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.school.School;
import org.jiedui.storage.AssignmentReader;
import org.jiedui.storage.AuditReader;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.CareReader;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.CensusReader;
import org.jiedui.storage.ChildReader;
import org.jiedui.storage.ConsentReader;
import org.jiedui.storage.ContactReader;
import org.jiedui.storage.ExemptionReader;
import org.jiedui.storage.HomeStayReader;
import org.jiedui.storage.PeerPairReader;
import org.jiedui.storage.RecordReader;
import org.jiedui.storage.ReferralReader;
import org.jiedui.storage.SchoolReader;
import org.jiedui.storage.SchoolWriter;
import org.jiedui.storage.StaleVersionException;
import org.jiedui.storage.StandingReader;
import org.jiedui.storage.Versioned;
import org.jiedui.time.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules 1, 2 and 7 of the contract. */
abstract class TransactionCases extends ContractCases {

  private static final int ROUNDS = 100;

  private final Everything everything = new Everything(fixtures);

  @Test
  void read_returnsWhatTheWorkReturns() {
    Object result = new Object();

    assertThat(store().<Object>read(reader -> result)).isSameAs(result);
  }

  @Test
  void write_returnsWhatTheWorkReturns() {
    Object result = new Object();

    assertThat(store().<Object>write(writer -> result)).isSameAs(result);
  }

  @Test
  void read_workThrows_exceptionComesOutAsItIs() {
    IllegalStateException failure = new IllegalStateException("the work failed");

    assertThat(
            catchThrowable(
                () ->
                    read(
                        reader -> {
                          throw failure;
                        })))
        .isSameAs(failure);
  }

  @Test
  void read_sinkOfASweepThrows_exceptionComesOutAsItIs() {
    storeChild(SCHOOL, CHILD);
    IllegalStateException failure = new IllegalStateException("the sink failed");
    Consumer<Object> sink =
        record -> {
          throw failure;
        };

    assertThat(
            catchThrowable(
                () ->
                    read(
                        reader -> {
                          reader.sweep(SCHOOL, sink);
                          return true;
                        })))
        .isSameAs(failure);
  }

  @Test
  void write_everyKind_isSeenByLaterReads() {
    write(everything::insert);
    Map<String, Object> before = dump();
    AtomicReference<Map<String, Object>> within = new AtomicReference<>();

    write(
        writer -> {
          everything.change(writer);
          within.set(StoreDump.of(writer, SCHOOLS, ImmutableList.of(CHILD)));
        });

    assertThat(dump()).isNotEqualTo(before);
    assertThat(dump()).as("what the writer saw of its own writes").isEqualTo(within.get());
  }

  @Test
  void writer_seesItsOwnWrites() {
    write(
        writer -> {
          everything.insert(writer);
          ChildId id = everything.child().id();
          assertThat(writer.children().get(SCHOOL, id).value()).isEqualTo(everything.child());
          assertThat(writer.contacts().ofChild(SCHOOL, id)).containsExactly(everything.contact());
          assertThat(writer.audit().page(SCHOOL, 0, 10)).hasSize(1);
          everything.change(writer);
          assertThat(writer.schools().get(SCHOOL).version()).isEqualTo(2);
          assertThat(writer.children().get(SCHOOL, id).version()).isEqualTo(2);
          assertThat(writer.contacts().ofChild(SCHOOL, id)).hasSize(2);
          assertThat(writer.audit().page(SCHOOL, 0, 10)).hasSize(2);
          List<ChildId> swept = new ArrayList<>();
          writer.sweep(SCHOOL, record -> swept.add(record.childId()));
          assertThat(swept).containsExactly(id, ChildId.of("c-2"));
        });
  }

  @Test
  void writer_othersDoNotSeeItsWritesBeforeItEnds() {
    CountDownLatch looked = new CountDownLatch(1);
    AtomicReference<Object> seen = new AtomicReference<>("waits for the writer");
    Thread other =
        new Thread(
            () -> {
              seen.set(read(reader -> reader.children().find(SCHOOL, CHILD)));
              looked.countDown();
            });

    write(
        writer -> {
          everything.insert(writer);
          other.start();
          // A store that lets the reader wait for the writer keeps the contract too.
          waitAWhileFor(looked);
          assertThat(seen.get()).isIn("waits for the writer", Optional.empty());
        });

    Together.await(looked);
    assertFound(reader -> reader.children().find(SCHOOL, CHILD)).isPresent();
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException("unchecked"),
        new IOException("checked, thrown by a sneaky lambda"),
        new AssertionError("an error"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failedWrite_ofEveryKind_leavesNoTrace(Throwable failure) {
    write(everything::insert);
    Map<String, Object> before = dump();

    Throwable thrown =
        catchThrowable(
            () ->
                write(
                    writer -> {
                      everything.change(writer);
                      throw TransactionCases.<RuntimeException>sneaky(failure);
                    }));

    assertThat(thrown).isSameAs(failure);
    assertThat(dump()).isEqualTo(before);
    write(everything::change);
    assertListed(reader -> reader.audit().page(SCHOOL, 0, 10))
        .extracting(AuditReader.Numbered::sequence)
        .as("the failed write took no sequence")
        .containsExactly(1L, 2L);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // that is what sneaky means
  private static <T extends Throwable> T sneaky(Throwable failure) throws T {
    throw (T) failure;
  }

  @Test
  void failedWrite_firstOfAll_leavesNoTrace() {
    Map<String, Object> before = dump();

    assertRefused(
        ArithmeticException.class,
        writer -> {
          everything.insert(writer);
          throw new ArithmeticException("the work failed");
        });

    assertThat(dump()).isEqualTo(before);
    write(everything::insert);
  }

  @Test
  void failedWrite_refusedByTheStore_leavesNoTrace() {
    write(everything::insert);
    Map<String, Object> before = dump();

    assertRefused(
        StaleVersionException.class,
        writer -> {
          everything.change(writer);
          writer.schools().update(SCHOOL, fixtures.school(SCHOOL), 1);
        });

    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void reader_anotherThreadCommits_keepsItsSnapshot() throws InterruptedException {
    write(everything::insert);
    CountDownLatch committed = new CountDownLatch(1);
    AtomicReference<Object> outcome = new AtomicReference<>(true);
    Thread other =
        new Thread(
            () -> {
              try {
                write(everything::change);
              } catch (RuntimeException e) {
                outcome.set(e);
              }
              committed.countDown();
            });

    ImmutableList<ImmutableSortedMap<String, Object>> seen =
        read(
            reader -> {
              ImmutableSortedMap<String, Object> first =
                  StoreDump.of(reader, SCHOOLS, ImmutableList.of(CHILD));
              other.start();
              // A store that lets the writer wait for the reader keeps the contract too.
              waitAWhileFor(committed);
              return ImmutableList.of(
                  first, StoreDump.of(reader, SCHOOLS, ImmutableList.of(CHILD)));
            });
    Together.await(committed);
    other.join();

    assertThat(outcome.get()).isEqualTo(true);
    assertThat(seen.get(1)).isEqualTo(seen.get(0));
    assertThat(dump()).isNotEqualTo(seen.get(0));
  }

  private static void waitAWhileFor(CountDownLatch latch) {
    try {
      boolean unused = latch.await(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void reader_whileAnotherThreadWritesPairs_neverSeesHalfAWrite() {
    SCHOOLS.forEach(school -> storeChild(school, CHILD));
    AtomicBoolean done = new AtomicBoolean();

    ImmutableList<Object> outcomes =
        Together.race(
            (thread, start) -> {
              start.await();
              if (thread == 0) {
                for (int round = 1; round <= ROUNDS; round++) {
                  write(this::writePair);
                }
                done.set(true);
              } else {
                for (int reads = 0; reads < 10 * ROUNDS && !done.get(); reads++) {
                  assertThat(ImmutableSet.copyOf(read(TransactionCases::readPair))).hasSize(1);
                }
              }
              return "done";
            });

    assertThat(outcomes).containsOnly("done");
    assertListed(TransactionCases::readPair).containsOnly((long) ROUNDS);
  }

  /** Counts up the versions of both schools' children and the entries of one audit. */
  private void writePair(CareWriter writer) {
    for (SchoolId school : SCHOOLS) {
      Versioned<Child> child = writer.children().get(school, CHILD);
      writer.children().update(child.value(), child.version());
    }
    writer.audit().append(fixtures.auditEntry(SCHOOL));
  }

  /** Reads the three counts, which are equal after every whole write. */
  private static ImmutableList<Long> readPair(CareReader reader) {
    return ImmutableList.of(
        reader.children().get(SCHOOL, CHILD).version() - 1,
        (long) reader.audit().page(SCHOOL, 0, 10 * ROUNDS).size(),
        reader.children().get(OTHER_SCHOOL, CHILD).version() - 1);
  }

  @Test
  void nested_writeInWrite_isRefused_andTheOuterOneIsUnharmed() {
    write(
        writer -> {
          writer.audit().append(fixtures.auditEntry(SCHOOL));
          assertNestedIsRefused(() -> write(everything::insert));
          writer.audit().append(fixtures.auditEntry(SCHOOL));
        });

    assertListed(reader -> reader.audit().page(SCHOOL, 0, 10)).hasSize(2);
    assertFound(reader -> reader.children().find(SCHOOL, CHILD)).isEmpty();
  }

  @Test
  void nested_readInWrite_isRefused_andTheOuterOneIsUnharmed() {
    write(
        writer -> {
          writer.audit().append(fixtures.auditEntry(SCHOOL));
          assertNestedIsRefused(() -> read(reader -> reader.schools().get(SCHOOL)));
          writer.audit().append(fixtures.auditEntry(SCHOOL));
        });

    assertListed(reader -> reader.audit().page(SCHOOL, 0, 10)).hasSize(2);
  }

  @Test
  void nested_writeInRead_isRefused_andTheOuterOneIsUnharmed() {
    Versioned<School> school =
        read(
            reader -> {
              assertNestedIsRefused(() -> write(everything::insert));
              return reader.schools().get(SCHOOL);
            });

    assertThat(school.version()).isEqualTo(1);
    assertFound(reader -> reader.children().find(SCHOOL, CHILD)).isEmpty();
  }

  @Test
  void nested_readInRead_isRefused_andTheOuterOneIsUnharmed() {
    Versioned<School> school =
        read(
            reader -> {
              assertNestedIsRefused(() -> read(inner -> inner.schools().get(SCHOOL)));
              return reader.schools().get(SCHOOL);
            });

    assertThat(school.version()).isEqualTo(1);
  }

  @Test
  void nested_inASweep_isRefused_andTheSweepGoesOn() {
    storeChild(SCHOOL, CHILD);
    storeChild(SCHOOL, ChildId.of("c-2"));

    List<ChildId> swept =
        read(
            reader -> {
              List<ChildId> ids = new ArrayList<>();
              reader.sweep(
                  SCHOOL,
                  record -> {
                    assertNestedIsRefused(() -> write(everything::insert));
                    ids.add(record.childId());
                  });
              return ids;
            });

    assertThat(swept).containsExactly(CHILD, ChildId.of("c-2"));
  }

  @Test
  void nested_notCaught_failsTheOuterWrite() {
    Map<String, Object> before = dump();

    assertRefused(
        IllegalStateException.class,
        writer -> {
          everything.insert(writer);
          read(reader -> reader.schools().get(SCHOOL));
        });

    assertThat(dump()).isEqualTo(before);
  }

  private static void assertNestedIsRefused(ThrowingCallable nested) {
    assertThatThrownBy(nested).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void afterFailedWork_theThreadMayWorkAgain() {
    for (int i = 0; i < 3; i++) {
      assertRefused(
          ArithmeticException.class,
          writer -> {
            throw new ArithmeticException("the work failed");
          });
      assertThatThrownBy(
              () ->
                  read(
                      reader -> {
                        throw new ArithmeticException("the work failed");
                      }))
          .isInstanceOf(ArithmeticException.class);
    }

    assertThat(read(reader -> reader.schools().get(SCHOOL)).version()).isEqualTo(1);
  }

  @Test
  void reader_afterItsWork_isRefused() {
    write(everything::insert);

    ImmutableMap<String, Runnable> uses = read(TransactionCases::uses);

    assertAllRefused(uses);
  }

  @Test
  void writer_afterItsWork_isRefused() {
    ImmutableMap<String, Runnable> uses =
        store()
            .write(
                writer -> {
                  everything.insert(writer);
                  return usesOfWriter(writer);
                });
    Map<String, Object> before = dump();

    assertAllRefused(uses);
    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void writer_afterFailedWork_isRefused() {
    Map<String, Runnable> uses = new HashMap<>();

    assertRefused(
        ArithmeticException.class,
        writer -> {
          uses.putAll(usesOfWriter(writer));
          throw new ArithmeticException("the work failed");
        });

    assertThat(uses).isNotEmpty();
    assertAllRefused(uses);
  }

  @Test
  void readerOfEarlierWork_withinLaterWork_isRefused() {
    ImmutableMap<String, Runnable> uses = read(TransactionCases::uses);

    read(
        reader -> {
          assertAllRefused(uses);
          return true;
        });
  }

  @Test
  void reader_fromAnotherThread_isRefused() {
    Object outcome =
        read(
            reader -> {
              ImmutableMap<String, Runnable> uses = uses(reader);
              return Together.elsewhere(
                  () -> {
                    assertAllRefused(uses);
                    return "all refused";
                  });
            });

    assertThat(outcome).isEqualTo("all refused");
  }

  @Test
  void writer_fromAnotherThread_isRefused_andTheWriteIsUnharmed() {
    Object outcome =
        store()
            .<Object>write(
                writer -> {
                  ImmutableMap<String, Runnable> uses = usesOfWriter(writer);
                  Object refused =
                      Together.elsewhere(
                          () -> {
                            assertAllRefused(uses);
                            return "all refused";
                          });
                  everything.insert(writer);
                  return refused;
                });

    assertThat(outcome).isEqualTo("all refused");
    assertListed(reader -> reader.audit().page(SCHOOL, 0, 10)).hasSize(1);
  }

  private static void assertAllRefused(Map<String, Runnable> uses) {
    uses.forEach(
        (name, use) ->
            assertThatThrownBy(use::run).as(name).isInstanceOf(IllegalStateException.class));
  }

  /** Uses of what a reader has handed out, and of the reader itself. */
  private static ImmutableMap<String, Runnable> uses(CareReader reader) {
    SchoolReader<School> schools = reader.schools();
    RecordReader<ClassId, ?> classes = reader.classes();
    RecordReader<StaffId, ?> staff = reader.staff();
    ChildReader children = reader.children();
    ContactReader contacts = reader.contacts();
    ExemptionReader exemptions = reader.exemptions();
    AssignmentReader assignments = reader.assignments();
    RecordReader<MembershipId, ?> memberships = reader.memberships();
    RecordReader<RecordCheckId, ?> recordChecks = reader.recordChecks();
    PeerPairReader peerPairs = reader.peerPairs();
    ConsentReader consents = reader.consents();
    HomeStayReader homeStays = reader.homeStays();
    ReferralReader referrals = reader.referrals();
    CensusReader census = reader.census();
    StandingReader standings = reader.standings();
    AuditReader audit = reader.audit();
    BoardQuery board = BoardQuery.on(SCHOOL, day("2025-11-10"));
    return ImmutableMap.<String, Runnable>builder()
        .put("schools.find", () -> schools.find(SCHOOL))
        .put("schools.get", () -> schools.get(SCHOOL))
        .put("calendars", () -> reader.calendars().find(SCHOOL))
        .put("ruleBooks", () -> reader.ruleBooks().find(SCHOOL))
        .put("classes.find", () -> classes.find(SCHOOL, ClassId.of("3-1")))
        .put("staff.page", () -> staff.page(SCHOOL, Optional.empty(), 10))
        .put("staff.all", () -> staff.all(SCHOOL))
        .put("children.find", () -> children.find(SCHOOL, CHILD))
        .put("children.page", () -> children.page(SCHOOL, Optional.empty(), 10))
        .put("contacts.find", () -> contacts.find(SCHOOL, CHILD, ContactId.of("k-1")))
        .put("contacts.ofChild", () -> contacts.ofChild(SCHOOL, CHILD))
        .put("activityBooks", () -> reader.activityBooks().find(SCHOOL))
        .put(
            "activities.onDays",
            () -> reader.activities().onDays(SCHOOL, DateRange.ofDay(LocalDate.of(2025, 9, 10))))
        .put(
            "attendance.ofActivity",
            () -> reader.attendance().ofActivity(SCHOOL, ActivityId.of("g-1")))
        .put("attendance.ofChild", () -> reader.attendance().ofChild(SCHOOL, CHILD))
        .put("attendance.all", () -> reader.attendance().all(SCHOOL))
        .put("audit.findLast", () -> reader.audit().findLast(SCHOOL, Operation.SEE_BOARD))
        .put("contacts.followUps", () -> contacts.followUps(SCHOOL))
        .put(
            "contacts.onDays",
            () ->
                contacts.onDays(
                    SCHOOL,
                    DateRange.ofDay(LocalDate.of(2025, 9, 10)),
                    ImmutableSet.of(Channel.CALL)))
        .put("exemptions.find", () -> exemptions.find(SCHOOL, ExemptionId.of("e-1")))
        .put("exemptions.ofChild", () -> exemptions.ofChild(SCHOOL, CHILD))
        .put("assignments.find", () -> assignments.find(SCHOOL, AssignmentId.of("a-1")))
        .put("assignments.ofChild", () -> assignments.ofChild(SCHOOL, CHILD))
        .put("memberships.find", () -> memberships.find(SCHOOL, MembershipId.of("t-1")))
        .put("recordChecks.all", () -> recordChecks.all(SCHOOL))
        .put("peerPairs.ofChild", () -> peerPairs.ofChild(SCHOOL, CHILD))
        .put("consents.ofChild", () -> consents.ofChild(SCHOOL, CHILD))
        .put("homeStays.ofChild", () -> homeStays.ofChild(SCHOOL, CHILD))
        .put("referrals.ofChild", () -> referrals.ofChild(SCHOOL, CHILD))
        .put("census.find", () -> census.find(SCHOOL, CensusAnswerId.of("s-1")))
        .put("census.ofChild", () -> census.ofChild(SCHOOL, CHILD))
        .put("census.ofTerm", () -> census.ofTerm(SCHOOL, "2025-1"))
        .put("standings.board", () -> standings.board(board))
        .put("standings.ofChild", () -> standings.ofChild(SCHOOL, CHILD))
        .put("audit.page", () -> audit.page(SCHOOL, 0, 10))
        .put("sweep", () -> reader.sweep(SCHOOL, record -> {}))
        .buildOrThrow();
  }

  private ImmutableMap<String, Runnable> usesOfWriter(CareWriter writer) {
    SchoolWriter<School> schools = writer.schools();
    School school = fixtures.school(SCHOOL);
    Everything other = new Everything(fixtures);
    return ImmutableMap.<String, Runnable>builder()
        .putAll(uses(writer))
        .put("schools.update", () -> schools.update(SCHOOL, school, 1))
        .put("everything.insert", () -> other.insert(writer))
        .put("everything.change", () -> other.change(writer))
        .buildOrThrow();
  }
}
