package org.jiedui.examples.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import org.jiedui.CareDesk;
import org.jiedui.CareOffice;
import org.jiedui.OfficeSettings;
import org.jiedui.access.Actor;
import org.jiedui.access.Operation;
import org.jiedui.child.Placement;
import org.jiedui.compliance.Standing;
import org.jiedui.contact.Channel;
import org.jiedui.contact.Contact;
import org.jiedui.contact.Party;
import org.jiedui.examples.benchmarks.Table.Bar;
import org.jiedui.id.ActorId;
import org.jiedui.id.AssignmentId;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.ContactId;
import org.jiedui.id.SchoolId;
import org.jiedui.id.StaffId;
import org.jiedui.mentor.MentorAssignment;
import org.jiedui.mentor.MentorPair;
import org.jiedui.mentor.MentorRole;
import org.jiedui.school.ClassGroup;
import org.jiedui.school.School;
import org.jiedui.storage.CareStore;
import org.jiedui.storage.CareWriter;
import org.jiedui.storage.StandingRow;
import org.jiedui.storage.jdbc.JdbcCareStore;
import org.jiedui.storage.jdbc.JdbcOptions;
import org.jiedui.storage.memory.MemoryCareStore;
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * How long does it take to record one contact, with its standings and its audit entry, beside a
 * transaction of bare JDBC that writes the same rows?
 *
 * <p>The bare transaction knows everything beforehand: it locks and counts on in the ledger, adds
 * the contact, replaces the child's standings by the same ones, and adds the audit entry; it reads
 * no rules and judges nothing. Both go round the children of a school of their own, of the same
 * size, on the same pool; each time round is a week later, so that every contact meets a window
 * that was open and changes a standing.
 *
 * <p>Not thread-safe.
 */
final class StorageRecord implements AutoCloseable {

  /** Migrating the schema takes more than one. */
  private static final int CONNECTIONS = 3;

  private static final int CLASS_SIZE = 45;

  /** A Monday after which the term goes on for some time; until then there are contacts. */
  private static final LocalDate BEGIN = LocalDate.of(2026, 4, 6);

  private static final ActorId TEACHER = ActorId.of("T1");
  private static final SchoolId OURS = SchoolId.of("s-0");
  private static final SchoolId BARE = SchoolId.of("s-1");

  private static final String DESK = "desk";
  private static final String JDBC = "jdbc";
  private static final String MEMORY = "memory";

  /** How long a commit takes is the host's choice; it is the same for both. */
  private enum Commit {
    ON("a commit waits for the disk"),
    OFF("a commit does not wait for the disk");

    private final String text;

    Commit(String text) {
      this.text = text;
    }
  }

  private final EmbeddedDatabase database;
  private final HikariDataSource pool;
  private final CareStore store;
  private final CareStore memory;
  private final CareDesk desk;
  private final CareDesk memoryDesk;
  private final ImmutableMap<ChildId, ImmutableList<StandingRow>> standings;
  private final Round recorded;
  private final Round written;
  private final Round remembered;

  /** Goes round children again and again. Not thread-safe. */
  private static final class Round {

    private final ImmutableList<ChildId> children;
    private int count;

    Round(ImmutableList<ChildId> children) {
      this.children = children;
    }

    ChildId next() {
      return children.get(count++ % children.size());
    }

    /** On which day the last of them had its contact. */
    LocalDate day() {
      return BEGIN.plusWeeks(Math.max(0, count - 1) / children.size());
    }

    Instant now() {
      return day().atTime(15, 0).atZone(LifeCourse.ZONE).toInstant();
    }
  }

  private StorageRecord(EmbeddedDatabase database, County county) throws SQLException {
    this.database = database;
    this.pool = database.pool(CONNECTIONS);
    this.store = JdbcCareStore.open(pool, JdbcOptions.defaults());
    this.memory = MemoryCareStore.create();
    this.recorded = new Round(children(county, OURS));
    this.written = new Round(children(county, BARE));
    this.remembered = new Round(children(county, OURS));
    this.desk = desk(store, recorded);
    this.memoryDesk = desk(memory, remembered);
    load(county, store, desk);
    load(county, memory, memoryDesk);
    database.execute("VACUUM (ANALYZE)");
    this.standings =
        store.read(
            reader ->
                written.children.stream()
                    .collect(
                        toImmutableMap(
                            Function.identity(),
                            child -> reader.standings().ofChild(BARE, child))));
  }

  private static ImmutableList<ChildId> children(County county, SchoolId school) {
    return county.children().stream()
        .filter(child -> child.school().equals(school))
        .map(CountyChild::id)
        .collect(toImmutableList());
  }

  /** Loads two schools and compares what recording leaves behind with what it must. */
  static StorageRecord prepare(int inASchool) throws Exception {
    County county = County.draw(Peers.SEED, 2 * inASchool, inASchool);
    StorageRecord record = new StorageRecord(EmbeddedDatabase.start(), county);
    try {
      record.recordOne();
      record.writeOne();
      record.rememberOne();
      record.check();
    } catch (Throwable e) {
      record.close();
      throw e;
    }
    return record;
  }

