package org.jiedui.ics;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jiedui.text.Wording;

/**
 * Something in a calendar that could not be read. What could be is read all the same.
 *
 * <p>Immutable.
 *
 * @param uid the event, if it has an identifier
 * @param wording what is wrong, for people
 */
public record IcsProblem(Optional<String> uid, Wording wording) {

  /**
   * Creates a problem.
   *
   * @param uid the event, if it has an identifier
   * @param wording what is wrong, for people
   */
  public IcsProblem {
    requireNonNull(uid, "uid");
    requireNonNull(wording, "wording");
  }
}
