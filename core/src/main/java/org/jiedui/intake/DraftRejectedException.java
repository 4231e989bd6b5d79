package org.jiedui.intake;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import org.jiedui.error.JieduiException;

/** Says that drafts broke rules, all of them at once. Nothing was stored. */
public final class DraftRejectedException extends JieduiException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  private final transient ImmutableList<Violation> violations;

  /**
   * Creates an exception.
   *
   * @param violations the faults
   */
  public DraftRejectedException(Collection<Violation> violations) {
    super(
        violations.size()
            + " faults: "
            + violations.stream().limit(SHOWN).map(Violation::toString).collect(joining("; "))
            + (violations.size() > SHOWN ? "; …" : ""),
        null);
    this.violations = ImmutableList.copyOf(violations);
  }

  /**
   * Returns the faults.
   *
   * @return the faults by row
   */
  public ImmutableList<Violation> violations() {
    return violations;
  }
}
