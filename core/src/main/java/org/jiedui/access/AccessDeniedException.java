package org.jiedui.access;

import org.jiedui.error.JieduiException;
import org.jiedui.id.ActorId;
import org.jiedui.id.SchoolId;

/** Says that an actor may not do what it asked for. The refusal is in the audit. */
public final class AccessDeniedException extends JieduiException {

  private static final long serialVersionUID = 1L;

  /** What was refused. */
  private final Operation operation;

  /**
   * Creates an exception.
   *
   * @param actor who asked
   * @param operation what was refused
   * @param school at which school
   */
  public AccessDeniedException(ActorId actor, Operation operation, SchoolId school) {
    super("actor " + actor + " may not " + operation.code() + " at school " + school, null);
    this.operation = operation;
  }

  /**
   * Creates an exception for what was asked of all schools, whichever they are.
   *
   * @param actor who asked
   * @param operation what was refused
   */
  public AccessDeniedException(ActorId actor, Operation operation) {
    super("actor " + actor + " may not " + operation.code() + " at all schools", null);
    this.operation = operation;
  }

  /**
   * Returns what was refused.
   *
   * @return the operation
   */
  public Operation operation() {
    return operation;
  }
}
