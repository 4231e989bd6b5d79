package org.jiedui.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiedui.child.Child;
import org.jiedui.contact.Contact;
import org.jiedui.contact.ContactSeries;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.contract.StoreFixtures;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much of a school is in memory while it is swept: counted, not timed. */
class SweepTest {

  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final int CHILDREN = 2 * Sweep.CHILDREN + 1;
  private static final int CONTACTS_OF_EACH = 3;

  private final StoreFixtures fixtures = StoreFixtures.seeded(20251110);

  private CareStore openFilled(TestDatabase database) {
    CareStore store = STORE.openEmpty(database);
    List<Contact> contacts = new ArrayList<>();
    store.write(
        writer -> {
          writer.schools().insert(StoreFixtures.SCHOOL, fixtures.school(StoreFixtures.SCHOOL));
          for (int i = 0; i < CHILDREN; i++) {
            Child child = fixtures.plainChild(StoreFixtures.SCHOOL, ChildId.of("c-" + i));
            writer.children().insert(child);
            for (int k = 0; k < CONTACTS_OF_EACH; k++) {
              contacts.add(fixtures.contact(child, "k-" + k, fixtures.day()).build());
            }
          }
          return writer.contacts().addAll(contacts);
        });
    return store;
  }

  @ParameterizedTest
  @EnumSource
  void sweep_readsSomeChildrenAtATime_fromACursor(TestDatabase database) {
    openFilled(database).close();
    AtomicInteger rows = new AtomicInteger();
    AtomicInteger openResults = new AtomicInteger();
    Set<Object> streamed = new HashSet<>();
    List<Boolean> autoCommits = new ArrayList<>();
    CareStore spied =
        JdbcCareStore.open(
            Spy.on(
                STORE.dataSource(database),
                call -> {
                  Object answer = call.proceed();
                  if (call.is(PreparedStatement.class, "setFetchSize")) {
                    streamed.add(call.args().get(0));
                  } else if (call.is(Connection.class, "setAutoCommit")) {
                    autoCommits.add((Boolean) call.args().get(0));
                  } else if (call.is(PreparedStatement.class, "executeQuery")) {
                    openResults.incrementAndGet();
                  } else if (call.is(ResultSet.class, "close")) {
                    openResults.decrementAndGet();
                  } else if (call.is(ResultSet.class, "next") && Boolean.TRUE.equals(answer)) {
                    rows.incrementAndGet();
                  }
                  return answer;
                }),
            JdbcOptions.defaults().withoutMigration());
    List<Integer> between = new ArrayList<>();
    AtomicInteger swept = new AtomicInteger();
    rows.set(0);
    openResults.set(0);
    autoCommits.clear();

    spied.read(
        reader -> {
          reader.sweep(
              StoreFixtures.SCHOOL,
              record -> {
                assertThat(record.contacts().size()).isEqualTo(CONTACTS_OF_EACH);
                assertThat(openResults).as("open cursors").hasValue(0);
                swept.incrementAndGet();
                between.add(rows.getAndSet(0));
              });
          return true;
        });

    assertThat(swept).hasValue(CHILDREN);
    // PostgreSQL packs the contacts of a child into one row.
    int rowsOfEach = database == TestDatabase.POSTGRESQL ? 1 : CONTACTS_OF_EACH;
    int ofSome = Sweep.CHILDREN * (1 + rowsOfEach);
    assertThat(between.stream().mapToInt(i -> i).max().orElse(0))
        .as("rows read before a record is handed over")
        .isBetween(ofSome, ofSome + 1);
    assertThat(between).filteredOn(count -> count > 0).as("readings").hasSize(3);
    assertThat(streamed).containsExactly(1000);
    assertThat(autoCommits).startsWith(false);
  }

  @ParameterizedTest
  @EnumSource
  void sweepOfMoreChildrenThanAStatementAsksFor_isByChildId(TestDatabase database) {
    CareStore store = openFilled(database);
    List<ChildId> asked = new ArrayList<>();
    for (int i = 2 * Which.MANY; i >= 0; i--) {
      asked.add(ChildId.of("c-" + i));
    }
    asked.add(ChildId.of("c-none"));
    List<ChildId> swept = new ArrayList<>();

    store.read(
        reader -> {
          reader.sweep(
              StoreFixtures.SCHOOL,
              asked,
              record -> {
                assertThat(record.contacts().size()).isEqualTo(CONTACTS_OF_EACH);
                swept.add(record.childId());
              });
          return true;
        });

    assertThat(swept)
        .isSorted()
        .containsExactlyInAnyOrderElementsOf(asked.subList(0, asked.size() - 1));
  }

  @ParameterizedTest
  @EnumSource
  void days_fromTheYear1To9999_areThoseOfTheContacts(TestDatabase database) {
    Child child = fixtures.plainChild(StoreFixtures.SCHOOL, ChildId.of("c-1"));
    List<Contact> contacts = new ArrayList<>();
    List<LocalDate> days =
        List.of(
            LocalDate.of(1, 1, 1),
            LocalDate.of(1582, 10, 10),
            LocalDate.of(1969, 12, 31),
            LocalDate.of(2000, 2, 29),
            LocalDate.of(9999, 12, 31));
    // Half a second and a nanosecond around midnight at the school.
    for (String instant :
        List.of(
            "0001-01-01T00:00:00.000000001Z",
            "1582-10-10T18:00:00Z",
            "1969-12-31T17:59:59.5Z",
            "1969-12-31T17:59:59.999999999Z",
            "1969-12-31T18:00:00Z",
            "2000-02-28T17:59:59.999999999Z",
            "9999-12-31T17:59:59Z",
            "9999-12-31T23:59:59.999999999Z")) {
      for (LocalDate day : days) {
        contacts.add(
            fixtures
                .contact(child, "k-" + contacts.size(), day)
                .recorded(Instant.parse(instant), ActorId.of("T10"))
                .build());
      }
    }
    CareStore store = STORE.openEmpty(database);
    store.write(
        writer -> {
          writer.schools().insert(StoreFixtures.SCHOOL, fixtures.school(StoreFixtures.SCHOOL));
          writer.children().insert(child);
          return writer.contacts().addAll(contacts);
        });

    assertThat(
            store.<ImmutableList<Contact>>read(
                reader -> reader.contacts().ofChild(StoreFixtures.SCHOOL, child.id())))
        .containsExactlyElementsOf(ContactSeries.sorted(contacts));
    List<ContactSeries> swept = new ArrayList<>();
    store.read(
        reader -> {
          reader.sweep(StoreFixtures.SCHOOL, record -> swept.add(record.contacts()));
          return true;
        });
    assertThat(numbers(swept.get(0)))
        .isEqualTo(numbers(ContactSeries.of(contacts, StoreFixtures.ZONE)));
  }

  private static List<List<Integer>> numbers(ContactSeries series) {
    List<List<Integer>> all = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      all.add(List.of(series.day(i), series.kind(i), series.recordedDay(i)));
    }
    return all;
  }
}
