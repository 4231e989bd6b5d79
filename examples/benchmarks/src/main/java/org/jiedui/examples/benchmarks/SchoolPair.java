package org.jiedui.examples.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.jiedui.time.DateRange;
import org.jiedui.time.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Two schools of the same size and with the same rules: the contacts of one are recorded at a desk,
 * and bare JDBC writes the same rows for the other.
 *
 * <p>Not thread-safe.
 */
final class SchoolPair {

  private static final int CLASS_SIZE = 45;

  /** A Monday after which the term goes on for some time; until then there are contacts. */
  private static final LocalDate BEGIN = LocalDate.of(2026, 4, 6);

  private static final ActorId TEACHER = ActorId.of("T1");

  private final Setting setting;
  private final SchoolId ours;
  private final SchoolId bare;
  private final HikariDataSource pool;
  private final Round recorded;
  private final Round written;
  private final Round remembered;
  private final CareDesk desk;
  private final CareDesk memoryDesk;
  private ImmutableMap<ChildId, ImmutableList<StandingRow>> standings = ImmutableMap.of();

  /** What the schools ask of their children. */
  enum Setting {
    /** Contacts, by the rules. */
    CONTACTS("a school without quotas", "s-0", "s-1"),
    /** Attendance as well: there are quotas, a plan that was held and who was there. */
    QUOTAS("a school with quotas", "s-2", "s-3");

    private final String text;
    private final String ours;
    private final String bare;

    Setting(String text, String ours, String bare) {
      this.text = text;
      this.ours = ours;
      this.bare = bare;
    }

    String text() {
      return text;
    }
  }

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

  private SchoolPair(
      County county, Setting setting, HikariDataSource pool, CareStore store, CareStore memory) {
    this.setting = setting;
    this.ours = SchoolId.of(setting.ours);
    this.bare = SchoolId.of(setting.bare);
    this.pool = pool;
    this.recorded = new Round(ids(county, ours));
    this.written = new Round(ids(county, bare));
    this.remembered = new Round(ids(county, ours));
    this.desk = desk(store, recorded);
    this.memoryDesk = desk(memory, remembered);
  }

  /** Loads two schools of a county into a database, and into memory. */
  static SchoolPair load(
      County county, Setting setting, HikariDataSource pool, CareStore store, CareStore memory) {
    SchoolPair pair = new SchoolPair(county, setting, pool, store, memory);
    pair.load(county, store, pair.desk);
    pair.load(county, memory, pair.memoryDesk);
    pair.standings =
        store.read(
            reader ->
                pair.written.children.stream()
                    .collect(
                        toImmutableMap(
                            Function.identity(),
                            child -> reader.standings().ofChild(pair.bare, child))));
    return pair;
  }

  private static ImmutableList<CountyChild> children(County county, SchoolId school) {
    return county.children().stream()
        .filter(child -> child.school().equals(school))
        .collect(toImmutableList());
  }

  private static ImmutableList<ChildId> ids(County county, SchoolId school) {
    return children(county, school).stream().map(CountyChild::id).collect(toImmutableList());
  }

  private static CareDesk desk(CareStore store, Round round) {
    CareOffice office =
        CareOffice.open(
            store,
            OfficeSettings.of(round::now, () -> UUID.randomUUID().toString())
                .withPolicy((actor, operation, school) -> true));
    return office.deskOf(Actor.of(TEACHER));
  }

  private void load(County county, CareStore store, CareDesk at) {
    for (SchoolId school : ImmutableList.of(ours, bare)) {
      ImmutableList<CountyChild> children = children(county, school);
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
                if (setting == Setting.QUOTAS) {
                  new HeldPlan(school, BEGIN).load(writer, children);
                }
                return children.size();
              });
      // It computes the standings of all children.
      at.school().setCalendar(school, PresetRules.calendar());
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

  private Contact.Builder nextContact(Round round) {
    return Contact.builder(ours, round.next(), ContactId.of(UUID.randomUUID().toString()))
        .day(round.day())
        .channel(Channel.CALL)
        .madeBy(Party.MOTHER)
        .with(Party.CHILD, Party.CARER);
  }

  Setting setting() {
    return setting;
  }

  void recordOne() {
    desk.contacts().record(nextContact(recorded));
  }

  /** Records one contact in a store of the same database. */
  void recordOneIn(CareStore same) {
    desk(same, recorded).contacts().record(nextContact(recorded));
  }

  void rememberOne() {
    memoryDesk.contacts().record(nextContact(remembered));
  }

  /** The same rows by bare JDBC: six round trips. */
  void writeOne() throws SQLException {
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

  private long nextSequence(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE jiedui_school_ledger SET last_sequence = last_sequence + 1"
                + " WHERE school_id = ? RETURNING last_sequence")) {
      statement.setString(1, bare.value());
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
          bare.value(),
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
      set(statement, bare.value(), child.value());
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
            bare.value(),
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
          bare.value(),
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

  /** How many children each school has. */
  int children() {
    return recorded.children.size();
  }

  /** How many standings a child has, on average. */
  double standingsOfAChild() {
    return standings.values().stream().mapToInt(ImmutableList::size).average().orElse(0);
  }

  /** How many contacts were recorded at the desk. */
  int recorded() {
    return recorded.count;
  }

  /** What was recorded is there, once and audited, and every standing is what the facts say. */
  void check(EmbeddedDatabase database) throws SQLException {
    for (CareDesk each : ImmutableList.of(desk, memoryDesk)) {
      if (!each.board().check(ours).isEmpty()) {
        throw new IllegalStateException("standings differ from what the facts say");
      }
    }
    for (SchoolId school : ImmutableList.of(ours, bare)) {
      int expected = (school.equals(ours) ? recorded : written).count;
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
}
