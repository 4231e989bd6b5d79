package org.jiedui.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.collect.ImmutableList;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jiedui.id.ClassId;
import org.jiedui.id.SchoolId;
import org.jiedui.rule.RuleBook;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.School;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.CareWriter;
import org.jiedui.time.Timeline;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a school has set up is read once, and never late. */
class SetupsTest {

  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final SchoolId SCHOOL = SchoolId.of("qingshi");

  private static School named(String name) {
    return School.of(SCHOOL, name, ZoneId.of("Asia/Shanghai"));
  }

  private static ClassGroup group(String id, String name) {
    return new ClassGroup(
        SCHOOL, ClassId.of(id), 2025, name, 1, Timeline.empty(), Timeline.empty());
  }

  private static CareStore openFilled(TestDatabase database) {
    CareStore store = STORE.openEmpty(database);
    long unused =
        store.write(
            writer -> {
              writer.classes().insert(group("g-1", "一班"));
              writer.ruleBooks().insert(SCHOOL, RuleBook.empty());
              return writer.schools().insert(SCHOOL, named("first"));
            });
    return store;
  }

  private static String read(CareWriter writer) {
    return writer.schools().get(SCHOOL).value().name()
        + writer.classes().all(SCHOOL).stream().map(ClassGroup::name).toList()
        + writer.ruleBooks().find(SCHOOL).isPresent()
        + writer.calendars().find(SCHOOL).isPresent();
  }

  private static String read(CareStore store) {
    return store.write(SetupsTest::read);
  }

  @ParameterizedTest
  @EnumSource
  void aSecondWrite_asksForTheStampAlone(TestDatabase database) {
    openFilled(database).close();
    List<String> queries = new ArrayList<>();
    CareStore store =
        JdbcCareStore.open(
            Spy.on(
                STORE.dataSource(database),
                call -> {
                  if (call.is(Connection.class, "prepareStatement")
                      && ((String) call.args().get(0)).startsWith("SELECT")) {
                    queries.add((String) call.args().get(0));
                  }
                  return call.proceed();
                }),
            JdbcOptions.defaults().withoutMigration());
    String first = read(store);
    queries.clear();

    assertThat(read(store)).isEqualTo(first).isEqualTo("first[一班]truefalse");

    assertThat(queries).singleElement().asString().contains("school_ledger");
  }

  @ParameterizedTest
  @EnumSource
  void whatAnotherStoreChanged_isSeen(TestDatabase database) {
    CareStore store = openFilled(database);
    assertThat(read(store)).isEqualTo("first[一班]truefalse");
    CareStore other = JdbcCareStore.open(STORE.dataSource(database), JdbcOptions.defaults());

    assertThat(other.<Long>write(writer -> writer.schools().update(SCHOOL, named("second"), 1)))
        .isEqualTo(2);
    assertThat(read(store)).isEqualTo("second[一班]truefalse");
    assertThat(other.<Long>write(writer -> writer.classes().insert(group("g-2", "二班"))))
        .isEqualTo(1);
    assertThat(read(store)).isEqualTo("second[一班, 二班]truefalse");
    assertThat(other.<Long>write(writer -> writer.classes().update(group("g-1", "三班"), 1)))
        .isEqualTo(2);
    assertThat(read(store)).isEqualTo("second[三班, 二班]truefalse");
  }

  @ParameterizedTest
  @EnumSource
  void whatAWriteChanged_isSeenInIt_andGoesWithIt(TestDatabase database) {
    CareStore store = openFilled(database);
    List<String> within = new ArrayList<>();

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                store.write(
                    writer -> {
                      within.add(read(writer));
                      writer.schools().update(SCHOOL, named("undone"), 1);
                      writer.classes().update(group("g-1", "undone"), 1);
                      within.add(read(writer));
                      throw new IllegalStateException("give it up");
                    }));
    // It raises the same versions, to something else.
    assertThat(
            store.<Long>write(
                writer -> {
                  writer.classes().update(group("g-1", "四班"), 1);
                  return writer.schools().update(SCHOOL, named("second"), 1);
                }))
        .isEqualTo(2);

