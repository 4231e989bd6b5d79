package org.jiedui.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.StandingRow;
import org.jiedui.storage.contract.StoreFixtures;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written when standings are replaced: counted, not timed. */
class StandingsTest {

  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final SchoolId SCHOOL = StoreFixtures.SCHOOL;
  private static final ChildId CHILD = ChildId.of("c-1");

  private final List<String> writes = new ArrayList<>();

  private CareStore openWatched(TestDatabase database) {
    STORE.openEmpty(database).close();
    return JdbcCareStore.open(
        Spy.on(
            STORE.dataSource(database),
            call -> {
              if (call.is(Connection.class, "prepareStatement")) {
                String sql = (String) call.args().get(0);
                if (sql.contains("jiedui_standing") && !sql.startsWith("SELECT")) {
                  writes.add(sql.substring(0, sql.indexOf(' ')));
                }
              }
              return call.proceed();
            }),
        JdbcOptions.defaults().withoutMigration());
  }

  private static StandingRow row(int month) {
    return StoreFixtures.standing(SCHOOL, CHILD, StoreFixtures.CALL)
        .window(LocalDate.of(2025, month, 1), LocalDate.of(2025, month, 28))
        .from(LocalDate.of(2025, month, 1))
        .until(LocalDate.of(2025, month, 28))
        .row();
  }

  private ImmutableList<String> replaceBy(CareStore store, StandingRow... rows) {
    writes.clear();
    List<StandingRow> all = List.of(rows);
    store.write(
        writer -> {
          writer.standings().replace(SCHOOL, CHILD, all);
          return all.size();
        });
    assertThat(
            store.<ImmutableList<StandingRow>>read(
                reader -> reader.standings().ofChild(SCHOOL, CHILD)))
        .containsExactlyElementsOf(all);
    return ImmutableList.copyOf(writes);
  }

  @ParameterizedTest
  @EnumSource
  void replace_writesOnlyTheRowsThatDiffer(TestDatabase database) {
    CareStore store = openWatched(database);

    assertThat(replaceBy(store, row(2), row(3))).containsExactly("INSERT");
    assertThat(replaceBy(store, row(2), row(3))).isEmpty();
    assertThat(replaceBy(store, row(2), row(4))).containsExactly("UPDATE");
    assertThat(replaceBy(store, row(1), row(2), row(4))).containsExactly("UPDATE", "INSERT");
    assertThat(replaceBy(store, row(1))).containsExactly("DELETE");
    assertThat(replaceBy(store)).containsExactly("DELETE");
  }
}
