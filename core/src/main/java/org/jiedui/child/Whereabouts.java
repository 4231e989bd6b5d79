package org.jiedui.child;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jiedui.person.Address;

/**
 * Where a parent is.
 *
 * <p>Immutable.
 *
 * @param away whether the parent works away from home
 * @param workplace where, if known
 */
public record Whereabouts(boolean away, Optional<Address> workplace) {

  /**
   * Creates whereabouts.
   *
   * @param away whether the parent works away from home
   * @param workplace where, if known
   */
  public Whereabouts {
    requireNonNull(workplace, "workplace");
  }

  /**
   * Returns that a parent is away for work.
   *
   * @param workplace where, if known
   * @return the whereabouts
   */
  public static Whereabouts away(Optional<Address> workplace) {
    return new Whereabouts(true, workplace);
  }

  /**
   * Returns that a parent is at home.
   *
   * @return the whereabouts
   */
  public static Whereabouts atHome() {
    return new Whereabouts(false, Optional.empty());
  }

  /** Returns whether the parent is away; the place is personal. */
  @Override
  public String toString() {
    return away ? "away" : "at home";
  }
}
