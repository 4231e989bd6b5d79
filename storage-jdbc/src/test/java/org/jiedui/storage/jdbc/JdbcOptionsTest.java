package org.jiedui.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.testing.NullPointerTester;
import com.zaxxer.hikari.HikariDataSource;
import db.callback.HostCallback;
import java.sql.Connection;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jiedui.school.School;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.StorageException;
import org.jiedui.storage.StoreUnavailableException;
import org.jiedui.storage.contract.StoreDump;
import org.jiedui.storage.contract.StoreFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a store lives in a host's database. */
class JdbcOptionsTest {

  private static final School SCHOOL = StoreFixtures.seeded(1).school(StoreFixtures.SCHOOL);

  private static void insert(CareStore store) {
    store.write(writer -> writer.schools().insert(SCHOOL.id(), SCHOOL));
  }

  private static boolean hasSchool(CareStore store) {
    return store.<Boolean>read(reader -> reader.schools().find(SCHOOL.id()).isPresent());
  }

  @ParameterizedTest
  @EnumSource
  void prefixes_ofOneDatabase_doNotMix(TestDatabase database) {
    try (HikariDataSource dataSource = database.newDatabase()) {
      CareStore first = JdbcCareStore.open(dataSource, JdbcOptions.defaults());
      CareStore second =
          JdbcCareStore.open(dataSource, JdbcOptions.defaults().withPrefix("other_"));

      insert(first);

      assertThat(hasSchool(first)).isTrue();
      assertThat(hasSchool(second)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void schema_isCreated_andNothingIsElsewhere(TestDatabase database) throws Exception {
    try (HikariDataSource dataSource = database.newDatabase();
        Connection connection = dataSource.getConnection()) {
      String name = "care_" + connection.getMetaData().getURL().replaceAll("[^0-9]", "");
      JdbcOptions options = JdbcOptions.defaults().withSchema(name);
      CareStore store = JdbcCareStore.open(dataSource, options);

      insert(store);

      assertThat(hasSchool(store)).isTrue();
      assertThat(hasSchool(JdbcCareStore.open(dataSource, options.withoutMigration()))).isTrue();
      assertThatThrownBy(() -> TestDatabase.execute(connection, "SELECT * FROM jiedui_school"))
          .isInstanceOf(java.sql.SQLException.class);
      TestDatabase.execute(connection, "SELECT * FROM " + name + ".jiedui_school");
    }
  }

  @ParameterizedTest
  @EnumSource
  void hostsTablesAndHistory_areLeftAlone(TestDatabase database) throws Exception {
    try (HikariDataSource dataSource = database.newDatabase();
        Connection connection = dataSource.getConnection()) {
      TestDatabase.execute(connection, "CREATE TABLE flyway_schema_history (version INTEGER)");

      insert(JdbcCareStore.open(dataSource, JdbcOptions.defaults()));

      TestDatabase.execute(connection, "DROP TABLE flyway_schema_history");
      assertThat(hasSchool(JdbcCareStore.open(dataSource, JdbcOptions.defaults()))).isTrue();
    }
  }

  /** What a host has for its own Flyway at the usual places: a migration and a callback. */
  @ParameterizedTest
  @EnumSource
  void hostsMigrationsAndCallbacks_areNotRunForTheStore(TestDatabase database) {
    try (HikariDataSource dataSource = database.newDatabase()) {
      HostCallback.TABLES.clear();

      insert(
          JdbcCareStore.open(
              dataSource, JdbcOptions.defaults().withSchema("host_" + dataSource.hashCode())));
      assertThat(HostCallback.TABLES).isEmpty();

      Flyway.configure().dataSource(dataSource).baselineOnMigrate(true).load().migrate();
      assertThat(HostCallback.TABLES).isNotEmpty().containsOnly("flyway_schema_history");
    }
  }

  @ParameterizedTest
  @EnumSource
  void poolOfOne_isEnough_onceTheSchemaIsThere(TestDatabase database) {
    try (HikariDataSource dataSource = database.newDatabase();
        HikariDataSource one = new HikariDataSource()) {
      insert(JdbcCareStore.open(dataSource, JdbcOptions.defaults()));
      one.setJdbcUrl(dataSource.getJdbcUrl());
      one.setMaximumPoolSize(1);
      one.setConnectionTimeout(250);

      assertThat(hasSchool(JdbcCareStore.open(one, JdbcOptions.defaults()))).isTrue();
    }
  }

  @Test
  void poolOfOne_isSaidToBeTooFew_forMakingTheSchema() {
    try (HikariDataSource one = new HikariDataSource()) {
      one.setJdbcUrl(TestDatabase.POSTGRESQL.newUrl("jiedui_one"));
      one.setMaximumPoolSize(1);
      one.setConnectionTimeout(250);

      assertThatThrownBy(() -> JdbcCareStore.open(one, JdbcOptions.defaults()))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageEndingWith("which takes two connections at once");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
        "MODE=MariaDB;DATABASE_TO_LOWER=TRUE",
        "MODE=Oracle",
        "DATABASE_TO_UPPER=FALSE",
        "TIME ZONE=America/New_York"
      })
  void settingsOfH2_doNotMatter(String settings) {
    try (HikariDataSource dataSource =
        TestDatabase.pool("jdbc:h2:mem:settings" + settings.hashCode() + ";" + settings)) {
      for (JdbcOptions options :
          ImmutableList.of(JdbcOptions.defaults(), JdbcOptions.defaults().withSchema("care"))) {
        insert(JdbcCareStore.open(dataSource, options));
        assertThat(hasSchool(JdbcCareStore.open(dataSource, options.withoutMigration()))).isTrue();
      }
    }
  }

  /** Ids would be the same in upper and lower case, and pages in another order. */
  @ParameterizedTest
  @ValueSource(strings = {"IGNORECASE=TRUE", "COLLATION=ENGLISH"})
  void settingsOfH2_thatCompareOtherwise_areRefused(String setting) {
    try (HikariDataSource dataSource =
        TestDatabase.pool(
            "jdbc:h2:mem:compare;INIT=SET " + setting.replace("COLLATION=", "COLLATION "))) {
      assertThatThrownBy(() -> JdbcCareStore.open(dataSource, JdbcOptions.defaults()))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining(setting.replaceAll("=.*", ""));
    }
  }

  /** It would cut what is too long, without a word. */
  @Test
  void mariaDbThatIsNotStrict_isRefused() {
    try (HikariDataSource dataSource =
        TestDatabase.pool(
            TestDatabase.MARIADB.newUrl("jiedui_lax")
                + "&sessionVariables=sql_mode='NO_ENGINE_SUBSTITUTION'")) {
      assertThatThrownBy(() -> JdbcCareStore.open(dataSource, JdbcOptions.defaults()))
          .isInstanceOf(StorageException.class)
          .hasMessageStartingWith("the sql_mode of a connection must have STRICT_TRANS_TABLES");
    }
  }

  @ParameterizedTest
  @EnumSource
  void readOnlyConnections_mayRead(TestDatabase database) {
    try (HikariDataSource dataSource = database.newDatabase();
        HikariDataSource readOnly = TestDatabase.pool(dataSource.getJdbcUrl(), true)) {
      CareStore store = JdbcCareStore.open(dataSource, JdbcOptions.defaults());
      insert(store);

      CareStore reading = JdbcCareStore.open(readOnly, JdbcOptions.defaults().withoutMigration());

      assertThat(dump(reading)).isEqualTo(dump(store));
    }
  }

  private static Map<String, Object> dump(CareStore store) {
    return store.read(
        reader -> StoreDump.of(reader, ImmutableList.of(SCHOOL.id()), ImmutableList.of()));
  }

  @ParameterizedTest
  @EnumSource
  void connections_comeBackAsTheyWere(TestDatabase database) throws Exception {
    try (HikariDataSource dataSource = database.newDatabase();
        Connection connection = dataSource.getConnection()) {
      CareStore store =
          JdbcCareStore.open(
              Spy.on(
                  dataSource,
                  call ->
                      switch (call.method().getName()) {
                        case "getConnection" -> connection;
                        case "close" -> call.target() == connection ? null : call.proceed();
                        default -> call.proceed();
                      }),
              JdbcOptions.defaults());
      int isolation = Connection.TRANSACTION_REPEATABLE_READ;
      connection.setTransactionIsolation(isolation);

      insert(store);
      assertThat(hasSchool(store)).isTrue();

      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(connection.isReadOnly()).isFalse();
      assertThat(connection.getTransactionIsolation()).isEqualTo(isolation);
      TestDatabase.execute(connection, "DELETE FROM jiedui_school");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Jiedui_", "1a", "a-b", "a b", "a;", "aaaaaaaaaaaaaaaaaaaaa"})
  void names_ofAnotherForm_areRejected(String name) {
    JdbcOptions defaults = JdbcOptions.defaults();

    assertThatThrownBy(() -> defaults.withPrefix(name))
        .isInstanceOf(IllegalArgumentException.class);
    if (name.length() < 21) {
      assertThatThrownBy(() -> defaults.withSchema(name))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void database_thatIsOfAnotherKind_isRefused() {
    try (HikariDataSource dataSource = TestDatabase.H2.newDatabase()) {
      var strange =
          Spy.on(
              dataSource,
              call -> {
                Object answer = call.proceed();
                return call.method().getName().equals("getMetaData")
                    ? java.lang.reflect.Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {java.sql.DatabaseMetaData.class},
                        (proxy, method, args) -> "Oracle")
                    : answer;
              });

      assertThatThrownBy(() -> JdbcCareStore.open(strange, JdbcOptions.defaults()))
          .isInstanceOf(StorageException.class)
          .hasMessage("the database is Oracle, not H2, PostgreSQL, MariaDB or MySQL");
    }
  }

  @Test
  void nulls_areRejected() {
    new NullPointerTester()
        .setDefault(JdbcOptions.class, JdbcOptions.defaults())
        .testAllPublicInstanceMethods(JdbcOptions.defaults());
    try (HikariDataSource dataSource = TestDatabase.H2.newDatabase()) {
      new NullPointerTester()
          .setDefault(JdbcOptions.class, JdbcOptions.defaults())
          .setDefault(javax.sql.DataSource.class, dataSource)
          .testAllPublicStaticMethods(JdbcCareStore.class);
    }
  }
}
