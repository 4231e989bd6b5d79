package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jiedui.child.CareFacts;
import org.jiedui.id.ChildId;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.person.Sex;
import org.jiedui.school.ClassGroup;

/**
 * A child that is to have a mentor, and what matters for who that may be.
 *
 * <p>What is not known is left out; a preference that asks for it then gives no points.
 *
 * <pre>{@code
 * Mentee.of(ChildId.of("c-1"), ClassId.of("2025-5-1"), 5)
 *     .withKeySupport(true)
 *     .withSex(Sex.FEMALE)
 *     .withBonds(List.of(StaffId.of("T11")));
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param child the child
 * @param classId the class that it is in
 * @param grade its grade, 1 to 12
 * @param keySupport whether it is one of key support (重点帮扶对象)
 * @param sex its sex, if known
 * @param dialects what it speaks at home, in the host's words
 * @param bonds teachers with whom it has a bond from earlier, for instance a former mentor
 * @param metres how far teachers live from its home, in metres, 0 or more
 */
public record Mentee(
    ChildId child,
    ClassId classId,
    int grade,
    boolean keySupport,
    Optional<Sex> sex,
    ImmutableSet<String> dialects,
    ImmutableSet<StaffId> bonds,
    ImmutableMap<StaffId, Integer> metres) {

  /**
   * Creates a mentee.
   *
   * @param child the child
   * @param classId the class that it is in
   * @param grade its grade, 1 to 12
   * @param keySupport whether it is one of key support (重点帮扶对象)
   * @param sex its sex, if known
   * @param dialects what it speaks at home, in the host's words
   * @param bonds teachers with whom it has a bond from earlier, for instance a former mentor
   * @param metres how far teachers live from its home, in metres, 0 or more
   * @throws IllegalArgumentException if the grade is not 1 to 12 or a distance is negative
   */
  public Mentee {
    requireNonNull(child, "child");
    requireNonNull(classId, "classId");
    requireNonNull(sex, "sex");
    requireNonNull(dialects, "dialects");
    requireNonNull(bonds, "bonds");
    requireNonNull(metres, "metres");
    checkArgument(
        grade >= 1 && grade <= ClassGroup.MAX_GRADE,
        "grade (%s) of child %s must be 1 to 12",
        grade,
        child);
    for (Map.Entry<StaffId, Integer> entry : metres.entrySet()) {
      checkArgument(
          entry.getValue() >= 0,
          "the distance of child %s and teacher %s must not be negative",
          child,
          entry.getKey());
    }
  }

  /**
   * Returns a mentee of whom only the class is known.
   *
   * @param child the child
   * @param classId the class that it is in
   * @param grade its grade, 1 to 12
   * @return the mentee, not of key support
   * @throws IllegalArgumentException if the grade is not 1 to 12
   */
  public static Mentee of(ChildId child, ClassId classId, int grade) {
    return new Mentee(
        child,
        classId,
        grade,
        false,
        Optional.empty(),
        ImmutableSet.of(),
        ImmutableSet.of(),
        ImmutableMap.of());
  }

  /**
   * Finds a child's class, grade and key support on a day, with everything known.
   *
   * @param child the child
   * @param facts its facts
   * @param day the day
   * @return the mentee, or empty if the child is in no class on that day
   */
  public static Optional<Mentee> find(ChildId child, CareFacts facts, LocalDate day) {
    return facts
        .placement()
        .on(day)
        .map(
            in ->
                of(child, in.classId(), in.grade())
                    .withKeySupport(facts.keySupport().on(day).isPresent()));
  }

  /**
   * Returns the same child, of key support or not.
   *
   * @param support whether it is one of key support
   * @return the mentee
   */
  public Mentee withKeySupport(boolean support) {
    return new Mentee(child, classId, grade, support, sex, dialects, bonds, metres);
  }

  /**
   * Returns the same child with its sex.
   *
   * @param known the sex
   * @return the mentee
   */
  public Mentee withSex(Sex known) {
    return new Mentee(
        child, classId, grade, keySupport, Optional.of(known), dialects, bonds, metres);
  }

  /**
   * Returns the same child with what it speaks.
   *
   * @param spoken the dialects, in the host's words, the same for teachers
   * @return the mentee
   */
  public Mentee withDialects(Collection<String> spoken) {
    return new Mentee(
        child, classId, grade, keySupport, sex, ImmutableSet.copyOf(spoken), bonds, metres);
  }

  /**
   * Returns the same child with its earlier bonds.
   *
   * @param teachers the teachers with whom it has a bond
   * @return the mentee
   */
  public Mentee withBonds(Collection<StaffId> teachers) {
    return new Mentee(
        child, classId, grade, keySupport, sex, dialects, ImmutableSet.copyOf(teachers), metres);
  }

  /**
   * Returns the same child with how far teachers live from its home.
   *
   * @param distances metres, 0 or more, by teacher
   * @return the mentee
   * @throws IllegalArgumentException if a distance is negative
   */
  public Mentee withMetres(Map<StaffId, Integer> distances) {
    return new Mentee(
        child, classId, grade, keySupport, sex, dialects, bonds, ImmutableMap.copyOf(distances));
  }

  /**
   * Finds how far a teacher lives from the child's home.
   *
   * @param teacher the teacher
   * @return metres, or empty if not known
   */
  public OptionalInt findMetres(StaffId teacher) {
    Integer known = metres.get(teacher);
    return known == null ? OptionalInt.empty() : OptionalInt.of(known);
  }

  /** Returns the ids alone: the rest is personal. */
  @Override
  public String toString() {
    return "Mentee[" + child + " in " + classId + "]";
  }
}
