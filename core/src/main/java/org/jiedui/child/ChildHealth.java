package org.jiedui.child;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The health of a child.
 *
 * <p>Immutable.
 *
 * @param kind healthy, with a disability, or ill
 * @param disability the kind of disability, if it has one and the kind is known
 * @param grade the grade of the disability, 1 (the most severe) to 4, if known
 * @param note what the school noted, for instance which illness; not blank
 * @param needsSpecialCare whether the child needs special care for reasons of body or mind
 *     (由于身体、心理原因需要特别照顾), whatever the kind
 */
public record ChildHealth(
    HealthKind kind,
    Optional<DisabilityKind> disability,
    Optional<Integer> grade,
    Optional<String> note,
    boolean needsSpecialCare) {

  private static final int MAX_GRADE = 4;

  /**
   * Creates a health.
   *
   * @param kind healthy, with a disability, or ill
   * @param disability the kind of disability, if it has one and the kind is known
   * @param grade the grade of the disability, 1 (the most severe) to 4, if known
   * @param note what the school noted, for instance which illness; not blank
   * @param needsSpecialCare whether the child needs special care for reasons of body or mind
   *     (由于身体、心理原因需要特别照顾), whatever the kind
   * @throws IllegalArgumentException if a kind or grade of disability stands with another kind of
   *     health, the grade is not 1 to 4, or the note is blank
   */
  public ChildHealth {
    requireNonNull(kind, "kind");
    requireNonNull(disability, "disability");
    requireNonNull(grade, "grade");
    requireNonNull(note, "note");
    checkArgument(
        kind == HealthKind.DISABILITY || (disability.isEmpty() && grade.isEmpty()),
        "health of kind %s must have neither kind nor grade of disability",
        kind);
    checkArgument(
        grade.filter(g -> g < 1 || g > MAX_GRADE).isEmpty(), "grade must be 1 to %s", MAX_GRADE);
    checkArgument(note.filter(String::isBlank).isEmpty(), "note must not be blank");
  }

  /**
   * Returns the health of a healthy child.
   *
   * @return the health
   */
  public static ChildHealth healthy() {
    return of(HealthKind.HEALTHY);
  }

  /**
   * Returns a health of which only the kind is known.
   *
   * @param kind healthy, with a disability, or ill
   * @return the health
   */
  public static ChildHealth of(HealthKind kind) {
    return new ChildHealth(kind, Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /**
   * Returns the health of a child with a disability.
   *
   * @param kind the kind of disability
   * @param grade its grade, 1 (the most severe) to 4
   * @return the health
   * @throws IllegalArgumentException if the grade is not 1 to 4
   */
  public static ChildHealth disability(DisabilityKind kind, int grade) {
    return new ChildHealth(
        HealthKind.DISABILITY, Optional.of(kind), Optional.of(grade), Optional.empty(), false);
  }

  /**
   * Returns the health of a child with an illness.
   *
   * @param illness which illness; not blank
   * @return the health
   * @throws IllegalArgumentException if the illness is blank
   */
  public static ChildHealth illness(String illness) {
    return new ChildHealth(
        HealthKind.ILLNESS, Optional.empty(), Optional.empty(), Optional.of(illness), false);
  }

  /**
   * Returns the same health of a child who needs special care.
   *
   * @return the health
   */
  public ChildHealth withSpecialCare() {
    return new ChildHealth(kind, disability, grade, note, true);
  }

  /** Returns no content: it is personal. */
  @Override
  public String toString() {
    return "ChildHealth[redacted]";
  }
}
