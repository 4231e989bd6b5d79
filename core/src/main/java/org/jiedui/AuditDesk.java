package org.jiedui;

import com.google.common.collect.ImmutableList;
import org.jiedui.access.Operation;
import org.jiedui.id.SchoolId;
import org.jiedui.storage.AuditReader.Numbered;

/** The desk for who did what. Looking is audited like everything else. Thread-safe. */
public final class AuditDesk {

  private final Gate gate;

  AuditDesk(Gate gate) {
    this.gate = gate;
  }

  /**
   * Returns a page of a school's audit in the order of writing.
   *
   * @param school the school
   * @param after the sequence of the last entry of the page before, or 0 for the first page
   * @param limit how many at most, 1 or more
   * @return the entries
   * @throws IllegalArgumentException if the limit is less than 1
   */
  @Performs(Operation.SEE_AUDIT)
  public ImmutableList<Numbered> page(SchoolId school, long after, int limit) {
    return gate.look(
        Operation.SEE_AUDIT,
        school,
        (reader, count) -> {
          ImmutableList<Numbered> page = reader.audit().page(school, after, limit);
          count.add(page.size());
          return page;
        });
  }
}
