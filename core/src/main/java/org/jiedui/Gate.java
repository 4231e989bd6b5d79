package org.jiedui;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jiedui.access.AccessDeniedException;
import org.jiedui.access.Actor;
import org.jiedui.access.AuditEntry;
import org.jiedui.access.AuditEntry.Outcome;
import org.jiedui.access.Operation;
import org.jiedui.id.ChildId;
import org.jiedui.id.SchoolId;
import org.jiedui.intake.Intake;
import org.jiedui.storage.CareReader;
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

  /** Returns an identifier that nothing has yet. */
  <K> K newId(Function<String, K> type) {
    return type.apply(office.settings().ids().get());
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
    check(operation, school, child);
    return office
        .store()
        .write(
            writer -> {
              Count count = new Count();
              R result = work.apply(writer, count);
              writer.audit().append(permitted(operation, school, child, count));
              return result;
            });
  }

  /** Runs a call about a school that only looks. */
  <R> R look(Operation operation, SchoolId school, BiFunction<? super CareReader, Count, R> work) {
    return look(operation, school, Optional.empty(), work);
  }

  /** Runs a call about one child that only looks. */
  <R> R look(
      Operation operation,
      SchoolId school,
      ChildId child,
      BiFunction<? super CareReader, Count, R> work) {
    return look(operation, school, Optional.of(child), work);
  }

  /**
   * Looks at a snapshot, so that nobody who writes has to wait; nothing of it is handed out before
   * its audit entry is stored.
   */
  private <R> R look(
      Operation operation,
      SchoolId school,
      Optional<ChildId> child,
      BiFunction<? super CareReader, Count, R> work) {
    check(operation, school, child);
    Count count = new Count();
    R result = office.store().read(reader -> work.apply(reader, count));
    office
        .store()
        .write(
            writer -> {
              writer.audit().append(permitted(operation, school, child, count));
              return count;
            });
    return result;
  }

  /**
   * Refuses what is not permitted, and leaves an audit entry of that.
   *
   * @throws AccessDeniedException if the actor may not do it
   */
  void check(Operation operation, SchoolId school) {
    check(operation, school, Optional.empty());
  }

  /**
   * Refuses what is not permitted at every one of the store's schools, and leaves an audit entry of
   * that at the first where it is not. The exception names no school: the actor did not either.
   *
   * @throws AccessDeniedException if the actor may not do it at one of them
   */
  void checkAll(Operation operation, List<SchoolId> schools) {
    for (SchoolId school : schools) {
      if (!isPermitted(operation, school)) {
        auditRefusal(operation, school, Optional.empty());
        throw new AccessDeniedException(actor.id(), operation);
      }
    }
  }

  private void check(Operation operation, SchoolId school, Optional<ChildId> child) {
    if (!isPermitted(operation, school)) {
      auditRefusal(operation, school, child);
      throw new AccessDeniedException(actor.id(), operation, school);
    }
  }

  private boolean isPermitted(Operation operation, SchoolId school) {
    return office.settings().policy().permits(actor, operation, school);
  }

  private void auditRefusal(Operation operation, SchoolId school, Optional<ChildId> child) {
    office
        .store()
        .write(
            writer -> {
              writer.audit().append(entry(operation, school, Outcome.REFUSED, child, 0));
              return child;
            });
  }

  private AuditEntry permitted(
      Operation operation, SchoolId school, Optional<ChildId> child, Count count) {
    return entry(operation, school, Outcome.PERMITTED, child.or(() -> count.child), count.records);
  }

  private AuditEntry entry(
      Operation operation, SchoolId school, Outcome outcome, Optional<ChildId> child, int records) {
    return new AuditEntry(school, now(), actor.id(), operation, outcome, child, records);
  }
}
