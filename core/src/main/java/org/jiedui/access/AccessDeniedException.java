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
   * Returns what was refused.
   *
   * @return the operation
   */
  public Operation operation() {
    return operation;
  }
}
