package org.jiedui.mentor;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
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
   * <p>Of several mentors of a child, the one who began first is its primary mentor, as {@link
   * Duties} holds that one responsible; the others support. Of assignments that began on the same
   * day, the one with the lower id is first.
   *
   * @param day the day
   * @param assignments the assignments, of one school
   * @return the pairs in their order, none twice
   */
  public static ImmutableList<MentorPair> on(
      LocalDate day, Collection<MentorAssignment> assignments) {
    Map<ChildId, Set<StaffId>> mentors = new LinkedHashMap<>();
    ImmutableList.Builder<MentorPair> pairs = ImmutableList.builder();
    assignments.stream()
        .filter(assignment -> assignment.isOn(day))
        .sorted(MentorAssignment.WHO_BEGAN_FIRST)
        .forEach(
            assignment -> {
              Set<StaffId> ofChild =
                  mentors.computeIfAbsent(assignment.childId(), any -> new HashSet<>());
              MentorRole role = ofChild.isEmpty() ? MentorRole.PRIMARY : MentorRole.SUPPORTING;
              if (ofChild.add(assignment.mentor())) {
                pairs.add(of(assignment.childId(), assignment.mentor(), role));
              }
            });
    return ImmutableList.sortedCopyOf(pairs.build());
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
