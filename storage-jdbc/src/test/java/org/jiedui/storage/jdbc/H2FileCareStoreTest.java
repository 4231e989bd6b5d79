package org.jiedui.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import org.jiedui.child.Child;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.ExemptionId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.contract.CareStoreContract;
import org.jiedui.storage.contract.StoreDump;
import org.jiedui.storage.contract.StoreFixtures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract kit on H2 in a file, and what is still in it when it is opened again. */
class H2FileCareStoreTest extends CareStoreContract {

  private static final SchoolId SCHOOL = StoreFixtures.SCHOOL;

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static HikariDataSource pool;

  private static HikariDataSource pool(String file) {
    return TestDatabase.pool("jdbc:h2:file:" + folder.resolve(file) + ";LOCK_TIMEOUT=30000");
  }

  @BeforeAll
  static void openFile() {
    pool = pool("contract");
  }

  @AfterAll
  static void closeFile() {
    pool.close();
  }

  @Override
  protected CareStore openEmptyStore() {
    return TestStore.openEmpty(pool, JdbcOptions.defaults());
  }

  private static ImmutableSortedMap<String, Object> dump(CareStore store) {
    return store.<ImmutableSortedMap<String, Object>>read(
        reader -> StoreDump.of(reader, List.of(SCHOOL), List.of()));
  }

  private static long insertAll(CareWriter writer) {
    StoreFixtures fixtures = StoreFixtures.seeded(20251110);
    Child child = fixtures.child(SCHOOL, ChildId.of("c-1"));
    writer.schools().insert(SCHOOL, fixtures.school(SCHOOL));
    writer.calendars().insert(SCHOOL, fixtures.calendar());
    writer.ruleBooks().insert(SCHOOL, fixtures.ruleBook());
    writer.classes().insert(fixtures.classGroup(SCHOOL, ClassId.of("3-1")));
    writer.staff().insert(fixtures.staffMember(SCHOOL, StaffId.of("T11")));
    writer.children().insert(child);
    writer.contacts().add(fixtures.contact(child, "k-1", fixtures.day()).build());
    writer.exemptions().insert(fixtures.exemption(child, ExemptionId.of("e-1")));
    writer.assignments().insert(fixtures.assignment(child, AssignmentId.of("a-1")));
    writer.standings().replace(SCHOOL, child.id(), fixtures.standings(child));
    writer.audit().append(fixtures.auditEntry(SCHOOL));
    return writer.children().get(SCHOOL, child.id()).version();
  }

  @Test
  void reopened_hasEverything_andGoesOn() {
    ImmutableSortedMap<String, Object> written;
    try (HikariDataSource first = pool("reopened");
        CareStore store = JdbcCareStore.open(first, JdbcOptions.defaults())) {
      assertThat(store.<Long>write(H2FileCareStoreTest::insertAll)).isEqualTo(1);
      written = dump(store);
    }
    assertThat(folder.resolve("reopened.mv.db")).isNotEmptyFile();

    try (HikariDataSource second = pool("reopened");
        CareStore store = JdbcCareStore.open(second, JdbcOptions.defaults())) {
      assertThat(dump(store)).isEqualTo(written);
      store.write(
          writer -> {
            writer.audit().append(StoreFixtures.seeded(1).auditEntry(SCHOOL));
            return true;
          });
      assertThat(
              store.<ImmutableList<Long>>read(
                  reader ->
                      reader.audit().page(SCHOOL, 0, 10).stream()
                          .map(entry -> entry.sequence())
                          .collect(ImmutableList.toImmutableList())))
          .containsExactly(1L, 2L);
    }
  }
}
