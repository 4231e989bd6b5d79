package org.jiedui;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jiedui.access.AccessDeniedException;
import org.jiedui.access.Actor;
import org.jiedui.access.AuditEntry;
import org.jiedui.access.AuditEntry.Outcome;
import org.jiedui.access.Operation;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.intake.Intake;
import org.jiedui.storage.CareWriter;

/** What every call at a desk passes: it is permitted or refused, and audited with what it did. */
final class Gate {

  private final CareOffice office;
  private final Actor actor;

  Gate(CareOffice office, Actor actor) {
    this.office = office;
    this.actor = actor;
  }

  CareOffice office() {
    return office;
  }

  Actor actor() {
    return actor;
  }

  Intake intake() {
    return office.intake();
  }

  Instant now() {
    return office.settings().clock().instant();
  }

  /** Counts the records that a call saw or wrote, for its audit entry. */
  static final class Count {

    private int records;
    private Optional<ChildId> child = Optional.empty();

    void add(int more) {
      records += more;
    }

    /** Says which child a call turned out to be about. */
    void about(ChildId found) {
      child = Optional.of(found);
    }
  }

  /** Runs a call about a school. */
  <R> R run(Operation operation, SchoolId school, BiFunction<? super CareWriter, Count, R> work) {
    return run(operation, school, Optional.empty(), work);
  }

  /** Runs a call about one child. */
  <R> R run(
      Operation operation,
      SchoolId school,
      ChildId child,
      BiFunction<? super CareWriter, Count, R> work) {
    return run(operation, school, Optional.of(child), work);
  }

  private <R> R run(
      Operation operation,
      SchoolId school,
      Optional<ChildId> child,
      BiFunction<? super CareWriter, Count, R> work) {
    if (!office.settings().policy().permits(actor, operation, school)) {
      office
          .store()
          .write(
              writer -> {
                writer.audit().append(entry(operation, school, Outcome.REFUSED, child, 0));
                return child;
              });
      throw new AccessDeniedException(actor.id(), operation, school);
    }
    return office
        .store()
        .write(
            writer -> {
              Count count = new Count();
              R result = work.apply(writer, count);
              writer
                  .audit()
                  .append(
                      entry(
                          operation,
                          school,
                          Outcome.PERMITTED,
                          child.or(() -> count.child),
                          count.records));
              return result;
            });
  }

  private AuditEntry entry(
      Operation operation, SchoolId school, Outcome outcome, Optional<ChildId> child, int records) {
    return new AuditEntry(school, now(), actor.id(), operation, outcome, child, records);
  }
}
