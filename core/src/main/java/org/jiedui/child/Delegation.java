package org.jiedui.child;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What was done when parents asked somebody to care for their child (委托照护), as far as the school
 * knows.
 *
 * <p>The Law on the Protection of Minors asks the parents to hear the child (art. 22) and to tell
 * the school and the village committee in writing (art. 23). What was not done is not refused: it
 * is a {@link Finding}.
 *
 * <p>Immutable.
 *
 * @param schoolNotifiedOn the day on which the school was told in writing, if it was
 * @param villageNotifiedOn the day on which the village or residents' committee was told, if it was
 * @param childHeardOn the day on which the child's own view was heard, if it was
 */
public record Delegation(
    Optional<LocalDate> schoolNotifiedOn,
    Optional<LocalDate> villageNotifiedOn,
    Optional<LocalDate> childHeardOn) {

  private static final Delegation NONE =
      new Delegation(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Creates a delegation.
   *
   * @param schoolNotifiedOn the day on which the school was told in writing, if it was
   * @param villageNotifiedOn the day on which the village or residents' committee was told, if it
   *     was
   * @param childHeardOn the day on which the child's own view was heard, if it was
   */
  public Delegation {
    requireNonNull(schoolNotifiedOn, "schoolNotifiedOn");
    requireNonNull(villageNotifiedOn, "villageNotifiedOn");
    requireNonNull(childHeardOn, "childHeardOn");
  }

  /**
   * Returns a delegation of which nobody was told.
   *
   * @return the delegation without any day
   */
  public static Delegation none() {
    return NONE;
  }

  /**
   * Returns a delegation with another notice to the school.
   *
   * @param day the day on which the school was told in writing, if it was
   * @return the delegation
   */
  public Delegation withSchoolNotifiedOn(Optional<LocalDate> day) {
    return new Delegation(day, villageNotifiedOn, childHeardOn);
  }

  /**
   * Returns a delegation with another notice to the village committee.
   *
   * @param day the day on which the committee was told, if it was
   * @return the delegation
   */
  public Delegation withVillageNotifiedOn(Optional<LocalDate> day) {
    return new Delegation(schoolNotifiedOn, day, childHeardOn);
  }

  /**
   * Returns a delegation with another hearing of the child.
   *
   * @param day the day on which the child's own view was heard, if it was
   * @return the delegation
   */
  public Delegation withChildHeardOn(Optional<LocalDate> day) {
    return new Delegation(schoolNotifiedOn, villageNotifiedOn, day);
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "Delegation[redacted]";
  }
}
