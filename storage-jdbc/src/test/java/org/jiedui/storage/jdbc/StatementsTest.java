package org.jiedui.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiedui.child.Child;
import org.jiedui.id.ChildId;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.contract.StoreFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which statements a store sends, and how many: counted, not timed. */
class StatementsTest {

  @RegisterExtension static final TestStore STORE = new TestStore();

  private final StoreFixtures fixtures = StoreFixtures.seeded(20251110);
  private final Set<Object> texts = new HashSet<>();
  private final AtomicInteger sent = new AtomicInteger();

  private CareStore openSpied() {
    STORE.openEmpty(TestDatabase.H2).close();
    return JdbcCareStore.open(
        Spy.on(
            STORE.dataSource(TestDatabase.H2),
            call -> {
              if (call.is(Connection.class, "prepareStatement")) {
                texts.add(call.args().get(0));
              } else if (call.is(PreparedStatement.class, "executeQuery")
                  || call.is(PreparedStatement.class, "executeUpdate")
                  || call.is(PreparedStatement.class, "executeBatch")) {
                sent.incrementAndGet();
              }
              return call.proceed();
            }),
        JdbcOptions.defaults().withoutMigration());
  }

  /** The store and drivers keep statements by their texts. */
  @Test
  void texts_ofOneWriteAndTheNext_areTheSame() {
    CareStore store = openSpied();
    store.write(this::append);
    store.write(this::append);
    ImmutableSet<Object> before = ImmutableSet.copyOf(texts);

    store.write(this::append);

    assertThat(texts).isEqualTo(before);
  }

  private boolean append(CareWriter writer) {
    writer.audit().append(fixtures.auditEntry(StoreFixtures.SCHOOL));
    return true;
  }

  @Test
  void insertAll_ofManyChildren_takesFewStatements() {
    CareStore store = openSpied();
    List<Child> children = new ArrayList<>();
    for (int i = 0; i < 2 * Which.MANY; i++) {
      children.add(fixtures.child(StoreFixtures.SCHOOL, ChildId.of("c-" + i)));
    }
    sent.set(0);

    store.write(
        writer -> {
          writer.children().insertAll(children);
          return true;
        });

    assertThat(sent.get()).as("statements").isLessThanOrEqualTo(2 * 4 + 4);
    assertThat(
            store.<ImmutableList<Child>>read(reader -> reader.children().all(StoreFixtures.SCHOOL)))
        .containsExactlyInAnyOrderElementsOf(children);
  }
}
