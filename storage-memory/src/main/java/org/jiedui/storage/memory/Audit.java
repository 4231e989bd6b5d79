package org.jiedui.storage.memory;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jiedui.access.AuditEntry;
import org.jiedui.access.AuditEntry.Outcome;
import org.jiedui.access.Operation;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.AuditWriter;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/** The audit of each school: the entry at index i has the sequence i + 1. */
final class Audit implements AuditWriter {

  private final Session session;
  private TreePMap<SchoolId, TreePVector<AuditEntry>> rows;

  Audit(Session session, TreePMap<SchoolId, TreePVector<AuditEntry>> rows) {
    this.session = session;
    this.rows = rows;
  }

  TreePMap<SchoolId, TreePVector<AuditEntry>> rows() {
    return rows;
  }

  private TreePVector<AuditEntry> of(SchoolId school) {
    return Optional.ofNullable(rows.get(school)).orElseGet(TreePVector::empty);
  }

  @Override
  public ImmutableList<Numbered> page(SchoolId school, long after, int limit) {
    session.checkUse();
    checkArgument(limit >= 1, "limit (%s) must be 1 or more", limit);
    TreePVector<AuditEntry> entries = of(school);
    ImmutableList.Builder<Numbered> page = ImmutableList.builder();
    long end = Math.min(entries.size(), Math.max(0, after) + limit);
    for (int i = (int) Math.min(entries.size(), Math.max(0, after)); i < end; i++) {
      page.add(new Numbered(i + 1L, entries.get(i)));
    }
    return page.build();
  }

  @Override
  public Optional<Numbered> findLast(SchoolId school, Operation operation) {
    session.checkUse();
    TreePVector<AuditEntry> entries = of(school);
    for (int i = entries.size() - 1; i >= 0; i--) {
      AuditEntry entry = entries.get(i);
      if (entry.operation() == operation && entry.outcome() == Outcome.PERMITTED) {
        return Optional.of(new Numbered(i + 1L, entry));
      }
    }
    return Optional.empty();
  }

  @Override
  public void append(AuditEntry entry) {
    session.checkWrite();
    rows = rows.plus(entry.schoolId(), of(entry.schoolId()).plus(entry));
  }
}
