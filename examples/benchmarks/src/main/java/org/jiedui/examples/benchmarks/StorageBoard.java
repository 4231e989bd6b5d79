package org.jiedui.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiedui.BoardRow;
import org.jiedui.CareDesk;
import org.jiedui.CareOffice;
import org.jiedui.OfficeSettings;
import org.jiedui.access.Actor;
import org.jiedui.access.Grant;
import org.jiedui.access.Role;
import org.jiedui.examples.benchmarks.Samples.Spread;
import org.jiedui.examples.benchmarks.Table.Bar;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.RuleId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.storage.BoardPosition;
import org.jiedui.storage.BoardQuery;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.StandingRow;
import org.jiedui.storage.jdbc.JdbcCareStore;
import org.jiedui.storage.jdbc.JdbcOptions;

/**
 * Does a page of the board cost the same, however many children there are?
 *
 * <p>For each size there is a schema of its own, with a county of that many children in schools of
 * some hundred, and one school that has as many all for itself, which no school has. Children stand
 * in classes of 45, each with a teacher who answers for them, and have six standings each.
 *
 * <p>Not thread-safe.
 */
final class StorageBoard implements AutoCloseable {

  private static final SchoolId LARGE = SchoolId.of("large");

  /** Migrating the schema takes more than one. */
  private static final int CONNECTIONS = 3;

  private static final int CLASS_SIZE = 45;

  /** So many schools and classes are asked for in turn, spread over all. */
  private static final int DIFFERENT = 97;

  private static final LocalDate TODAY = LocalDate.of(2025, 11, 10);

  /** Deadlines on the board lie from sixty days before today to thirty days after. */
  private static final BoardPosition MIDDLE =
      new BoardPosition(TODAY.minusDays(15), ChildId.of("c-5"), RuleId.of("home-visit"));

  private final EmbeddedDatabase database;
  private final HikariDataSource pool;
  private final ImmutableMap<Integer, Size> sizes;

  /** A filter of the board. */
  private enum Filter {
    SCHOOL("school") {
      @Override
      BoardQuery of(BoardQuery board, int classNumber) {
        return board;
      }
    },
    RESPONSIBLE("responsible") {
      @Override
      BoardQuery of(BoardQuery board, int classNumber) {
        return board.responsible(StaffId.of("T" + classNumber));
      }
    },
    CLASS("class") {
      @Override
      BoardQuery of(BoardQuery board, int classNumber) {
        return board.inClass(ClassId.of("g-" + classNumber));
      }
    };

    private final String text;

    Filter(String text) {
      this.text = text;
    }

    abstract BoardQuery of(BoardQuery board, int classNumber);
  }

  /** A kind of page: which school, by what, first or from the middle on. */
  private record Page(boolean large, Filter filter, boolean first) {

    String text() {
      return "%s, by %s, %s page"
          .formatted(
              large ? "one large school" : "schools of " + County.CHILDREN_IN_A_SCHOOL,
              filter.text,
              first ? "first" : "middle");
    }
  }

  /** A schema with so many children in many schools and as many in one. */
  private static final class Size {

    private final int children;
    private final CareStore store;
    private final CareDesk desk;
    private final Map<Page, ImmutableList<BoardQuery>> queries = new LinkedHashMap<>();
    private int next;

    Size(int children, CareStore store) {
      this.children = children;
      this.store = store;
      CareOffice office =
          CareOffice.open(
              store,
              OfficeSettings.of(
                  InstantSource.fixed(TODAY.atStartOfDay(LifeCourse.ZONE).toInstant()),
                  () -> UUID.randomUUID().toString()));
      List<Grant> grants = new ArrayList<>();
      grants.add(new Grant(LARGE, Role.STAFF));
      for (int school = 0; school < schools(); school++) {
        grants.add(new Grant(SchoolId.of("s-" + school), Role.STAFF));
      }
      this.desk = office.deskOf(Actor.of(ActorId.of("inspector"), grants.toArray(Grant[]::new)));
    }

    private int schools() {
      return (children + County.CHILDREN_IN_A_SCHOOL - 1) / County.CHILDREN_IN_A_SCHOOL;
    }

    /** Sets up the pages and checks that each is what it must be. */
    void findQueries() {
      for (Page page : pages()) {
        ImmutableList.Builder<BoardQuery> all = ImmutableList.builder();
        for (int i = 0; i < DIFFERENT; i++) {
          BoardQuery first = firstPage(page, i);
          check(first);
          all.add(page.first() ? first : first.after(MIDDLE));
        }
        queries.put(page, all.build());
      }
    }