  private static CareDesk desk(CareStore store, Round round) {
    CareOffice office =
        CareOffice.open(
            store,
            OfficeSettings.of(round::now, () -> UUID.randomUUID().toString())
                .withPolicy((actor, operation, school) -> true));
    return office.deskOf(Actor.of(TEACHER));
  }

  private static void load(County county, CareStore store, CareDesk desk) {
    for (SchoolId school : ImmutableList.of(OURS, BARE)) {
      ImmutableList<CountyChild> children =
          county.children().stream()
              .filter(child -> child.school().equals(school))
              .collect(toImmutableList());
      int unused =
          store.write(
              writer -> {
                writer.schools().insert(school, School.of(school, "学校", LifeCourse.ZONE));
                writer.ruleBooks().insert(school, PresetRules.book());
                for (int number = 0; number * CLASS_SIZE < children.size(); number++) {
                  writer.classes().insert(classGroup(school, number));
                }
                for (int i = 0; i < children.size(); i++) {
                  load(writer, children.get(i), i / CLASS_SIZE);
                }
                return children.size();
              });
      // It computes the standings of all children.
      desk.school().setCalendar(school, PresetRules.calendar());
    }
  }

  private static Instant began() {
    return PresetRules.VALID_FROM.atStartOfDay(LifeCourse.ZONE).toInstant();
  }

  private static ClassGroup classGroup(SchoolId school, int number) {
    return new ClassGroup(
        school,
        classId(number),
        2025,
        number + "班",
        1,
        Timeline.<StaffId>empty()
            .with(DateRange.startingOn(PresetRules.VALID_FROM), StaffId.of("T" + number), began()),
        Timeline.<ImmutableSet<StaffId>>empty()
            .with(
                DateRange.startingOn(PresetRules.VALID_FROM),
                ImmutableSet.of(StaffId.of("S1"), StaffId.of("S2")),
                began()));
  }

  private static ClassId classId(int number) {
    return ClassId.of("g-" + number);
  }

  private static void load(CareWriter writer, CountyChild drawn, int classNumber) {
    writer
        .children()
        .insert(
            drawn
                .child()
                .withFacts(
                    drawn
                        .life()
                        .facts()
                        .withPlacement(
                            placement ->
                                placement.with(
                                    DateRange.startingOn(PresetRules.VALID_FROM),
                                    new Placement(classId(classNumber), 1),
                                    began()))));
    drawn.exemptions().forEach(writer.exemptions()::insert);
    writer
        .contacts()
        .addAll(
            drawn.contactList().stream()
                .filter(contact -> contact.day().isBefore(BEGIN))
                .collect(toImmutableList()));
    writer
        .assignments()
        .insert(
            MentorAssignment.open(
                drawn.school(),
                AssignmentId.of("m-" + drawn.number()),
                MentorPair.of(drawn.id(), StaffId.of("S" + drawn.number() % 2), MentorRole.PRIMARY),
                PresetRules.VALID_FROM,
                began()));
  }

  private static Contact.Builder nextContact(Round round) {
    return Contact.builder(OURS, round.next(), ContactId.of(UUID.randomUUID().toString()))
        .day(round.day())
        .channel(Channel.CALL)
        .madeBy(Party.MOTHER)
        .with(Party.CHILD, Party.CARER);
  }

  private void recordOne() {
    desk.contacts().record(nextContact(recorded));
  }

  private void rememberOne() {
    memoryDesk.contacts().record(nextContact(remembered));
  }

