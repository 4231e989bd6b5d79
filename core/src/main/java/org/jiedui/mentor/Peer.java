package org.jiedui.mentor;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.child.Child;
import org.jiedui.child.Placement;
import org.jiedui.id.ChildId;
import org.jiedui.person.Sex;

/**
 * A child who may help another or be helped, as known to a rule.
 *
 * <p>Immutable.
 *
 * @param child the child
 * @param placement its class and grade on the day, or empty if it is not enrolled then
 * @param sex its sex, if known
 */
public record Peer(ChildId child, Optional<Placement> placement, Optional<Sex> sex) {

  /**
   * Creates a peer.
   *
   * @param child the child
   * @param placement its class and grade on the day, or empty if it is not enrolled then
   * @param sex its sex, if known
   */
  public Peer {
    requireNonNull(child, "child");
    requireNonNull(placement, "placement");
    requireNonNull(sex, "sex");
  }

  /**
   * Returns a child as it is on a day, with everything known.
   *
   * @param child the child
   * @param day the day
   * @return the peer
   */
  public static Peer of(Child child, LocalDate day) {
    return new Peer(child.id(), child.facts().placement().on(day), Optional.of(child.sex()));
  }

  /**
   * Whether the child is at the school.
   *
   * @return true if it is in a class on the day
   */
  public boolean isEnrolled() {
    return placement.isPresent();
  }

  /** Returns the id. */
  @Override
  public String toString() {
    return "Peer[" + child + "]";
  }
}