    private BoardQuery firstPage(Page page, int number) {
      int school = (int) ((long) number * schools() / DIFFERENT);
      int inSchool = page.large() ? children : Math.min(children, County.CHILDREN_IN_A_SCHOOL);
      int classes = Math.max(1, inSchool / CLASS_SIZE);
      BoardQuery board = BoardQuery.on(page.large() ? LARGE : SchoolId.of("s-" + school), TODAY);
      return page.filter().of(board, (int) ((long) number * classes / DIFFERENT));
    }

    /** Two pages are what one of twice the size has, in order, and all of the filter. */
    private void check(BoardQuery query) {
      store.read(
          reader -> {
            ImmutableList<StandingRow> page = reader.standings().board(query);
            ImmutableList<StandingRow> next =
                reader.standings().board(query.after(page.get(page.size() - 1).position()));
            ImmutableList<StandingRow> both =
                reader.standings().board(query.limit(2 * query.limit()));
            boolean good =
                !next.isEmpty()
                    && page.stream().allMatch(query::matches)
                    && both.equals(ImmutableList.builder().addAll(page).addAll(next).build());
            if (!good) {
              throw new IllegalStateException("a page of " + query + " is not what it must be");
            }
            return page.size();
          });
    }

    /** The desk shows the rows that the store has. */
    void check(Page page) {
      BoardQuery query = next(page);
      ImmutableList<BoardPosition> stored =
          store.read(
              reader ->
                  reader.standings().board(query).stream()
                      .map(StandingRow::position)
                      .collect(ImmutableList.toImmutableList()));
      ImmutableList<BoardPosition> shown =
          desk.board().page(query).stream()
              .map(BoardRow::position)
              .collect(ImmutableList.toImmutableList());
      if (stored.isEmpty() || !stored.equals(shown)) {
        throw new IllegalStateException("the desk shows another page of " + query);
      }
    }

    private BoardQuery next(Page page) {
      ImmutableList<BoardQuery> all = queries.getOrDefault(page, ImmutableList.of());
      return all.get(next++ % all.size());
    }

    ImmutableList<StandingRow> read(Page page) {
      BoardQuery query = next(page);
      return store.read(reader -> reader.standings().board(query));
    }

    ImmutableList<BoardRow> ask(Page page) {
      return desk.board().page(next(page));
    }
  }

  private StorageBoard(EmbeddedDatabase database, ImmutableList<Integer> counts)
      throws SQLException, IOException {
    this.database = database;
    this.pool = database.pool(CONNECTIONS);
    ImmutableMap.Builder<Integer, Size> built = ImmutableMap.builder();
    for (int count : counts) {
      CareStore store = JdbcCareStore.open(pool, options(count));
      for (String statement : script(count)) {
        database.execute(statement);
      }
      built.put(count, new Size(count, store));
    }
    database.execute("VACUUM (ANALYZE)");
    database.execute("CHECKPOINT");
    this.sizes = built.buildOrThrow();
  }

  private static JdbcOptions options(int count) {
    return JdbcOptions.defaults().withSchema("of_" + count);
  }

  private static List<String> script(int count) throws IOException {
    String script =
        Resources.toString(
            Resources.getResource(StorageBoard.class, "board.sql"), StandardCharsets.UTF_8);
    return List.of(
        script
            .replace(":schema", "of_" + count)
            .replace(":children", Integer.toString(count))
            .replace(":in_a_school", Integer.toString(County.CHILDREN_IN_A_SCHOOL))
            .replace(":in_a_class", Integer.toString(CLASS_SIZE))
            .replace(":today", "DATE '" + TODAY + "'")
            .split(";\n", 0));
  }

  private static ImmutableList<Page> pages() {
    ImmutableList.Builder<Page> pages = ImmutableList.builder();
    for (boolean large : new boolean[] {false, true}) {
      for (Filter filter : Filter.values()) {
        pages.add(new Page(large, filter, true));
        pages.add(new Page(large, filter, false));
      }
    }
    return pages.build();
  }

  /** Makes the schemas and checks the pages. */
  static StorageBoard prepare(ImmutableList<Integer> sizes) throws Exception {
    StorageBoard board = new StorageBoard(EmbeddedDatabase.start(), sizes);
    try {
      board.sizes.values().forEach(Size::findQueries);
      board.sizes.values().forEach(size -> pages().forEach(size::check));
    } catch (Throwable e) {
      board.close();
      throw e;
    }
    return board;
  }

