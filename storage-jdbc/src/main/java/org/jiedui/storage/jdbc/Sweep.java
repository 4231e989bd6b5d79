package org.jiedui.storage.jdbc;

import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Table;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jiedui.child.CareFacts;
import org.jiedui.compliance.CareRecord;
import org.jiedui.contact.ContactSeries;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.rule.Exemption;

/**
 * Reads children of a school for a report or for their standings, some hundred at a time.
 *
 * <p>The contacts of those children come from a cursor of the server in the order of an index, and
 * only the numbers that the evaluator needs leave the database, 16 bytes for each: PostgreSQL packs
 * them itself, into a row for each child; of the others a row for each contact is packed here.
 * Nothing is open while a record is handed over, so its taker may read meanwhile, which MariaDB
 * would not allow on the connection of an open cursor.
 */
final class Sweep {

  /** How many children are in memory at once. */
  static final int CHILDREN = 500;

  private static final long SECONDS_PER_DAY = 86_400;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long YEAR_2000_SECOND = 946_684_800;
  private static final int YEAR_2000_DAY = 10_957;

  private static final String IN_ORDER =
      " ORDER BY school_id, child_id, made_on, recorded_at, recorded_nanos, contact_id";

  /**
   * A row for each child; its aggregates take contacts in the order that the inner query has. A
   * contact is flagged by a kind below zero, and its id listed, if one of that id was voided, of
   * this child or another. So no contact is looked up anywhere but in the index of the series.
   */
  private static final String PACKED =
      "SELECT child_id, STRING_AGG(DATE_SEND(made_on), ''),"
          + " STRING_AGG(INT4SEND(CASE WHEN flagged THEN -1 - kind ELSE kind END), ''),"
          + " STRING_AGG(TIMESTAMPTZ_SEND(recorded_at), ''),"
          + " STRING_AGG(contact_id, ',') FILTER (WHERE flagged)"
          + " FROM (SELECT school_id, child_id, made_on, kind, recorded_at, contact_id,"
          + " contact_id IN (SELECT contact_id FROM {contact_voiding}"
          + " WHERE school_id = ? AND %s) AS flagged"
          + " FROM {contact} WHERE school_id = ? AND %s"
          + IN_ORDER
          + ") k GROUP BY school_id, child_id ORDER BY school_id, child_id";

  private final Session session;
  private final Facts facts;
  private final Exemptions exemptions;
  private final SchoolId school;
  private final ZoneId zone;

  Sweep(Session session, Facts facts, Exemptions exemptions, SchoolId school, ZoneId zone) {
    this.session = session;
    this.facts = facts;
    this.exemptions = exemptions;
    this.school = school;
    this.zone = zone;
  }

  /** Hands over all children. */
  void run(Consumer<? super CareRecord> sink) {
    ImmutableList<ChildId> some = children(Optional.empty());
    while (!some.isEmpty()) {
      hand(some, Which.between(some.get(0), some.get(some.size() - 1)), sink);
      some =
          some.size() < CHILDREN
              ? ImmutableList.of()
              : children(Optional.of(some.get(CHILDREN - 1)));
    }
  }

  private ImmutableList<ChildId> children(Optional<ChildId> after) {
    Params params = Params.of(school);
    after.ifPresent(params::value);
    return children(
        (after.isPresent() ? "child_id > ?" : "1 = 1")
            + " ORDER BY school_id, child_id LIMIT "
            + CHILDREN,
        params);
  }

  private ImmutableList<ChildId> children(String condition, Params params) {
    return session.list(
        "SELECT child_id FROM {child} WHERE school_id = ? AND " + condition,
        params,
        row -> row.id("child_id", ChildId::of));
  }

  /** Hands over those of some children that there are. */
  void run(Collection<ChildId> asked, Consumer<? super CareRecord> sink) {
    for (List<ChildId> some : session.parts(ImmutableSortedSet.copyOf(asked).asList())) {
      Which which = Which.anyOf(some);
      ImmutableList<ChildId> found =
          children(
              which.on("child_id") + " ORDER BY school_id, child_id",
              which.addTo(Params.of(school)));
      hand(found, which, sink);
    }
  }

  private void hand(
      ImmutableList<ChildId> children, Which which, Consumer<? super CareRecord> sink) {
    ImmutableMap<ChildId, CareFacts> known = facts.readForRules(school, which);
    ImmutableListMultimap<ChildId, Exemption> exempt =
        Multimaps.index(exemptions.ofChildren(school, which), Exemption::childId);
    Map<String, ContactSeries> contacts = contacts(which);
    for (ChildId child : children) {
      sink.accept(
          CareRecord.packed(
              child,
              known.getOrDefault(child, CareFacts.none()),
              exempt.get(child),
              contacts.getOrDefault(child.value(), ContactSeries.empty()),
              zone));
    }
  }

