package org.jiedui.storage.jdbc;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.sql.SQLException;
import java.util.Optional;
import org.jiedui.access.AuditEntry;
import org.jiedui.access.AuditEntry.Outcome;
import org.jiedui.access.Operation;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.AuditWriter;

/** The audit of each school. */
final class Audit implements AuditWriter {

  private static final String INSERT =
      Columns.of(
              "school_id",
              "sequence_number",
              "happened@",
              "actor",
              "operation",
              "outcome",
              "child_id",
              "record_count")
          .insertInto("{audit}");

  private final Session session;

  Audit(Session session) {
    this.session = session;
  }

  @Override
  public ImmutableList<Numbered> page(SchoolId school, long after, int limit) {
    session.checkUse();
    checkArgument(limit >= 1, "limit (%s) must be 1 or more", limit);
    return session.list(
        "SELECT * FROM {audit} WHERE school_id = ? AND sequence_number > ?"
            + " ORDER BY school_id, sequence_number LIMIT ?",
        Params.of(school).number(after).number(limit),
        row -> numbered(school, row));
  }

  @Override
  public Optional<Numbered> findLast(SchoolId school, Operation operation) {
    return session.first(
        "SELECT * FROM {audit} WHERE school_id = ? AND operation = ? AND outcome = 'permitted'"
            + " ORDER BY sequence_number DESC LIMIT 1",
        Params.of(school).code(operation),
        row -> numbered(school, row));
  }

  private static Numbered numbered(SchoolId school, Row row) throws SQLException {
    return new Numbered(
        row.bigNumber("sequence_number"),
        new AuditEntry(
            school,
            row.instant("happened"),
            row.id("actor", ActorId::of),
            row.code("operation", Operation.class),
            Outcome.valueOf(Ascii.toUpperCase(row.text("outcome"))),
            row.findId("child_id", ChildId::of),
            row.number("record_count")));
  }

  @Override
  public void append(AuditEntry entry) {
    session.checkWrite();
    SchoolId school = entry.schoolId();
    session.update(
        INSERT,
        Params.of(school)
            .number(session.nextSequence(school))
            .instant(entry.at())
            .value(entry.actor())
            .code(entry.operation())
            .value(Ascii.toLowerCase(entry.outcome().name()))
            .value(entry.child())
            .number(entry.records()));
  }
}
