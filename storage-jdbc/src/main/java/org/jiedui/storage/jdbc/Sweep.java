package org.jiedui.storage.jdbc;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
 * are packed as they come, 16 bytes each: only the numbers that the evaluator needs leave the
 * database. Nothing is open while a record is handed over, so its taker may read meanwhile, which
 * MariaDB would not allow on the connection of an open cursor.
 */
final class Sweep {

  /** How many children are in memory at once. */
  static final int CHILDREN = 500;

  private static final long SECONDS_PER_DAY = 86_400;

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
    Packing packing = new Packing(zone.getRules(), voidings(which));
    Dialect dialect = session.dialect();
    session.stream(
        "SELECT child_id, "
            + dialect.epochDay("made_on")
            + ", kind, "
            + dialect.epochSecond("recorded_at")
            + ", contact_id FROM {contact} WHERE school_id = ? AND "
            + which.on("child_id")
            + " ORDER BY school_id, child_id, made_on, recorded_at, recorded_nanos, contact_id",
        which.addTo(Params.of(school)),
        row -> packing.add(row.result()));
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

  /** Packs the contacts of children, which come one child after the other. */
  private static final class Packing {

    private final ZoneRules rules;
    private final Table<String, String, Long> voidings;
    private final Map<String, ContactSeries> packed = new HashMap<>();
    private final ContactSeries.Builder builder = new ContactSeries.Builder();
    private String child = "";
    private Map<String, Long> voidingsOfChild = ImmutableMap.of();

    Packing(ZoneRules rules, Table<String, String, Long> voidings) {
      this.rules = rules;
      this.voidings = voidings;
    }

    void add(ResultSet row) throws SQLException {
      String ofChild = row.getString(1);
      if (!ofChild.equals(child)) {
        finishChild();
        child = ofChild;
        voidingsOfChild = voidings.row(ofChild);
      }
      Long voided = voidingsOfChild.isEmpty() ? null : voidingsOfChild.get(row.getString(5));
      builder.add(
          row.getInt(2),
          row.getInt(3),
          dayOf(row.getLong(4)),
          voided == null ? ContactSeries.NEVER : dayOf(voided));
    }

    private int dayOf(long second) {
      int offset = rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
      return (int) Math.floorDiv(second + offset, SECONDS_PER_DAY);
    }

    private void finishChild() {
      if (!child.isEmpty()) {
        packed.put(child, builder.build());
      }
    }

    Map<String, ContactSeries> finish() {
      finishChild();
      return packed;
    }
  }
}