  private Map<String, ContactSeries> contacts(Which which) {
    Packing packing = new Packing(zone.getRules(), voidings(which));
    if (session.dialect().packsContacts()) {
      session.stream(
          PACKED.formatted(which.on("child_id"), which.on("child_id")),
          which.addTo(which.addTo(Params.of(school)).value(school)),
          row -> packing.addAll(row.result()));
    } else {
      session.stream(
          "SELECT child_id, "
              + session.dialect().epochDay("made_on")
              + ", kind, "
              + session.dialect().epochSecond("recorded_at")
              + ", contact_id FROM {contact} WHERE school_id = ? AND "
              + which.on("child_id")
              + IN_ORDER,
          which.addTo(Params.of(school)),
          row -> packing.add(row.result()));
    }
    return packing.finish();
  }

  /** Reads when contacts were voided: few are. */
  private Table<String, String, Long> voidings(Which which) {
    Table<String, String, Long> seconds = HashBasedTable.create();
    session.stream(
        "SELECT child_id, contact_id, "
            + session.dialect().epochSecond("recorded_at")
            + " FROM {contact_voiding} WHERE school_id = ? AND "
            + which.on("child_id"),
        which.addTo(Params.of(school)),
        row ->
            seconds.put(
                row.result().getString(1), row.result().getString(2), row.result().getLong(3)));
    return seconds;
  }

  /** Packs the contacts of children. */
  private static final class Packing {

    private final ZoneRules rules;
    private final Table<String, String, Long> voidings;
    private final Map<String, Pack> packs = new HashMap<>();
    private String child = "";
    private Pack pack = new Pack();
    private Map<String, Long> voidingsOfChild = ImmutableMap.of();

    Packing(ZoneRules rules, Table<String, String, Long> voidings) {
      this.rules = rules;
      this.voidings = voidings;
    }

    /** Goes over to the child of a row, which mostly is that of the row before. */
    private void turnTo(String ofRow) {
      if (!ofRow.equals(child)) {
        child = ofRow;
        pack = packs.computeIfAbsent(child, unused -> new Pack());
        voidingsOfChild = voidings.row(child);
      }
    }

    /** Adds a contact. */
    void add(ResultSet row) throws SQLException {
      turnTo(row.getString(1));
      int voidedDay = voidingsOfChild.isEmpty() ? ContactSeries.NEVER : voidedDay(row.getString(5));
      pack.add(row.getInt(2), row.getInt(3), dayOf(row.getLong(4)), voidedDay);
    }

    /**
     * Adds the contacts of a child, as PostgreSQL sends numbers: days and instants from 2000 on.
     */
    void addAll(ResultSet row) throws SQLException {
      turnTo(row.getString(1));
      ByteBuffer days = ByteBuffer.wrap(row.getBytes(2));
      ByteBuffer kinds = ByteBuffer.wrap(row.getBytes(3));
      ByteBuffer micros = ByteBuffer.wrap(row.getBytes(4));
      Iterator<String> flagged =
          Splitter.on(',').split(Strings.nullToEmpty(row.getString(5))).iterator();
      while (days.hasRemaining()) {
        int day = days.getInt() + YEAR_2000_DAY;
        int kind = kinds.getInt();
        long second = Math.floorDiv(micros.getLong(), MICROS_PER_SECOND) + YEAR_2000_SECOND;
        if (kind < 0) {
          pack.add(day, -1 - kind, dayOf(second), voidedDay(flagged.next()));
        } else {
          pack.add(day, kind, dayOf(second), ContactSeries.NEVER);
        }
      }
    }

    private int voidedDay(String contact) {
      Long second = voidingsOfChild.get(contact);
      return second == null ? ContactSeries.NEVER : dayOf(second);
    }

    private int dayOf(long second) {
      int offset = rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
      return (int) Math.floorDiv(second + offset, SECONDS_PER_DAY);
    }

    Map<String, ContactSeries> finish() {
      ContactSeries.Builder builder = new ContactSeries.Builder();
      return Maps.transformValues(packs, each -> each.series(builder));
    }
  }

  /** The contacts of one child, four numbers each. */
  private static final class Pack {

    private static final int NUMBERS = 4;
    private static final int FIRST_CAPACITY = 64;

    private int[] numbers = new int[FIRST_CAPACITY * NUMBERS];
    private int length;

    void add(int day, int kind, int recordedDay, int voidedDay) {
      if (length == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * length);
      }
      numbers[length++] = day;
      numbers[length++] = kind;
      numbers[length++] = recordedDay;
      numbers[length++] = voidedDay;
    }

    ContactSeries series(ContactSeries.Builder builder) {
      if (!isByDay()) {
        // No database promises that an aggregate keeps to the order of a query within.
        return byDay(builder);
      }
      for (int i = 0; i < length; i += NUMBERS) {
        add(builder, i);
      }
      return builder.build();
    }

    private boolean isByDay() {
      for (int i = NUMBERS; i < length; i += NUMBERS) {
        if (numbers[i] < numbers[i - NUMBERS]) {
          return false;
        }
      }
      return true;
    }

    private ContactSeries byDay(ContactSeries.Builder builder) {
      IntStream.range(0, length / NUMBERS)
          .map(i -> i * NUMBERS)
          .boxed()
          .sorted(Comparator.comparingInt(i -> numbers[i]))
          .forEach(i -> add(builder, i));
      return builder.build();
    }

    private void add(ContactSeries.Builder builder, int i) {
      builder.add(numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]);
    }
  }
}
