package org.jiedui.storage.jdbc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jiedui.child.Child;
import org.jiedui.contact.Contact;
import org.jiedui.id.ChildId;
import org.jiedui.storage.AuditReader.Numbered;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.ConstraintBrokenException;
import org.jiedui.storage.OutcomeUnknownException;
import org.jiedui.storage.StorageException;
import org.jiedui.storage.StoreTimedOutException;
import org.jiedui.storage.StoreUnavailableException;
import org.jiedui.storage.contract.StoreDump;
import org.jiedui.storage.contract.StoreFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a store's work when the database fails. */
@Timeout(120)
class FailureTest {

  @RegisterExtension static final TestStore STORE = new TestStore();

  private final StoreFixtures fixtures = StoreFixtures.seeded(20251110);
  private final Child child = fixtures.child(StoreFixtures.SCHOOL, ChildId.of("c-1"));
  private final Contact contact = fixtures.contact(child, "k-1", fixtures.day()).build();

  /** Opens a store with a school and a child in it. */
  private CareStore openFilled(TestDatabase database) {
    CareStore store = STORE.openEmpty(database);
    store.write(
        writer -> {
          writer.schools().insert(child.schoolId(), fixtures.school(child.schoolId()));
          return writer.children().insert(child);
        });
    return store;
  }

  /** Opens a store on the same database, whose driver a test listens to. */
  private static CareStore openSpied(TestDatabase database, Spy.Listener listener) {
    return JdbcCareStore.open(
        Spy.on(STORE.dataSource(database), listener), JdbcOptions.defaults().withoutMigration());
  }

  private Map<String, Object> dump(CareStore store) {
    return store.read(
        reader -> StoreDump.of(reader, ImmutableList.of(child.schoolId()), ImmutableList.of()));
  }

  private ImmutableList<Contact> contacts(CareStore store) {
    return store.read(reader -> reader.contacts().ofChild(child.schoolId(), child.id()));
  }

  private ImmutableList<Numbered> audit(CareStore store) {
    return store.read(reader -> reader.audit().page(child.schoolId(), 0, 10));
  }

  /** A write of several kinds. */
  private boolean record(CareWriter writer) {
    writer.contacts().add(contact);
    writer
        .standings()
        .replace(
            child.schoolId(),
            child.id(),
            List.of(
                StoreFixtures.standing(child.schoolId(), child.id(), StoreFixtures.CALL).row()));
    writer.audit().append(StoreFixtures.seeded(1).auditEntry(child.schoolId()));
    return true;
  }

  /** Cuts the connection as a network does: the server rolls back what it had not committed. */
  private static SQLException cut(Connection connection) throws SQLException {
    connection.rollback();
    connection.abort(Runnable::run);
    return new SQLException(StoreFixtures.PERSONAL_MARKS.get(0), "08006");
  }

  private static void assertTellsNothingPersonal(Throwable failure) {
    assertThat(Throwables.getStackTraceAsString(failure))
        .doesNotContain(StoreFixtures.PERSONAL_MARKS);
  }

  @ParameterizedTest
  @EnumSource
  void connectionLostAtAnyStatement_leavesNothingBehind(TestDatabase database) {
    CareStore store = openFilled(database);
    Map<String, Object> before = dump(store);
    AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    AtomicReference<Connection> current = new AtomicReference<>();
    CareStore spied =
        openSpied(
            database,
            call -> {
              if (call.is(Connection.class, "prepareStatement")) {
                current.set((Connection) call.target());
              }
              if (call.target() instanceof PreparedStatement
                  && call.method().getName().startsWith("execute")
                  && left.decrementAndGet() < 0) {
                throw cut(requireNonNull(current.get()));
              }
              return call.proceed();
            });

    int statements = 0;
    while (true) {
      left.set(statements);
      Throwable failure = catchThrowable(() -> spied.write(this::record));
      if (failure == null) {
        break;
      }
      assertThat(failure).isInstanceOf(StoreUnavailableException.class);
      assertThat(failure).message().contains(child.schoolId().value());
      assertTellsNothingPersonal(failure);
      assertThat(dump(store)).as("lost at statement %s", statements).isEqualTo(before);
      statements++;
    }
    assertThat(statements).as("statements of the write").isGreaterThan(5);
    assertThat(contacts(store)).containsExactly(contact);
  }

