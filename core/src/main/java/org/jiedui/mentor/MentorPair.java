package org.jiedui.mentor;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import org.jiedui.id.ChildId;
import org.jiedui.id.StaffId;

/**
 * A child and a teacher who are paired, or who might be: an assignment without its days.
 *
 * <p>Ordered by child, then by mentor. Immutable.
 *
 * @param child the child
 * @param mentor the teacher
 * @param role what the teacher is to the child
 */
public record MentorPair(ChildId child, StaffId mentor, MentorRole role)
    implements Comparable<MentorPair> {

  private static final Comparator<MentorPair> ORDER =
      Comparator.comparing(MentorPair::child)
          .thenComparing(MentorPair::mentor)
          .thenComparing(MentorPair::role);

  /**
   * Creates a pair.
   *
   * @param child the child
   * @param mentor the teacher
   * @param role what the teacher is to the child
   */
  public MentorPair {
    requireNonNull(child, "child");
    requireNonNull(mentor, "mentor");
    requireNonNull(role, "role");
  }

  /**
   * Returns a pair.
   *
   * @param child the child
   * @param mentor the teacher
   * @param role what the teacher is to the child
   * @return the pair
   */
  public static MentorPair of(ChildId child, StaffId mentor, MentorRole role) {
    return new MentorPair(child, mentor, role);
  }

  /**
   * Returns who is paired with whom on a day, with everything known.
   *
   * <p>A child has one primary mentor. Where records say more, as those of schools that did not
   * tell roles apart may, the one who began first is it, as {@link Duties} holds that one
   * responsible, and the others support; of assignments that began on the same day, the one with
   * the lower id is first. A teacher who stands there twice for a child counts once, but may be an
   * acting parent besides.
   *
   * @param day the day
   * @param assignments the assignments, of one school
   * @return the pairs in their order, none twice
   */
  public static ImmutableList<MentorPair> on(
      LocalDate day, Collection<MentorAssignment> assignments) {
    SetMultimap<ChildId, MentorPair> pairs = LinkedHashMultimap.create();
    assignments.stream()
        .filter(assignment -> assignment.isOn(day))
        .sorted(MentorAssignment.WHO_ANSWERS_FIRST)
        .forEach(assignment -> addTo(pairs.get(assignment.childId()), assignment.pair()));
    return ImmutableList.sortedCopyOf(pairs.values());
  }

  private static void addTo(Set<MentorPair> ofChild, MentorPair pair) {
    boolean second =
        pair.role() == MentorRole.PRIMARY
            && ofChild.stream().anyMatch(other -> other.role() == MentorRole.PRIMARY);
    MentorPair counted = second ? of(pair.child(), pair.mentor(), MentorRole.SUPPORTING) : pair;
    if (ofChild.stream().noneMatch(counted::excludes)) {
      ofChild.add(counted);
    }
  }

  /** Whether this pair cannot stand beside another, because the two are the same people. */
  boolean excludes(MentorPair other) {
    return child.equals(other.child) && mentor.equals(other.mentor) && !role.goesWith(other.role);
  }

  @Override
  public int compareTo(MentorPair other) {
    return ORDER.compare(this, other);
  }

  /** Returns the ids and the role. */
  @Override
  public String toString() {
    return child + "-" + mentor + " (" + role.code() + ")";
  }
}
