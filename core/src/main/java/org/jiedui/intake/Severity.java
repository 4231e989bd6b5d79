package org.jiedui.intake;

/** How serious it is to break a rule. */
public enum Severity {
  /** The row cannot be taken as it is. */
  FAULT,
  /** The row can be taken; somebody should look at it. */
  WARNING
}
