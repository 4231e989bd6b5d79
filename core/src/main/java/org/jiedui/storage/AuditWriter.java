package org.jiedui.storage;

import org.jiedui.access.AuditEntry;

/** Writes the audit: entries are added, never changed and never deleted. */
public interface AuditWriter extends AuditReader {

  /**
   * Adds an entry. Its school need not exist: a refused call may name any.
   *
   * @param entry the entry
   */
  void append(AuditEntry entry);
}
