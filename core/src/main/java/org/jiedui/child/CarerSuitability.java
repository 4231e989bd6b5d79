package org.jiedui.child;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.Optional;

/**
 * What a school knows of a carer being able to care for a child.
 *
 * <p>Nothing in it is refused: a carer who may not be one by law is recorded, and shows as a {@link
 * Finding}.
 *
 * <p>Immutable.
 *
 * @param occupation the occupation as the school writes it, if known; not blank
 * @param health the health as the school writes it, if known; not blank
 * @param rating how well the carer can care for the child, if somebody rated it
 * @param fullCapacity whether the carer has full capacity for civil acts (完全民事行为能力), if known
 * @param bars which of the bars of the law were found; none: none was found
 */
public record CarerSuitability(
    Optional<String> occupation,
    Optional<String> health,
    Optional<CarerRating> rating,
    Optional<Boolean> fullCapacity,
    ImmutableSet<CarerBar> bars) {

  private static final CarerSuitability UNKNOWN =
      new CarerSuitability(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          ImmutableSet.of());

  /**
   * Creates what is known of a carer.
   *
   * @param occupation the occupation as the school writes it, if known; not blank
   * @param health the health as the school writes it, if known; not blank
   * @param rating how well the carer can care for the child, if somebody rated it
   * @param fullCapacity whether the carer has full capacity for civil acts (完全民事行为能力), if known
   * @param bars which of the bars of the law were found; kept in the order of {@link CarerBar}
   * @throws IllegalArgumentException if a text is blank
   */
  public CarerSuitability {
    requireNonNull(occupation, "occupation");
    requireNonNull(health, "health");
    requireNonNull(rating, "rating");
    requireNonNull(fullCapacity, "fullCapacity");
    requireNonNull(bars, "bars");
    checkArgument(occupation.filter(String::isBlank).isEmpty(), "occupation must not be blank");
    checkArgument(health.filter(String::isBlank).isEmpty(), "health must not be blank");
    bars = Sets.immutableEnumSet(bars);
  }

  /**
   * Returns that nothing is known.
   *
   * @return the empty value
   */
  public static CarerSuitability unknown() {
    return UNKNOWN;
  }

  /**
   * Returns the same with another occupation.
   *
   * @param changed the occupation, if known; not blank
   * @return the changed value
   * @throws IllegalArgumentException if it is blank
   */
  public CarerSuitability withOccupation(Optional<String> changed) {
    return new CarerSuitability(changed, health, rating, fullCapacity, bars);
  }

  /**
   * Returns the same with another health.
   *
   * @param changed the health, if known; not blank
   * @return the changed value
   * @throws IllegalArgumentException if it is blank
   */
  public CarerSuitability withHealth(Optional<String> changed) {
    return new CarerSuitability(occupation, changed, rating, fullCapacity, bars);
  }

  /**
   * Returns the same with another rating.
   *
   * @param changed the rating, if there is one
   * @return the changed value
   */
  public CarerSuitability withRating(Optional<CarerRating> changed) {
    return new CarerSuitability(occupation, health, changed, fullCapacity, bars);
  }

  /**
   * Returns the same with another capacity.
   *
   * @param changed whether the carer has full capacity for civil acts, if known
   * @return the changed value
   */
  public CarerSuitability withFullCapacity(Optional<Boolean> changed) {
    return new CarerSuitability(occupation, health, rating, changed, bars);
  }

  /**
   * Returns the same with other bars.
   *
   * @param found which were found
   * @return the changed value
   */
  public CarerSuitability withBars(Collection<CarerBar> found) {
    return new CarerSuitability(
        occupation, health, rating, fullCapacity, ImmutableSet.copyOf(found));
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "CarerSuitability[redacted]";
  }
}