  /** The same rows by bare JDBC: six round trips. */
  private void writeOne() throws SQLException {
    ChildId child = written.next();
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      long sequence = nextSequence(connection);
      insertContact(connection, child);
      replaceStandings(connection, child);
      insertAudit(connection, child, sequence);
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  private static long nextSequence(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE jiedui_school_ledger SET last_sequence = last_sequence + 1"
                + " WHERE school_id = ? RETURNING last_sequence")) {
      statement.setString(1, BARE.value());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private void insertContact(Connection connection, ChildId child) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO jiedui_contact (school_id, child_id, contact_id, made_on, channel,"
                + " made_by, staff_id, parties, reached, note, recorded_at, recorded_nanos,"
                + " recorded_by, supersedes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      set(
          statement,
          BARE.value(),
          child.value(),
          UUID.randomUUID().toString(),
          written.day(),
          Channel.CALL.code(),
          Party.MOTHER.code(),
          null,
          ",child,carer,",
          true,
          null,
          written.now().atOffset(ZoneOffset.UTC),
          0,
          TEACHER.value(),
          null);
      statement.executeUpdate();
    }
  }

  private void replaceStandings(Connection connection, ChildId child) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "DELETE FROM jiedui_standing WHERE school_id = ? AND child_id = ?")) {
      set(statement, BARE.value(), child.value());
      statement.executeUpdate();
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO jiedui_standing (school_id, child_id, place, rule_id, rule_version,"
                + " opens, deadline, shown_from, shown_until, responsible, class_id)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      int place = 0;
      for (StandingRow row : standings.getOrDefault(child, ImmutableList.of())) {
        Standing standing = row.standing();
        set(
            statement,
            BARE.value(),
            child.value(),
            place++,
            standing.rule().value(),
            standing.version(),
            standing.opens(),
            standing.deadline(),
            standing.shownFrom().orElse(null),
            standing.shownUntil().orElse(null),
            row.responsible().map(StaffId::value).orElse(null),
            row.classId().map(ClassId::value).orElse(null));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void insertAudit(Connection connection, ChildId child, long sequence)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO jiedui_audit (school_id, sequence_number, happened_at, happened_nanos,"
                + " actor, operation, outcome, child_id, record_count)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      set(
          statement,
          BARE.value(),
          sequence,
          written.now().atOffset(ZoneOffset.UTC),
          0,
          TEACHER.value(),
          Operation.RECORD_CONTACTS.code(),
          "permitted",
          child.value(),
          1);
      statement.executeUpdate();
    }
  }

  private static void set(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  /** What was recorded is there, once and audited, and every standing is what the facts say. */
  private void check() throws SQLException {
    for (CareDesk each : ImmutableList.of(desk, memoryDesk)) {
      if (!each.board().check(OURS).isEmpty()) {
        throw new IllegalStateException("standings differ from what the facts say");
      }
    }
    for (SchoolId school : ImmutableList.of(OURS, BARE)) {
      int expected = (school.equals(OURS) ? recorded : written).count;
      String contacts =
          database.first(
              "SELECT count(*) FROM jiedui_contact WHERE school_id = '"
                  + school
                  + "' AND recorded_by = 'T1'");
      String entries =
          database.first(
              "SELECT count(*) FROM jiedui_audit WHERE school_id = '"
                  + school
                  + "' AND operation = 'record-contacts'");
      if (Integer.parseInt(contacts) != expected || Integer.parseInt(entries) != expected) {
        throw new IllegalStateException(
            "school %s has %s contacts with %s audit entries, not %s"
                .formatted(school, contacts, entries, expected));
      }
    }
  }

  /** What the store sends for one contact, in order, once it knows the school's rules. */
  ImmutableList<String> statements() {
    StatementLog log = new StatementLog(pool);
    CareDesk watched =
        desk(
            JdbcCareStore.open(log.dataSource(), JdbcOptions.defaults().withoutMigration()),
            recorded);
    watched.contacts().record(nextContact(recorded));
    log.take();
    watched.contacts().record(nextContact(recorded));
    return log.take().stream().map(StatementLog.Run::sql).collect(toImmutableList());
  }

  /** Times everything, with commits that wait and with commits that do not. */
  Table measure(int rounds, int times) throws Exception {
    Table table = new Table("statements");
    String statements = Integer.toString(statements().size());
    for (Commit commit : Commit.values()) {
      setCommit(commit);
      Samples samples = turns().run(rounds, rounds, times);
      table.add(
          "one contact recorded at a desk; " + commit.text,
          "ms",
          samples.milliseconds(DESK),
          statements);
      table.add(
          "the same rows, bare JDBC (desk ÷ it); " + commit.text,
          "ms",
          samples.milliseconds(JDBC),
          "6",
          samples.ratio(DESK, JDBC),
          Bar.atMost(2));
    }
    Turns turns = new Turns(() -> {});
    turns.add(MEMORY, this::rememberOne);
    table.add(
        "one contact recorded at a desk, memory store",
        "ms",
        turns.run(rounds, rounds, times).milliseconds(MEMORY),
        "");
    check();
    return table;
  }

  /** Has every connection of the pool commit like that from here on. */
  private void setCommit(Commit commit) throws SQLException {
    database.execute("ALTER DATABASE postgres SET synchronous_commit = " + commit.name());
    pool.getHikariPoolMXBean().softEvictConnections();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW synchronous_commit")) {
      row.next();
      if (!Ascii.equalsIgnoreCase(row.getString(1), commit.name())) {
        throw new IllegalStateException("connections do not commit as they were told");
      }
    }
  }

  private Turns turns() {
    Turns turns = new Turns(() -> {});
    turns.add(DESK, this::recordOne);
    turns.add(JDBC, this::writeOne);
    return turns;
  }

  /** The facts without which the numbers say nothing. */
  ImmutableMap<String, String> facts() throws SQLException {
    double rows = standings.values().stream().mapToInt(ImmutableList::size).average().orElse(0);
    double changed =
        Double.parseDouble(
            database.first(
                "SELECT n_tup_upd FROM pg_stat_user_tables WHERE relname = 'jiedui_standing'"));
    return ImmutableMap.of(
        "PostgreSQL",
        database.version() + ", fsync " + database.first("SHOW fsync"),
        "children in a school",
        Integer.toString(recorded.children.size()),
        "standings of a child",
        Table.number(rows)
            + ", of which a contact changes "
            + Table.number(changed / recorded.count));
  }

  @Override
  public void close() throws IOException, SQLException {
    store.close();
    memory.close();
    pool.close();
    database.close();
  }
}
