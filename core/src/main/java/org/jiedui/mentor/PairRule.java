package org.jiedui.mentor;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * A rule on which teacher may mentor which child: one of {@link AssignmentPolicy}, or the host's
 * own.
 *
 * <p>Its answer depends on nothing but the question, and is the same each time. How many children a
 * teacher has is not in the question: {@link AssignmentPolicy#loadAtMost} limits that.
 *
 * <pre>{@code
 * PairRule womenForGirls =
 *     question ->
 *         question.mentee().sex().equals(Optional.of(Sex.FEMALE))
 *                 && question.candidate().sex().equals(Optional.of(Sex.MALE))
 *             ? Optional.of(Refusal.of("women-for-girls", Wording.of("女生由女教师结对", "girls have women")))
 *             : Optional.empty();
 * }</pre>
 */
@FunctionalInterface
public interface PairRule {

  /**
   * Finds what speaks against a pair.
   *
   * @param question the pair
   * @return the reason against it, or empty if the rule lets it pass
   */
  Optional<Refusal> findRefusal(Question question);

  /**
   * Whether a teacher may mentor a child.
   *
   * @param mentee the child
   * @param candidate the teacher
   * @param role what the teacher would be to the child
   * @param others the child's other pairs, which stay
   */
  record Question(
      Mentee mentee, Candidate candidate, MentorRole role, ImmutableSet<MentorPair> others) {

    /**
     * Creates a question.
     *
     * @param mentee the child
     * @param candidate the teacher
     * @param role what the teacher would be to the child
     * @param others the child's other pairs, which stay
     */
    public Question {
      requireNonNull(mentee, "mentee");
      requireNonNull(candidate, "candidate");
      requireNonNull(role, "role");
      requireNonNull(others, "others");
    }
  }
}
