package org.jiedui.storage;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jiedui.access.AuditEntry;
import org.jiedui.access.Operation;
import org.jiedui.id.SchoolId;

/** Reads the audit. */
public interface AuditReader {

  /**
   * An entry and its place.
   *
   * @param sequence 1 for the first entry of a school, 2 for the next, without a gap
   * @param entry the entry
   */
  record Numbered(long sequence, AuditEntry entry) {

    /**
     * Creates a numbered entry.
     *
     * @param sequence 1 for the first entry of a school, 2 for the next, without a gap
     * @param entry the entry
     */
    public Numbered {
      requireNonNull(entry, "entry");
    }
  }

  /**
   * Returns a page of a school's audit in the order of writing.
   *
   * @param school the school
   * @param after the sequence of the last entry of the page before, or 0 for the first page; less
   *     than 0 is as 0
   * @param limit how many at most, 1 or more
   * @return the entries
   * @throws IllegalArgumentException if the limit is less than 1
   */
  ImmutableList<Numbered> page(SchoolId school, long after, int limit);

  /**
   * Finds the last time that an operation was done at a school. It may read the whole audit.
   *
   * @param school the school
   * @param operation the operation
   * @return the last entry of it that was permitted, or empty if there is none
   */
  Optional<Numbered> findLast(SchoolId school, Operation operation);
}
