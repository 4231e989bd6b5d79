package org.jiedui.census;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.person.Address;

/**
 * Where a survey found a parent to be: away since a day, back since a day, or at home.
 *
 * <p>If both days are given, the later one says where the parent is now: away since 2025-02-10 and
 * returned on 2025-08-20 is a parent who is at home.
 *
 * <p>Immutable.
 *
 * @param awaySince the first day away, if the parent is or was away
 * @param returnedOn the first day at home again, if the parent returned; another day than {@code
 *     awaySince}
 * @param workplace where the parent works, if away and known
 * @param ableToCare whether the parent is able to care for the child when at home; empty if that
 *     was not asked
 */
public record ParentAnswer(
    Optional<LocalDate> awaySince,
    Optional<LocalDate> returnedOn,
    Optional<Address> workplace,
    Optional<Boolean> ableToCare) {

  /**
   * Creates an answer.
   *
   * @param awaySince the first day away, if the parent is or was away
   * @param returnedOn the first day at home again, if the parent returned; another day than {@code
   *     awaySince}
   * @param workplace where the parent works, if away and known
   * @param ableToCare whether the parent is able to care for the child when at home; empty if that
   *     was not asked
   * @throws IllegalArgumentException if both days are the same, or a workplace is given of a parent
   *     who was not away
   */
  public ParentAnswer {
    requireNonNull(awaySince, "awaySince");
    requireNonNull(returnedOn, "returnedOn");
    requireNonNull(workplace, "workplace");
    requireNonNull(ableToCare, "ableToCare");
    checkArgument(
        awaySince.isEmpty() || !awaySince.equals(returnedOn),
        "awaySince and returnedOn must be different days");
    checkArgument(
        workplace.isEmpty() || awaySince.isPresent(),
        "a workplace needs the day since which the parent is away");
  }

  /**
   * Returns that a parent is away.
   *
   * @param since the first day away
   * @return the answer
   */
  public static ParentAnswer awaySince(LocalDate since) {
    return new ParentAnswer(
        Optional.of(since), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Returns that a parent was away and is back.
   *
   * @param day the first day at home again
   * @return the answer
   */
  public static ParentAnswer returnedOn(LocalDate day) {
    return new ParentAnswer(Optional.empty(), Optional.of(day), Optional.empty(), Optional.empty());
  }

  /**
   * Returns that a parent is at home on the day of the survey.
   *
   * @return the answer
   */
  public static ParentAnswer atHome() {
    return new ParentAnswer(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Returns the same answer with whether the parent is able to care.
   *
   * @param able whether the parent is able to care for the child when at home
   * @return the answer
   */
  public ParentAnswer withAbleToCare(boolean able) {
    return new ParentAnswer(awaySince, returnedOn, workplace, Optional.of(able));
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "ParentAnswer[redacted]";
  }
}
