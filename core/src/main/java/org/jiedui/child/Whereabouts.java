package org.jiedui.child;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jiedui.person.Address;

/**
 * Where a parent is, and whether the parent is able to care for the child.
 *
 * <p>Immutable.
 *
 * @param away whether the parent works away from home
 * @param workplace where, if known
 * @param ableToCare whether the parent is able to care for the child when at home (有监护能力); empty if
 *     that is not known
 */
public record Whereabouts(boolean away, Optional<Address> workplace, Optional<Boolean> ableToCare) {

  /**
   * Creates whereabouts.
   *
   * @param away whether the parent works away from home
   * @param workplace where, if known
   * @param ableToCare whether the parent is able to care for the child when at home (有监护能力); empty
   *     if that is not known
   */
  public Whereabouts {
    requireNonNull(workplace, "workplace");
    requireNonNull(ableToCare, "ableToCare");
  }

  /**
   * Returns that a parent is away for work.
   *
   * @param workplace where, if known
   * @return the whereabouts; whether the parent is able to care is not known
   */
  public static Whereabouts away(Optional<Address> workplace) {
    return new Whereabouts(true, workplace, Optional.empty());
  }

  /**
   * Returns that a parent is at home.
   *
   * @return the whereabouts; whether the parent is able to care is not known
   */
  public static Whereabouts atHome() {
    return new Whereabouts(false, Optional.empty(), Optional.empty());
  }

  /**
   * Returns the same whereabouts of a parent of whom more is known.
   *
   * @param able whether the parent is able to care for the child; empty if that is not known
   * @return the whereabouts
   */
  public Whereabouts withAbleToCare(Optional<Boolean> able) {
    return new Whereabouts(away, workplace, able);
  }

  /** Returns whether the parent is away; the rest is personal. */
  @Override
  public String toString() {
    return away ? "away" : "at home";
  }
}