  @ParameterizedTest
  @EnumSource
  void connectionLostOnCommit_isUnknown_andNothingIsStored(TestDatabase database) {
    CareStore store = openFilled(database);
    Map<String, Object> before = dump(store);
    CareStore spied =
        openSpied(
            database,
            call -> {
              if (call.is(Connection.class, "commit")) {
                throw cut((Connection) call.target());
              }
              return call.proceed();
            });

    Throwable failure = catchThrowable(() -> spied.write(this::record));

    assertThat(failure).isInstanceOf(OutcomeUnknownException.class);
    assertTellsNothingPersonal(failure);
    assertThat(dump(store)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void commitSucceededButTheClientSawAnError_isUnknown_andRepeatingIsSafe(TestDatabase database) {
    CareStore store = openFilled(database);
    AtomicInteger left = new AtomicInteger(1);
    CareStore spied =
        openSpied(
            database,
            call -> {
              Object answer = call.proceed();
              if (call.is(Connection.class, "commit") && left.getAndDecrement() > 0) {
                throw new SQLException(StoreFixtures.PERSONAL_MARKS.get(0), "08007");
              }
              return answer;
            });

    assertThatThrownBy(() -> spied.write(writer -> writer.contacts().add(contact)))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(contacts(store)).containsExactly(contact);

    assertThat(spied.<Boolean>write(writer -> writer.contacts().add(contact))).isFalse();
    assertThat(contacts(store)).containsExactly(contact);
  }

  @ParameterizedTest
  @CsvSource({
    "H2, SET LOCK_TIMEOUT 100",
    "POSTGRESQL, SET lock_timeout = '100ms'",
    "MARIADB, SET SESSION innodb_lock_wait_timeout = 1"
  })
  void writeThatWaitsTooLongForAnother_isTimedOut(TestDatabase database, String impatience)
      throws InterruptedException {
    CareStore store = openFilled(database);
    CareStore impatient =
        openSpied(
            database,
            call -> {
              Object answer = call.proceed();
              if (call.is(DataSource.class, "getConnection")) {
                TestDatabase.execute((Connection) requireNonNull(answer), impatience);
              }
              return answer;
            });
    CountDownLatch waited = new CountDownLatch(1);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread other =
        new Thread(
            () -> {
              failure.set(catchThrowable(() -> impatient.write(this::record)));
              waited.countDown();
            });

    store.write(
        writer -> {
          record(writer);
          other.start();
          try {
            waited.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          return true;
        });
    other.join();

    assertThat(failure.get()).isInstanceOf(StoreTimedOutException.class);
    assertThat(audit(store)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void writesAtDifferentSchools_doNotWaitForEachOther(TestDatabase database)
      throws InterruptedException {
    CareStore store = openFilled(database);
    CountDownLatch written = new CountDownLatch(1);
    Thread other =
        new Thread(
            () -> {
              store.write(
                  writer ->
                      writer
                          .schools()
                          .insert(
                              StoreFixtures.OTHER_SCHOOL,
                              fixtures.school(StoreFixtures.OTHER_SCHOOL)));
              written.countDown();
            });

    store.write(
        writer -> {
          record(writer);
          other.start();
          try {
            written.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          return true;
        });
    other.join();

    assertThat(
            store.<Boolean>read(
                reader -> reader.schools().find(StoreFixtures.OTHER_SCHOOL).isPresent()))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "POSTGRESQL, SELECT pg_terminate_backend(%s), SELECT pg_backend_pid()",
    "MARIADB, KILL %s, SELECT CONNECTION_ID()"
  })
  void connectionKilledByTheServer_isUnavailable_andNothingIsStored(
      TestDatabase database, String kill, String find) {
    CareStore store = openFilled(database);
    Map<String, Object> before = dump(store);
    AtomicReference<Connection> current = new AtomicReference<>();
    CareStore spied =
        openSpied(
            database,
            call -> {
              if (call.is(Connection.class, "prepareStatement")) {
                current.set((Connection) call.target());
              }
              return call.proceed();
            });

    Throwable failure =
        catchThrowable(
            () ->
                spied.write(
                    writer -> {
                      record(writer);
                      kill(database, requireNonNull(current.get()), kill, find);
                      return record(writer);
                    }));

    assertThat(failure).isInstanceOf(StoreUnavailableException.class);
    assertThat(dump(store)).isEqualTo(before);
  }

  private static void kill(TestDatabase database, Connection connection, String kill, String find) {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(find);
        Connection other = STORE.dataSource(database).getConnection()) {
      assertThat(result.next()).isTrue();
      TestDatabase.execute(other, kill.formatted(result.getLong(1)));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://127.0.0.1:1/none",
    "jdbc:mariadb://127.0.0.1:1/none",
    "jdbc:h2:tcp://127.0.0.1:1/none"
  })
  void databaseNotThere_isUnavailable(String url) {
    HikariDataSource nothing = new HikariDataSource();
    nothing.setJdbcUrl(url);
    nothing.setInitializationFailTimeout(-1);
    nothing.setConnectionTimeout(250);

    try (nothing) {
      assertThatThrownBy(() -> JdbcCareStore.open(nothing, JdbcOptions.defaults()))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }

  /** A pool that starts with its first connection throws what is not an SQLException. */
  @Test
  void poolThatDoesNotStart_isUnavailable() {
    HikariDataSource nothing = new HikariDataSource();
    nothing.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/none");
    nothing.setConnectionTimeout(250);

    try (nothing) {
      assertThatThrownBy(() -> JdbcCareStore.open(nothing, JdbcOptions.defaults()))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void transactionThatDoesNotBegin_givesItsConnectionBackAsItWas(TestDatabase database)
      throws SQLException {
    openFilled(database).close();
    try (Connection connection = STORE.dataSource(database).getConnection()) {
      AtomicInteger closed = new AtomicInteger();
      AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
      CareStore spied =
          openSpied(
              database,
              call -> {
                if (call.is(DataSource.class, "getConnection")) {
                  return connection;
                }
                if (call.is(Connection.class, "close")) {
                  closed.incrementAndGet();
                  return null;
                }
                Object answer = call.proceed();
                if ((call.is(Connection.class, "setAutoCommit")
                        || call.is(java.sql.Statement.class, "execute"))
                    && left.getAndDecrement() == 0) {
                  throw new SQLException(StoreFixtures.PERSONAL_MARKS.get(0), "HY000");
                }
                return answer;
              });

      for (int at = 0; at < (database == TestDatabase.H2 ? 1 : 2); at++) {
        left.set(at);
        closed.set(0);
        assertThatThrownBy(() -> contacts(spied)).isInstanceOf(StorageException.class);

        assertThat(closed).hasPositiveValue();
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(connection.isReadOnly()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void dayOrInstant_outsideTheYears1To9999_isRefused(TestDatabase database) {
    CareStore store = openFilled(database);

    for (LocalDate day :
        List.of(LocalDate.MIN, LocalDate.of(0, 12, 31), LocalDate.of(10000, 1, 1), LocalDate.MAX)) {
      Contact bad = fixtures.contact(child, "k-2", day).build();
      assertThatThrownBy(() -> store.write(writer -> writer.contacts().add(bad)))
          .isInstanceOf(ConstraintBrokenException.class)
          .hasMessage("a day of qingshi/c-1/k-2 lies in a year that is not one of 1 to 9999");
    }
    for (Instant instant :
        List.of(
            Instant.MIN,
            Instant.parse("0000-12-31T23:59:59.999999999Z"),
            Instant.parse("+10000-01-01T00:00:00Z"),
            Instant.MAX)) {
      Contact bad =
          fixtures
              .contact(child, "k-2", fixtures.day())
              .recorded(instant, contact.recordedBy())
              .build();
      assertThatThrownBy(() -> store.write(writer -> writer.contacts().add(bad)))
          .isInstanceOf(ConstraintBrokenException.class)
          .hasMessage("an instant of qingshi/c-1/k-2 lies in a year that is not one of 1 to 9999");
    }
    assertThat(contacts(store)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void textThatNoDatabaseKeeps_isRefused(TestDatabase database) {
    CareStore store = openFilled(database);

    for (String text : List.of("绝密\0", "绝密" + "𠮷".charAt(0))) {
      Contact bad = fixtures.contact(child, "k-2", fixtures.day()).note(text).build();
      assertThatThrownBy(() -> store.write(writer -> writer.contacts().add(bad)))
          .isInstanceOf(ConstraintBrokenException.class)
          .satisfies(FailureTest::assertTellsNothingPersonal);
    }
    assertThat(contacts(store)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void rowThatWasPutThereByHand_isNamedById(TestDatabase database) throws SQLException {
    CareStore store = openFilled(database);
    store.write(this::record);
    try (Connection connection = STORE.dataSource(database).getConnection()) {
      TestDatabase.execute(connection, "UPDATE jiedui_contact SET channel = 'unheard-of'");
    }

    assertThatThrownBy(
            () -> store.read(reader -> reader.contacts().ofChild(child.schoolId(), child.id())))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("c-1")
        .satisfies(FailureTest::assertTellsNothingPersonal);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "23505, 0, DUPLICATE",
        "23000, 1062, DUPLICATE",
        "23503, 0, CONSTRAINT",
        "23000, 4025, CONSTRAINT",
        "22001, 0, CONSTRAINT",
        "40001, 0, TIMED_OUT",
        "40P01, 0, TIMED_OUT",
        "57014, 0, TIMED_OUT",
        "HY000, 1205, TIMED_OUT",
        "08006, 0, UNAVAILABLE",
        "57P01, 0, UNAVAILABLE",
        "90020, 90020, UNAVAILABLE",
        "42000, 1203, UNAVAILABLE",
        "70100, 1927, UNAVAILABLE",
        "70100, 1317, TIMED_OUT",
        "90131, 90131, TIMED_OUT",
        "42000, 0, OTHER",
        "-, 0, OTHER"
      })
  void kindOf_state(String state, int code, Failures.Kind kind) {
    assertThat(Failures.kindOf(new SQLException("", state, code))).isEqualTo(kind);
  }

  /** The commit may have gone on where it was no longer waited for. */
  @ParameterizedTest
  @CsvSource({"57014, false", "HYT00, false", "08006, false", "40001, true", "40P01, true"})
  void ofCommit_isKnownToHaveFailed_onlyIfItWasGivenUpForAnother(String state, boolean known) {
    assertThat(Failures.ofCommit(new SQLException("", state)))
        .isInstanceOf(known ? StoreTimedOutException.class : OutcomeUnknownException.class);
  }

  @Test
  void kindOf_timeout() {
    assertThat(Failures.kindOf(new SQLTimeoutException())).isEqualTo(Failures.Kind.TIMED_OUT);
  }

  @Test
  void withoutValues_keepsStateCodeAndPlace_andNoMessage() {
    String secret = "绝密";
    SQLException failure = new SQLException(secret, "23505", 7, new IOException(secret));

    SQLException copy = Failures.withoutValues(failure);

    assertThat(copy.getSQLState()).isEqualTo("23505");
    assertThat(copy.getErrorCode()).isEqualTo(7);
    assertThat(copy.getStackTrace()).isEqualTo(failure.getStackTrace());
    assertThat(Throwables.getStackTraceAsString(copy)).doesNotContain(secret);
    assertThat((Throwable) copy).hasMessageContaining(SQLException.class.getName());
    assertThat((Throwable) copy).cause().hasMessageContaining(IOException.class.getName());
  }
}