  /** Times the pages. */
  Table measure(int rounds, int times) throws Exception {
    Table table = new Table("ms, from few to many children");
    measure("store: ", Size::read, rounds, times, table);
    measure("desk: ", Size::ask, rounds, times, table);
    return table;
  }

  /** Asks for a page. */
  private interface Question {
    Object ask(Size size, Page page);
  }

  private void measure(String who, Question question, int rounds, int times, Table table)
      throws Exception {
    for (Page page : pages()) {
      Turns turns = new Turns(() -> {});
      sizes.forEach((count, size) -> turns.add(count.toString(), () -> question.ask(size, page)));
      Samples samples = turns.run(rounds, rounds / 4, times);
      List<Spread> each =
          sizes.keySet().stream().map(count -> samples.milliseconds(count.toString())).toList();
      table.add(
          who + page.text() + " (slowest ÷ fastest size)",
          "ms per page",
          each.get(each.size() - 1),
          each.stream()
              .map(spread -> String.format(Locale.ROOT, "%.2f", spread.median()))
              .collect(Collectors.joining(" / ")),
          apart(samples),
          Bar.atMost(2));
    }
  }

  /** How many times as long the slowest size takes as the fastest, by their medians. */
  private Spread apart(Samples samples) {
    List<String> names = sizes.keySet().stream().map(Object::toString).toList();
    List<Spread> each = names.stream().map(samples::milliseconds).toList();
    String slowest = names.get(0);
    String fastest = names.get(0);
    for (int i = 0; i < names.size(); i++) {
      slowest =
          each.get(i).median() > samples.milliseconds(slowest).median() ? names.get(i) : slowest;
      fastest =
          each.get(i).median() < samples.milliseconds(fastest).median() ? names.get(i) : fastest;
    }
    return samples.ratio(slowest, fastest);
  }

  /**
   * The plans of the statements that the pages of the largest county come to.
   *
   * @throws IllegalStateException if one of them sorts, or reads a table from end to end
   */
  String plans() throws SQLException {
    Size size = sizes.values().asList().get(sizes.size() - 1);
    int most = size.children;
    StatementLog log = new StatementLog(pool);
    CareStore watched = JdbcCareStore.open(log.dataSource(), options(most).withoutMigration());
    StringBuilder text = new StringBuilder();
    for (Page page : pages()) {
      BoardQuery query = size.next(page);
      log.take();
      int rows = watched.read(reader -> reader.standings().board(query).size());
      text.append(
          String.format(Locale.ROOT, "## %,d children: %s, %d rows%n%n", most, page.text(), rows));
      for (StatementLog.Run run : log.take()) {
        if (run.isQuery()) {
          text.append(run.sql()).append('\n').append(plan(run)).append('\n');
        }
      }
    }
    return text.toString();
  }

  private String plan(StatementLog.Run run) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (Connection connection = pool.getConnection();
        PreparedStatement statement =
            run.prepare(
                connection, "EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, SUMMARY OFF) ");
        ResultSet lines = statement.executeQuery()) {
      while (lines.next()) {
        plan.append("  ").append(lines.getString(1)).append('\n');
      }
    }
    if (plan.indexOf("Seq Scan") >= 0 || plan.indexOf("Sort") >= 0) {
      throw new IllegalStateException("not an index range:\n" + run.sql() + "\n" + plan);
    }
    return plan.toString();
  }

  /** The facts without which the numbers say nothing. */
  ImmutableMap<String, String> facts() throws SQLException {
    ImmutableMap.Builder<String, String> facts = ImmutableMap.builder();
    facts.put("PostgreSQL", database.version() + ", 2 GiB of shared buffers");
    for (int count : sizes.keySet()) {
      String table = "of_" + count + ".jiedui_standing";
      facts.put(
          String.format(Locale.ROOT, "standings with %,d children", count),
          String.format(
              Locale.ROOT,
              "%,d rows, %s with their indexes",
              Long.parseLong(database.first("SELECT count(*) FROM " + table)),
              database.first("SELECT pg_size_pretty(pg_total_relation_size('" + table + "'))")));
    }
    return facts.buildOrThrow();
  }

  @Override
  public void close() throws IOException, SQLException {
    sizes.values().forEach(size -> size.store.close());
    pool.close();
    database.close();
  }
}
