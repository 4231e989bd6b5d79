package org.jiedui.storage.jdbc;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jiedui.child.Child;
import org.jiedui.child.ConsentPurpose;
import org.jiedui.child.GuardianConsent;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.Party;
import org.jiedui.contact.Voiding;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ContactId;
import org.jiedui.id.PartnerId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.referral.Referral;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.StorageException;
import org.jiedui.storage.Versioned;
import org.jiedui.storage.contract.StoreDump;
import org.jiedui.storage.contract.StoreFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema: its versions, its scripts and what it says of itself. */
class SchemaTest {

  private static final SchoolId SCHOOL = SchoolId.of("qingshi");
  private static final ChildId CHILD = ChildId.of("c-1");

  private static void setVersion(HikariDataSource dataSource, int version) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      TestDatabase.execute(connection, "UPDATE jiedui_schema_version SET version = " + version);
    }
  }

  @ParameterizedTest
  @EnumSource
  void newerSchema_isRefused(TestDatabase database) throws SQLException {
    try (HikariDataSource dataSource = database.newDatabase()) {
      JdbcCareStore.open(dataSource, JdbcOptions.defaults()).close();
      int newer = Migration.latestVersion() + 1;
      setVersion(dataSource, newer);

      for (JdbcOptions options :
          ImmutableList.of(JdbcOptions.defaults(), JdbcOptions.defaults().withoutMigration())) {
        assertThatThrownBy(() -> JdbcCareStore.open(dataSource, options))
            .isInstanceOf(StorageException.class)
            .hasMessage(
                "the schema has version %s, but this store knows only versions up to %s:"
                    + " a newer release has migrated it",
                newer, newer - 1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void missingOrOlderSchema_withoutMigration_isRefused(TestDatabase database) throws SQLException {
    try (HikariDataSource dataSource = database.newDatabase()) {
      JdbcOptions options = JdbcOptions.defaults().withoutMigration();
      assertThatThrownBy(() -> JdbcCareStore.open(dataSource, options))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("there is no schema with the prefix jiedui_");
      JdbcCareStore.open(dataSource, JdbcOptions.defaults()).close();
      setVersion(dataSource, 0);

      assertThatThrownBy(() -> JdbcCareStore.open(dataSource, options))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("the schema has version 0, but this store needs ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void opening_again_changesNothing(TestDatabase database) {
    try (HikariDataSource dataSource = database.newDatabase()) {
      CareStore store = JdbcCareStore.open(dataSource, JdbcOptions.defaults());
      StoreFixtures fixtures = StoreFixtures.seeded(1);
      store.write(writer -> writer.schools().insert(SCHOOL, fixtures.school(SCHOOL)));

      assertThat(dump(JdbcCareStore.open(dataSource, JdbcOptions.defaults())))
          .isEqualTo(dump(store));
    }
  }

  private static Map<String, Object> dump(CareStore store) {
    return store.read(reader -> StoreDump.of(reader, ImmutableList.of(SCHOOL), ImmutableList.of()));
  }

  @ParameterizedTest
  @EnumSource
  void scripts_runByTheHost_makeTheSchema(TestDatabase database) throws Exception {
    try (HikariDataSource dataSource = database.newDatabase();
        Connection connection = dataSource.getConnection()) {
      for (String name : Migration.SCRIPTS) {
        run(connection, script(database, name));
      }

      CareStore store = JdbcCareStore.open(dataSource, JdbcOptions.defaults().withoutMigration());

      StoreFixtures fixtures = StoreFixtures.seeded(1);
      store.write(writer -> writer.schools().insert(SCHOOL, fixtures.school(SCHOOL)));
      assertThat(dump(store)).isNotEmpty();
    }
  }

  private static void run(Connection connection, String script) throws SQLException {
    for (String statement : statements(script)) {
      TestDatabase.execute(connection, statement);
    }
  }

  private static List<String> statements(String script) {
    return Splitter.on(";\n").omitEmptyStrings().trimResults().splitToList(script);
  }

  private static String script(TestDatabase database, String name) throws IOException {
    return Resources.toString(
        Resources.getResource(
            Migration.class, "schema/" + database.name().toLowerCase(Locale.ROOT) + "/" + name),
        StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource
  void schema_madeByTheHost_isTakenOverByMigration(TestDatabase database) throws Exception {
    try (HikariDataSource dataSource = database.newDatabase();
        Connection connection = dataSource.getConnection()) {
      run(connection, script(database, Migration.SCRIPTS.get(0)));

      CareStore store = JdbcCareStore.open(dataSource, JdbcOptions.defaults());

      StoreFixtures fixtures = StoreFixtures.seeded(1);
      store.write(writer -> writer.schools().insert(SCHOOL, fixtures.school(SCHOOL)));
      assertThat(dump(store)).isNotEmpty();
    }
  }

  /** H2 and MariaDB keep the tables that they had made when a process was killed. */
  @ParameterizedTest
  @EnumSource(names = "POSTGRESQL", mode = EnumSource.Mode.EXCLUDE)
  void firstMigration_brokenOffAnywhere_isMadeUpFor(TestDatabase database) throws Exception {
    List<String> statements = statements(script(database, Migration.SCRIPTS.get(0)));
    for (int done = 1; done < statements.size(); done += 1 + statements.size() / 5) {
      try (HikariDataSource dataSource = database.newDatabase();
          Connection connection = dataSource.getConnection()) {
        for (String statement : statements.subList(0, done)) {
          TestDatabase.execute(connection, statement);
        }

        CareStore store = JdbcCareStore.open(dataSource, JdbcOptions.defaults());

        StoreFixtures fixtures = StoreFixtures.seeded(1);
        store.write(writer -> writer.schools().insert(SCHOOL, fixtures.school(SCHOOL)));
        assertThat(dump(store)).isNotEmpty();
      }
    }
  }

  @Test
  void firstMigration_brokenOffByTheHost_saysWhatToDo() throws Exception {
    try (HikariDataSource dataSource = TestDatabase.POSTGRESQL.newDatabase();
        Connection connection = dataSource.getConnection()) {
      for (String statement :
          statements(script(TestDatabase.POSTGRESQL, Migration.SCRIPTS.get(0))).subList(0, 5)) {
        TestDatabase.execute(connection, statement);
      }

      assertThatThrownBy(() -> JdbcCareStore.open(dataSource, JdbcOptions.defaults()))
          .isInstanceOf(StorageException.class)
          .hasMessageStartingWith("the schema was made in part only: drop every table and view");
    }
  }

  @ParameterizedTest
  @EnumSource
  void opening_byManyAtOnce_migratesOnce(TestDatabase database) throws Exception {
    String url = database.newUrl("jiedui_together");
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      List<Callable<CareStore>> openings = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        openings.add(
            () -> {
              try (HikariDataSource dataSource = TestDatabase.pool(url)) {
                return JdbcCareStore.open(dataSource, JdbcOptions.defaults());
              }
            });
      }
      for (Future<CareStore> opened : executor.invokeAll(openings)) {
        assertThat(opened.get()).isNotNull();
      }
    } finally {
      executor.shutdownNow();
    }
    try (HikariDataSource dataSource = TestDatabase.pool(url)) {
      assertThat(dump(JdbcCareStore.open(dataSource, JdbcOptions.defaults()))).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyTableAndColumn_hasAComment_andEveryKeyBeginsWithTheSchool(TestDatabase database)
      throws SQLException {
    try (HikariDataSource dataSource = database.newDatabase();
        Connection connection = dataSource.getConnection()) {
      JdbcCareStore.open(dataSource, JdbcOptions.defaults()).close();
      Map<String, String> tables =
          read(
              connection
                  .getMetaData()
                  .getTables(
                      connection.getCatalog(), null, "%", new String[] {"TABLE", "BASE TABLE"}),
              "TABLE_NAME",
              "REMARKS");

      assertThat(tables).hasSize(TestStore.TABLES.size() + 1);
      for (Map.Entry<String, String> table : tables.entrySet()) {
        assertThat(table.getValue()).as(table.getKey()).isNotBlank();
        assertThat(
                read(
                    connection
                        .getMetaData()
                        .getColumns(connection.getCatalog(), null, table.getKey(), "%"),
                    "COLUMN_NAME",
                    "REMARKS"))
            .as(table.getKey())
            .isNotEmpty()
            .allSatisfy((column, comment) -> assertThat(comment).as(column).isNotBlank());
        if (!table.getKey().toLowerCase(Locale.ROOT).endsWith("schema_version")) {
          assertKeysBeginWithTheSchool(connection, table.getKey());
        }
      }
    }
  }

  private static void assertKeysBeginWithTheSchool(Connection connection, String table)
      throws SQLException {
    try (ResultSet index =
        connection
            .getMetaData()
            .getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
      int keys = 0;
      while (index.next()) {
        if (index.getInt("ORDINAL_POSITION") == 1) {
          keys++;
          assertThat(index.getString("COLUMN_NAME")).as(table).isEqualToIgnoringCase("school_id");
        }
      }
      assertThat(keys).as(table).isPositive();
    }
  }

  /** Reads two columns of the tables of this schema. */
  private static Map<String, String> read(ResultSet rows, String key, String value)
      throws SQLException {
    Map<String, String> all = new TreeMap<>();
    try (rows) {
      while (rows.next()) {
        String table = rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        if (table.startsWith("jiedui_") && !table.endsWith("schema_history")) {
          all.put(rows.getString(key), String.valueOf(rows.getString(value)));
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void everyEarlierVersion_withData_isMigrated(TestDatabase database) throws Exception {
    for (int version = 1; version <= Migration.latestVersion(); version++) {
      try (HikariDataSource dataSource = database.newDatabase()) {
        fill(database, dataSource, version);

        CareStore store = JdbcCareStore.open(dataSource, JdbcOptions.defaults());

        assertHasTheData(store);
        assertHasTeamAndPeers(store, version >= 2 ? 1 : 0);
        assertThat(store.<Integer>read(reader -> reader.contacts().followUps(SCHOOL).size()))
            .isEqualTo(version >= 3 ? 1 : 0);
        assertThat(
                store.<List<ConsentPurpose>>read(
                    reader ->
                        reader.consents().all(SCHOOL).stream()
                            .map(GuardianConsent::purpose)
                            .toList()))
            .isEqualTo(purposesSince(version));
        assertThat(
                store.<List<Integer>>read(
                    reader ->
                        List.of(
                            reader.activityBooks().find(SCHOOL).isPresent() ? 1 : 0,
                            reader.activities().all(SCHOOL).size(),
                            reader.attendance().ofChild(SCHOOL, CHILD).size())))
            .containsOnly(version >= 5 ? 1 : 0);
        assertThat(
                store.<List<Integer>>read(
                    reader ->
                        reader.activityBooks().find(SCHOOL).map(Versioned::value).stream()
                            .flatMap(
                                book -> Stream.of(book.partners().size(), book.homeHours().size()))
                            .toList()))
            .isEqualTo(version < 5 ? List.of() : version < 6 ? List.of(0, 0) : List.of(1, 1));
        assertThat(
                store.<List<Optional<PartnerId>>>read(
                    reader ->
                        reader.referrals().all(SCHOOL).stream()
                            .flatMap(referral -> referral.reports().stream())
                            .map(Referral.Report::partner)
                            .toList()))
            .isEqualTo(receiversSince(version));
      }
    }
  }

  private static List<ConsentPurpose> purposesSince(int version) {
    if (version < 2) {
      return List.of();
    }
    return version < 4
        ? List.of(ConsentPurpose.VISITS_AND_STAYS)
        : List.of(ConsentPurpose.VISITS_AND_STAYS, ConsentPurpose.KEEPING_DATA);
  }

  private static List<Optional<PartnerId>> receiversSince(int version) {
    if (version < 2) {
      return List.of();
    }
    return version < 7
        ? List.of(Optional.empty())
        : List.of(Optional.empty(), Optional.of(PartnerId.of("police")));
  }

  /** Whoever adds a table about children and forgets it there, fails here. */
  @ParameterizedTest
  @EnumSource
  void erasing_leavesTheChildInNoTableButTheAuditAndReferrals(TestDatabase database)
      throws Exception {
    try (HikariDataSource dataSource = database.newDatabase()) {
      fill(database, dataSource, Migration.latestVersion());
      CareStore store = JdbcCareStore.open(dataSource, JdbcOptions.defaults());
      List<String> children = List.of("c-1", "c-2");
      Set<String> before = tablesWith(dataSource, children);
      assertThat(before).contains("child", "child_fact", "contact_detail", "peer_pair", "standing");

      for (String child : children) {
        assertThat(store.<Boolean>write(writer -> writer.erase(SCHOOL, ChildId.of(child))))
            .isTrue();
      }

      assertThat(tablesWith(dataSource, children)).isSubsetOf("audit", "referral");
      Set<String> ofChildren = new TreeSet<>(before);
      ofChildren.removeAll(Set.of("audit", "referral"));
      assertThat(ofChildren)
          .as("the tables that have a column for a child, all with a row of one")
          .isEqualTo(tablesAboutChildren(dataSource));
    }
  }

  private static final Set<String> CHILD_COLUMNS =
      Set.of("child_id", "helper", "helped", "guest", "host");

  private static Set<String> tablesAboutChildren(HikariDataSource dataSource) throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (Connection connection = dataSource.getConnection()) {
      for (String table : TestStore.TABLES) {
        if (!table.equals("audit")
            && !table.equals("referral")
            && !childColumns(connection, table).isEmpty()) {
          tables.add(table);
        }
      }
    }
    return tables;
  }

  private static List<String> childColumns(Connection connection, String table)
      throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM jiedui_" + table + " WHERE 1 = 0")) {
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        String name = rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
        if (CHILD_COLUMNS.contains(name)) {
          columns.add(name);
        }
      }
    }
    return columns;
  }

  /** Returns the tables that name one of some children. */
  private static Set<String> tablesWith(HikariDataSource dataSource, List<String> children)
      throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (Connection connection = dataSource.getConnection()) {
      for (String table : TestStore.TABLES) {
        for (String column : childColumns(connection, table)) {
          try (Statement statement = connection.createStatement();
              ResultSet rows =
                  statement.executeQuery(
                      "SELECT COUNT(*) FROM jiedui_"
                          + table
                          + " WHERE "
                          + column
                          + " IN ('"
                          + String.join("', '", children)
                          + "')")) {
            if (rows.next() && rows.getInt(1) > 0) {
              tables.add(table);
            }
          }
        }
      }
    }
    return tables;
  }

  /** Makes the schema of a version and puts into it what was written by that version. */
  private static void fill(TestDatabase database, HikariDataSource dataSource, int version)
      throws IOException, SQLException {
    try (Connection connection = dataSource.getConnection()) {
      JdbcOptions options = JdbcOptions.defaults();
      new Migration(dataSource, Dialect.of(connection), options, new Names(options))
          .migrate(version);
      // From version 2 on, each file has what the one before it has not.
      for (int i = Math.min(version, 2); i <= version; i++) {
        run(connection, data(database, i));
      }
    }
  }

  private static String data(TestDatabase database, int version) throws IOException {
    // Instants stand there as @2025-09-10T01:02:03.123456@, in UTC.
    return Resources.toString(
            Resources.getResource(SchemaTest.class, "data-of-version-" + version + ".sql"),
            StandardCharsets.UTF_8)
        .replaceAll(
            "@([-0-9]+)T([:.0-9]+)@",
            database == TestDatabase.MARIADB ? "'$1 $2'" : "TIMESTAMP WITH TIME ZONE '$1 $2+00'");
  }

  /** What version 2 began to keep of the team, peers and referrals, one of each. */
  private static void assertHasTeamAndPeers(CareStore store, int each) {
    assertThat(
            store.<List<Integer>>read(
                reader ->
                    List.of(
                        reader.memberships().all(SCHOOL).size(),
                        reader.recordChecks().all(SCHOOL).size(),
                        reader.peerPairs().ofChild(SCHOOL, CHILD).size(),
                        reader.consents().ofChild(SCHOOL, CHILD).size(),
                        reader.homeStays().ofChild(SCHOOL, CHILD).size(),
                        reader.referrals().ofChild(SCHOOL, CHILD).size())))
        .containsOnly(each);
  }

  private static String roles(ImmutableList<MentorAssignment> assignments) {
    return assignments.stream()
        .map(each -> each.mentor() + " " + each.role().code())
        .collect(joining(", "));
  }

  private static void assertHasTheData(CareStore store) {
    Child child = store.read(reader -> reader.children().get(SCHOOL, CHILD).value());
    assertThat(child.name().text()).isEqualTo("张小𠮷");
    assertThat(child.facts().placement().on(LocalDate.of(2025, 9, 10)).orElseThrow().grade())
        .isEqualTo(3);
    assertThat(child.facts().carer().on(LocalDate.of(2025, 9, 10)).orElseThrow().name().text())
        .isEqualTo("李奶奶");
    assertThat(child.facts().lastRecordedAt())
        .contains(Instant.parse("2025-09-01T17:30:00.123456789Z"));
    Contact visit =
        Contact.builder(SCHOOL, CHILD, ContactId.of("k-1"))
            .day(LocalDate.of(2025, 9, 10))
            .channel(Channel.HOME_VISIT)
            .madeBy(Party.HOMEROOM_TEACHER, StaffId.of("T10"))
            .with(Party.CHILD, Party.CARER)
            .note("家中安好")
            .recorded(Instant.parse("2025-09-10T01:02:03.123456789Z"), ActorId.of("T10"))
            .build();
    ImmutableList<Contact> contacts =
        store.read(reader -> reader.contacts().ofChild(SCHOOL, CHILD));
    assertThat(contacts)
        .containsExactly(
            visit.voided(
                new Voiding(
                    Instant.parse("2025-09-11T00:00:00.000001Z"), ActorId.of("T10"), "重复")));
    assertThat(
            store.<Integer>read(
                reader ->
                    reader
                        .standings()
                        .board(BoardQuery.on(SCHOOL, LocalDate.of(2025, 11, 10)))
                        .size()))
        .isEqualTo(1);
    assertThat(store.<Integer>read(reader -> reader.audit().page(SCHOOL, 0, 10).size()))
        .isEqualTo(2);
    assertThat(store.<String>read(reader -> roles(reader.assignments().ofChild(SCHOOL, CHILD))))
        .isEqualTo("T10 primary");
    // It goes on from there.
    StoreFixtures fixtures = StoreFixtures.seeded(1);
    store.write(
        writer -> {
          writer.audit().append(fixtures.auditEntry(SCHOOL));
          return writer.children().update(fixtures.withBoarding(child, true), 1);
        });
    assertThat(store.<Integer>read(reader -> reader.audit().page(SCHOOL, 2, 10).size()))
        .isEqualTo(1);
    assertThat(store.<Integer>read(reader -> reader.ruleBooks().get(SCHOOL).value().rules().size()))
        .isEqualTo(1);
    assertThat(store.<Integer>read(reader -> reader.calendars().get(SCHOOL).value().terms().size()))
        .isEqualTo(1);
  }
}
