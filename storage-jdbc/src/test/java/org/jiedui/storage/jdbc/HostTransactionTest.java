package org.jiedui.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.util.Optional;
import org.jiedui.school.School;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.DuplicateRecordException;
import org.jiedui.storage.StorageException;
import org.jiedui.storage.contract.StoreFixtures;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A host with Spring's transactions, in which Jiedui's rows and its own stand or fall together. */
class HostTransactionTest {

  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final School SCHOOL = StoreFixtures.seeded(1).school(StoreFixtures.SCHOOL);

  /** A host with a table of its own. */
  private static final class Host {

    final JdbcTemplate rows;
    final TransactionTemplate transaction;
    final CareStore store;

    Host(TestDatabase database) {
      var dataSource = STORE.dataSource(database);
      rows = new JdbcTemplate(dataSource);
      transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
      transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
      HostTransaction spring =
          () ->
              TransactionSynchronizationManager.isActualTransactionActive()
                  ? Optional.of(DataSourceUtils.getConnection(dataSource))
                  : Optional.empty();
      store = STORE.openEmpty(database, JdbcOptions.defaults().withHostTransaction(spring));
      rows.execute("CREATE TABLE IF NOT EXISTS host_row (id INTEGER)");
      rows.execute("DELETE FROM host_row");
    }

    void writeOwn() {
      rows.update("INSERT INTO host_row (id) VALUES (1)");
    }

    void writeSchool() {
      store.write(writer -> writer.schools().insert(SCHOOL.id(), SCHOOL));
    }

    int ownRows() {
      return rows.queryForList("SELECT id FROM host_row").size();
    }

    boolean hasSchool() {
      return store.read(reader -> reader.schools().find(SCHOOL.id())).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void hostCommits_bothAreKept(TestDatabase database) {
    Host host = new Host(database);

    host.transaction.executeWithoutResult(
        status -> {
          host.writeOwn();
          host.writeSchool();
          assertThat(host.hasSchool()).as("seen within the host's transaction").isTrue();
        });

    assertThat(host.ownRows()).isOne();
    assertThat(host.hasSchool()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void hostRollsBack_bothAreGone(TestDatabase database) {
    Host host = new Host(database);

    host.transaction.executeWithoutResult(
        status -> {
          host.writeSchool();
          host.writeOwn();
          status.setRollbackOnly();
        });

    assertThat(host.ownRows()).isZero();
    assertThat(host.hasSchool()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void writeFails_leavesNoTrace_andTheHostMayGoOn(TestDatabase database) {
    Host host = new Host(database);
    School other = StoreFixtures.seeded(2).school(StoreFixtures.OTHER_SCHOOL);

    host.transaction.executeWithoutResult(
        status -> {
          host.writeOwn();
          host.writeSchool();
          assertThat(
                  catchThrowable(
                      () ->
                          host.store.write(
                              writer -> {
                                writer.schools().insert(other.id(), other);
                                return writer.schools().insert(SCHOOL.id(), SCHOOL);
                              })))
              .isInstanceOf(DuplicateRecordException.class);
          host.writeOwn();
        });

    assertThat(host.ownRows()).isEqualTo(2);
    assertThat(host.hasSchool()).isTrue();
    assertThat(host.store.read(reader -> reader.schools().find(other.id())).isPresent()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void withoutATransaction_theStoreHasItsOwn(TestDatabase database) {
    Host host = new Host(database);

    host.writeSchool();

    assertThat(host.hasSchool()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void otherIsolation_isRefusedForWrites(TestDatabase database) {
    Host host = new Host(database);
    host.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);

    assertThatThrownBy(() -> host.transaction.executeWithoutResult(status -> host.writeSchool()))
        .isInstanceOf(StorageException.class)
        .hasMessage("a write needs the isolation READ COMMITTED in the host's transaction");
    assertThat(host.hasSchool()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void autoCommit_isRefusedForWrites(TestDatabase database) throws Exception {
    try (Connection connection = STORE.dataSource(database).getConnection()) {
      CareStore store =
          STORE.openEmpty(
              database, JdbcOptions.defaults().withHostTransaction(() -> Optional.of(connection)));

      assertThatThrownBy(() -> store.write(writer -> writer.schools().insert(SCHOOL.id(), SCHOOL)))
          .isInstanceOf(StorageException.class)
          .hasMessage("the host's connection must not commit by itself");
    }
  }
}
