package org.jiedui.mentor;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jiedui.time.DateRange;

/**
 * A host's own rule on which child may help which.
 *
 * <p>Its answer depends on nothing but the question, and is the same each time.
 *
 * <pre>{@code
 * PeerRule sameClass =
 *     question ->
 *         question.helper().placement().equals(question.helped().placement())
 *             ? Optional.empty()
 *             : Optional.of(Refusal.of("same-class", Wording.of("须在同一班级", "are not of one class")));
 * }</pre>
 */
@FunctionalInterface
public interface PeerRule {

  /**
   * Finds what speaks against a pair.
   *
   * @param question the pair
   * @return the reason against it, or empty if the rule lets it pass
   */
  Optional<Refusal> findRefusal(Question question);

  /**
   * Whether one child may help another.
   *
   * @param helper the child who would help, as on the first day
   * @param helped the child who would be helped, as on the first day
   * @param kind with what
   * @param days on which days
   * @param others the pairs that either has, of any days
   */
  record Question(
      Peer helper, Peer helped, PeerKind kind, DateRange days, ImmutableList<PeerPair> others) {

    /**
     * Creates a question.
     *
     * @param helper the child who would help, as on the first day
     * @param helped the child who would be helped, as on the first day
     * @param kind with what
     * @param days on which days
     * @param others the pairs that either has, of any days
     */
    public Question {
      requireNonNull(helper, "helper");
      requireNonNull(helped, "helped");
      requireNonNull(kind, "kind");
      requireNonNull(days, "days");
      requireNonNull(others, "others");
    }
  }
}
