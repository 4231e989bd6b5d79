package org.jiedui.storage.jdbc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimaps;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
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
 * Reads all children of a school for a report, some hundred at a time.
 *
 * <p>The contacts of those children come from a cursor of the server in the order of an index, and
 * only the numbers that the evaluator needs leave the database, 16 bytes for each: PostgreSQL packs
 * them itself, into a row for each child; of the others a row for each contact is packed here.
 * Contacts that were voided are few, and are asked for once more. Nothing is open while a record is
 * handed over, so its taker may read meanwhile, which MariaDB would not allow on the connection of
 * an open cursor.
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

  /** A row for each child; its aggregates take contacts in the order that the inner query has. */
  private static final String PACKED =
      "SELECT child_id, STRING_AGG(DATE_SEND(made_on), ''), STRING_AGG(INT4SEND(kind), ''),"
          + " STRING_AGG(TIMESTAMPTZ_SEND(recorded_at), '') FROM (SELECT school_id, child_id,"
          + " made_on, kind, recorded_at FROM {contact} WHERE school_id = ? AND %s"
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

  void run(Consumer<? super CareRecord> sink) {
    ImmutableList<ChildId> some = children(Optional.empty());
    while (!some.isEmpty()) {
      hand(some, sink);
      some =
          some.size() < CHILDREN
              ? ImmutableList.of()
              : children(Optional.of(some.get(CHILDREN - 1)));
    }
  }

  private ImmutableList<ChildId> children(Optional<ChildId> after) {
    Params params = Params.of(school);
    after.ifPresent(params::value);
    return session.list(
        "SELECT child_id FROM {child} WHERE school_id = ?"
            + (after.isPresent() ? " AND child_id > ?" : "")
            + " ORDER BY school_id, child_id LIMIT "
            + CHILDREN,
        params,
        row -> row.id("child_id", ChildId::of));
  }

  private void hand(ImmutableList<ChildId> children, Consumer<? super CareRecord> sink) {
    Which which = Which.between(children.get(0), children.get(children.size() - 1));
    ImmutableMap<ChildId, CareFacts> known = facts.read(school, which);
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
    Packing packing = new Packing(zone.getRules());
    if (session.dialect().packsContacts()) {
      session.stream(
          PACKED.formatted(which.on("child_id")),
          which.addTo(Params.of(school)),
          row -> packing.addAll(row.result()));
    } else {
      session.stream(
          "SELECT child_id, "
              + contact("")
              + " FROM {contact} WHERE school_id = ? AND "
              + which.on("child_id")
              + IN_ORDER,
          which.addTo(Params.of(school)),
          row -> packing.add(row.result()));
    }
    // The last column is in no index but the table: so PostgreSQL looks each contact up by its key,
    // not in all that the other index has of the child.
    session.stream(
        "SELECT v.child_id, "
            + contact("k.")
            + ", "
            + session.dialect().epochSecond("v.recorded_at")
            + ", k.recorded_by FROM {contact_voiding} v JOIN {contact} k ON k.school_id = v.school_id"
            + " AND k.child_id = v.child_id AND k.contact_id = v.contact_id"
            + " WHERE v.school_id = ? AND "
            + which.on("v.child_id"),
        which.addTo(Params.of(school)),
        row -> packing.markVoid(row.result()));
    return packing.finish();
  }

  /** What the evaluator needs of a contact, as numbers. */
  private String contact(String table) {
    Dialect dialect = session.dialect();
    return dialect.epochDay(table + "made_on")
        + ", "
        + table
        + "kind, "
        + dialect.epochSecond(table + "recorded_at");
  }

  /** Packs the contacts of children. */
  private static final class Packing {

    private final ZoneRules rules;
    private final Map<String, Pack> packs = new HashMap<>();

    Packing(ZoneRules rules) {
      this.rules = rules;
    }

    private Pack of(String child) {
      return packs.computeIfAbsent(child, unused -> new Pack());
    }

    /** Adds a contact. */
    void add(ResultSet row) throws SQLException {
      of(row.getString(1)).add(row.getInt(2), row.getInt(3), dayOf(row.getLong(4)));
    }

    /**
     * Adds the contacts of a child, as PostgreSQL sends numbers: days and instants from 2000 on.
     */
    void addAll(ResultSet row) throws SQLException {
      ByteBuffer days = ByteBuffer.wrap(row.getBytes(2));
      ByteBuffer kinds = ByteBuffer.wrap(row.getBytes(3));
      ByteBuffer micros = ByteBuffer.wrap(row.getBytes(4));
      Pack pack = of(row.getString(1));
      while (days.hasRemaining()) {
        long second = Math.floorDiv(micros.getLong(), MICROS_PER_SECOND) + YEAR_2000_SECOND;
        pack.add(days.getInt() + YEAR_2000_DAY, kinds.getInt(), dayOf(second));
      }
    }

    void markVoid(ResultSet row) throws SQLException {
      of(row.getString(1))
          .markVoid(row.getInt(2), row.getInt(3), dayOf(row.getLong(4)), dayOf(row.getLong(5)));
    }

    private int dayOf(long second) {
      int offset = rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
      return (int) Math.floorDiv(second + offset, SECONDS_PER_DAY);
    }

    Map<String, ContactSeries> finish() {
      ContactSeries.Builder builder = new ContactSeries.Builder();
      return Maps.transformValues(packs, pack -> pack.series(builder));
    }
  }

  /** The contacts of one child, four numbers each. */
  private static final class Pack {

    private static final int NUMBERS = 4;
    private static final int FIRST_CAPACITY = 64;

    private int[] numbers = new int[FIRST_CAPACITY * NUMBERS];
    private int length;

    void add(int day, int kind, int recordedDay) {
      if (length == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * length);
      }
      numbers[length++] = day;
      numbers[length++] = kind;
      numbers[length++] = recordedDay;
      numbers[length++] = ContactSeries.NEVER;
    }

    /** Marks a contact of these numbers; of several which are all alike, any will do. */
    void markVoid(int day, int kind, int recordedDay, int voidedDay) {
      for (int i = 0; i < length; i += NUMBERS) {
        if (numbers[i] == day
            && numbers[i + 1] == kind
            && numbers[i + 2] == recordedDay
            && numbers[i + 3] == ContactSeries.NEVER) {
          numbers[i + 3] = voidedDay;
          return;
        }
      }
      throw new IllegalStateException("a contact that was voided is missing");
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
