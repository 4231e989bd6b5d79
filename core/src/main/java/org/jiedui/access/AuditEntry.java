package org.jiedui.access;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jiedui.id.ActorId;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;

/**
 * That somebody did something, or was refused it.
 *
 * <p>It holds ids alone. It is written in the same transaction as what was done.
 *
 * <p>Immutable.
 *
 * @param schoolId at which school
 * @param at when
 * @param actor who
 * @param operation what
 * @param outcome whether it was permitted
 * @param child which child it was about, if one
 * @param records how many records were seen or written, 0 or more
 */
public record AuditEntry(
    SchoolId schoolId,
    Instant at,
    ActorId actor,
    Operation operation,
    Outcome outcome,
    Optional<ChildId> child,
    int records) {

  /** Whether an operation was permitted. */
  public enum Outcome {
    /** It was done. */
    PERMITTED,
    /** It was refused. */
    REFUSED
  }

  /**
   * Creates an entry.
   *
   * @param schoolId at which school
   * @param at when
   * @param actor who
   * @param operation what
   * @param outcome whether it was permitted
   * @param child which child it was about, if one
   * @param records how many records were seen or written, 0 or more
   * @throws IllegalArgumentException if the number of records is negative
   */
  public AuditEntry {
    requireNonNull(schoolId, "schoolId");
    requireNonNull(at, "at");
    requireNonNull(actor, "actor");
    requireNonNull(operation, "operation");
    requireNonNull(outcome, "outcome");
    requireNonNull(child, "child");
    checkArgument(records >= 0, "records (%s) must not be negative", records);
  }
}