    assertThat(within).isEqualTo(ImmutableList.of("first[一班]truefalse", "undone[undone]truefalse"));
    assertThat(read(store)).isEqualTo("second[四班]truefalse");
  }

  @ParameterizedTest
  @EnumSource
  void whatAHostRolledBack_isForgotten(TestDatabase database) {
    DataSource dataSource = STORE.dataSource(database);
    HostTransaction spring =
        () ->
            TransactionSynchronizationManager.isActualTransactionActive()
                ? Optional.of(DataSourceUtils.getConnection(dataSource))
                : Optional.empty();
    openFilled(database).close();
    CareStore store =
        JdbcCareStore.open(dataSource, JdbcOptions.defaults().withHostTransaction(spring));
    TransactionTemplate transaction =
        new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);

    transaction.executeWithoutResult(
        status -> {
          long unused =
              store.<Long>write(writer -> writer.schools().update(SCHOOL, named("undone"), 1));
          // It is not committed, and known under the stamp that the write before has left.
          assertThat(read(store)).isEqualTo("undone[一班]truefalse");
          assertThat(read(store)).isEqualTo("undone[一班]truefalse");
          status.setRollbackOnly();
        });

    assertThat(read(store)).isEqualTo("first[一班]truefalse");
    // Another raises the same version to something else.
    assertThat(store.<Long>write(writer -> writer.schools().update(SCHOOL, named("second"), 1)))
        .isEqualTo(2);
    assertThat(read(store)).isEqualTo("second[一班]truefalse");
  }

  @ParameterizedTest
  @EnumSource
  void whatWasEmptiedAndFilledAgain_isSeen(TestDatabase database) {
    CareStore store = openFilled(database);
    assertThat(read(store)).isEqualTo("first[一班]truefalse");

    STORE.openEmpty(database).close();

    assertThat(store.<Boolean>write(writer -> writer.schools().find(SCHOOL).isPresent())).isFalse();
    long unused = store.<Long>write(writer -> writer.schools().insert(SCHOOL, named("other")));
    assertThat(read(store)).isEqualTo("other[]falsefalse");
  }

  @ParameterizedTest
  @EnumSource
  void whatABackupBringsBack_isSeen(TestDatabase database) throws SQLException {
    CareStore store = openFilled(database);
    assertThat(read(store)).isEqualTo("first[一班]truefalse");
    try (Connection connection = STORE.dataSource(database).getConnection()) {
      TestDatabase.execute(connection, "CREATE TABLE kept_school AS SELECT * FROM jiedui_school");
      TestDatabase.execute(
          connection, "CREATE TABLE kept_ledger AS SELECT * FROM jiedui_school_ledger");
      assertThat(store.<Long>write(writer -> writer.schools().update(SCHOOL, named("lost"), 1)))
          .isEqualTo(2);
      assertThat(read(store)).isEqualTo("lost[一班]truefalse");

      for (String table : List.of("school", "school_ledger")) {
        TestDatabase.execute(connection, "DELETE FROM jiedui_" + table);
      }
      TestDatabase.execute(connection, "INSERT INTO jiedui_school SELECT * FROM kept_school");
      TestDatabase.execute(
          connection, "INSERT INTO jiedui_school_ledger SELECT * FROM kept_ledger");
      TestDatabase.execute(connection, "DROP TABLE kept_school");
      TestDatabase.execute(connection, "DROP TABLE kept_ledger");
    }

    assertThat(read(store)).isEqualTo("first[一班]truefalse");
    assertThat(store.<Long>write(writer -> writer.schools().update(SCHOOL, named("third"), 1)))
        .isEqualTo(2);
    assertThat(read(store)).isEqualTo("third[一班]truefalse");
  }
}
