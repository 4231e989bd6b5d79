package org.jiedui.mentor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.SetMultimap;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import org.jiedui.id.ClassId;
import org.jiedui.id.StaffId;
import org.jiedui.person.Sex;
import org.jiedui.school.ClassGroup;

/**
 * A teacher who may be asked to mentor, and what matters for whom.
 *
 * <p>Immutable.
 *
 * @param teacher the teacher
 * @param teaches the classes of which it is the homeroom teacher or a subject teacher
 * @param sex its sex, if known
 * @param dialects what it speaks, in the host's words
 * @param limit how many children it can take at most, of its own; 0 or more; empty if only the
 *     policy's limit holds
 */
public record Candidate(
    StaffId teacher,
    ImmutableSet<ClassId> teaches,
    Optional<Sex> sex,
    ImmutableSet<String> dialects,
    OptionalInt limit) {

  /**
   * Creates a candidate.
   *
   * @param teacher the teacher
   * @param teaches the classes of which it is the homeroom teacher or a subject teacher
   * @param sex its sex, if known
   * @param dialects what it speaks, in the host's words
   * @param limit how many children it can take at most, of its own; 0 or more; empty if only the
   *     policy's limit holds
   * @throws IllegalArgumentException if the limit is negative
   */
  public Candidate {
    requireNonNull(teacher, "teacher");
    requireNonNull(teaches, "teaches");
    requireNonNull(sex, "sex");
    requireNonNull(dialects, "dialects");
    requireNonNull(limit, "limit");
    checkArgument(
        limit.isEmpty() || limit.getAsInt() >= 0,
        "the limit of teacher %s must not be negative",
        teacher);
  }

  /**
   * Returns a teacher of whom only the classes are known.
   *
   * @param teacher the teacher
   * @param teaches the classes of which it is the homeroom teacher or a subject teacher
   * @return the candidate, without a limit of its own
   */
  public static Candidate of(StaffId teacher, Collection<ClassId> teaches) {
    return new Candidate(
        teacher,
        ImmutableSet.copyOf(teaches),
        Optional.empty(),
        ImmutableSet.of(),
        OptionalInt.empty());
  }

  /**
   * Returns everybody who teaches one of a school's classes on a day, with everything known.
   *
   * @param classes the classes, of one school
   * @param day the day
   * @return the candidates by id, each once, with the classes that it teaches on that day
   */
  public static ImmutableList<Candidate> allOf(Collection<ClassGroup> classes, LocalDate day) {
    SetMultimap<StaffId, ClassId> teaches =
        MultimapBuilder.treeKeys().linkedHashSetValues().build();
    for (ClassGroup group : classes) {
      group.homeroomTeacher().on(day).ifPresent(teacher -> teaches.put(teacher, group.id()));
      group
          .subjectTeachers()
          .on(day)
          .ifPresent(teachers -> teachers.forEach(teacher -> teaches.put(teacher, group.id())));
    }
    return teaches.asMap().entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue()))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the same teacher with its sex.
   *
   * @param known the sex
   * @return the candidate
   */
  public Candidate withSex(Sex known) {
    return new Candidate(teacher, teaches, Optional.of(known), dialects, limit);
  }

  /**
   * Returns the same teacher with what it speaks.
   *
   * @param spoken the dialects, in the host's words, the same for children
   * @return the candidate
   */
  public Candidate withDialects(Collection<String> spoken) {
    return new Candidate(teacher, teaches, sex, ImmutableSet.copyOf(spoken), limit);
  }

  /**
   * Returns the same teacher with a limit of its own; where the policy has one too, the lower
   * holds.
   *
   * @param children how many children at most, 0 or more
   * @return the candidate
   * @throws IllegalArgumentException if it is negative
   */
  public Candidate withLimit(int children) {
    return new Candidate(teacher, teaches, sex, dialects, OptionalInt.of(children));
  }

  /** Returns the id alone: the rest is personal. */
  @Override
  public String toString() {
    return "Candidate[" + teacher + "]";
  }
}
